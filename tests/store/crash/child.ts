import { writeSync } from "node:fs";
import { systemClock } from "../../../src/lib/system-clock.ts";
import { type KillPoint, killAt } from "./kill-at.ts";
import { doStep } from "./plan.ts";

/** Works on a store until it is killed, and tells each step that is safe: "client steps-done". */
export interface Orders {
  folder: string;
  /** Client → steps done so far. */
  clients: Record<string, number>;
  /** Steps of each, then it waits; without it, it goes on. */
  steps?: number;
  compactAfter?: number;
  kill?: KillPoint;
}

const orders = JSON.parse(process.argv[2] ?? "") as Orders;
if (orders.kill) await killAt(orders.kill);
const { openEmbeddedStore } = await import("../../../src/store/embedded/store.ts");
const { folder, compactAfter = 4000, steps = Number.POSITIVE_INFINITY } = orders;
const store = await openEmbeddedStore(folder, systemClock, { compactAfter });
writeSync(1, "open 0\n");
await Promise.all(
  Object.entries(orders.clients).map(async ([client, from]) => {
    for (let done = from; done < from + steps; done += 1) {
      await doStep(store, client, done);
      writeSync(1, `${client} ${done + 1}\n`);
    }
  }),
);
writeSync(1, "waiting 0\n");
setInterval(() => {}, 1000);
