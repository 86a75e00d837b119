import type { Clock } from "../../src/ports/clock.ts";

/** Work that goes on after Feishu has its acknowledgement; a stop waits for it. */
export class Desk {
  readonly #clock: Clock;
  readonly #open = new Set<Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What comes of `work` within so many ms, else `late`; the work goes on and is waited for. */
  within<T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
    void this.track(work).catch(() => {});
    return new Promise((resolve, reject) => {
      const stop = this.#clock.after(ms, () => resolve(late()));
      work.then(resolve, reject).finally(stop);
    });
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.#open.add(work);
    try {
      return await work;
    } finally {
      this.#open.delete(work);
    }
  }

  /** Waits until nothing is open any more, at most so long. @returns how many did not finish */
  async drain(deadlineMs: number): Promise<number> {
    let late = false;
    const deadline = new Promise<void>((resolve) => {
      this.#clock.after(deadlineMs, () => {
        late = true;
        resolve();
      });
    });
    while (this.#open.size > 0 && !late) await Promise.race([Promise.allSettled([...this.#open]), deadline]);
    return this.#open.size;
  }
}
