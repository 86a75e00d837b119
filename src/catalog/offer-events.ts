import type { Catalog } from "./catalog.ts";
import { earliest } from "./days.ts";
import type { CatalogEvent, UnitChange } from "./event.ts";
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
      if (caughtUp(intervals[at - 2], intervals[at - 1], interval)) return [];
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

function acceptedOn(price: Price): Day {
  return price.accepted ?? knownOn(price);
}

/** What the next interval means to who pays: nothing where two sources differ, and nobody saw the price move. */
function stepEvents(moved: Mover, before: Interval | undefined, { price, start }: Interval): CatalogEvent[] {
  const event = moved(price, start, before?.price);
  if (price.list === "promotion") {
    return [{ kind: "promotion", ...event, ...(price.until && { until: price.until }) }];
  }
  if (!before || before.start > start) return [];
  const { changes } = event;
  if (before.price.list === "promotion") {
    if (changes.length === 0) return [];
    return [{ kind: "price", ...event, direction: directionOf(changes), reason: "promotion_ended" }];
  }
  const came = isPromise(price);
  if ((price.kind !== "move" && !came) || before.price.currency !== price.currency) return [];
  const states = `${stateOf(before.price)} ${stateOf(price)}`;
  if (states === "priced free") return [{ kind: "free", ...event }];
  if (states === "free priced") return [{ kind: "paid", ...event }];
  if (states !== "priced priced" || changes.length === 0) return [];
  const direction = directionOf(changes);
  if (!came) return [{ kind: "price", ...event, direction }];
  return [{ kind: "price", ...event, accepted: confirmedOn(price), direction, reason: "announced" }];
}

/**
 * Back to the price before last, where nobody saw that one go: a source that was behind has caught up with the others,
 * and nobody moved.
 */
function caughtUp(first: Interval | undefined, second: Interval | undefined, { price }: Interval): boolean {
  if (!first || !second || second.price.kind !== "first_seen" || second.price.list !== "list") return false;
  return first.price.currency === price.currency && unitChanges(first.price, price).every(isNoSide);
}

function isNoSide({ unit }: UnitChange): boolean {
  return unit !== "input" && unit !== "output";
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
