import { execFileSync } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { systemClock } from "../../src/lib/system-clock.ts";
import type { Clock } from "../../src/ports/clock.ts";

const clock: Clock = systemClock;

it("runs what falls due, and not what was called off", async () => {
  const ran: string[] = [];
  clock.after(1, () => ran.push("due"));
  clock.after(1, () => ran.push("called off"))();
  await setTimeout(30);
  expect(ran).toEqual(["due"]);
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
});

it("does not keep the process alive", () => {
  const script = `${systemClock.after.toString().replace(/^after/, "function after")}; after(3_600_000, () => {});`;
  expect(() => execFileSync(process.execPath, ["-e", script], { timeout: 10_000 })).not.toThrow();
});
