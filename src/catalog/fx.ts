import { Decimal } from "../lib/decimal.ts";
import { daysBetween } from "./days.ts";
import type { Currency, Day, FxSeries } from "./schema.ts";

/** CNY per USD, with the day and source that an answer names. A stated rate has no day. */
export interface FxRate {
  rate: Decimal;
  day?: Day;
  source: string;
}

/** A series with a rate that the operator has set, which wins over every day's. */
export type Rates = FxSeries & { stated?: string };

/** A catalog that reckons with the operator's own rate. */
export function withRate<T extends { readonly fx: Rates }>(catalog: T, stated: string | undefined): T {
  return stated === undefined ? catalog : { ...catalog, fx: { ...catalog.fx, stated } };
}

/** The rate of the day asked, else of the nearest day of the series that was known by `now`; of two as near, the earlier. */
export function fxOn(series: Rates, day: Day, now: Day): FxRate | undefined {
  if (series.stated !== undefined) return { rate: new Decimal(series.stated), source: "operator" };
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
