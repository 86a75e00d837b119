import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../src/ports/clock.ts";

export interface TestClock extends Clock {
  /** Moves time on and runs what falls due on the way, in order; each task's promises get a turn before the next. */
  advance(ms: number): Promise<void>;
  /** Jumps, forward or back, and runs nothing. */
  set(now: string | Date): void;
  /** How many timers wait. */
  waiting(): number;
}

interface Timer {
  at: number;
  task: () => void;
}

/** A clock that stands still until a test moves it. */
export function createTestClock(start: string | Date = "2026-07-02T09:00:00.000Z"): TestClock {
  let now = new Date(start).getTime();
  const timers = new Set<Timer>();
  const next = (until: number) =>
    [...timers]
      .filter(({ at }) => at <= until)
      .reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
  return {
    now: () => new Date(now),
    after(ms, task) {
      const timer = { at: now + Math.max(0, ms), task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const until = now + ms;
      await setImmediate();
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.task();
        await setImmediate();
      }
      now = until;
    },
    set(time) {
      now = new Date(time).getTime();
    },
    waiting: () => timers.size,
  };
}
