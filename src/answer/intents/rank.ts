import type { Query } from "../../query/query.ts";
import { barChart } from "../charts.ts";
import { type Context, isPast } from "../context.ts";
import { noteWorkload } from "../costs.ts";
import { isMoney, type SortBy } from "../order.ts";
import { inCurrencies, type Result } from "../result.ts";
import { scopeOf } from "../scope.ts";
import { type Selection, select, type Wanted } from "../select.ts";
import { noteSelection } from "../selection-notes.ts";
import { namedModels } from "../subjects.ts";
import { barUnit, inGroups, noteBestHosted, noteTable, page, tableRow, tableRows } from "../table.ts";
import { isEmpty, usageOf } from "../workload.ts";
import { compareOffers } from "./compare-offers.ts";

/** Rows that a ranking shows unasked; per group one. */
const ROWS = 10;
const ROWS_A_GROUP = 1;

/** The best by some order: one row a model, its cheapest offer in scope. */
export function rank(context: Context): Result {
  const { query } = context;
  if (query.models?.length === 1 && !query.families) {
    const [model] = namedModels(context);
    if (model) return compareOffers(context, model);
  }
  return query.groupBy ? grouped(context) : ranked(context);
}

function wantedOf(context: Context): Wanted {
  const { query, site } = context;
  const work = query.workload && usageOf(context, query.workload);
  const hasWork = work !== undefined && !isEmpty(work);
  const { by, order } = orderOf(context, hasWork);
  return {
    scope: scopeOf(query, site),
    by,
    order,
    work: hasWork ? work : undefined,
    anyState: false,
    per: query.groupBy === "provider" ? "provider" : "model",
  };
}

/** With a workload the order is its cost; what buys most tokens is what costs least. */
function orderOf({ query }: Context, hasWork: boolean): { by: SortBy; order: "asc" | "desc" } {
  const { by = hasWork ? "cost" : "price", order = "asc" } = query.sort ?? {};
  if (by === "price" && !hasWork && !query.blend && billsInputAlone(query)) return { by: "input", order };
  if (by === "tokens") return { by: "price", order: order === "desc" ? "asc" : "desc" };
  if (by === "change" || by === "change_abs") return { by: "price", order };
  if (hasWork && by === "price") return { by: "cost", order };
  return { by: by === "cost" && !hasWork ? "price" : by, order };
}

/** Models that answer with vectors bill what goes in, whatever a list says of output. */
function billsInputAlone({ filters }: Query): boolean {
  return filters?.abilities?.all?.includes("embedding") === true;
}

/** Where nobody's output price of a past day is known, the input price is the order. */
function chosen(context: Context): { wanted: Wanted; selection: Selection } {
  const wanted = wantedOf(context);
  const selection = select(context, wanted);
  const { query, notes } = context;
  if (wanted.by === "input" && query.sort?.by !== "input") notes.add("by_input", { why: "embedding" });
  if (wanted.by !== "price" || query.blend || selection.found.length > 0 || !isPast(context))
    return { wanted, selection };
  const other = { ...wanted, by: "input" as const };
  const known = select(context, other);
  if (known.found.length === 0) return { wanted, selection };
  notes.add("by_input", { why: "unknown" });
  return { wanted: other, selection: known };
}

function ranked(context: Context): Result {
  const { wanted, selection } = chosen(context);
  const shown = page(context, selection.found, ROWS);
  noteTable(context, shown, selection, wanted);
  if (wanted.work) noteWorkload(context, wanted.work);
  noteSelection(context, selection);
  noteBestHosted(context, wanted);
  const rows = tableRows(context, shown, wanted.work);
  const chart = isMoney(wanted.by) ? barChart(context, rows, barUnit(wanted.by)) : undefined;
  return { rows, count: selection.found.length, ...(chart && { chart }) };
}

function grouped(context: Context): Result {
  const { wanted, selection } = chosen(context);
  const groups = inGroups(context, selection.found, ROWS_A_GROUP);
  const shown = groups.flatMap(({ candidates }) => candidates);
  noteTable(context, shown, selection, wanted);
  noteSelection(context, selection);
  const rows = groups.flatMap(({ group, candidates }) => {
    return candidates.map((candidate) => ({ ...tableRow(context, candidate, wanted.work), group }));
  });
  return { rows: inCurrencies(context, rows), count: rows.length };
}
