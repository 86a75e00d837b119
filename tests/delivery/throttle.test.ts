import { expect, it } from "vitest";
import { createThrottle } from "../../src/delivery/throttle.ts";
import { createTestClock } from "../helpers/test-clock.ts";

it("admits 20 questions a minute of each user, and says once that it is too much", async () => {
  const clock = createTestClock();
  const throttle = createThrottle(clock);
  const ask = (user = "u1", tenant = "t1") => throttle.admit(tenant, user).kind;
  for (let i = 0; i < 20; i += 1) expect(ask()).toBe("yes");
  await clock.advance(20_000);
  expect(throttle.admit("t1", "u1")).toEqual({ kind: "told", waitMs: 40_000 });
  expect([ask(), ask()]).toEqual(["no", "no"]);
  expect([ask("u2"), ask("u1", "t2")]).toEqual(["yes", "yes"]);
  await clock.advance(39_999);
  expect(ask()).toBe("no");
  await clock.advance(1);
  expect(ask()).toBe("yes");
});

it("does not tell it again within a minute, however the questions come", async () => {
  const clock = createTestClock();
  const throttle = createThrottle(clock);
  const told: number[] = [];
  for (let i = 0; i < 200; i += 1) {
    if (throttle.admit("t1", "u1").kind === "told") told.push(clock.now().getTime());
    await clock.advance(2500);
  }
  expect(told.length).toBeGreaterThan(2);
  for (const [i, at] of told.slice(1).entries()) expect(at - told[i]!).toBeGreaterThanOrEqual(60_000);
});
