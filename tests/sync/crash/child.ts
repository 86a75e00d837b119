import { z } from "zod";
import { systemClock } from "../../../src/lib/system-clock.ts";
import { LIMITS } from "../../../src/sync/net/limits.ts";
import { sync } from "../../../src/sync/run.ts";

/** A sync in a process of its own, which kills itself at a step of the write, or waits to be killed. */
const Orders = z.object({
  data: z.string(),
  embedded: z.string(),
  from: z.string(),
  now: z.string(),
  /** The step at which it dies; absent to go on to the end. */
  diesAt: z.string().optional(),
});
export type Orders = z.infer<typeof Orders>;

const { data, embedded, from, now, diesAt } = Orders.parse(JSON.parse(process.argv[2] ?? ""));
process.stdout.write("started\n");
await sync({
  ...{ data, embedded, from: [from], sources: [] },
  network: { clock: { ...systemClock, now: () => new Date(now) }, limits: LIMITS, random: Math.random },
  reached(step) {
    process.stdout.write(`${step}\n`);
    if (step === diesAt) process.kill(process.pid, "SIGKILL");
  },
});
