import { addDays, earliest, latest } from "./days.ts";
import type { Day, Price } from "./schema.ts";

/** A price and the days (inclusive) on which it was in force; without `end`, to this day. */
export interface Interval {
  price: Price;
  start: Day;
  end?: Day;
}

/** What is known of an offer's prices on some day. */
export interface Timeline {
  /** List prices and promotions, oldest first, never overlapping. */
  intervals: Interval[];
  /** Prepaid packages beside them. */
  packages: Interval[];
  /** Later prices that a source announced and none has confirmed since. */
  announced: Price[];
  /** Announced, and since said to be cancelled. */
  withdrawn: Withdrawn[];
  /** Reports that are held for review, and that nothing known since has settled. */
  unconfirmed: Price[];
  /** Entries that a later one corrected, with the day from which it was wrong. */
  corrections: Correction[];
}

/** A promise and the word that took it back. */
export interface Withdrawn {
  price: Price;
  by: Price;
}

interface Correction {
  before: Price;
  after: Price;
  start: Day;
}

/** The first day on which a source is known to have said so. */
export function knownOn(price: Price): Day {
  return earliest(price.seen, price.checked) ?? price.seen;
}

/** From when it counts: the vendor's day, else the first day that proves it. */
export function startOf(price: Price): Day {
  return price.from ?? earliest(price.seen, price.checked, price.until) ?? price.seen;
}

/** The last day up to `now` on which a source is known to have said so. */
export function saidLast(price: Price, now: Day): Day {
  const later = (price.confirmed ?? []).map(({ day }) => day);
  const days = [price.lastSeen, price.checked, ...later].filter((day) => day !== undefined && day <= now);
  return latest(knownOn(price), ...days) ?? now;
}

/** Announced before its day, and not repeated by its source on or after that day. */
function isUnconfirmed(price: Price, now: Day): boolean {
  return price.from !== undefined && price.from > knownOn(price) && saidLast(price, now) < price.from;
}

/** Puts dated facts in order and settles which of them held when, by what was known on `now`. */
export function settle(prices: readonly Price[], now: Day): Timeline {
  const [only] = prices;
  if (prices.length === 1 && only && isPlain(only, now)) {
    const intervals = [{ price: only, start: startOf(only) }];
    return { intervals, packages: NONE, announced: NONE, withdrawn: NONE, unconfirmed: NONE, corrections: NONE };
  }
  const said = prices.filter((price) => knownOn(price) <= now);
  const known = said.filter(({ kind }) => kind !== "unconfirmed");
  const cancelled = known.filter(({ kind }) => kind === "cancelled");
  const pending = known.filter((price) => price.kind !== "cancelled" && isUnconfirmed(price, now));
  const facts = known.filter((price) => price.kind !== "cancelled" && !isUnconfirmed(price, now));
  const list = inOrder(facts.filter((price) => price.list !== "package"));
  const open = pending.filter((price) => !facts.some((other) => knownOn(other) >= startOf(price)));
  const withdrawn = open.flatMap((price) => {
    const by = cancelled.find((other) => isAfter(other, price));
    return by ? [{ price, by }] : [];
  });
  return {
    ...withEnds(list),
    packages: withEnds(inOrder(facts.filter((price) => price.list === "package"))).intervals,
    announced: open.filter((price) => !withdrawn.some((one) => one.price === price)),
    withdrawn,
    unconfirmed: said.filter((price) => price.kind === "unconfirmed" && !isSettled(price, facts)),
  };
}

const NONE: never[] = [];

function isSettled(report: Price, facts: readonly Price[]): boolean {
  return facts.some((fact) => knownOn(fact) >= knownOn(report));
}

/** A single known list price, as most offers have: nothing to put in order. */
function isPlain(price: Price, now: Day): boolean {
  const { list, kind, until, from } = price;
  if (
    list === "package" ||
    kind === "cancelled" ||
    kind === "unconfirmed" ||
    until !== undefined ||
    knownOn(price) > now
  )
    return false;
  return from === undefined || from <= knownOn(price);
}

function isAfter(cancellation: Price, price: Price): boolean {
  return knownOn(cancellation) >= knownOn(price) && (!cancellation.from || cancellation.from === price.from);
}

function inOrder(prices: Price[]): Price[] {
  const isPromotion = (price: Price) => Number(price.list === "promotion");
  const order = (a: Price, b: Price) =>
    compare(startOf(a), startOf(b)) || isPromotion(a) - isPromotion(b) || compare(knownOn(a), knownOn(b));
  return [...prices].sort(order);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Closes each interval where the next one starts. A correction takes the place of what it corrects, and of two
 * that start on one day the later known wins; after a promotion the list price before it holds again.
 */
function withEnds(prices: Price[]): {
  intervals: Interval[];
  corrections: Correction[];
} {
  const starts: Interval[] = [];
  const corrections: Correction[] = [];
  for (const price of prices) {
    const last = starts.at(-1);
    if (last && price.kind === "correction") {
      starts[starts.length - 1] = { price, start: last.start };
      corrections.push({ before: last.price, after: price, start: last.start });
    } else if (last && last.start === startOf(price) && price.list === last.price.list) {
      starts[starts.length - 1] = { price, start: last.start };
    } else starts.push({ price, start: startOf(price) });
  }
  return {
    intervals: starts.flatMap((entry, at) => closed(entry, starts[at + 1]?.start, starts[at - 1])),
    corrections,
  };
}

function closed({ price, start }: Interval, next: Day | undefined, before: Interval | undefined): Interval[] {
  const end = earliest(price.until, next && addDays(next, -1));
  if (end !== undefined && end < start) return [];
  const interval = end === undefined ? { price, start } : { price, start, end };
  const resumes = price.list === "promotion" && end !== undefined && end === price.until && before;
  const last = earliest(before?.price.until, next && addDays(next, -1));
  if (!resumes || (last !== undefined && last <= end)) return [interval];
  const after = { price: before.price, start: addDays(end, 1) };
  return [interval, last === undefined ? after : { ...after, end: last }];
}

/** The interval that a day lies in. */
export function intervalOn(intervals: readonly Interval[], day: Day): Interval | undefined {
  return intervals.findLast(({ start, end }) => start <= day && (end === undefined || end >= day));
}

/** By which source and day an answer dates a price: the newest check, else the newest day on which it was seen so. */
export interface Dated {
  source: string;
  checked?: Day;
  seen?: Day;
}

/** How a price is dated by what was known on `day`. */
export function datedBy(price: Price, day: Day): Dated {
  const { source, seen, lastSeen, checked, confirmed = [] } = price;
  const own = {
    source,
    day: seen > day ? knownOn(price) : (earliest(lastSeen ?? seen, day) ?? seen),
  };
  const checks = [{ source, day: checked }, ...confirmed.filter((other) => other.checked)];
  const check = newest(
    checks.filter((one): one is { source: string; day: Day } => one.day !== undefined && one.day <= day),
  );
  if (check) return { source: check.source, checked: check.day };
  const sight = newest([own, ...confirmed.filter((other) => other.day <= day)]) ?? own;
  return { source: sight.source, seen: sight.day };
}

function newest<T extends { day: Day }>(sights: readonly T[]): T | undefined {
  return sights.reduce<T | undefined>((last, one) => (last && last.day >= one.day ? last : one), undefined);
}
