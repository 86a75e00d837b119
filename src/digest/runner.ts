import { setImmediate } from "node:timers/promises";
import type { Subscription } from "../ports/records.ts";
import { type PostParts, postDue, resume } from "./post.ts";

/** Sends digests when they are due. */
export interface Runner {
  /** Takes over what an earlier run left, sends what is due, and goes on until it is stopped. */
  start(): void;
  /** A schedule changed: the next one may be due earlier. */
  wake(): void;
  /** Resolves once nothing is being sent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 200;
/** Looks again after this long at the latest: for what was left, and where the machine slept. */
const LONGEST_MS = 5 * 60_000;
const RESUME_LEASE_MS = 15 * 60_000;
/** What was tried and is due still (the platform is away, the store failed) is not tried again before. */
const REST_MS = 60_000;

export function createRunner(parts: PostParts): Runner {
  const { store, clock, log } = parts;
  const busy = new Map<string, Promise<void>>();
  /** Until when a channel is left alone, in ms. */
  const resting = new Map<string, number>();
  let callOff = () => {};
  let stopped = true;
  let looking: Promise<void> | undefined;
  let again = false;

  /** One thing at a time a channel: it is claimed, but the store need not be asked whether it is. */
  const begin = (tenant: string, channel: string, work: () => Promise<void>): boolean => {
    const key = JSON.stringify([tenant, channel]);
    if (busy.has(key)) return false;
    const done = work()
      .catch((error: unknown) => log.error("digest failed", { error }))
      .finally(() => {
        busy.delete(key);
        resting.set(key, clock.now().getTime() + REST_MS);
        if (!stopped) arm();
      });
    busy.set(key, done);
    return true;
  };

  const takeOver = async () => {
    for (const edition of await store.editions.takeOver(BATCH, RESUME_LEASE_MS)) {
      begin(edition.tenant, edition.subscription, () => resume(parts, edition));
      await setImmediate();
    }
  };

  const isFree = ({ tenant, channel }: Subscription) => {
    const key = JSON.stringify([tenant, channel]);
    return !busy.has(key) && (resting.get(key) ?? 0) <= clock.now().getTime();
  };

  const waiting = async (): Promise<Subscription[]> => {
    const now = clock.now().getTime();
    for (const [key, until] of resting) if (until <= now) resting.delete(key);
    return (await store.subscriptions.due(BATCH + busy.size + resting.size)).filter(isFree);
  };

  /** All that is due, a batch after the other: a platform that is slow to answer holds up nobody else. */
  const sendDue = async () => {
    for (let due = await waiting(); due.length > 0; due = await waiting()) {
      for (const subscription of due) {
        if (stopped) return;
        begin(subscription.tenant, subscription.channel, () => postDue(parts, subscription));
        await setImmediate();
      }
    }
  };

  const look = async () => {
    do {
      again = false;
      await takeOver();
      await sendDue();
    } while (again && !stopped);
  };

  const tick = () => {
    if (stopped) return;
    if (looking !== undefined) {
      again = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => log.error("digests not looked at", { error }))
      .finally(() => {
        looking = undefined;
        arm();
      });
  };

  const arm = () => {
    callOff();
    if (stopped || looking !== undefined) return;
    void store.subscriptions
      .nextDue()
      .then((next) => {
        callOff();
        if (stopped) return;
        const wait = next ? next.getTime() - clock.now().getTime() : LONGEST_MS;
        // What is overdue is in hand, or rests.
        callOff = clock.after(wait <= 0 ? REST_MS : Math.min(wait, LONGEST_MS), tick);
      })
      .catch((error: unknown) => log.error("digests not scheduled", { error }));
  };

  return {
    start() {
      stopped = false;
      tick();
    },
    wake: tick,
    async idle() {
      while (looking !== undefined || busy.size > 0) await Promise.all([looking, ...busy.values()]);
    },
    async stop() {
      stopped = true;
      callOff();
      await looking;
      await Promise.all(busy.values());
    },
  };
}
