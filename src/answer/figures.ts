import { costOf, nearCost } from "../catalog/cost.ts";
import { nearPrice, priceOf } from "../catalog/rates.ts";
import { UNIT_IDS, type UnitId } from "../catalog/units.ts";
import type { Decimal } from "../lib/decimal.ts";
import type { Candidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import { blended } from "./price.ts";
import type { WorkloadUsage } from "./workload.ts";

/** Orders by money: the cheapest offer of a model is the one that such an order puts first. */
export const MONEY_ORDERS = ["price", "input", "output", "cache_read", "cache_ratio", "batch_input", "cost"] as const;
export type MoneyOrder = (typeof MONEY_ORDERS)[number];

/**
 * The figure that an order compares, in one currency. Nearly all comparisons are settled by floats; decimals, which
 * cost a hundred times as much, are left to the few that lie too close.
 */
export interface Figures {
  /** Within 10⁻¹⁴ of the figure; NaN where it is not known. */
  near(candidate: Candidate): number;
  exact(candidate: Candidate): Decimal | null;
  /** Whether two whose figures are known have the same prices, so that their figures are the same, too. */
  isSame(a: Candidate, b: Candidate): boolean;
}

/** The figures of an order by money; `cost` needs the workload. */
export function figuresOf(context: Context, by: MoneyOrder, work?: WorkloadUsage): Figures {
  const own = ownFigures(context, by, work);
  if (by === "cache_ratio") return own;
  const { money } = context;
  const yuan = money.rate?.rate.toNumber() ?? 1;
  return {
    near: (candidate) => own.near(candidate) / (candidate.currency === "CNY" ? yuan : 1),
    exact(candidate) {
      const figure = own.exact(candidate);
      return figure && money.comparable(figure, candidate.currency);
    },
    isSame: (a, b) => a.currency === b.currency && own.isSame(a, b),
  };
}

/** The same in the candidates' own currencies. */
export function ownFigures(context: Context, by: MoneyOrder, work?: WorkloadUsage): Figures {
  if (by === "price") return blend(context);
  if (by === "cost") return cost(work);
  if (by === "cache_ratio") return cacheRatio();
  return side(by);
}

const SIDES = ["input", "output"] as const;

/** Whether rates give units the same price, digit for digit. */
const agree = (a: Candidate, b: Candidate, units: readonly UnitId[]): boolean =>
  a.rate === b.rate || units.every((unit) => a.rate?.units[unit] === b.rate?.units[unit]);

function blend({ blend: weights }: Context): Figures {
  const sum = weights.input + weights.output;
  const part = (price: number, weight: number) => (weight === 0 ? 0 : price * weight);
  const hasWhole = Number.isInteger(weights.input) && Number.isInteger(weights.output) && sum < 1000;
  const millionths = ({ near }: Candidate) =>
    part(Math.round(near.input * 1e6), weights.input) + part(Math.round(near.output * 1e6), weights.output);
  return {
    near: ({ near }) => (part(near.input, weights.input) + part(near.output, weights.output)) / sum,
    exact: ({ input, output }) => blended(input, output, weights),
    isSame: (a, b) => agree(a, b, SIDES) || (hasWhole && a.isWhole && b.isWhole && millionths(a) === millionths(b)),
  };
}

function side(by: "input" | "output" | "cache_read" | "batch_input"): Figures {
  const exact = (candidate: Candidate) =>
    by === "input" || by === "output" ? candidate[by] : priceOf(candidate.rate, by);
  return {
    near: ({ near, rate }) => (by === "input" || by === "output" ? near[by] : nearPrice(rate, by)),
    exact,
    isSame: (a, b) => agree(a, b, [by]),
  };
}

function cacheRatio(): Figures {
  return {
    near: ({ near, rate }) => (near.input === 0 ? Number.NaN : nearPrice(rate, "cache_read") / near.input),
    exact({ rate, input }) {
      const cached = priceOf(rate, "cache_read");
      return cached === null || input === null || input.isZero() ? null : cached.div(input);
    },
    isSame: (a, b) => agree(a, b, ["input", "cache_read"]),
  };
}

function cost(work: WorkloadUsage | undefined): Figures {
  return {
    near: ({ rate }) => (rate && work ? nearCost(rate, work.usage) : Number.NaN),
    exact: ({ rate }) => (rate && work && costOf(rate, work.usage).total) ?? null,
    isSame: (a, b) => agree(a, b, UNIT_IDS),
  };
}
