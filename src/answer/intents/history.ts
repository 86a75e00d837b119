import type { Quote } from "../../catalog/catalog.ts";
import { isMovingName } from "../../catalog/events-between.ts";
import type { Model } from "../../catalog/schema.ts";
import { type Interval, saidLast, settle } from "../../catalog/timeline.ts";
import type { AnswerRow, Derived } from "../answer.ts";
import { stepChart } from "../charts.ts";
import type { Context } from "../context.ts";
import { courseOf } from "../course.ts";
import { amountOn, change, sidesOf } from "../derive.ts";
import { offersFor } from "../offers.ts";
import { noteModel, notePromises } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf } from "../rows.ts";
import { sinceThen } from "../since-then.ts";
import { familyModels, knownOf, namedModels, subjectOf } from "../subjects.ts";

const FAMILY_SHOWN = 8;

/** The course of a price: a row for each interval, oldest first. */
export function history(context: Context): Result {
  const { query } = context;
  const members = (query.families ?? []).flatMap((family) => membersThen(context, family));
  const models = [...new Set([...namedModels(context), ...members])];
  const quotes = models.flatMap((model) => subjectOf(context, model).offers.quotes.slice(0, 1));
  if (quotes.length === 0) return nothing("not_found");
  for (const quote of quotes) if (members.length === 0) noteModel(context, quote);
  const perModel = quotes.map((quote) => intervalRows(context, quote));
  const rows = perModel.flat();
  if (rows.some(({ dated }) => dated === false)) context.notes.add("undated", {});
  const derived = [
    ...perModel.flatMap((course) => changeOver(context, course, quotes.length > 1)),
    ...fromPeriod(context, quotes, rows),
  ];
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

/** The newest members of a family that had a price in the period asked, or of those that are sold today. */
function membersThen(context: Context, family: string): Model[] {
  const { query, notes } = context;
  const all = query.period ? knownOf(context, family) : familyModels(context, family);
  const sold = all.filter(({ id }) => {
    const [quote] = isMovingName(id) ? [] : offersFor(context, id).quotes;
    return quote !== undefined && quote.provider.kind !== "aggregator" && intervalsIn(context, quote).length > 0;
  });
  const shown = sold.sort((a, b) => Number(a.preview ?? false) - Number(b.preview ?? false)).slice(0, FAMILY_SHOWN);
  if (shown.length < sold.length) notes.add("more_models", { shown: shown.length, total: sold.length });
  return shown;
}

/** The steps of a course that lie in the period asked. */
function intervalsIn({ catalog, today, query, asOf }: Context, { offer }: Quote): Interval[] {
  const { from = "", to = asOf } = query.period ?? {};
  const { intervals } = settle(catalog.timeline(offer), today);
  return courseOf(intervals).filter(({ start, end }) => start <= to && (end === undefined || end >= from));
}

function intervalRows(context: Context, quote: Quote): AnswerRow[] {
  const { catalog, today, notes } = context;
  const { intervals, corrections, ...promises } = settle(catalog.timeline(quote.offer), today);
  if (corrections.length > 0) notes.add("corrections_left_out", { count: corrections.length });
  notePromises(context, quote, promises);
  if (intervals.length === 0) notes.add("no_price", { model: quote.model.id });
  return intervalsIn(context, quote).map((interval) => intervalRow(context, quote, interval));
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
function changeOver(context: Context, rows: readonly AnswerRow[], isOneOfMany: boolean): Derived[] {
  const { derive } = context.query;
  const form = derive === "times" || derive === "difference" ? derive : "percent";
  const sides = sidesOf(context).filter((side) => side !== "blend");
  return sides.flatMap((side) => {
    const known = rows.filter((row) => amountOn(row, side) !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first?.from || !last?.from || first === last) return [];
    const changed = change(context, form, { name: last.from, row: last }, { name: first.from, row: first }, side);
    return isOneOfMany ? changed.map((one) => ({ ...one, model: last.model })) : changed;
  });
}
