import { setMaxListeners } from "node:events";
import type { Clock } from "../ports/clock.ts";
import type { Outgoing, Platform } from "../ports/platform.ts";
import type { Deliveries } from "../ports/store.ts";
import { deliver, type Sent } from "./deliver.ts";
import { pause } from "./waiting.ts";

/** Where every message goes out: in order within a channel, and no channel waits for another. */
export interface Outbox {
  /**
   * Resolves with what became of the message; the same key twice is one message. Rejects only where the store does, or
   * for a platform that nobody named.
   */
  send(message: Outgoing): Promise<Sent>;
  /** Takes nothing more, and waits until all is out, at most `ms`; then what is left is given back as `left`. */
  stop(ms: number): Promise<void>;
}

interface Parts {
  platforms: readonly Platform[];
  deliveries: Deliveries;
  clock: Clock;
  /** 0 to 1; tests make it certain. */
  random?: () => number;
}

export function createOutbox({ platforms, deliveries, clock, random = Math.random }: Parts): Outbox {
  const queues = new Map<string, Promise<unknown>>();
  const pending = new Map<string, Promise<Sent>>();
  const stop = new AbortController();
  // One for each message on its way, however many these are.
  setMaxListeners(0, stop.signal);
  let stopping = false;

  const enqueue = (message: Outgoing): Promise<Sent> => {
    const platform = platforms.find(({ name }) => name === message.address.platform);
    if (!platform) throw new TypeError(`no platform is called ${message.address.platform}`);
    const queue = JSON.stringify([platform.name, message.address.tenant, message.address.channel]);
    const courier = { platform, deliveries, clock, random, stop: stop.signal };
    const sent = (queues.get(queue) ?? Promise.resolve()).then(() => deliver(message, courier));
    const settled = sent.catch(() => {});
    queues.set(queue, settled);
    void settled.then(() => {
      if (queues.get(queue) === settled) queues.delete(queue);
    });
    return sent;
  };

  return {
    async send(message) {
      if (stopping) return { state: "left", why: "stopping" };
      const key = JSON.stringify([message.address.tenant, message.sendKey]);
      const known = pending.get(key);
      if (known !== undefined) return known;
      const sent = enqueue(message).finally(() => pending.delete(key));
      pending.set(key, sent);
      return sent;
    },
    async stop(ms) {
      stopping = true;
      const drained = Promise.allSettled(pending.values());
      await Promise.race([drained, pause(clock, ms, stop.signal)]);
      stop.abort();
      await drained;
    },
  };
}
