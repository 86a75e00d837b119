import type { Clock } from "../ports/clock.ts";

const MOST = 20;
const WINDOW_MS = 60_000;

/** `told`: no, and they are to hear of it; `no`: they heard it less than a minute ago. */
export type Admission = { kind: "yes" } | { kind: "told"; waitMs: number } | { kind: "no" };

/** Lets every user ask 20 questions in any minute. */
export interface Throttle {
  admit(tenant: string, user: string): Admission;
}

interface Asker {
  /** When the latest questions were admitted, oldest first; at most 20. */
  times: number[];
  /** When they last heard that it is too much. */
  told: number;
}

export function createThrottle(clock: Clock): Throttle {
  /** Who was admitted longest ago comes first. */
  const askers = new Map<string, Asker>();
  const dropIdle = (before: number) => {
    for (const [key, { times }] of askers) {
      if ((times.at(-1) ?? 0) > before) return;
      askers.delete(key);
    }
  };
  return {
    admit(tenant, user) {
      const now = clock.now().getTime();
      dropIdle(now - WINDOW_MS);
      const key = JSON.stringify([tenant, user]);
      const asker = askers.get(key) ?? { times: [], told: 0 };
      const times = asker.times.filter((time) => time > now - WINDOW_MS);
      const [oldest = now] = times;
      if (times.length >= MOST) {
        if (asker.told > now - WINDOW_MS) return { kind: "no" };
        asker.told = now;
        return { kind: "told", waitMs: oldest + WINDOW_MS - now };
      }
      askers.delete(key);
      askers.set(key, { times: [...times, now], told: asker.told });
      return { kind: "yes" };
    },
  };
}
