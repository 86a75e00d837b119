import type { Quote } from "../../catalog/catalog.ts";
import { costOf } from "../../catalog/cost.ts";
import type { AnswerRow, Derived } from "../answer.ts";
import type { Context } from "../context.ts";
import { noteWorkload, withCost } from "../costs.ts";
import { baseOf, change, cheaper, comparable, type Named } from "../derive.ts";
import { figure } from "../money.ts";
import { rateOf } from "../price.ts";
import { noteQuote } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf } from "../rows.ts";
import { quotesNamed } from "../subjects.ts";
import { isEmpty, usageOf, type WorkloadUsage } from "../workload.ts";
import { rank } from "./rank.ts";

/** What a workload costs: of each model named, or of all that satisfy, the cheapest first. */
export function cost(context: Context): Result {
  const { query } = context;
  const work = query.workload && usageOf(context, query.workload);
  if (!work || isEmpty(work)) return nothing("clarify");
  const quotes = quotesNamed(context);
  if (quotes.length === 0) return query.models || query.families ? nothing("not_found") : rank(context);
  noteWorkload(context, work);
  const named = quotes.map((quote): Named => ({ name: quote.model.id || "given", row: costRow(context, quote, work) }));
  const ordered = arranged(context, named);
  const shown = ordered.slice(0, query.limit ?? ordered.length);
  const derived = [...quotes.flatMap((quote) => bothSides(context, quote, work)), ...compared(context, named)];
  return {
    rows: inCurrencies(
      context,
      shown.map(({ row }) => row),
    ),
    ...(derived.length > 0 && { derived }),
  };
}

function costRow(context: Context, quote: Quote, work: WorkloadUsage): AnswerRow {
  if (quote.price?.source !== "question") noteQuote(context, quote);
  const { requests, input } = work.usage;
  const context_ = quote.offer.context ?? quote.model.context;
  if (requests !== undefined && context_ !== undefined && input > context_) {
    context.notes.add("exceeds_context", { model: quote.model.id, context: context_, tokens: input });
  }
  const row = rowOf(context, quote, work.situation);
  return withCost(context, quote, quote.price?.source === "question" ? { ...row, given: true } : row, work);
}

/** A count with neither side named costs one figure as input and another as output. */
function bothSides(context: Context, quote: Quote, { usage, asOutput, situation }: WorkloadUsage): Derived[] {
  const rate = rateOf(quote.price, situation);
  if (!asOutput || !rate || (quote.price?.state !== "priced" && quote.price?.state !== "free")) return [];
  const of = quote.model.id || "given";
  const { currency } = quote.price;
  const sides = [
    ["input", costOf(rate, usage).total],
    ["output", costOf(rate, asOutput).total],
  ] as const;
  return sides.flatMap(([on, total]): Derived[] => {
    if (!total) return [];
    const asked = [context.query.currency ?? currency].flat()[0] ?? currency;
    const shown = context.money.to(total, currency, asked) ?? total;
    return [{ figure: "cost", value: figure(shown), on, of, currency: shown === total ? currency : asked }];
  });
}

function arranged(context: Context, named: readonly Named[]): Named[] {
  const { sort, limit } = context.query;
  if (sort === undefined && limit === undefined) return [...named];
  const keyed = named.map((one) => ({ one, key: comparable(context, one.row, "cost", context.home) }));
  const sign = sort?.order === "desc" ? -1 : 1;
  keyed.sort((a, b) => (a.key && b.key ? sign * a.key.cmp(b.key) : Number(!a.key) - Number(!b.key)));
  return keyed.map(({ one }) => one);
}

function compared(context: Context, named: readonly Named[]): Derived[] {
  const { derive } = context.query;
  const base = baseOf(context, named);
  if (derive === undefined || derive === "median" || !base || named.length < 2) return [];
  if (derive === "cheaper") return cheaper(context, named, "cost");
  return named.flatMap((of) => (of === base ? [] : change(context, derive, of, base, "cost")));
}
