import type { Clock } from "../ports/clock.ts";

/** Nobody knows how far the work came. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Does `work` for at most `ms`, or until `stop`; rejects with `Interrupted` then, whether or not the work heeds its signal. */
export async function within<T>(
  clock: Clock,
  ms: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const interrupt = (why: string) => controller.abort(new Interrupted(why));
  const stopped = () => interrupt("stopping");
  const callOff = clock.after(ms, () => interrupt(`no answer within ${ms} ms`));
  stop.addEventListener("abort", stopped);
  if (stop.aborted) stopped();
  try {
    const interrupted = new Promise<never>((_, reject) => {
      const give = () => reject(controller.signal.reason);
      if (controller.signal.aborted) give();
      else controller.signal.addEventListener("abort", give);
    });
    return await Promise.race([interrupted, work(controller.signal)]);
  } finally {
    callOff();
    stop.removeEventListener("abort", stopped);
  }
}

/** Waits for `ms`, or until `stop`. */
export function pause(clock: Clock, ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const end = () => {
      callOff();
      stop.removeEventListener("abort", end);
      resolve();
    };
    const callOff = clock.after(ms, end);
    stop.addEventListener("abort", end);
  });
}

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** How long to wait after the `tries`th failure: twice as long each time, up to half of it by chance, so that many do not come back at once. */
export function backOff(tries: number, random: () => number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
  return Math.round(most * (0.5 + random() / 2));
}
