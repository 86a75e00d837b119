import { setImmediate } from "node:timers/promises";
import type { Catalog, Market } from "../catalog/catalog.ts";
import { dayOf } from "../catalog/days.ts";
import { CLASSES, type Language } from "../query/query.ts";
import type { EditionContent, Standing } from "../view/edition/content.ts";
import { presentEdition } from "../view/edition/present.ts";
import type { Edition } from "../view/edition.ts";
import { contentOf } from "./content.ts";
import { standingOf } from "./leaderboard.ts";
import type { News } from "./news.ts";
import type { Subject } from "./subject.ts";
import type { Wish } from "./wish.ts";

/** One edition that is wanted. */
export interface Order {
  wish: Wish;
  language: Language;
  from: Date;
  to: Date;
  timezone: string;
  /** Editions that were due since the last one that went out, and did not. */
  missed?: readonly Date[];
  skippedSince?: Date;
}

interface Made {
  edition: Edition;
  /** There is nothing to tell. */
  quiet: boolean;
}

export interface Maker {
  make(order: Order): Promise<Made>;
}

interface Parts {
  /** The newest catalog. */
  catalog: () => Catalog;
  news: News;
  /** Ids of the sources that the last sync heard nothing of. */
  failed: () => readonly string[];
}

/** Channels that want the same at about the same time share the work; the first of a new catalog does it anew. */
const KEPT = 32;

/** Models whose offers are looked up between two turns of others: the first to ask about a day reads its history. */
const SLICE = 40;

async function prepare(market: Market): Promise<void> {
  for (const [at, model] of market.models.entries()) {
    market.of(model);
    if (at % SLICE === 0) await setImmediate();
  }
}

/** Makes editions in slices, so that questions asked meanwhile are answered between them. */
export function createMaker({ catalog: newest, news, failed }: Parts): Maker {
  const kept = new Map<string, Promise<EditionContent>>();
  let keptOf: Catalog | undefined;

  const gather = async (catalog: Catalog, order: Order): Promise<EditionContent> => {
    const { wish, language, from, to, timezone } = order;
    const { filters, sections, classes = CLASSES } = wish;
    const subject: Subject = { catalog, now: to, language, ...(filters && { filters }) };
    const events = news.between(from, to);
    for (const day of [dayOf(from), dayOf(to)]) await prepare(catalog.market(day, dayOf(to)));
    const leaderboard: Standing[] = [];
    for (const name of !sections || sections.includes("leaderboard") ? classes : []) {
      leaderboard.push(...[standingOf(subject, from, name) ?? []].flat());
      await setImmediate();
    }
    const chosen = sections && { sections };
    return contentOf({ ...subject, ...chosen, events, from, to, timezone, leaderboard, failed: failed() });
  };

  /** What does not depend on the minute or the zone of one channel. */
  const shared = (order: Order): Promise<EditionContent> => {
    const catalog = newest();
    if (keptOf !== catalog) kept.clear();
    keptOf = catalog;
    const { wish, language, from, to } = order;
    const days = [dayOf(from), dayOf(to)];
    const key = JSON.stringify([
      wish.filters,
      wish.sections,
      wish.classes,
      language,
      days,
      news.key(from, to),
      failed(),
    ]);
    const found = kept.get(key) ?? gather(catalog, order);
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  };

  return {
    async make(order) {
      const { wish, language, from, to, timezone, missed = [], skippedSince } = order;
      const content: EditionContent = {
        ...(await shared(order)),
        ...{ from, to, timezone, missed: missed.map(dayOf) },
        ...(skippedSince && { skippedSince: dayOf(skippedSince) }),
      };
      await setImmediate();
      const reader = { language, ...(wish.sections && { sections: wish.sections }) };
      return { edition: presentEdition(content, reader, newest()), quiet: content.sections.length === 0 };
    },
  };
}
