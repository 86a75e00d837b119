import type { Catalog, Market, Quote } from "./catalog.ts";
import type { KnownOffer } from "./known-by.ts";
import type { Day, Model, Offer, Price, Provider } from "./schema.ts";
import { intervalOn } from "./timeline.ts";

type KnownBy = (offer: Offer) => KnownOffer;

/** The lab's own API, or the cloud that is its lab's own shop. Plans are neither. */
export function isOfficial(provider: Provider, model: Model): boolean {
  if (provider.kind === "plan" || provider.kind === "local") return false;
  return provider.ownShopOf.includes(model.lab) || (provider.kind === "lab" && provider.id === model.lab);
}

/** The offers of a catalog as they stood on `day`, by what `known` knew on `now`; built model by model when asked. */
export function createMarket(catalog: Catalog, known: KnownBy, day: Day, now: Day): Market {
  const built = new Map<string, readonly Quote[]>();
  const models = [...catalog.models.keys()];
  let all: readonly Quote[] | undefined;

  const has = (id: string): boolean => {
    const model = catalog.models.get(id);
    if (!model) return false;
    const { released } = model;
    if (released !== undefined) return released <= now && (released <= day || wasListed(catalog, known, model, day));
    const offers = catalog.offersOf(id);
    return offers.length === 0 || offers.some((offer) => known(offer).isKnown);
  };
  const of = (id: string): readonly Quote[] => {
    let quotes = built.get(id);
    if (!quotes) {
      quotes = has(id)
        ? catalog.offersOf(id).flatMap((offer) => quote(catalog, known(offer), offer, day, now) ?? [])
        : [];
      built.set(id, quotes);
    }
    return quotes;
  };
  return {
    day,
    now,
    models,
    has,
    of,
    get quotes() {
      all ??= models.flatMap(of);
      return all;
    },
  };
}

/** A name that moves on, as `-latest` does, is older than the release of what it names today. */
function wasListed(catalog: Catalog, known: KnownBy, model: Model, day: Day): boolean {
  if (model.alias?.some(({ from }) => from !== undefined && from <= day)) return true;
  return catalog.offersOf(model.id).some((offer) => {
    const provider = catalog.providers.get(offer.provider);
    if (!provider || !isOfficial(provider, model)) return false;
    const since = known(offer).listedSince();
    return since !== undefined && since <= day;
  });
}

function quote(catalog: Catalog, known: KnownOffer, offer: Offer, day: Day, now: Day): Quote | undefined {
  const model = catalog.models.get(offer.model);
  const provider = catalog.providers.get(offer.provider);
  if (!model || !provider || !known.isKnown) return undefined;
  const { intervals, packages, announced, withdrawn, unconfirmed } = known.timelineFor(day);
  const first = intervals[0];
  const last = intervals.at(-1);
  const interval = intervalOn(intervals, day);
  const price = interval?.price;
  const site = offer.site ?? provider.site;
  const official = isOfficial(provider, model);
  const made: Quote = { offer, model, provider, official, announced, withdrawn, unconfirmed, packages: NONE };
  // One by one: thousands of these are made for the first question of a day, and copies would cost most of its time.
  if (site) made.site = site;
  if (packages.length > 0) made.packages = packages.filter((one) => intervalOn([one], day)).map((one) => one.price);
  if (price) {
    made.price = price;
    const next = intervals.find(({ start }) => start > day);
    if (next) made.next = next.price;
  } else if (first && first.start > day) made.earliest = first.price;
  else if (last?.end !== undefined && last.end < day) made.ended = last.end;
  if (offer.gone !== undefined && offer.gone <= day && offer.gone <= now) made.gone = offer.gone;
  return made;
}

const NONE: Price[] = [];
