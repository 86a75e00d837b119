import type { Catalog } from "../catalog/catalog.ts";
import type { Day, Model, Offer, Price } from "../catalog/schema.ts";
import { type Interval, settle } from "../catalog/timeline.ts";

/** Something that happened to an offer on a day. */
export interface PriceEvent {
  day: Day;
  offer: Offer;
  kind: "moved" | "new" | "gone" | "announced";
  before?: Price;
  after?: Price;
}

const known = new WeakMap<Catalog, Map<Day, PriceEvent[]>>();
const NOWS_KEPT = 4;

/** All events of a catalog by what was known on `now`, oldest first. Reads the whole history once. */
export function eventsOf(catalog: Catalog, now: Day): readonly PriceEvent[] {
  const byNow = known.get(catalog) ?? new Map<Day, PriceEvent[]>();
  known.set(catalog, byNow);
  const before = byNow.get(now);
  if (before) return before;
  const events = catalog.offers.flatMap((offer) => eventsOfOffer(catalog, offer, now));
  for (const model of catalog.models.values()) events.push(...newOf(catalog, model, now));
  events.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  byNow.set(now, events);
  const [oldest] = byNow.keys();
  if (byNow.size > NOWS_KEPT && oldest !== undefined) byNow.delete(oldest);
  return events;
}

function eventsOfOffer(catalog: Catalog, offer: Offer, now: Day): PriceEvent[] {
  const { intervals, announced } = settle(catalog.timeline(offer), now);
  const events: PriceEvent[] = [];
  intervals.slice(1).forEach((interval, at) => {
    const before = intervals[at];
    if (before && isMove(before, interval)) {
      events.push({ day: interval.start, offer, kind: "moved", before: before.price, after: interval.price });
    }
  });
  for (const price of announced) events.push({ day: price.seen, offer, kind: "announced", after: price });
  if (offer.gone !== undefined && offer.gone <= now) events.push({ day: offer.gone, offer, kind: "gone" });
  return events;
}

/** Only where a source saw the price move: two sources that differ, or a corrected slip, are no news. */
function isMove(before: Interval, after: Interval): boolean {
  return after.price.kind === "move" && before.price.currency === after.price.currency;
}

/** A model is new on its release; one whose release nobody states may only be new to the sources. */
function newOf(catalog: Catalog, { id, released }: Model, now: Day): PriceEvent[] {
  if (released === undefined || released > now) return [];
  const quotes = catalog.market(now, now).of(id);
  const live = quotes.filter(({ gone, provider }) => !gone && provider.kind !== "plan" && provider.kind !== "local");
  const quote =
    live.find(({ official, price }) => official && price) ?? live.find(({ official }) => official) ?? live[0];
  if (!quote) return [];
  return [{ day: released, offer: quote.offer, kind: "new", ...(quote.price && { after: quote.price }) }];
}
