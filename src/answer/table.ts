import type { Quote } from "../catalog/catalog.ts";
import { dimensions } from "../catalog/rates.ts";
import type { AnswerRow } from "./answer.ts";
import type { Candidate } from "./candidates.ts";
import { type Context, isPast } from "./context.ts";
import { withCost } from "./costs.ts";
import { factsAsked } from "./facts.ts";
import { ownTests } from "./filters.ts";
import type { Test } from "./judge.ts";
import { NAMED_IN_NOTE } from "./note-list.ts";
import { isMoney, ranked, type SortBy } from "./order.ts";
import { brief, noteFuture } from "./quote-notes.ts";
import { inCurrencies } from "./result.ts";
import { rowOf } from "./rows.ts";
import type { Selection, Wanted } from "./select.ts";
import type { WorkloadUsage } from "./workload.ts";

/** A row of a ranking or list, with the cost of the workload if there is one. */
export function tableRow(context: Context, { quote }: Candidate, work: WorkloadUsage | undefined): AnswerRow {
  const facts = factsAsked(context, quote);
  const row = rowOf(context, quote, work?.situation ?? context.situation);
  const full = facts ? { ...row, facts } : row;
  return work ? withCost(context, quote, full, work) : full;
}

/** Cuts to the rows asked for, from the offset on. */
export function page<T>({ query }: Context, rows: readonly T[], unasked: number): T[] {
  const from = query.offset ?? 0;
  return rows.slice(from, from + (query.limit ?? unasked));
}

/** The groups of a grouped answer, each cut for itself, in the order of their first rows. */
export function inGroups(
  context: Context,
  found: readonly Candidate[],
  unasked: number,
): { group: string; candidates: Candidate[] }[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of found) {
    const group = groupOf(context, candidate.quote);
    const members = groups.get(group);
    if (members) members.push(candidate);
    else groups.set(group, [candidate]);
  }
  return [...groups].map(([group, members]) => ({ group, candidates: page(context, members, unasked) }));
}

export function groupOf({ query, catalog }: Context, { model, provider }: Quote): string {
  if (query.groupBy === "provider") return provider.id;
  if (query.groupBy === "lab") return model.lab;
  return catalog.labs.get(model.lab)?.origin === "cn" ? "cn" : "overseas";
}

/** Rows of a table of which it is said that they have other prices too; the rows' tiers tell of the rest. */
const CONDITIONAL_NAMED = 2;

/** What the rows of a table have in common to be said: other prices, one-sided sites, today's facts. */
export function noteTable(context: Context, shown: readonly Candidate[], selection: Selection, wanted: Wanted): void {
  const { notes } = context;
  if (wanted.by === "price" || wanted.by === "cost") {
    if (wanted.by === "price") notes.add("blend", context.blend);
  }
  const conditional = shown.filter(({ quote }) => quote.price && quote.price.rates.length > 1);
  for (const { quote } of conditional.slice(0, CONDITIONAL_NAMED)) {
    const by = quote.price ? dimensions(quote.price.rates) : [];
    if (by.length > 0) notes.add("other_rates", { model: quote.model.id, provider: quote.provider.id, by });
  }
  const foreign = shown.filter(
    ({ quote }) => quote.official && quote.site !== undefined && quote.site !== context.site,
  );
  const site = context.site === "cn" ? "intl" : "cn";
  if (foreign.length > 0) {
    const models = foreign.map(({ quote }) => quote.model.id);
    notes.add("one_site_only", { models: models.slice(0, NAMED_IN_NOTE), count: models.length, site });
  }
  if (context.query.limit === undefined && shown.length < selection.found.length)
    notes.add("more_rows", { shown: shown.length, total: selection.found.length });
  if (isPast(context)) notes.add("facts_today", { asOf: context.asOf });
  noteComing(context, shown);
  noteOtherSites(context, shown);
}

/** Rows of a table of which it is said that their price will not last, or is doubted. */
const COMING_NAMED = 3;

function noteComing(context: Context, shown: readonly Candidate[]): void {
  if (isPast(context)) return;
  const coming = shown.flatMap(({ quote }) => {
    const announced = quote.announced.filter(({ from }) => from !== undefined && from > context.asOf);
    const isDoubtful = quote.unconfirmed.length > 0 || quote.price?.until !== undefined;
    return announced.length > 0 || isDoubtful ? [{ ...quote, announced, withdrawn: [] }] : [];
  });
  for (const quote of coming.slice(0, COMING_NAMED)) noteFuture(context, quote);
}

/** The other site's price of the first rows that are sold on both. */
const OTHER_SITES_SHOWN = 2;

function noteOtherSites(context: Context, shown: readonly Candidate[]): void {
  let said = 0;
  for (const { quote } of shown) {
    if (said === OTHER_SITES_SHOWN) return;
    if (!quote.site || quote.site !== context.site) continue;
    const other = context.market
      .of(quote.model.id)
      .find(
        ({ official, site, price, gone }) =>
          official && site && site !== quote.site && price?.state === "priced" && !gone,
      );
    if (!other?.site) continue;
    context.notes.add("other_site", { ...brief(context, other), site: other.site });
    said += 1;
  }
}

/** The best of the open weights that only hosts serve stands in a line below the table. */
export function noteBestHosted(context: Context, { scope, by, order, work }: Wanted): void {
  if ((scope.offers !== "official" && scope.offers !== "lab") || scope.providers || !isMoney(by) || order === "desc")
    return;
  const isHosted: Test = ({ quote }) =>
    !quote.official && quote.model.openWeights === true && quote.price?.state === "priced";
  const hosted = ranked(context, {
    scope: { ...scope, offers: "joined" },
    by: by === "cost" ? "price" : by,
    situation: work?.situation ?? context.situation,
    tests: [isHosted, ...ownTests(context, work)],
  });
  const best = hosted.find(({ verdict, isKnown }) => verdict === true && isKnown);
  if (best) context.notes.add("best_hosted", brief(context, best.candidate.quote));
}

/** The rows of what is shown, in the currencies asked for. */
export function tableRows(context: Context, shown: readonly Candidate[], work: WorkloadUsage | undefined): AnswerRow[] {
  return inCurrencies(
    context,
    shown.map((candidate) => tableRow(context, candidate, work)),
  );
}

export function barUnit(by: SortBy): "input" | "output" | "cache_read" | "cost" | "blend" {
  return by === "input" || by === "output" || by === "cache_read" || by === "cost" ? by : "blend";
}
