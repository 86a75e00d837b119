import type { Catalog } from "../../src/catalog/catalog.ts";
import { diff } from "../../src/catalog/diff.ts";
import { createOutbox } from "../../src/delivery/outbox.ts";
import type { Batch } from "../../src/digest/news.ts";
import type { Content } from "../../src/ports/core.ts";
import type { Outgoing } from "../../src/ports/platform.ts";
import type { Command, Language } from "../../src/query/query.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import { createWatching } from "../../src/watch/create.ts";
import { catalogOf, type Fact } from "../catalog/small-catalog.ts";
import { createFakePlatform } from "../helpers/fake-platform.ts";
import { createTestClock } from "../helpers/test-clock.ts";

type Order = Omit<Extract<Command, { name: "watch" }>, "name">;

/** What somebody says: in a channel by a command unless said otherwise. */
export interface From {
  user?: string;
  channel?: string;
  direct?: boolean;
  language?: Language;
  text?: string;
}

/** The catalog of a day: prices of `acme/one` by seller, and CNY per USD. */
export function day(date: string, sold: Record<string, readonly Fact[]>, rate = "7"): Catalog {
  const offers = Object.fromEntries(Object.entries(sold).map(([id, prices]) => [id, { prices: [...prices] }]));
  const catalog = catalogOf(date, offers, { "acme/one": { name: "One", released: "2026-01-01" } });
  return { ...catalog, fx: { source: "s", rates: [{ day: "2026-01-01", rate }] } };
}

/** A price of the lab's own offer: first seen, then moved on later days, as `input/output`. */
export function prices(...steps: readonly (readonly [day: string, price: string, kind?: "correction"])[]): Fact[] {
  return steps.map(([seen, price, kind], at) => {
    const [input = "", output = ""] = price.split("/");
    return { seen, input, output, kind: at === 0 ? "first_seen" : (kind ?? "move") };
  });
}

/** Watches over a memory store, on a platform that posts whatever it is given, and a catalog that a test moves on. */
export function createWatchWorld(first: Catalog, now = "2026-07-01T08:00:00.000Z") {
  const clock = createTestClock(now);
  const store = createMemoryStore(clock);
  const platform = createFakePlatform(clock);
  const sent: Outgoing[] = [];
  const send = platform.send.bind(platform);
  Object.assign(platform, {
    send(message: Outgoing, signal: AbortSignal) {
      sent.push(message);
      return send(message, signal);
    },
  });
  const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock, random: () => 1 });
  let catalog = first;
  const errors: unknown[] = [];
  const log = { info() {}, warn() {}, error: (_: string, details?: object) => void errors.push(details) };
  const button = (code: string, label: string) => [{ code, label, value: code }];
  const watching = createWatching({ store, outbox, clock, log, catalog: () => catalog, button });
  let asked = 0;
  let last: Batch | undefined;
  return {
    ...{ clock, store, platform, sent, errors, watching },
    async command(
      order: Order,
      { user = "ann", channel = "c1", direct = false, language = "en", text = "" }: From = {},
    ) {
      asked += 1;
      const { content } = await watching.handle({
        command: { name: "watch", ...order },
        incoming: {
          ...{ id: `in-${asked}`, address: { platform: "test", tenant: "t1", channel } },
          ...{ surface: direct ? ("direct" as const) : ("command" as const), sender: { user } },
          request: { kind: "question", text },
        },
        ...{ language, now: clock.now() },
      });
      return textOf(content);
    },
    /** The catalog moves on, at a time; everything that is told because of it has been told afterwards. */
    async accept(next: Catalog, at: string) {
      clock.set(at);
      last = { at: clock.now(), events: diff(catalog, next, { routers: true }) };
      catalog = next;
      await watching.hear(last);
    },
    /** The last batch once more, as after a crash. */
    async again() {
      if (last) await watching.hear(last);
    },
    /** What was told, channel and text. */
    told: () => sent.map(({ address, content }) => `${address.channel}: ${textOf(content)}`),
  };
}

function textOf(content: Content): string {
  if (content.kind !== "notice") throw new Error(`a notice expected, not ${content.kind}`);
  return content.text;
}
