import type { Quote } from "../../catalog/catalog.ts";
import { type Interval, saidLast, settle } from "../../catalog/timeline.ts";
import type { AnswerRow, Derived } from "../answer.ts";
import { stepChart } from "../charts.ts";
import type { Context } from "../context.ts";
import { courseOf } from "../course.ts";
import { amountOn, change, sidesOf } from "../derive.ts";
import { noteModel, notePromises } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf } from "../rows.ts";
import { sinceThen } from "../since-then.ts";
import { familyModels, namedModels, subjectOf } from "../subjects.ts";

const FAMILY_SHOWN = 5;

/** The course of a price: a row for each interval, oldest first. */
export function history(context: Context): Result {
  const { query } = context;
  const members = (query.families ?? []).flatMap((family) => familyModels(context, family).slice(0, FAMILY_SHOWN));
  const models = [...new Set([...namedModels(context), ...members])];
  const quotes = models.flatMap((model) => subjectOf(context, model).offers.quotes.slice(0, 1));
  if (quotes.length === 0) return nothing("not_found");
  for (const quote of quotes) if (members.length === 0) noteModel(context, quote);
  const perModel = quotes.map((quote) => intervalRows(context, quote));
  const rows = perModel.flat();
  if (rows.some(({ dated }) => dated === false)) context.notes.add("undated", {});
  const derived = [...perModel.flatMap((course) => changeOver(context, course)), ...fromPeriod(context, quotes, rows)];
  const chart = quotes.length === 1 ? stepChart(rows) : undefined;
  if (query.period?.from || query.period?.to) {
    context.notes.add("period", {
      from: query.period.from ?? rows[0]?.from ?? context.today,
      to: query.period.to ?? context.today,
    });
  }
  return {
    rows: inCurrencies(context, rows),
    outcome: rows.length > 0 ? "answered" : "empty",
    ...(derived.length > 0 && { derived }),
    ...(chart && { chart }),
  };
}

function intervalRows(context: Context, quote: Quote): AnswerRow[] {
  const { catalog, today, notes, query, asOf } = context;
  const { intervals, corrections, ...promises } = settle(catalog.timeline(quote.offer), today);
  if (corrections.length > 0) notes.add("corrections_left_out", { count: corrections.length });
  notePromises(context, quote, promises);
  if (intervals.length === 0) notes.add("no_price", { model: quote.model.id });
  const { from = "", to = asOf } = query.period ?? {};
  return courseOf(intervals)
    .filter(({ start, end }) => start <= to && (end === undefined || end >= from))
    .map((interval) => intervalRow(context, quote, interval));
}

function intervalRow(context: Context, quote: Quote, { price, start, end }: Interval): AnswerRow {
  const { checked: _, ...row } = rowOf(context, { ...quote, price });
  // The source is the one that dates the step; who confirmed it later makes it no older and no younger.
  const lastSeen = saidLast(price, context.asOf);
  const dated = price.from !== undefined && start >= price.from;
  return {
    ...row,
    source: price.source,
    seen: price.seen,
    lastSeen,
    from: start,
    to: end ?? null,
    kind: price.kind,
    dated,
  };
}

/** A period that lies behind is asked of to be held against today. */
function fromPeriod(context: Context, [quote, ...others]: readonly Quote[], rows: readonly AnswerRow[]): Derived[] {
  const last = rows.at(-1);
  const to = context.query.period?.to ?? context.today;
  if (!quote || !last || others.length > 0 || to >= context.today || !last.to) return [];
  return sinceThen(context, quote, last, to);
}

/** From the first price that is known to the last, side by side: up or down since then. */
function changeOver(context: Context, rows: readonly AnswerRow[]): Derived[] {
  const { derive } = context.query;
  const form = derive === "times" || derive === "difference" ? derive : "percent";
  const sides = sidesOf(context).filter((side) => side !== "blend");
  return sides.flatMap((side) => {
    const known = rows.filter((row) => amountOn(row, side) !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first?.from || !last?.from || first === last) return [];
    return change(context, form, { name: last.from, row: last }, { name: first.from, row: first }, side);
  });
}
