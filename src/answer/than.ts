import type { Quote } from "../catalog/catalog.ts";
import { isNear } from "../lib/near.ts";
import type { ThanBound } from "../query/query.ts";
import { candidateIn, usualCandidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import { figuresOf, ownFigures } from "./figures.ts";
import type { Test } from "./judge.ts";
import { figure } from "./money.ts";
import { mainOffer } from "./offers.ts";

type PriceBound = ThanBound & { on: "input" | "output" | "cache_read" | "price" };

function isOnPrice(bound: ThanBound): bound is PriceBound {
  return bound.on === "input" || bound.on === "output" || bound.on === "cache_read" || bound.on === "price";
}

/** Bounds set by another model; one that cannot be taken lets nothing through, and the answer says so. */
export function thanTests(context: Context, bounds: readonly ThanBound[]): Test[] {
  return bounds.map((bound) => {
    const quote = mainOffer(context, bound.model);
    const test = quote && (isOnPrice(bound) ? priceTest(context, bound, quote) : factTest(context, bound, quote));
    if (test) return (candidate) => candidate.quote.model.id !== bound.model && test(candidate);
    context.notes.add("than_unknown", { model: bound.model, on: bound.on });
    return () => false;
  });
}

function holds(is: ThanBound["is"], order: number): boolean {
  return {
    less: order < 0,
    more: order > 0,
    at_most: order <= 0,
    at_least: order >= 0,
  }[is];
}

/** `price` is the blend. */
function priceTest(context: Context, { on, model, is, times = 1 }: PriceBound, quote: Quote): Test | undefined {
  const other = candidateIn(context.situation)(usualCandidate(quote));
  const bound = ownFigures(context, on).exact(other)?.times(times);
  if (!bound) return undefined;
  context.notes.add("than", { model, on, value: figure(bound), currency: other.currency });
  const limit = context.money.comparable(bound, other.currency);
  const nearLimit = limit.toNumber();
  const figures = figuresOf(context, on);
  return (candidate) => {
    const near = figures.near(candidate);
    if (Number.isNaN(near)) return false;
    const order = isNear(near, nearLimit) ? figures.exact(candidate)?.cmp(limit) : near - nearLimit;
    return order !== undefined && holds(is, order);
  };
}

function factTest(
  context: Context,
  { on, model, is, times = 1 }: ThanBound,
  { model: other }: Quote,
): Test | undefined {
  if (on === "released") {
    const { released } = other;
    if (!released) return undefined;
    context.notes.add("than", { model, on, value: released });
    return ({ quote }) => {
      const day = quote.model.released;
      return day === undefined ? ["released"] : holds(is, day < released ? -1 : Number(day > released));
    };
  }
  const field = on === "context" ? "context" : "maxOutput";
  const value = other[field];
  if (value === undefined) return undefined;
  context.notes.add("than", { model, on, value: String(value * times) });
  return (candidate) => {
    const own = candidate[field];
    return own === undefined ? [on === "context" ? "context" : "max_output"] : holds(is, own - value * times);
  };
}
