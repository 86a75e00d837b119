import { randomBytes } from "node:crypto";
import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";

/** After this the person is told that the bot is at work; Slack itself gives up after three seconds. */
const WORKING_MS = 1500;

/** What an acknowledgement says; nothing is an empty one. */
export type Ack = object | undefined;

export interface Work {
  ack: (body?: Ack) => Promise<unknown>;
  /** Comes to what the acknowledgement says, and what is done after it. */
  answer: () => Promise<{ body?: Ack; after?: (acknowledged: "with the answer" | "as working") => Promise<unknown> }>;
  working: () => Ack;
  /** The fault in words, with the incident that finds it in the log; a click's acknowledgement can't say any. */
  fault?: (incident: string) => Ack;
  /** Says the fault where the acknowledgement can't, or is gone. */
  faultLater: (incident: string) => Promise<unknown>;
}

/** Runs what people start with a command, a click or a form, so that it is acknowledged whatever happens. */
export class Desk {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #open = new Set<Promise<unknown>>();

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** Resolves once all is done; never rejects. */
  withAck(work: Work): Promise<void> {
    return this.track(this.#run(work));
  }

  /** Counts work that a stop waits for. */
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
    const done = Promise.allSettled([...this.#open]);
    await Promise.race([done, new Promise<void>((resolve) => this.#clock.after(deadlineMs, resolve))]);
    return this.#open.size;
  }

  async #run({ ack, answer, working, fault, faultLater }: Work): Promise<void> {
    let acked = false;
    const once = async (body: () => Ack): Promise<boolean> => {
      if (acked) return false;
      acked = true;
      await ack(body());
      return true;
    };
    const stop = this.#clock.after(WORKING_MS, () => void once(working).catch((error) => this.#incident(error)));
    try {
      const { body, after } = await answer();
      const first = await once(() => body);
      await after?.(first ? "with the answer" : "as working");
    } catch (error) {
      const incident = this.#incident(error);
      const body = fault?.(incident);
      await once(() => body)
        .then((said) => (said && body !== undefined ? undefined : faultLater(incident)))
        .catch((failed) => this.#incident(failed));
    } finally {
      stop();
    }
  }

  #incident(error: unknown): string {
    const incident = randomBytes(4).toString("hex");
    this.#log.error("slack adapter failed", { incident, error });
    return incident;
  }
}
