import type { Currency } from "../catalog/schema.ts";
import { Decimal } from "../lib/decimal.ts";
import { isNear } from "../lib/near.ts";
import type { Filters, PriceBound } from "../query/query.ts";
import type { Candidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import { type Figures, ownFigures } from "./figures.ts";
import type { Test } from "./judge.ts";
import type { WorkloadUsage } from "./workload.ts";

/** Amounts that a figure must keep to, all in one currency. */
interface Bounds {
  min?: number | undefined;
  max?: number | undefined;
  over?: number | undefined;
  under?: number | undefined;
  currency: Currency;
}

interface Limit {
  exact: Decimal;
  near: number;
  holds: (order: number) => boolean;
}

/** A bound on prices, in the currency of the candidate at the day's rate; an unknown side satisfies none. */
export function priceTest(context: Context, bound: PriceBound): Test {
  const sides = bound.on === "price" ? (["input", "output"] as const) : ([bound.on] as const);
  const limits = limitsOf(context, bound, new Decimal(1e6).div(bound.per));
  const tests = sides.map((side) => limitTest(ownFigures(context, side), limits));
  return (candidate) => tests.every((test) => test(candidate));
}

/** What the workload may cost. */
export function costTest(context: Context, cost: NonNullable<Filters["cost"]>, usage: WorkloadUsage): Test {
  return limitTest(ownFigures(context, "cost", usage), limitsOf(context, cost, new Decimal(1)));
}

/** The limits in each currency that offers are billed in; without a rate between the two nothing keeps to them. */
function limitsOf({ money }: Context, bounds: Bounds, factor: Decimal): Record<Currency, Limit[]> {
  const { min, max, over, under, currency } = bounds;
  const limitsIn = (own: Currency): Limit[] => {
    const limit = (amount: number | undefined, holds: Limit["holds"]): Limit[] => {
      if (amount === undefined) return [];
      const exact = money.peek(factor.times(amount), currency, own) ?? new Decimal(Number.NaN);
      return [{ exact, near: exact.toNumber(), holds }];
    };
    return [
      ...limit(min, (order) => order >= 0),
      ...limit(max, (order) => order <= 0),
      ...limit(over, (order) => order > 0),
      ...limit(under, (order) => order < 0),
    ];
  };
  return { USD: limitsIn("USD"), CNY: limitsIn("CNY") };
}

function limitTest(figures: Figures, limits: Record<Currency, Limit[]>): (candidate: Candidate) => boolean {
  return (candidate) => {
    const near = figures.near(candidate);
    if (Number.isNaN(near)) return false;
    return limits[candidate.currency].every((limit) => {
      if (!isNear(near, limit.near)) return limit.holds(near - limit.near);
      const exact = figures.exact(candidate);
      return exact !== null && limit.holds(exact.cmp(limit.exact));
    });
  };
}
