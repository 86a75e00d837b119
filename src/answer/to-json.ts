import type { Currency, Day } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Answer, AnswerRow } from "./answer.ts";

/** A row as the contract has it for programs; absent keys do not apply. */
export type JsonRow = Record<string, unknown>;

/** The `answer` object for programs, without the parts that are words: notes and text. */
export interface AnswerJson {
  outcome: Answer["outcome"];
  rows: JsonRow[];
  asOf: Day;
  derived?: NonNullable<Answer["derived"]>;
  verdict?: NonNullable<Answer["verdict"]>;
  count?: number;
}

/** An answer as programs read it: prices per 1M tokens as decimal strings, `null` where unknown, tokens as numbers. */
export function toJson(answer: Answer): AnswerJson {
  const { outcome, asOf, derived, verdict, count, reading } = answer;
  return {
    outcome,
    rows: answer.rows.map((row) => jsonRow(row, reading.query.intent)),
    asOf,
    ...(derived && { derived }),
    ...(verdict && { verdict }),
    ...(count !== undefined && { count }),
  };
}

function jsonRow(row: AnswerRow, intent: string): JsonRow {
  if (intent === "history" && row.from !== undefined)
    return { ...money(row), from: row.from, to: row.to ?? null, kind: row.kind };
  if (intent === "changes") return { ...change(row), ...money(row) };
  return money(row);
}

function change({ unit, before, after, percent, move, date, offers }: AnswerRow): JsonRow {
  return { unit, before, after, percent, move, date, offers };
}

/** Names of the columns for units beside input and output. */
const COLUMNS: readonly (readonly [UnitId, string])[] = [
  ["cache_write", "cacheWrite"],
  ["cache_write_5m", "cacheWrite5m"],
  ["cache_write_1h", "cacheWrite1h"],
  ["batch_input", "batchInput"],
  ["batch_output", "batchOutput"],
  ["audio_input", "audioInput"],
];

/** In the currency asked for, else the one billed; a converted row still tells what is billed. */
function money(row: AnswerRow): JsonRow {
  const { model, provider, site, state, context, maxOutput, facts, tier, tiers, tokens, group } = row;
  const { source, checked, seen, disagreement, list, given } = row;
  const { converted } = row;
  const shown = converted ? { ...row, ...converted, units: converted.units ?? {} } : row;
  return {
    model,
    ...(model === "" && { name: row.name }),
    provider,
    ...(site && { site }),
    state,
    currency: shown.currency,
    input: shown.input,
    output: shown.output,
    ...(row.cacheRead !== undefined && { cacheRead: shown.units?.cache_read ?? null }),
    ...units(shown),
    ...(shown.blend && { blend: shown.blend }),
    ...(context !== undefined && { context }),
    ...(maxOutput !== undefined && { maxOutput }),
    ...(facts && { facts }),
    ...(tier && { tier }),
    ...(tiers && { tiers }),
    ...(row.cost !== undefined && { cost: shown.cost ?? null }),
    ...(shown.costRange && { costRange: shown.costRange }),
    ...(row.costLines && { costLines: row.costLines }),
    ...(tokens && { tokens }),
    ...(converted && { billed: billed(row) }),
    ...(list && { list }),
    ...(given && { given }),
    ...(group && { group }),
    source,
    ...(checked ? { checked } : { seen: seen ?? null }),
    ...(disagreement && { disagreement }),
  };
}

function units(row: { units?: AnswerRow["units"] }): JsonRow {
  const known = COLUMNS.filter(([unit]) => row.units?.[unit] !== undefined);
  return Object.fromEntries(known.map(([unit, column]) => [column, row.units?.[unit] ?? null]));
}

function billed({ currency, input, output, cost }: AnswerRow): {
  currency: Currency;
  input: string | null;
  output: string | null;
  cost?: string | null;
} {
  return { currency, input, output, ...(cost !== undefined && { cost }) };
}
