import type { Context } from "../context.ts";
import { noteWorkload } from "../costs.ts";
import type { SortBy } from "../order.ts";
import type { Result } from "../result.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { select, type Wanted } from "../select.ts";
import { noteSelection } from "../selection-notes.ts";
import { noteTable, page, tableRows } from "../table.ts";
import { isEmpty, usageOf } from "../workload.ts";
import { listSellers } from "./list-sellers.ts";
import { rank } from "./rank.ts";

/** Rows that a list shows unasked. */
const ROWS = 30;

/** All that satisfy, or their number. */
export function list(context: Context): Result {
  const { query, site } = context;
  if (query.of === "providers" || query.of === "labs") return listSellers(context, query.of);
  if (query.groupBy) return rank(context);
  const work = query.workload && usageOf(context, query.workload);
  const hasWork = work !== undefined && !isEmpty(work);
  const wanted: Wanted = {
    ...orderOf(context, hasWork),
    scope: scopeOf(query, site),
    work: hasWork ? work : undefined,
    anyState: !speaksOfPrices(context),
    per: severalProviders(scopeOf(query, site)) ? "provider" : "model",
  };
  const selection = select(context, wanted);
  const named = query.models
    ? selection.found.filter(({ quote }) => query.models?.includes(quote.model.id))
    : selection.found;
  const shown = page(context, named, ROWS);
  noteTable(context, shown, { ...selection, found: named }, wanted);
  if (wanted.work) noteWorkload(context, wanted.work);
  noteSelection(context, selection);
  return { rows: tableRows(context, shown, wanted.work), count: named.length };
}

/** Where prices are no part of the question, models of any price belong to the list: free and unknown ones too. */
function speaksOfPrices({ query }: Context): boolean {
  const { filters, sort, workload } = query;
  if (filters?.price || filters?.cost || filters?.free !== undefined || workload) return true;
  if (filters?.than?.some(({ on }) => on !== "context" && on !== "max_output" && on !== "released")) return true;
  return sort !== undefined && ["price", "input", "output", "cache_read", "cost"].includes(sort.by);
}

function severalProviders({ providers }: Scope): boolean {
  return providers !== undefined && providers.length > 1;
}

function orderOf(context: Context, hasWork: boolean): { by: SortBy; order: "asc" | "desc" } {
  const { sort } = context.query;
  if (sort) return sort.by === "cost" && !hasWork ? { by: "price", order: sort.order } : sort;
  if (hasWork) return { by: "cost", order: "asc" };
  return speaksOfPrices(context) ? { by: "price", order: "asc" } : { by: "released", order: "desc" };
}
