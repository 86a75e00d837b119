import type { Quote } from "../catalog/catalog.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Price } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Decimal } from "../lib/decimal.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import type { PriceEvent } from "./events.ts";
import { figure, plain } from "./money.ts";
import { rateOf } from "./price.ts";
import { rowOf } from "./rows.ts";

export interface Move {
  row: AnswerRow;
  official: boolean;
}

const UNITS: readonly UnitId[] = ["input", "output", "cache_read"];

/** What an event means to a reader: none, one, or one for each unit that moved. */
export function movesOf(context: Context, event: PriceEvent): Move[] {
  const quote = context.market.of(event.offer.model).find((one) => one.offer === event.offer);
  if (!quote) return [];
  if (event.kind === "new") return [moveOf(context, quote, event, "new")];
  if (event.kind === "gone") return quote.official ? [moveOf(context, quote, event, "retired")] : [];
  if (event.kind === "announced") return announcedMoves(context, quote, event);
  if (event.after?.state === "free" && event.before?.state === "priced") return [moveOf(context, quote, event, "free")];
  return unitMoves(context, quote, event);
}

function moveOf(context: Context, quote: Quote, { day, after, before }: PriceEvent, move: string): Move {
  const row = priceRow(context, quote, after ?? before);
  const [old, next] =
    move === "retired" ? [row.input, null] : [plain(rateOf(before, context.situation)?.units.input), row.input];
  return {
    row: { ...row, unit: "input", before: old, after: next, percent: null, move, date: day },
    official: quote.official,
  };
}

function priceRow(context: Context, quote: Quote, price: Price | undefined): AnswerRow {
  return rowOf(context, price ? { ...quote, price } : quote);
}

function unitMoves(context: Context, quote: Quote, event: PriceEvent): Move[] {
  return changedUnits(context, event.before, event.after).map(({ unit, before, after }) => {
    const row = priceRow(context, quote, event.after);
    const figures = { before: figure(before), after: figure(after), percent: percentOf(before, after) };
    return {
      row: { ...row, unit, ...figures, move: after.lt(before) ? "down" : "up", date: event.day },
      official: quote.official,
    };
  });
}

function announcedMoves(context: Context, quote: Quote, { after, day }: PriceEvent): Move[] {
  const row = priceRow(context, quote, after);
  return changedUnits(context, quote.price, after).map(({ unit, before, after: next }) => {
    const figures = { before: figure(before), after: figure(next), percent: percentOf(before, next) };
    const from = after?.from;
    return {
      row: { ...row, unit, ...figures, move: "announced", date: day, ...(from && { from }) },
      official: quote.official,
    };
  });
}

function changedUnits(
  { situation }: Context,
  before: Price | undefined,
  after: Price | undefined,
): { unit: UnitId; before: Decimal; after: Decimal }[] {
  if (!before || !after || before.currency !== after.currency) return [];
  if (before.state !== "priced" || after.state !== "priced") return [];
  const [old, next] = [rateOf(before, situation), rateOf(after, situation)];
  return UNITS.flatMap((unit) => {
    const [a, b] = [priceOf(old, unit), priceOf(next, unit)];
    return a && b && !a.eq(b) ? [{ unit, before: a, after: b }] : [];
  });
}

function percentOf(before: Decimal, after: Decimal): string | null {
  return before.isZero() ? null : figure(after.minus(before).div(before).times(100));
}
