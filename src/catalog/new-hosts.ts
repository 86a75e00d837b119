import type { Catalog } from "./catalog.ts";
import type { CatalogEvent } from "./event.ts";
import { isSold, sellerPart } from "./offer-events.ts";
import type { Day, Offer, Price } from "./schema.ts";
import { knownOn } from "./timeline.ts";

interface First {
  offer: Offer;
  price: Price;
  day: Day;
}

/**
 * Sellers that came later than others to a model, by `now`. The day on which a source first knew a seller at all
 * proves nothing: all that it sold came with it.
 */
export function newHosts(catalog: Catalog, now: Day): CatalogEvent[] {
  const firsts = catalog.offers.flatMap((offer): First[] => {
    const [price] = catalog.timeline(offer);
    return price && isSold(catalog, offer) ? [{ offer, price, day: knownOn(price) }] : [];
  });
  const began = firstDays(firsts, ({ offer, price }) => `${offer.provider} ${price.source}`);
  const listed = firstDays(firsts, ({ offer }) => offer.model);
  const sold = firstDays(firsts, ({ offer }) => `${offer.provider} ${offer.model}`);
  const said = new Set<string>();
  return firsts.flatMap((first): CatalogEvent[] => {
    const { offer, price, day } = first;
    const own = `${offer.provider} ${offer.model}`;
    const isFirst = sold.get(own) === day && !said.has(own);
    const isLate = began.get(`${offer.provider} ${price.source}`) !== day && listed.get(offer.model) !== day;
    if (day > now || !isFirst || !isLate) return [];
    said.add(own);
    return [{ kind: "new_host", ...sellerPart(catalog, offer, day, day, false), again: false, after: price }];
  });
}

function firstDays(firsts: readonly First[], keyOf: (first: First) => string): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const first of firsts) {
    const key = keyOf(first);
    const before = days.get(key);
    if (before === undefined || first.day < before) days.set(key, first.day);
  }
  return days;
}
