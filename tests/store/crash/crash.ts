import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Store } from "../../../src/ports/store.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/store.ts";
import type { Orders } from "./child.ts";
import { expected, look, STEPS } from "./plan.ts";

const CHILD = join(import.meta.dirname, "child.ts");
const LOADER = join(import.meta.dirname, "../../helpers/typescript.mjs");

export interface Crash {
  /** Client → steps that it was told are safe. */
  acknowledged: Record<string, number>;
  opened: boolean;
  signal: string | null;
}

/** Lets a child work on a store and kills it: `afterMs` after it opened the store, or when all is done, or it does so itself. */
export async function crash(orders: Orders, afterMs?: number): Promise<Crash> {
  const child = spawn(process.execPath, ["--import", LOADER, CHILD, JSON.stringify(orders)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const acknowledged: Record<string, number> = { ...orders.clients };
  let opened = false;
  for await (const line of createInterface(child.stdout)) {
    const [who = "", done] = line.split(" ");
    if (who === "open") {
      opened = true;
      if (afterMs !== undefined) void setTimeout(afterMs).then(() => child.kill("SIGKILL"));
    } else if (who === "waiting") child.kill("SIGKILL");
    else acknowledged[who] = Number(done);
  }
  const [, signal] = (await exit) as [number | null, string | null];
  return { acknowledged, opened, signal };
}

/**
 * Compares a store with what was acknowledged: every client's records must be those after its acknowledged steps, or
 * after one step more, which was on its way.
 * @returns the steps that are really there.
 */
async function stepsIn(store: Store, acknowledged: Record<string, number>, sinceNumber = 0) {
  const found: Record<string, number> = {};
  for (const [client, done] of Object.entries(acknowledged)) {
    const numbers = Array.from(
      { length: Math.floor(done / STEPS.length) + 2 - sinceNumber },
      (_, i) => i + sinceNumber,
    );
    const seen = JSON.stringify(await Promise.all(numbers.map((n) => look(store, client, n))));
    const fits = [done, done + 1].find((steps) => seen === JSON.stringify(numbers.map((n) => expected(steps, n))));
    if (fits === undefined) throw new Error(`${client}: after ${done} steps the store holds ${seen.slice(-400)}`);
    found[client] = fits;
  }
  return found;
}

/** Opens the store that a crash left, at once, and compares it. */
export async function recovered(folder: string, { acknowledged }: Crash, sinceNumber = 0) {
  const store = await openEmbeddedStore(folder, systemClock);
  try {
    return await stepsIn(store, acknowledged, sinceNumber);
  } finally {
    await store.close();
  }
}
