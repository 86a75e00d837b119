import { Decimal } from "../lib/decimal.ts";
import { daysBetween } from "./days.ts";
import type { Currency, Day, FxSeries } from "./schema.ts";

/** CNY per USD, with the day and source that an answer names. A stated rate has no day. */
export interface FxRate {
  rate: Decimal;
  day?: Day;
  source: string;
}

/** The rate of the day asked, else of the nearest day of the series that was known by `now`; of two as near, the earlier. */
export function fxOn(series: FxSeries, day: Day, now: Day): FxRate | undefined {
  let best: FxSeries["rates"][number] | undefined;
  for (const entry of series.rates) {
    if (entry.day > now) break;
    if (best && distance(entry.day, day) >= distance(best.day, day)) {
      if (entry.day > day) break;
      continue;
    }
    best = entry;
  }
  return (
    best && {
      rate: new Decimal(best.rate),
      day: best.day,
      source: series.source,
    }
  );
}

function distance(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}

/** An amount of one currency in another. */
export function convert(amount: Decimal, from: Currency, to: Currency, { rate }: FxRate): Decimal {
  if (from === to) return amount;
  return from === "USD" ? amount.times(rate) : amount.div(rate);
}
