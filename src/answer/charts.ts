import type { AnswerRow, Chart } from "./answer.ts";
import type { Context } from "./context.ts";
import { commonCurrency, comparable } from "./derive.ts";
import { figure } from "./money.ts";

/** A bar for each row, in one currency; nothing for fewer than two. */
export function barChart(
  context: Context,
  rows: readonly AnswerRow[],
  unit: "input" | "output" | "cache_read" | "cost" | "blend",
): Chart | undefined {
  const currency = commonCurrency(context, rows);
  const names = new Set(rows.map(({ model }) => model)).size > 1;
  const points = rows.flatMap((row) => {
    const amount = comparable(context, row, unit, currency);
    return amount === null ? [] : [{ x: names ? row.name : row.provider, y: figure(amount) }];
  });
  return points.length > 1 ? { kind: "bar", unit, currency, series: [{ name: unit, points }] } : undefined;
}

/** The steps of a price over the days of its intervals; nothing where only one day is known. */
export function stepChart(rows: readonly AnswerRow[]): Chart | undefined {
  const [first] = rows;
  if (!first || rows.length < 2) return undefined;
  const { currency } = first;
  const sameCurrency = rows.filter((row) => row.currency === currency);
  const series = (["input", "output"] as const).map((side) => ({
    name: side,
    points: sameCurrency.flatMap((row) => (row[side] !== null && row.from ? [{ x: row.from, y: row[side] }] : [])),
  }));
  const drawn = series.filter(({ points }) => points.length > 1);
  return drawn.length > 0 ? { kind: "step", unit: "input", currency, series: drawn } : undefined;
}
