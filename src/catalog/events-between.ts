import type { Catalog } from "./catalog.ts";
import { addDays, daysBetween } from "./days.ts";
import { type CatalogEvent, dayOfEvent, newsDay } from "./event.ts";
import { groupEvents } from "./group-events.ts";
import { newHosts } from "./new-hosts.ts";
import { isSold, offerEvents, sellerPart } from "./offer-events.ts";
import { offersTouched } from "./offers-by-day.ts";
import type { Day, Model, Offer } from "./schema.ts";
import { knownOn, settle } from "./timeline.ts";

/** Which events of a catalog are wanted. */
export interface EventsOptions {
  /** By what was known then; the last day of the period if absent. */
  now?: Day;
  /** `day`: by the day on which it took effect or was said; `news`: by the day on which it became known news. */
  by?: "day" | "news";
  /** What was announced or reported before the period and still stands is wanted too. */
  standing?: boolean;
  /** Sellers that are new to a model; wanted unless false. */
  hosts?: boolean;
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
  const { now = to, by = "day", standing = false, hosts = true } = options;
  const all = [...toldBy(catalog, from, to, now), ...newModels(catalog, addDays(from, -NEWS_DAYS), to, now)];
  if (hosts) all.push(...newHosts(catalog, now));
  const isWanted = keeper(catalog, options);
  const cancelled = new Set(all.flatMap((event) => (event.kind === "cancelled" ? [promiseOf(event)] : [])));
  const inPeriod = (event: CatalogEvent) => {
    if (standing && isStanding(event) && event.accepted < from && !cancelled.has(promiseOf(event))) return true;
    const day = by === "news" ? newsDay(event) : dayOfEvent(event);
    return day >= from && day <= to && (by === "day" || daysBetween(event.effective, day) <= NEWS_DAYS);
  };
  return groupEvents(all.filter((event) => inPeriod(event) && isWanted(event)));
}

/** A lab's promise that hosts repeat: who takes it back takes it back for all. */
function promiseOf({ model, effective }: CatalogEvent): string {
  return `${model} ${effective}`;
}

function isStanding(event: CatalogEvent): boolean {
  return event.kind === "unconfirmed" || (event.kind === "announced" && event.pending);
}

const MOVING = /-latest$/;

/** Whether a model's name comes to point to another model now and then, which changes its price. */
export function isMovingName(model: string): boolean {
  return MOVING.test(model);
}

/** Whether an event's seller is one of those wanted. */
export function keeper(
  catalog: Catalog,
  { routers = false, aliases = false, keep }: EventsOptions,
): (event: CatalogEvent) => boolean {
  return (event) =>
    (aliases || !isMovingName(event.model)) &&
    (routers || event.official || catalog.providers.get(event.provider)?.kind !== "aggregator") &&
    (keep?.(event) ?? true);
}

/** What the timelines tell of which some day lies in the period, and all that is promised. */
function toldBy(catalog: Catalog, from: Day, to: Day, now: Day): CatalogEvent[] {
  return [...offersTouched(catalog, from, to)].flatMap((offer) => eventsOf(catalog, offer, now));
}

/** What an offer's prices tell by what was known on `now`, read once. */
export function eventsOf(catalog: Catalog, offer: Offer, now: Day): CatalogEvent[] {
  const told = eventsByOffer(catalog, now);
  let events = told.get(offer);
  if (!events) {
    events = offerEvents(catalog, offer, now);
    told.set(offer, events);
  }
  return events;
}

const known = new WeakMap<Catalog, Map<Day, Map<Offer, CatalogEvent[]>>>();
const NOWS_KEPT = 4;

/** The events of offers that were looked at before, by what was known on `now`. */
function eventsByOffer(catalog: Catalog, now: Day): Map<Offer, CatalogEvent[]> {
  const byNow = known.get(catalog) ?? new Map<Day, Map<Offer, CatalogEvent[]>>();
  known.set(catalog, byNow);
  const told = byNow.get(now) ?? new Map<Offer, CatalogEvent[]>();
  byNow.set(now, told);
  const [oldest] = byNow.keys();
  if (byNow.size > NOWS_KEPT && oldest !== undefined) byNow.delete(oldest);
  return told;
}

function newModels(catalog: Catalog, from: Day, to: Day, now: Day): CatalogEvent[] {
  return [...catalog.models.values()].flatMap((model) => {
    const { released } = model;
    return released !== undefined && released >= from && released <= to ? newModel(catalog, model, released, now) : [];
  });
}

/** A model is new on its release; one whose release nobody states may only be new to the sources. */
function newModel(catalog: Catalog, { id }: Model, released: Day, now: Day): CatalogEvent[] {
  if (released > now) return [];
  const quotes = catalog.market(now, now).of(id);
  const live = quotes.filter(({ gone, offer }) => !gone && isSold(catalog, offer));
  const quote =
    live.find(({ official, price }) => official && price) ?? live.find(({ official }) => official) ?? live[0];
  if (!quote) return [];
  const { offer } = quote;
  // What it cost when it came, as far as that is known.
  const price = settle(catalog.timeline(offer), now).intervals.find((one) => one.price.rates.length > 0)?.price;
  const accepted = price ? knownOn(price) : released;
  const seller = sellerPart(catalog, offer, released, accepted < released ? released : accepted, true);
  return [{ kind: "new_model", ...seller, ...(price && { after: price }) }];
}
