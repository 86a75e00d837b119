import type { Quote } from "../catalog/catalog.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Decimal } from "../lib/decimal.ts";
import type { ThanBound } from "../query/query.ts";
import type { Candidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import type { Test } from "./judge.ts";
import { figure } from "./money.ts";
import { mainOffer } from "./offers.ts";
import { blended, currencyOf, outputOf, rateOf } from "./price.ts";

type Side = Extract<ThanBound["on"], "input" | "output" | "cache_read" | "price">;
const SIDES: readonly string[] = ["input", "output", "cache_read", "price"] satisfies Side[];

/** Bounds set by another model; one that cannot be taken lets nothing through, and the answer says so. */
export function thanTests(context: Context, bounds: readonly ThanBound[]): Test[] {
  return bounds.map((bound) => {
    const quote = mainOffer(context, bound.model);
    const test =
      quote && (SIDES.includes(bound.on) ? priceTest(context, bound, quote) : factTest(context, bound, quote));
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
function priceTest(context: Context, { on, model, is, times = 1 }: ThanBound, quote: Quote): Test | undefined {
  const of = ({ rate, input, output }: Pick<Candidate, "rate" | "input" | "output">): Decimal | null => {
    if (on === "price") return blended(input, output, context.blend);
    return on === "input" ? input : on === "output" ? output : priceOf(rate, "cache_read");
  };
  const rate = rateOf(quote.price, context.situation);
  const bound = of({
    rate,
    input: priceOf(rate, "input"),
    output: outputOf(quote, rate),
  });
  if (!bound) return undefined;
  const currency = currencyOf(quote);
  context.notes.add("than", {
    model,
    on,
    value: figure(bound.times(times)),
    currency,
  });
  const limit = context.money.comparable(bound.times(times), currency);
  return (candidate) => {
    const price = of(candidate);
    return price !== null && holds(is, context.money.comparable(price, candidate.currency).cmp(limit));
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
