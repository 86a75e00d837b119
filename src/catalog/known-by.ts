import type { Catalog } from "./catalog.ts";
import type { Day, Offer, Price } from "./schema.ts";
import { intervalOn, knownOn, settle, startOf, type Timeline } from "./timeline.ts";

/** An offer's prices by what was known on some day. */
export interface KnownOffer {
  /** Whether anything was known of it. */
  isKnown: boolean;
  /** The earliest day on which it is known to have had a price. */
  listedSince(): Day | undefined;
  /** What settles a day: the newest facts where they do, else history too. */
  timelineFor(day: Day): Timeline;
}

/** The offers of a catalog by what was known on `now`, each settled once whatever the days asked about. */
export function createKnownBy(catalog: Catalog, now: Day): (offer: Offer) => KnownOffer {
  const offers = new Map<Offer, KnownOffer>();
  return (offer) => {
    let known = offers.get(offer);
    if (!known) {
      known = knownOffer(catalog, offer, now);
      offers.set(offer, known);
    }
    return known;
  };
}

function knownOffer(catalog: Catalog, offer: Offer, now: Day): KnownOffer {
  const newest = settle(offer.prices, now);
  let whole: Timeline | undefined;
  let since: { day: Day | undefined } | undefined;
  return {
    isKnown: isKnown(catalog, offer, now),
    listedSince() {
      since ??= { day: firstStart(catalog.timeline(offer), now) };
      return since.day;
    },
    // History is only opened where the newest facts do not settle the day.
    timelineFor(day) {
      if (intervalOn(newest.intervals, day)) return newest;
      whole ??= settle(catalog.timeline(offer), now);
      return whole;
    },
  };
}

function isKnown(catalog: Catalog, offer: Offer, now: Day): boolean {
  if (offer.prices.length === 0 || offer.prices.some((price) => knownOn(price) <= now)) return true;
  return catalog.timeline(offer).some((price) => knownOn(price) <= now);
}

function firstStart(prices: readonly Price[], now: Day): Day | undefined {
  let first: Day | undefined;
  for (const price of prices) {
    if (knownOn(price) > now) continue;
    const start = startOf(price);
    if (first === undefined || start < first) first = start;
  }
  return first;
}
