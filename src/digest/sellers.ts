import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogEvent, UnitChange } from "../catalog/event.ts";
import { directionOf } from "../catalog/unit-changes.ts";
import { Decimal, significant } from "../lib/decimal.ts";

type Moved = Extract<CatalogEvent, { kind: "price" | "correction" }>;
const DIGITS = 12;

/** Each seller's part of grouped events as an event of its own, so that sellers can be filtered and grouped anew. */
export function apart(catalog: Catalog, events: readonly CatalogEvent[]): CatalogEvent[] {
  const currencies = new Map(catalog.offers.map(({ id, prices }) => [id, prices.at(-1)?.currency]));
  return events.flatMap((event): CatalogEvent[] => {
    const lead = { ...event, following: [] };
    const others = event.following.map(({ changes, currency: own, ...seller }): CatalogEvent => {
      if (!("changes" in event)) return { ...lead, ...seller };
      const currency = own ?? currencies.get(seller.offer) ?? event.currency;
      return { ...event, ...seller, changes, currency, following: [] };
    });
    return [lead, ...others];
  });
}

/** The same event led by the vendor's own offer on a site, where that is among those who did it. */
export function ledFrom(event: CatalogEvent, site: "cn" | "intl"): CatalogEvent {
  const other = event.following.find((one) => one.official && one.site === site);
  if (!event.official || !other || event.site === undefined || event.site === site) return event;
  const { offer, provider, official, effective, dated, accepted } = event;
  const moved = "changes" in event ? { currency: event.currency, changes: event.changes } : { changes: [] };
  const old = { offer, provider, site: event.site, official, effective, dated, accepted, ...moved };
  const following = [old, ...event.following.filter((one) => one !== other)];
  const { changes: own, currency, ...lead } = other;
  const priced = "changes" in event && { changes: own, currency: currency ?? event.currency };
  return { ...event, ...lead, ...priced, following } as CatalogEvent;
}

/** How many others did the same; a vendor's own further offers and sites are no others. */
export function followersIn({ provider, following }: CatalogEvent): number {
  return new Set(following.filter((one) => !one.official && one.provider !== provider).map((one) => one.provider)).size;
}

/**
 * What an offer's events of a period come to: a price that moved twice moved once, from the first figure to the last;
 * one that is back where it was, or whose move was corrected away, did not move and counts as a correction; who left
 * and came back did neither; a report that was confirmed is no report any more.
 */
export function netted(events: readonly CatalogEvent[]): CatalogEvent[] {
  const byOffer = new Map<string, CatalogEvent[]>();
  for (const event of [...events].sort(byAcceptance)) {
    const own = byOffer.get(event.offer) ?? [];
    byOffer.set(event.offer, own);
    own.push(event);
  }
  return [...byOffer.values()].flatMap((own) => (own.length === 1 ? own : netOf(own)));
}

function byAcceptance(a: CatalogEvent, b: CatalogEvent): number {
  const [x, y] = [`${a.accepted} ${a.effective}`, `${b.accepted} ${b.effective}`];
  return x < y ? -1 : Number(x > y);
}

function netOf(events: CatalogEvent[]): CatalogEvent[] {
  const moves = events.filter((event): event is Moved => event.kind === "price" || event.kind === "correction");
  const others = events.filter((event) => !moves.includes(event as Moved));
  const isBack = others.some(({ kind }) => kind === "retired") && others.some(({ kind }) => kind === "new_host");
  const rest = others.filter((event) => {
    if (event.kind === "unconfirmed") return !moves.some(({ accepted }) => accepted >= event.accepted);
    return !isBack || (event.kind !== "retired" && event.kind !== "new_host");
  });
  const last = moves.findLast((event) => event.kind === "price");
  if (!last || moves.length === 1) return [...moves, ...rest];
  return [sum(moves, last), ...rest];
}

function sum(moves: Moved[], last: Extract<Moved, { kind: "price" }>): CatalogEvent {
  const { kind, direction: _, reason, ...base } = last;
  const changes = chained(moves);
  const before = moves[0]?.before;
  const whole = { ...base, changes, ...(before && { before }), after: moves.at(-1)?.after ?? last.after };
  if (changes.length === 0) return { kind: "correction", ...whole };
  return { kind, ...whole, direction: directionOf(changes), ...(reason && { reason }) };
}

function chained(moves: readonly Moved[]): UnitChange[] {
  const units = new Map<string, UnitChange>();
  for (const change of moves.flatMap(({ changes }) => changes)) {
    const key = JSON.stringify([change.unit, change.when]);
    const before = units.get(key)?.before ?? change.before;
    units.set(key, { ...change, before, percent: percentOf(before, change.after) });
  }
  return [...units.values()].filter(({ before, after }) => !new Decimal(before).eq(after));
}

function percentOf(before: string, after: string): string | null {
  const old = new Decimal(before);
  return old.isZero() ? null : significant(new Decimal(after).minus(old).div(old).times(100), DIGITS);
}
