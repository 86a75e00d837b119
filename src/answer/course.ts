import { addDays } from "../catalog/days.ts";
import type { Price } from "../catalog/schema.ts";
import type { Interval } from "../catalog/timeline.ts";

/**
 * The course of a price as a reader sees it: neighbouring facts that state one price are one interval, which begins
 * with the first and is confirmed by the later ones. What a source did not know for a while, or said of a single day
 * otherwise only in lesser units, is no step.
 */
export function courseOf(intervals: readonly Interval[]): Interval[] {
  const steps = intervals.filter((interval, at) => !isGap(intervals[at - 1], interval, intervals[at + 1]));
  const out: Interval[] = [];
  for (const interval of steps) {
    const before = out.at(-1);
    if (before && repeats(before, interval)) {
      const { end: _, ...open } = { ...before, price: confirmed(before.price, interval.price) };
      out[out.length - 1] = interval.end === undefined ? open : { ...open, end: interval.end };
    } else out.push(interval);
  }
  return out;
}

/** No price known, between two times of the same one. */
function isGap(before: Interval | undefined, { price }: Interval, after: Interval | undefined): boolean {
  return price.rates.length === 0 && before !== undefined && after !== undefined && sameUnits(SHOWN, before, after);
}

function repeats(before: Interval, interval: Interval): boolean {
  const { start, end } = interval;
  if (before.end === undefined || addDays(before.end, 1) > start) return false;
  const meets = addDays(before.end, 1) === start;
  const isOneDay = meets && start === end && sameUnits(SIDES, before, interval);
  return isOneDay || ((meets || isResumed(before, interval)) && sameUnits(SHOWN, before, interval));
}

/** Taken up again by the same source after a gap in which it knew no price. */
function isResumed({ price: a }: Interval, { price: b }: Interval): boolean {
  return a.source === b.source && a.until === undefined;
}

function confirmed(price: Price, later: Price): Price {
  const sights = [{ source: later.source, day: later.lastSeen ?? later.seen }, ...(later.confirmed ?? [])];
  return { ...price, confirmed: [...(price.confirmed ?? []), ...sights] };
}

const SHOWN = ["input", "output", "cache_read"] as const;
const SIDES = ["input", "output"] as const;

/** Whether two facts are one price to a reader: what else differs between sources is no step. */
function sameUnits(units: readonly (typeof SHOWN)[number][], { price: a }: Interval, { price: b }: Interval): boolean {
  const shown = ({ rates }: Price) =>
    JSON.stringify(rates.map((rate) => [rate.when, units.map((unit) => rate.units[unit])]));
  return a.currency === b.currency && a.state === b.state && shown(a) === shown(b);
}
