import type { Market } from "../catalog/catalog.ts";
import type { Situation } from "../catalog/rates.ts";
import type { Model } from "../catalog/schema.ts";
import type { Decimal } from "../lib/decimal.ts";
import { isNear } from "../lib/near.ts";
import type { Query } from "../query/query.ts";
import { type Candidate, candidateIn, usualCandidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import { type Figures, figuresOf, MONEY_ORDERS, type MoneyOrder } from "./figures.ts";
import { standingTests } from "./filters.ts";
import { judge, type Test, type Verdict } from "./judge.ts";
import { remember } from "./remember.ts";
import { quotesIn, type Scope, scopeKey } from "./scope.ts";
import type { WorkloadUsage } from "./workload.ts";

export type SortBy = NonNullable<Query["sort"]>["by"];

export function isMoney(by: SortBy): by is MoneyOrder {
  return (MONEY_ORDERS as readonly SortBy[]).includes(by);
}

/** A candidate in an order by money. */
export interface Ranked extends Listed {
  /** What the question's tests say of it; never `false`. */
  verdict: Exclude<Verdict, false>;
  /** Whether the figure that it is ordered by is known. */
  isKnown: boolean;
}

/** What is ranked, by what, and on which conditions. */
export interface Order {
  scope: Scope;
  by: MoneyOrder;
  situation: Situation;
  tests: readonly Test[];
  work?: WorkloadUsage | undefined;
}

/** The offers of a scope that pass the tests, from the cheapest up, those without the figure last. */
export function ranked(context: Context, { scope, by, situation, tests, work }: Order): readonly Ranked[] {
  const inSituation = candidateIn(situation);
  const figures = figuresOf(context, by, work);
  const entries: Entry[] = [];
  for (const { candidate: usual, sole } of listed(context, scope)) {
    const candidate = inSituation(usual);
    const verdict = judge(tests, candidate);
    if (verdict === false) continue;
    const near = figures.near(candidate);
    entries.push({ candidate, sole, verdict, isKnown: !Number.isNaN(near), near, exact: undefined });
  }
  return entries.sort((a, b) => cheapestFirst(figures, a, b));
}

/** One of the offers that a scope holds. */
interface Listed {
  candidate: Candidate;
  /** No other offer of its model is in the scope. */
  sole: boolean;
}

const LISTS_KEPT = 48;
const lists = new WeakMap<Market, Map<string, readonly Listed[]>>();

/**
 * The offers of a scope that count at all, in the usual situation: data of a market, kept with it. They stand from
 * the cheapest up at the usual blend, so that sorting them for a question is little work.
 */
function listed(context: Context, scope: Scope): readonly Listed[] {
  const { market } = context;
  const standing = standingTests(context);
  const known = lists.get(market) ?? new Map<string, readonly Listed[]>();
  lists.set(market, known);
  return remember(known, `${scopeKey(scope)}|${standing.key}`, LISTS_KEPT, () => {
    const all = quotesIn(context.catalog, market, scope).map(usualCandidate);
    const found = all.filter((candidate) => judge(standing.tests, candidate) === true);
    return sortUsually(context, found);
  });
}

function sortUsually(context: Context, found: readonly Candidate[]): Listed[] {
  const offers = new Map<Model, number>();
  for (const { quote } of found) offers.set(quote.model, (offers.get(quote.model) ?? 0) + 1);
  const figures = figuresOf(context, "price");
  const entries = found.map((candidate): Entry => {
    const near = figures.near(candidate);
    const sole = offers.get(candidate.quote.model) === 1;
    return { candidate, sole, verdict: true, isKnown: !Number.isNaN(near), near, exact: undefined };
  });
  return entries.sort((a, b) => cheapestFirst(figures, a, b)).map(({ candidate, sole }) => ({ candidate, sole }));
}

/** An entry while it is sorted, with the exact figure once it was needed. */
interface Entry extends Ranked {
  near: number;
  exact: Decimal | null | undefined;
}

function cheapestFirst(figures: Figures, a: Entry, b: Entry): number {
  if (!a.isKnown || !b.isKnown) return Number(!a.isKnown) - Number(!b.isKnown) || byNovelty(a, b);
  if (!isNear(a.near, b.near)) return a.near - b.near;
  return compareExactly(figures, a, b) || byNovelty(a, b);
}

function compareExactly(figures: Figures, a: Entry, b: Entry): number {
  if (figures.isSame(a.candidate, b.candidate)) return 0;
  a.exact ??= figures.exact(a.candidate);
  b.exact ??= figures.exact(b.candidate);
  return a.exact && b.exact ? a.exact.cmp(b.exact) : 0;
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
