import type { Bot } from "../../src/bot/bot.ts";
import { dayOf } from "../../src/catalog/days.ts";
import type { Outbox } from "../../src/delivery/outbox.ts";
import { createDigest, type Digest } from "../../src/digest/create.ts";
import type { News } from "../../src/digest/news.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Commands } from "../../src/ports/commands.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { button } from "../../src/service/answer-content.ts";
import { createWatching, type Watching } from "../../src/watch/create.ts";

interface Parts {
  bot: () => Bot;
  store: Store;
  outbox: Outbox;
  clock: Clock;
  log: Log;
  news: News;
  /** Ids of the sources that the last sync heard nothing of. */
  failed: () => readonly string[];
}

/** What people subscribe to: the digest and watches. */
export interface Subscribed {
  commands: Commands;
  digest: Digest;
  watching: Watching;
}

export function createSubscribed({ bot, news, failed, ...parts }: Parts): Subscribed {
  const catalog = () => bot().catalog;
  const digest = createDigest({ ...parts, catalog, news, failed });
  const watching = createWatching({
    ...parts,
    catalog,
    button: (code, label, query, now) => button(code, label, { k: "ask", q: query, day: dayOf(now) }),
  });
  return { commands: { digest: digest.handle, watch: watching.handle }, digest, watching };
}
