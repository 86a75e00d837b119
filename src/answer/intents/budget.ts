import type { Quote } from "../../catalog/catalog.ts";
import { costOf } from "../../catalog/cost.ts";
import { priceOf } from "../../catalog/rates.ts";
import { Decimal } from "../../lib/decimal.ts";
import type { AnswerRow, Derived } from "../answer.ts";
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { noteWorkload, withCost } from "../costs.ts";
import { figure } from "../money.ts";
import type { SortBy } from "../order.ts";
import { blended, currencyOf, outputOf, rateOf } from "../price.ts";
import { noteQuote } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf } from "../rows.ts";
import { scopeOf } from "../scope.ts";
import { select, type Wanted } from "../select.ts";
import { noteSelection } from "../selection-notes.ts";
import { quotesNamed } from "../subjects.ts";
import { noteBestHosted, noteTable, page } from "../table.ts";
import { usageOf, type WorkloadUsage } from "../workload.ts";

const ROWS = 10;

/** What an amount of money buys: tokens of either side, of their mix, or whole calls; floored. */
export function budget(context: Context): Result {
  const { query } = context;
  if (!query.budget) return nothing("clarify");
  // A workload here is one unit of what is bought, so its own length picks the tier.
  const work = query.workload && usageOf(context, { requests: 1, ...query.workload });
  if (work) noteWorkload(context, work);
  const quotes = quotesNamed(context);
  if (quotes.length === 0) return query.models || query.families ? nothing("not_found") : most(context, work);
  for (const quote of quotes) if (quote.price?.source !== "question") noteQuote(context, quote);
  const rows = quotes.map((quote) => budgetRow(context, quote, work));
  const isRanked = query.sort?.by === "tokens" || query.limit !== undefined;
  const shown = isRanked ? byTokens(rows, query.sort?.order).slice(0, query.limit) : rows;
  const derived = compared(context, rows);
  return { rows: inCurrencies(context, shown), ...(derived.length > 0 && { derived }) };
}

/** Without a model named: those that the money buys most tokens of. */
function most(context: Context, work: WorkloadUsage | undefined): Result {
  const { query, site } = context;
  const by: SortBy = work ? "cost" : (sideOf(context) ?? "price");
  const order = query.sort?.by === "tokens" && query.sort.order === "asc" ? "desc" : "asc";
  const wanted: Wanted = { scope: scopeOf(query, site), by, order, work, anyState: false, per: "model" };
  const selection = select(context, wanted);
  const shown: Candidate[] = page(context, selection.found, ROWS);
  noteTable(context, shown, selection, wanted);
  noteSelection(context, selection);
  noteBestHosted(context, wanted);
  return {
    rows: inCurrencies(
      context,
      shown.map(({ quote }) => budgetRow(context, quote, work)),
    ),
    count: selection.found.length,
  };
}

function sideOf({ query }: Context): "input" | "output" | "cache_read" | undefined {
  const sides = (query.fields ?? []).filter(
    (field) => field === "input" || field === "output" || field === "cache_read",
  );
  return sides.length === 1 ? sides[0] : undefined;
}

function budgetRow(context: Context, quote: Quote, work: WorkloadUsage | undefined): AnswerRow {
  const row = rowOf(context, quote, work?.situation);
  const tokens = bought(context, quote, work);
  const full = work ? withCost(context, quote, row, work) : row;
  return { ...full, ...(tokens && { tokens }), ...(quote.price?.source === "question" && { given: true as const }) };
}

function bought(context: Context, quote: Quote, work: WorkloadUsage | undefined): AnswerRow["tokens"] {
  const { query, money, notes } = context;
  const { price, model } = quote;
  if (!query.budget || (price?.state !== "priced" && price?.state !== "free")) return undefined;
  const funds = money.to(new Decimal(query.budget.amount), query.budget.currency, currencyOf(quote));
  if (!funds) return undefined;
  if (price.state === "free") {
    notes.add("free_of_charge", { model: model.id });
    return undefined;
  }
  const rate = rateOf(price, work?.situation ?? context.situation);
  if (work && rate) return units(funds, costOf(rate, work.usage).total);
  const [input, output] = [priceOf(rate, "input"), outputOf(quote, rate)];
  if (query.blend) return { ...perMillion("mixed", funds, blended(input, output, query.blend)) };
  const side = sideOf(context);
  return {
    ...(side === "cache_read" && perMillion("cacheRead", funds, priceOf(rate, "cache_read"))),
    ...((side === undefined || side === "input") && perMillion("input", funds, input)),
    ...((side === undefined || side === "output") && perMillion("output", funds, output)),
  };
}

type Tokens = NonNullable<AnswerRow["tokens"]>;

/** Whole tokens that the money buys at a price per 1M; nothing where the price is unknown or zero. */
function perMillion(kind: keyof Tokens, funds: Decimal, price: Decimal | null): Tokens {
  return price === null || price.isZero() ? {} : { [kind]: funds.times(1e6).div(price).floor().toNumber() };
}

function units(funds: Decimal, cost: Decimal | undefined): Tokens {
  return cost === undefined || cost.isZero() ? {} : { units: funds.div(cost).floor().toNumber() };
}

function countOf({ tokens }: AnswerRow): number | undefined {
  return tokens && (tokens.units ?? tokens.mixed ?? tokens.input ?? tokens.output ?? tokens.cacheRead);
}

function byTokens(rows: readonly AnswerRow[], order: "asc" | "desc" = "desc"): AnswerRow[] {
  const sign = order === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => sign * ((countOf(a) ?? 0) - (countOf(b) ?? 0)));
}

/** How many more tokens one buys than the other: the last one named is the base. */
function compared({ query }: Context, rows: readonly AnswerRow[]): Derived[] {
  const base = rows.at(-1);
  const count = base && countOf(base);
  if (!base || !count || rows.length < 2 || query.derive === undefined || query.derive === "median") return [];
  return rows.slice(0, -1).flatMap((row): Derived[] => {
    const own = countOf(row);
    if (own === undefined) return [];
    const about = { on: "tokens", of: row.model, base: base.model };
    if (query.derive === "difference") return [{ figure: "difference", value: String(own - count), ...about }];
    if (query.derive === "percent")
      return [{ figure: "percent", value: figure(new Decimal(own).div(count).minus(1).times(100)), ...about }];
    return [{ figure: "times", value: figure(new Decimal(own).div(count)), ...about }];
  });
}
