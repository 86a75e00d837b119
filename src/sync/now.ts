import type { Day, Price } from "../catalog/schema.ts";
import { intervalOn, settle } from "../catalog/timeline.ts";

/** The list price in force on a day by what was known then, from an offer's newest facts. */
export function priceNow(prices: readonly Price[], day: Day): Price | undefined {
  const { intervals } = settle(prices, day);
  return (intervalOn(intervals, day) ?? intervals.at(-1))?.price;
}
