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
tell("open 0");
await Promise.all(
  Object.entries(orders.clients).map(async ([client, from]) => {
    for (let done = from; done < from + steps; done += 1) {
      await doStep(store, client, done);
      tell(`${client} ${done + 1}`);
    }
  }),
);
tell("waiting 0");
setInterval(() => {}, 1000);

/** At once, however full the pipe is: what is told late is not told at all when the process is killed. */
function tell(line: string): void {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}
