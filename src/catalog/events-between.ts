import type { Catalog } from "./catalog.ts";
import { daysBetween } from "./days.ts";
import { type CatalogEvent, dayOfEvent, newsDay } from "./event.ts";
import { groupEvents } from "./group-events.ts";
import { newHosts } from "./new-hosts.ts";
import { isSold, offerEvents, sellerPart } from "./offer-events.ts";
import type { Day, Model } from "./schema.ts";
import { knownOn } from "./timeline.ts";

/** Which events of a catalog are wanted. */
export interface EventsOptions {
  /** By what was known then; the last day of the period if absent. */
  now?: Day;
  /** `day`: by the day on which it took effect or was said; `news`: by the day on which it became known news. */
  by?: "day" | "news";
  /** What was announced or reported before the period and still stands is wanted too. */
  standing?: boolean;
  /** Routers reprice all the time, so that theirs are left out unless wanted. */
  routers?: boolean;
  /** A name such as "…-latest" changes its price when it points to another model; left out unless wanted. */
  aliases?: boolean;
  /** Applied before sellers are grouped: who is left out can neither lead nor follow. */
  keep?: (event: CatalogEvent) => boolean;
}

/** What is learnt later than this is history and no news. */
const NEWS_DAYS = 60;

/** What happened from one day to another (inclusive), a model's sellers grouped, newest first. */
export function eventsBetween(catalog: Catalog, from: Day, to: Day, options: EventsOptions = {}): CatalogEvent[] {
  const { now = to, by = "day", standing = false } = options;
  const isWanted = keeper(catalog, options);
  const inPeriod = (event: CatalogEvent) => {
    if (standing && isStanding(event) && event.accepted < from) return true;
    const day = by === "news" ? newsDay(event) : dayOfEvent(event);
    return day >= from && day <= to && (by === "day" || daysBetween(event.effective, day) <= NEWS_DAYS);
  };
  return groupEvents(allEvents(catalog, now).filter((event) => inPeriod(event) && isWanted(event)));
}

function isStanding(event: CatalogEvent): boolean {
  return event.kind === "unconfirmed" || (event.kind === "announced" && event.pending);
}

const MOVING = /-latest$/;

/** Whether an event's seller is one of those wanted. */
export function keeper(
  catalog: Catalog,
  { routers = false, aliases = false, keep }: EventsOptions,
): (event: CatalogEvent) => boolean {
  return (event) =>
    (aliases || !MOVING.test(event.model)) &&
    (routers || event.official || catalog.providers.get(event.provider)?.kind !== "aggregator") &&
    (keep?.(event) ?? true);
}

const known = new WeakMap<Catalog, Map<Day, readonly CatalogEvent[]>>();
const NOWS_KEPT = 4;

/** All events of a catalog by what was known on `now`, a seller at a time. Reads the whole history once. */
function allEvents(catalog: Catalog, now: Day): readonly CatalogEvent[] {
  const byNow = known.get(catalog) ?? new Map<Day, readonly CatalogEvent[]>();
  known.set(catalog, byNow);
  const before = byNow.get(now);
  if (before) return before;
  const events = [
    ...catalog.offers.flatMap((offer) => offerEvents(catalog, offer, now)),
    ...[...catalog.models.values()].flatMap((model) => newModel(catalog, model, now)),
    ...newHosts(catalog, now),
  ];
  byNow.set(now, events);
  const [oldest] = byNow.keys();
  if (byNow.size > NOWS_KEPT && oldest !== undefined) byNow.delete(oldest);
  return events;
}

/** A model is new on its release; one whose release nobody states may only be new to the sources. */
function newModel(catalog: Catalog, { id, released }: Model, now: Day): CatalogEvent[] {
  if (released === undefined || released > now) return [];
  const quotes = catalog.market(now, now).of(id);
  const live = quotes.filter(({ gone, offer }) => !gone && isSold(catalog, offer));
  const quote =
    live.find(({ official, price }) => official && price) ?? live.find(({ official }) => official) ?? live[0];
  if (!quote) return [];
  const { offer, price } = quote;
  const accepted = price ? knownOn(price) : released;
  const seller = sellerPart(catalog, offer, released, accepted < released ? released : accepted, true);
  return [{ kind: "new_model", ...seller, ...(price && { after: price }) }];
}
