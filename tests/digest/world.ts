import type { Catalog } from "../../src/catalog/catalog.ts";
import type { CatalogEvent } from "../../src/catalog/event.ts";
import { createOutbox } from "../../src/delivery/outbox.ts";
import { createDigest } from "../../src/digest/create.ts";
import { type Batch, newsOfRecord } from "../../src/digest/news.ts";
import type { Content } from "../../src/ports/core.ts";
import type { Outgoing } from "../../src/ports/platform.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Command } from "../../src/query/query.ts";
import { createMemoryStore, type Memory } from "../../src/store/memory/store.ts";
import { catalogOf } from "../catalog/small-catalog.ts";
import { createFakePlatform } from "../helpers/fake-platform.ts";
import { createTestClock } from "../helpers/test-clock.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A catalog in which the lab cut `acme/one` from $10 to `to` on a day. */
function cutCatalog(day: string, to = "5"): Catalog {
  return catalogOf(
    day,
    {
      "acme:one": {
        prices: [
          { seen: "2026-01-01", input: "10", output: "20" },
          { seen: day, kind: "move", input: to, output: "20" },
        ],
      },
    },
    { "acme/one": { released: "2026-01-01", context: 200_000 } },
  );
}

/** A cut of the lab's `acme/one`, accepted on the day. */
export function cut(day: string, before: string, after: string): CatalogEvent {
  const price = (amount: string) => ({
    ...{ state: "priced" as const, currency: "USD" as const, list: "list" as const, kind: "move" as const },
    ...{ rates: [{ units: { input: amount, output: "20" } }], source: "s", seen: day, disagreement: [], agree: 0 },
  });
  return {
    ...{ kind: "price", offer: "acme:one", provider: "acme", model: "acme/one", official: true, following: [] },
    ...{ effective: day, dated: true, accepted: day, currency: "USD", direction: "down" },
    changes: [{ unit: "input", before, after, percent: null }],
    ...{ before: price(before), after: price(after) },
  };
}

interface Options {
  now?: string;
  sameKeyMs?: number;
  tells?: boolean;
}

/** The digest over a memory store that survives restarts, on a platform that does what a test tells it to. */
export function createDigestWorld({ now = "2026-07-01T00:00:00.000Z", sameKeyMs = 0, tells = false }: Options = {}) {
  const clock = createTestClock(now);
  const memory: Memory = new Map();
  const platform = createFakePlatform({ now: clock.now, sameKeyMs, tells });
  const seen: Outgoing[] = [];
  const send = platform.send.bind(platform);
  Object.assign(platform, {
    send: (message: Outgoing, signal: AbortSignal) => {
      seen.push(message);
      return send(message, signal);
    },
  });
  const batches: Batch[] = [];
  const catalog = cutCatalog("2026-06-30");
  const logged: string[] = [];
  const note = (event: string) => void logged.push(event);
  const nothing = { known: clock.now, between: () => [], key: () => "" };
  const known = () => new Date(clock.now().getTime() - 1);
  const news = newsOfRecord({ since: new Date("2026-01-01"), batches: () => batches }, nothing, known);

  const open = (wrap: (store: Store) => Store = (store) => store) => {
    const store = wrap(createMemoryStore(clock, memory));
    const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock, random: () => 1 });
    const log = { info: note, warn: note, error: note };
    const digest = createDigest({ store, outbox, clock, log, catalog: () => catalog, news, failed: () => [] });
    return { store, outbox, ...digest };
  };
  let bot = open();
  let asked = 0;

  return {
    ...{ clock, platform, seen, batches, logged, memory, open },
    bot: () => bot,
    /** As after a crash: nothing of the old process goes on. */
    async restart(wrap?: (store: Store) => Store) {
      void bot.runner.stop();
      bot = open(wrap);
      return bot;
    },
    accept(event: CatalogEvent) {
      batches.push({ at: clock.now(), events: [event] });
    },
    async command(
      command: Omit<Extract<Command, { name: "digest" }>, "name">,
      from: {
        user?: string;
        channel?: string;
        admin?: boolean;
        surface?: "command" | "direct";
        timezone?: string;
      } = {},
    ) {
      const { user = "ann", channel = "c1", admin, surface = "command", timezone } = from;
      asked += 1;
      return bot.handle({
        command: { name: "digest", ...command },
        incoming: {
          ...{ id: `in-${asked}`, address: { platform: "test", tenant: "t1", channel }, surface },
          sender: { user, ...(admin !== undefined && { admin }), ...(timezone && { timezone }) },
          request: { kind: "question", text: "" },
        },
        ...{ language: "en", now: clock.now() },
      });
    },
    /** Titles and first lines of the editions that a channel shows. */
    editions: (channel = "c1") =>
      platform.posted.flatMap(({ channel: at, key }) => {
        const content = seen.find((message) => message.sendKey === key)?.content;
        return at === channel && content?.kind === "edition" ? [content.edition] : [];
      }),
    /** Passes time in steps, so that whatever is due meanwhile happens. */
    async pass(ms: number, step = HOUR) {
      for (let left = ms; left > 0; left -= step) {
        await clock.advance(Math.min(step, left));
        await settle();
      }
    },
  };
}

/** Lets promises of the digest run to their end: it works in slices. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export const noticeOf = ({ content }: { content: Content }): string => {
  if (content.kind !== "notice") throw new Error(`a notice expected, not ${content.kind}`);
  return content.text;
};
