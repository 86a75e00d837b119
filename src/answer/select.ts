import type { Ability } from "../catalog/abilities.ts";
import type { Model, Provider } from "../catalog/schema.ts";
import type { Candidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import type { MoneyOrder } from "./figures.ts";
import { ownTests } from "./filters.ts";
import type { FactField } from "./judge.ts";
import { factOf, isMoney, type Ranked, ranked, type SortBy } from "./order.ts";
import type { Scope } from "./scope.ts";
import type { WorkloadUsage } from "./workload.ts";

export interface Wanted {
  scope: Scope;
  by: SortBy;
  order: "asc" | "desc";
  work?: WorkloadUsage | undefined;
  /** Lists without a word about prices take offers whatever their price is. */
  anyState: boolean;
  /** One row a model, or one a model and provider. */
  per: "model" | "provider";
}

/** What was found, and what was left out and why. */
export interface Selection {
  found: Candidate[];
  /** Of the models with several offers, those that are found or counted. */
  models: Set<Model>;
  free: Candidate[];
  /** Without the figure that the order needs. */
  unranked: Candidate[];
  unverified: Candidate[];
  unproven: number;
  unstated: Map<Ability | FactField, number>;
  tooLong: Set<Model>;
}

const BIT = { USD: 1, CNY: 2 } as const;

/** Whether rows were compared with each other, or with a bound, across currencies. */
function mixesCurrencies({ query }: Context, { by }: Wanted, currencies: number): boolean {
  const { price = [], cost, than = [] } = query.filters ?? {};
  const bounds = [...price, ...(cost ? [cost] : [])].reduce((bits, { currency }) => bits | BIT[currency], 0);
  const compares =
    bounds !== 0 || isMoney(by) || than.some(({ on }) => on === "price" || on === "input" || on === "output");
  return compares && currencies !== 0 && (currencies | bounds) === (BIT.USD | BIT.CNY);
}

/** All offers that satisfy the query, in the order wanted: a model's cheapest offer stands for it. */
export function select(context: Context, wanted: Wanted): Selection {
  const base: MoneyOrder = isMoney(wanted.by) ? wanted.by : "price";
  const { scope, work } = wanted;
  const situation = work?.situation ?? context.situation;
  const selection: Selection = {
    found: [],
    models: new Set(),
    free: [],
    unranked: [],
    unverified: [],
    unproven: 0,
    unstated: new Map(),
    tooLong: new Set(),
  };
  const subjects = subjectsOf(wanted, selection);
  let currencies = 0;
  for (const entry of ranked(context, { scope, by: base, situation, tests: ownTests(context, work), work })) {
    if (subjects.have(entry) || !settled(context, wanted, selection, entry)) continue;
    subjects.add(entry);
    currencies |= BIT[entry.candidate.currency];
  }
  if (mixesCurrencies(context, wanted, currencies)) context.money.markUsed();
  arrange(wanted, selection);
  return selection;
}

/** Which models, or models at providers, are settled; a model's only offer need not be remembered. */
function subjectsOf({ per }: Wanted, { models }: Selection) {
  const sellers = new Map<Model, Set<Provider>>();
  return {
    have({ sole, candidate: { quote } }: Ranked): boolean {
      if (sole) return false;
      return per === "model" ? models.has(quote.model) : sellers.get(quote.model)?.has(quote.provider) === true;
    },
    add({ sole, candidate: { quote } }: Ranked): void {
      if (sole) return;
      models.add(quote.model);
      if (per === "model") return;
      const known = sellers.get(quote.model);
      if (known) known.add(quote.provider);
      else sellers.set(quote.model, new Set([quote.provider]));
    },
  };
}

/** Counts or places one that no filter excludes; false leaves the model open for its other offers. */
function settled(context: Context, wanted: Wanted, selection: Selection, entry: Ranked): boolean {
  const { verdict, candidate } = entry;
  if (verdict === true) return place(context, wanted, selection, entry);
  if (candidate.quote.price?.state !== "priced" && !wanted.anyState) return false;
  for (const what of verdict) count(selection.unstated, what);
  return true;
}

function count(counts: Map<Ability | FactField, number>, what: Ability | FactField): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Puts a candidate that satisfies the filters where it belongs; false leaves the model open for its other offers. */
function place(context: Context, wanted: Wanted, selection: Selection, { candidate, isKnown }: Ranked): boolean {
  const { price, earliest } = candidate.quote;
  const free = context.query.filters?.free;
  if (isTooLong(wanted.work, candidate)) {
    selection.tooLong.add(candidate.quote.model);
    return false;
  }
  const state = price?.state ?? "unknown";
  if (free === true ? state !== "free" : state === "free" && !countsFree(context, wanted)) {
    if (state === "free") selection.free.push(candidate);
    return false;
  }
  if (wanted.anyState) return selection.found.push(candidate) > 0;
  if (state === "unverified") selection.unverified.push(candidate);
  if (earliest) selection.unproven += 1;
  if (state !== "priced" && state !== "free") return false;
  if (!isKnown && isMoney(wanted.by)) {
    selection.unranked.push(candidate);
    return false;
  }
  return selection.found.push(candidate) > 0;
}

/** Free ones are no "cheapest" and not "under a price", but models like others where money is no part of the question. */
function countsFree({ query }: Context, { by, anyState }: Wanted): boolean {
  const { free, price, than = [] } = query.filters ?? {};
  if (free !== undefined) return free === "any";
  const hasBound = price !== undefined || than.some(({ on }) => on === "price" || on === "input" || on === "output");
  return !hasBound && (anyState || !isMoney(by));
}

function isTooLong(work: WorkloadUsage | undefined, { context }: Candidate): boolean {
  if (work?.usage.requests === undefined || context === undefined) return false;
  return work.usage.input > context;
}

/** Orders by a fact; of equals the cheaper stays first. What has no such fact is left out. */
function arrange({ by, order }: Wanted, selection: Selection): void {
  if (isMoney(by)) {
    if (order === "desc") selection.found.reverse();
    return;
  }
  const stated = selection.found.filter((candidate) => factOf(by, candidate) !== undefined);
  const missing = selection.found.length - stated.length;
  if (missing > 0 && (by === "context" || by === "max_output" || by === "released" || by === "knowledge")) {
    selection.unstated.set(by, (selection.unstated.get(by) ?? 0) + missing);
  }
  const sign = order === "asc" ? 1 : -1;
  selection.found = stated.sort((a, b) => sign * compare(factOf(by, a), factOf(by, b)));
}

function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
