import type { Catalog } from "./catalog.ts";
import { catalogDay } from "./catalog-day.ts";
import type { CatalogEvent } from "./event.ts";
import { type EventsOptions, keeper } from "./events-between.ts";
import { groupEvents } from "./group-events.ts";
import { isSold, offerEvents, sellerPart } from "./offer-events.ts";
import type { Day, Model, Offer, Price } from "./schema.ts";
import { intervalOn, settle } from "./timeline.ts";
import { unitChanges } from "./unit-changes.ts";

/** How two catalogs are compared. */
export interface DiffOptions extends Pick<EventsOptions, "routers" | "aliases" | "keep"> {
  /** The day that each is read on; the day of its newest snapshot if absent. A promotion may end in between. */
  days?: { before: Day; after: Day };
}

/**
 * What happened between two catalogs, a model's sellers grouped, newest first: what the timelines of `after` tell and
 * those of `before` did not, new models and hosts, ends, limits. A price in force that differs though no event says
 * why (another source was believed) is a correction. Empty for a catalog and itself.
 */
export function diff(before: Catalog, after: Catalog, options: DiffOptions = {}): CatalogEvent[] {
  const { changesOf, whole } = differ(before, after, options);
  return whole(after.offers.flatMap(changesOf));
}

/** Offers compared between two turns of others. */
const SLICE = 50;

/** The same, and others get a turn in between: `rest` is called every few milliseconds' worth of work. */
export async function diffSlowly(
  before: Catalog,
  after: Catalog,
  rest: () => Promise<void>,
  options: DiffOptions = {},
): Promise<CatalogEvent[]> {
  const { changesOf, whole } = differ(before, after, options);
  const events: CatalogEvent[] = [];
  for (const [at, offer] of after.offers.entries()) {
    events.push(...changesOf(offer));
    if (at % SLICE === 0) await rest();
  }
  return whole(events);
}

function differ(before: Catalog, after: Catalog, options: DiffOptions) {
  const days = options.days ?? { before: catalogDay(before), after: catalogDay(after) };
  const day = days.after;
  const old = new Map(before.offers.map((offer) => [offer.id, offer]));
  return {
    changesOf(offer: Offer): CatalogEvent[] {
      if (!isSold(after, offer)) return [];
      const known = old.get(offer.id);
      old.delete(offer.id);
      return known
        ? changed({ before, after, known, offer, since: days.before, day })
        : added(before, after, offer, day);
    },
    /** Once every offer was looked at. */
    whole(events: readonly CatalogEvent[]): CatalogEvent[] {
      const lost = [...old.values()].filter((offer) => isSold(before, offer));
      const all = [...events, ...lost.map((offer) => withoutTrace(before, offer, day))];
      return groupEvents(all.filter(keeper(after, options)));
    },
  };
}

/** A catalog never forgets an offer; where one is built anew from less, what it leaves out is gone. */
function withoutTrace(before: Catalog, offer: Offer, day: Day): CatalogEvent {
  const last = offer.prices.at(-1);
  return { kind: "retired", ...sellerPart(before, offer, day, day, false), ...(last && { before: last }) };
}

function added(before: Catalog, after: Catalog, offer: Offer, day: Day): CatalogEvent[] {
  const price = inForce(after, offer, day);
  const model = after.models.get(offer.model);
  const said = standing(offerEvents(after, offer, day));
  if (offer.gone !== undefined) return [];
  if (before.models.has(offer.model)) {
    const served = before
      .offersOf(offer.model)
      .some((one) => one.provider === offer.provider && one.gone === undefined);
    if (served) return said;
    const seller = sellerPart(after, offer, firstDay(offer) ?? day, day, false);
    return [{ kind: "new_host", ...seller, again: false, ...(price && { after: price }) }, ...said];
  }
  const { released } = model ?? {};
  const effective = released ?? firstDay(offer) ?? day;
  const seller = sellerPart(after, offer, effective, day > effective ? day : effective, released !== undefined);
  return [{ kind: "new_model", ...seller, ...(price && { after: price }) }, ...said];
}

/** Of a new offer's past only what is still to come, or still lasts, is news. */
function standing(events: readonly CatalogEvent[]): CatalogEvent[] {
  return events.filter((event) => {
    if (event.kind === "announced") return event.pending;
    return event.kind === "promotion" || event.kind === "unconfirmed" || event.kind === "cancelled";
  });
}

function firstDay(offer: Offer): Day | undefined {
  return offer.prices[0]?.seen;
}

interface Pair {
  before: Catalog;
  after: Catalog;
  known: Offer;
  offer: Offer;
  since: Day;
  day: Day;
}

function changed(pair: Pair): CatalogEvent[] {
  const { before, after, known, offer, day } = pair;
  const events = saysTheSame(known, offer) ? [] : told(pair);
  return [
    ...events,
    ...limitsOf(before, after, known, offer, day),
    ...statusOf(before.models.get(known.model), after.models.get(offer.model), pair),
  ];
}

/** A price that ends makes news without a new fact. */
function saysTheSame(known: Offer, offer: Offer): boolean {
  if (known.gone !== offer.gone || offer.prices.some(({ until }) => until !== undefined)) return false;
  return JSON.stringify(known.prices) === JSON.stringify(offer.prices);
}

function told(pair: Pair): CatalogEvent[] {
  const { before, after, known, offer, since, day } = pair;
  // What the older catalog already said is no news, but for ends of promotions that came since.
  const said = offerEvents(before, known, day).filter((event) => !isEnd(event));
  const had = new Set([...offerEvents(before, known, since), ...said].map(keyOf));
  const news = offerEvents(after, offer, day).filter((event) => !had.has(keyOf(event)));
  if (known.gone !== undefined && offer.gone === undefined) {
    const price = inForce(after, offer, day);
    const seller = sellerPart(after, offer, day, day, false);
    news.push({ kind: "new_host", ...seller, again: true, ...(price && { after: price }) });
  }
  return news.some(explainsPrice) ? news : [...news, ...unexplained(pair)];
}

function isEnd(event: CatalogEvent): boolean {
  return event.kind === "price" && event.reason === "promotion_ended";
}

/** What makes an event the same in both catalogs; whether an announcement still stands is none of it. */
function keyOf(event: CatalogEvent): string {
  const { kind, effective } = event;
  return JSON.stringify([kind, effective, "after" in event ? event.after?.rates : undefined]);
}

function explainsPrice({ kind }: CatalogEvent): boolean {
  return kind === "price" || kind === "free" || kind === "paid" || kind === "promotion" || kind === "correction";
}

function unexplained({ before, after, known, offer, since, day }: Pair): CatalogEvent[] {
  const [old, next] = [inForce(before, known, since), inForce(after, offer, day)];
  if (!old || !next) return [];
  const changes = unitChanges(old, next);
  const sides = changes.filter(({ unit }) => unit === "input" || unit === "output");
  if (sides.length === 0) return [];
  const seller = sellerPart(after, offer, day, day, false);
  return [{ kind: "correction", ...seller, currency: next.currency, changes, before: old, after: next }];
}

function inForce(catalog: Catalog, offer: Offer, day: Day): Price | undefined {
  return intervalOn(settle(catalog.timeline(offer), day).intervals, day)?.price;
}

const LIMITS = ["context", "maxOutput"] as const;

function limitsOf(before: Catalog, after: Catalog, known: Offer, offer: Offer, day: Day): CatalogEvent[] {
  const [old, next] = [before.models.get(known.model), after.models.get(offer.model)];
  const limits = LIMITS.flatMap((limit) => {
    const [was, is] = [known[limit] ?? old?.[limit], offer[limit] ?? next?.[limit]];
    return was !== undefined && is !== undefined && was !== is ? [{ limit, before: was, after: is }] : [];
  });
  return limits.length > 0 ? [{ kind: "limit", ...sellerPart(after, offer, day, day, false), limits }] : [];
}

/** The lab's own offer tells that its model is called deprecated or retired. */
function statusOf(old: Model | undefined, next: Model | undefined, { after, offer, day }: Pair): CatalogEvent[] {
  if (!old || !next || old.status === next.status || next.status === "current") return [];
  const seller = sellerPart(after, offer, day, day, false);
  return seller.official ? [{ kind: "retired", ...seller, status: next.status }] : [];
}
