import type { Quote } from "../catalog/catalog.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Day, Price } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Decimal } from "../lib/decimal.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import type { PriceEvent } from "./events.ts";
import { figure } from "./money.ts";
import { rateOf } from "./price.ts";
import { rowOf } from "./rows.ts";

/** What happened to one unit of an offer. Few of those that are found are shown, so rows are made of these alone. */
export interface Move {
  quote: Quote;
  kind: "new" | "retired" | "free" | "up" | "down" | "announced";
  date: Day;
  unit: UnitId;
  before: Decimal | null;
  after: Decimal | null;
  /** The price that its row shows. */
  price: Price | undefined;
}

const UNITS: readonly UnitId[] = ["input", "output", "cache_read"];

/** What an event means to a reader: none, one, or one for each unit that moved. */
export function movesOf(context: Context, event: PriceEvent): Move[] {
  const quote = context.market.of(event.offer.model).find((one) => one.offer === event.offer);
  if (!quote) return [];
  const { before, after, day: date } = event;
  if (event.kind === "new") return [inputMove(context, quote, event, "new")];
  if (event.kind === "gone") return quote.official ? [inputMove(context, quote, event, "retired")] : [];
  if (event.kind === "announced") {
    const changed = changedUnits(context, quote.price, after);
    return changed.map((change) => ({ quote, kind: "announced", date, price: after, ...change }));
  }
  if (after?.state === "free" && before?.state === "priced") return [inputMove(context, quote, event, "free")];
  return changedUnits(context, before, after).map((change) => {
    const kind = change.after.lt(change.before) ? "down" : "up";
    return { quote, kind, date, price: after, ...change };
  });
}

function inputMove({ situation }: Context, quote: Quote, event: PriceEvent, kind: "new" | "retired" | "free"): Move {
  const price = event.after ?? event.before ?? quote.price;
  const input = priceOf(rateOf(price, situation), "input");
  const [before, after] =
    kind === "retired" ? [input, null] : [priceOf(rateOf(event.before, situation), "input"), input];
  return { quote, kind, date: event.day, unit: "input", before, after, price };
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

/** By how many percent a price moved, with its sign; `null` where it did not go from one price to another. */
export function percentOf({ kind, before, after }: Move): string | null {
  const isChange = kind === "up" || kind === "down" || kind === "announced";
  if (!isChange || !before || !after || before.isZero()) return null;
  return figure(after.minus(before).div(before).times(100));
}

/** The row of a move; `offers` counts the others that moved alike. */
export function moveRow(context: Context, move: Move, offers: number): AnswerRow {
  const { quote, kind, date, unit, before, after, price } = move;
  const from = kind === "announced" ? price?.from : undefined;
  return {
    ...rowOf(context, price ? { ...quote, price } : quote),
    unit,
    before: before && figure(before),
    after: after && figure(after),
    percent: percentOf(move),
    move: kind,
    date,
    ...(from && { from }),
    offers,
  };
}
