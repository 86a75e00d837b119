import { loadCatalog } from "../../../src/catalog/load.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { createDigest } from "../../../src/digest/create.ts";
import { newsOfHistory } from "../../../src/digest/news.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Failure, Outgoing, Platform } from "../../../src/ports/platform.ts";
import type { Store } from "../../../src/ports/store.ts";

/** `keys`: a repeat with a key posts nothing; `asked`: it can be asked what went out. */
export type Kind = "keys" | "asked";

/** A platform at an address: what it holds outlives whoever posts to it. */
export function platformAt(url: string, kind: Kind): Platform {
  const call = async (path: string, { address, sendKey, content }: Outgoing, signal: AbortSignal) => {
    const body = JSON.stringify({ channel: address.channel, key: sendKey, kind: content.kind });
    const response = await fetch(`${url}/${path}`, { method: "POST", body, signal });
    return (await response.json()) as { id?: string };
  };
  return {
    name: "test",
    sameKeyMs: kind === "keys" ? 55 * 60_000 : 0,
    send: async (message, signal) => (await call("post", message, signal)).id ?? "",
    async wasSent(message, signal) {
      if (kind === "keys") return "unknown";
      const { id } = await call("find", message, signal);
      return id === undefined ? "no" : { id };
    },
    meaning: (): Failure => ({ kind: "uncertain" }),
  };
}

/** The digest over a store, as the running bot has it. */
export function digestOn(store: Store, platform: Platform) {
  const clock = systemClock;
  const catalog = loadCatalog("tests/fixtures/catalog");
  const error = (event: string, details = {}) => process.stderr.write(`${event} ${JSON.stringify(details)}\n`);
  const log = { info() {}, warn() {}, error };
  const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock, random: () => 0 });
  const news = newsOfHistory(() => catalog, clock.now);
  return createDigest({ store, outbox, clock, log, catalog: () => catalog, news, failed: () => [] });
}
