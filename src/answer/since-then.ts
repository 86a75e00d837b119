import type { Quote } from "../catalog/catalog.ts";
import type { Day } from "../catalog/schema.ts";
import type { AnswerRow, Derived } from "./answer.ts";
import type { Context } from "./context.ts";
import { change, sidesOf } from "./derive.ts";
import { brief } from "./quote-notes.ts";
import { rowOf } from "./rows.ts";

/** From a past price of an offer to today's: the figure asked for, a percentage where none was, and today's price. */
export function sinceThen(context: Context, quote: Quote, row: AnswerRow, day: Day): Derived[] {
  const { catalog, query, today } = context;
  const now = catalog
    .market(today, today)
    .of(quote.model.id)
    .find(({ offer }) => offer === quote.offer);
  if (!now?.price || row.state !== "priced") return [];
  context.notes.add("today_price", { ...brief(context, now), day: today });
  const { derive } = query;
  const form = derive === "times" || derive === "difference" ? derive : "percent";
  const sides = sidesOf(context).filter((side) => side !== "blend");
  const of = { name: today, row: rowOf({ ...context, asOf: today }, now) };
  return sides.flatMap((side) => change(context, form, of, { name: day, row }, side));
}
