import type { Catalog } from "./catalog.ts";
import { earliest } from "./days.ts";
import type { CatalogEvent } from "./event.ts";
import { isOfficial } from "./market.ts";
import type { Day, Offer, Price } from "./schema.ts";
import { type Interval, intervalOn, knownOn, settle } from "./timeline.ts";
import { directionOf, unitChanges } from "./unit-changes.ts";

type Moved = Omit<Extract<CatalogEvent, { kind: "correction" }>, "kind">;
type Seller = Omit<Extract<CatalogEvent, { kind: "retired" }>, "kind" | "before" | "status">;
/** An event's price part: the price, from when, and what was in force before it. */
type Mover = (after: Price, effective: Day, before: Price | undefined) => Moved;

/** Who sells by the token; a plan's or a local model's price is none. */
export function isSold(catalog: Catalog, offer: Offer): boolean {
  const kind = catalog.providers.get(offer.provider)?.kind;
  return kind !== undefined && kind !== "plan" && kind !== "local";
}

/** The seller's part of an event that says from when it counts and since when it is known. */
export function sellerPart(catalog: Catalog, offer: Offer, effective: Day, accepted: Day, dated: boolean): Seller {
  const provider = catalog.providers.get(offer.provider);
  const model = catalog.models.get(offer.model);
  const site = offer.site ?? provider?.site;
  const official = provider !== undefined && model !== undefined && isOfficial(provider, model);
  const { id, model: name } = offer;
  const days = { effective, dated, accepted };
  return { model: name, offer: id, provider: offer.provider, ...(site && { site }), official, ...days, following: [] };
}

/** What an offer's dated prices tell by what was known on `now`: its moves, announcements, corrections, its end. */
export function offerEvents(catalog: Catalog, offer: Offer, now: Day): CatalogEvent[] {
  if (!isSold(catalog, offer)) return [];
  const prices = catalog.timeline(offer);
  if (isUneventful(prices, now)) return endOf(catalog, offer, now, prices[0]);
  const { intervals, announced, unconfirmed, corrections } = settle(prices, now);
  const moved: Mover = (after, effective, before) => ({
    ...sellerPart(catalog, offer, effective, acceptedOn(after), after.from !== undefined),
    currency: after.currency,
    changes: before ? unitChanges(before, after) : [],
    ...(before && { before }),
    after,
  });
  const begun = intervals.filter(({ start }) => start <= now);
  const current = begun.at(-1)?.price;
  return [
    ...begun.flatMap((interval, at) => {
      if (interval.price.kind === "move" && caughtUp(intervals[at - 2], intervals[at - 1], interval)) return [];
      return stepEvents(moved, intervals[at - 1] ?? listAfter(intervals[at + 1]), interval);
    }),
    ...promised(prices, now).map((price) => promise(moved, price, intervals, announced)),
    ...unconfirmed.map((price) => ({
      kind: "unconfirmed" as const,
      ...moved(price, price.from ?? price.seen, current),
    })),
    ...corrections.map(({ before, after, start }) => ({ kind: "correction" as const, ...moved(after, start, before) })),
    ...endOf(catalog, offer, now, current),
  ];
}

/** As most offers are: one price that was seen, and nothing before or after it. */
function isUneventful(prices: readonly Price[], now: Day): boolean {
  const [only] = prices;
  return (
    prices.length === 1 &&
    only?.kind === "first_seen" &&
    only.list !== "promotion" &&
    !isPromise(only) &&
    knownOn(only) <= now
  );
}

function acceptedOn(price: Price): Day {
  return price.accepted ?? knownOn(price);
}

/** What the next interval means to who pays: nothing where two sources differ, and nobody saw the price move. */
function stepEvents(moved: Mover, before: Interval | undefined, { price, start }: Interval): CatalogEvent[] {
  if (price.list === "promotion") {
    return [{ kind: "promotion", ...moved(price, start, before?.price), ...(price.until && { until: price.until }) }];
  }
  if (!before || before.start > start || before.price.currency !== price.currency) return [];
  const reason = reasonOf(before.price, price);
  if (price.kind !== "move" && !reason) return [];
  const event = moved(price, start, before.price);
  const states = `${stateOf(before.price)} ${stateOf(price)}`;
  if (states === "priced free") return [{ kind: "free", ...event }];
  if (states === "free priced") return [{ kind: "paid", ...event }];
  const { changes } = event;
  if (states !== "priced priced" || changes.length === 0) return [];
  const accepted = reason === "announced" ? confirmedOn(price) : event.accepted;
  return [{ kind: "price", ...event, accepted, direction: directionOf(changes), ...(reason && { reason }) }];
}

/** Why a price changed that no source saw moving on that day. */
function reasonOf(before: Price, after: Price): "promotion_ended" | "announced" | undefined {
  if (before.list === "promotion") return "promotion_ended";
  return isPromise(after) ? "announced" : undefined;
}

/**
 * Back to the price before last, where nobody saw that one go: a source that was behind has caught up with the others,
 * and nobody moved.
 */
function caughtUp(first: Interval | undefined, second: Interval | undefined, { price }: Interval): boolean {
  if (!first || !second || second.price.kind !== "first_seen" || second.price.list !== "list") return false;
  if (first.price.currency !== price.currency) return false;
  return !movesSides(first.price, price) && movesSides(first.price, second.price);
}

function movesSides(before: Price, after: Price): boolean {
  return unitChanges(before, after).some(({ unit }) => unit === "input" || unit === "output");
}

/** The list price that a promotion at the beginning is held against: the one that comes after it. */
function listAfter(next: Interval | undefined): Interval | undefined {
  return next?.price.list === "list" ? next : undefined;
}

/** A figure that is not verified moves as any other. */
function stateOf({ state }: Price): Price["state"] {
  return state === "unverified" ? "priced" : state;
}

function isPromise(price: Price): boolean {
  return price.from !== undefined && price.from > knownOn(price);
}

/** The first day from its own on which a source repeated what had been announced. */
function confirmedOn(price: Price): Day {
  const from = price.from ?? "";
  const days = [price.lastSeen, price.checked, ...(price.confirmed ?? []).map(({ day }) => day)];
  return earliest(...days.filter((day) => day !== undefined && day >= from)) ?? from;
}

/** All that was ever announced by `now`, whatever became of it. */
function promised(prices: readonly Price[], now: Day): Price[] {
  return prices.filter(
    (price) =>
      price.kind !== "unconfirmed" && (isPromise(price) || price.kind === "cancelled") && knownOn(price) <= now,
  );
}

function promise(moved: Mover, price: Price, intervals: readonly Interval[], standing: readonly Price[]): CatalogEvent {
  const said = knownOn(price);
  const before = intervalOn(intervals, said)?.price ?? intervals.at(-1)?.price;
  const event = { ...moved(price, price.from ?? said, before), accepted: said };
  if (price.kind === "cancelled") return { kind: "cancelled", ...event };
  return { kind: "announced", ...event, pending: standing.includes(price) };
}

function endOf(catalog: Catalog, offer: Offer, now: Day, before: Price | undefined): CatalogEvent[] {
  const { gone, absent } = offer;
  if (gone === undefined || gone > now || absent) return [];
  return [{ kind: "retired", ...sellerPart(catalog, offer, gone, gone, false), ...(before && { before }) }];
}
