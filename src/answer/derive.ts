import type { Currency } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import { Decimal } from "../lib/decimal.ts";
import { SAVED_FROM_FIRST } from "../query/reading.ts";
import type { AnswerRow, Derived } from "./answer.ts";
import { askedCurrency, type Context } from "./context.ts";
import { figure } from "./money.ts";

/** What two rows are compared on: a side, the blend, or the cost of a workload. */
export type Side = UnitId | "blend" | "cost";

/** A row with the name under which a derived figure speaks of it. */
export interface Named {
  name: string;
  row: AnswerRow;
}

/** The sides that a question compares. */
export function sidesOf({ query }: Context): Side[] {
  if (query.workload) return ["cost"];
  const asked = (query.fields ?? []).filter(
    (field) => field === "input" || field === "output" || field === "cache_read",
  );
  if (asked.length > 0) return asked;
  return query.blend ? ["blend"] : ["input", "output", "blend"];
}

/** The one side by which one of several is called the cheaper. */
export function mainSide(context: Context): Side {
  const { sort } = context.query;
  if (sort?.by === "input" || sort?.by === "output" || sort?.by === "cache_read") return sort.by;
  const sides = sidesOf(context);
  return sides.length === 1 ? (sides[0] ?? "blend") : sides.includes("blend") ? "blend" : "input";
}

export function amountOn(row: AnswerRow, side: Side): Decimal | null {
  const amount = side === "blend" ? row.blend : side === "cost" ? row.cost : (row.units?.[side] ?? sideOf(row, side));
  return amount === null || amount === undefined || row.state === "unverified" ? null : new Decimal(amount);
}

function sideOf(row: AnswerRow, side: UnitId): string | null {
  if (side === "input" || side === "output") return row[side];
  return null;
}

/** The currency in which rows are compared: the one asked for, else the one they share, else the language's. */
export function commonCurrency(context: Context, rows: readonly AnswerRow[]): Currency {
  const asked = askedCurrency(context);
  if (asked) return asked;
  const [first] = rows;
  return first && rows.every(({ currency }) => currency === first.currency) ? first.currency : context.home;
}

/** A row's amount in the common currency; nothing where it is not known. */
export function comparable(context: Context, row: AnswerRow, side: Side, currency: Currency): Decimal | null {
  const amount = amountOn(row, side);
  return amount === null ? null : (context.money.to(amount, row.currency, currency) ?? null);
}

/** The change from a base to another, in the form asked for; the ratio goes with a percentage. */
export function change(
  context: Context,
  figureAsked: "percent" | "times" | "difference",
  of: Named,
  base: Named,
  side: Side,
): Derived[] {
  const currency = commonCurrency(context, [of.row, base.row]);
  const [a, b] = [comparable(context, of.row, side, currency), comparable(context, base.row, side, currency)];
  if (a === null || b === null) return [];
  const about = { on: side, of: of.name, base: base.name };
  if (figureAsked === "difference") return [{ figure: "difference", value: figure(a.minus(b)), currency, ...about }];
  if (b.isZero()) return [];
  const times: Derived = { figure: "times", value: figure(a.div(b)), ...about };
  if (figureAsked === "times") return [times];
  return [{ figure: "percent", value: figure(a.minus(b).div(b).times(100)), ...about }, times];
}

/** What others are held against: the one named last, or the first where one moves on from it and saves. */
export function baseOf({ reading }: Context, named: readonly Named[]): Named | undefined {
  const isBefore = reading.assumed.some(({ code }) => code === SAVED_FROM_FIRST);
  return isBefore ? named[0] : named.at(-1);
}

/** Which one is the cheapest, and by how much it is below the next. */
export function cheaper(context: Context, rows: readonly Named[], side: Side): Derived[] {
  const currency = commonCurrency(
    context,
    rows.map(({ row }) => row),
  );
  const known = rows.flatMap((named) => {
    const amount = comparable(context, named.row, side, currency);
    return amount === null ? [] : [{ named, amount }];
  });
  known.sort((a, b) => a.amount.cmp(b.amount));
  const [least, next] = known;
  if (!least || !next) return [];
  const { name } = least.named;
  if (least.amount.eq(next.amount)) {
    return [{ figure: "difference", value: "0", currency, on: side, of: name, base: next.named.name }];
  }
  const result: Derived = { figure: "cheaper", value: name, on: side, of: name, base: next.named.name };
  return [result, ...change(context, "percent", least.named, next.named, side)];
}

/** The middle of the known amounts, or the mean of the two in the middle. */
export function median(amounts: readonly Decimal[]): Decimal | undefined {
  const sorted = [...amounts].sort((a, b) => a.cmp(b));
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high && low.plus(high).div(2);
}
