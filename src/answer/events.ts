import type { Catalog } from "../catalog/catalog.ts";
import type { Day, Offer, Price } from "../catalog/schema.ts";
import { type Interval, settle } from "../catalog/timeline.ts";

/** Something that happened to an offer on a day. */
export interface PriceEvent {
  day: Day;
  offer: Offer;
  kind: "moved" | "listed" | "gone" | "announced";
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
  events.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  byNow.set(now, events);
  const [oldest] = byNow.keys();
  if (byNow.size > NOWS_KEPT && oldest !== undefined) byNow.delete(oldest);
  return events;
}

function eventsOfOffer(catalog: Catalog, offer: Offer, now: Day): PriceEvent[] {
  const { intervals, announced } = settle(catalog.timeline(offer), now);
  const [first] = intervals;
  const events: PriceEvent[] = [];
  if (first) events.push({ day: first.start, offer, kind: "listed", after: first.price });
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

/** A change of source or currency is no move of the vendor's. */
function isMove(before: Interval, after: Interval): boolean {
  return after.price.kind !== "correction" && before.price.currency === after.price.currency;
}
