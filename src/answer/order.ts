import type { Market } from "../catalog/catalog.ts";
import { costOf } from "../catalog/cost.ts";
import type { Situation } from "../catalog/rates.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Model } from "../catalog/schema.ts";
import type { Decimal } from "../lib/decimal.ts";
import type { Query } from "../query/query.ts";
import { type Candidate, candidates, situationKey } from "./candidates.ts";
import type { Context } from "./context.ts";
import type { Standing } from "./filters.ts";
import { judge } from "./judge.ts";
import { blended } from "./price.ts";
import { remember } from "./remember.ts";
import { quotesIn, type Scope, scopeKey } from "./scope.ts";
import type { WorkloadUsage } from "./workload.ts";

export type SortBy = NonNullable<Query["sort"]>["by"];

/** Orders by money: the cheapest offer of a model is the one that this order puts first. */
const BY_MONEY = ["price", "input", "output", "cache_read", "cache_ratio", "batch_input", "cost"] as const;
export type MoneyOrder = (typeof BY_MONEY)[number];

export function isMoney(by: SortBy): by is MoneyOrder {
  return (BY_MONEY as readonly SortBy[]).includes(by);
}

/** A candidate with what it is ordered by, in one currency; `null` where that is not known. */
export interface Ranked {
  candidate: Candidate;
  key: Decimal | null;
  /** No other offer of its model is in the order. */
  sole: boolean;
}

/** The figure that an order compares, in the candidate's own currency. */
function keyOf(context: Context, by: MoneyOrder, candidate: Candidate, work?: WorkloadUsage): Decimal | null {
  const { rate, input, output } = candidate;
  if (by === "price") return blended(input, output, context.blend);
  if (by === "input") return input;
  if (by === "output") return output;
  if (by === "batch_input") return priceOf(rate, "batch_input");
  if (by === "cost") return (rate && work && costOf(rate, work.usage).total) ?? null;
  const cached = priceOf(rate, "cache_read");
  if (by === "cache_read" || cached === null) return cached;
  return input === null || input.isZero() ? null : cached.div(input);
}

const ORDERS_KEPT = 24;
const kept = new WeakMap<Market, Map<string, Ranked[]>>();

/** All offers of a scope from the cheapest up, those without the figure last; kept per market, but not for workloads. */
export function ordered(
  context: Context,
  scope: Scope,
  by: MoneyOrder,
  situation: Situation,
  standing: Standing,
): readonly Ranked[] {
  const { market, blend, money } = context;
  const orders = kept.get(market) ?? new Map<string, Ranked[]>();
  kept.set(market, orders);
  const key = [
    scopeKey(scope),
    standing.key,
    by,
    situationKey(situation),
    blend.input,
    blend.output,
    money.rate?.rate,
  ].join("|");
  return remember(orders, key, ORDERS_KEPT, () => {
    const make = candidates(market, situation);
    const found = quotesIn(market, scope).map(make);
    return ranked(
      context,
      found.filter((candidate) => judge(standing.tests, candidate) === true),
      by,
    );
  });
}

/** Candidates from the cheapest up, those without the figure last. */
export function ranked(context: Context, found: readonly Candidate[], by: MoneyOrder, work?: WorkloadUsage): Ranked[] {
  const offers = new Map<Model, number>();
  for (const { quote } of found) offers.set(quote.model, (offers.get(quote.model) ?? 0) + 1);
  const entries = found.map((candidate): Ranked => {
    const own = keyOf(context, by, candidate, work);
    const key = own && by !== "cache_ratio" ? context.money.comparable(own, candidate.currency) : own;
    return { candidate, key, sole: offers.get(candidate.quote.model) === 1 };
  });
  return entries.sort(cheapestFirst);
}

function cheapestFirst(a: Ranked, b: Ranked): number {
  if (!a.key || !b.key) return Number(!a.key) - Number(!b.key) || byNovelty(a, b);
  return a.key.cmp(b.key) || byNovelty(a, b);
}

/** Of two at one price the newer model, its lab before a cloud, then the id: an answer never depends on chance. */
function byNovelty({ candidate: a }: Ranked, { candidate: b }: Ranked): number {
  const [day, other] = [a.quote.model.released ?? "", b.quote.model.released ?? ""];
  if (day !== other) return day < other ? 1 : -1;
  const labs = Number(b.quote.provider.kind === "lab") - Number(a.quote.provider.kind === "lab");
  return labs || (a.quote.offer.id < b.quote.offer.id ? -1 : 1);
}

/** The facts that an order compares, larger meaning more; nothing where no source states them. */
export function factOf(by: SortBy, { quote, context, maxOutput }: Candidate): number | string | undefined {
  if (by === "context") return context;
  if (by === "max_output") return maxOutput;
  return by === "knowledge" ? quote.model.knowledge : quote.model.released;
}
