import type { Day } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Answer, AnswerRow } from "./answer.ts";

/** A row as the contract has it for programs; absent keys do not apply. */
type JsonRow = Record<string, unknown>;

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
    return { ...money(row), from: row.from, to: row.to ?? null, kind: row.kind, dated: row.dated };
  if (intent === "changes") return { ...change(row), ...money(row) };
  return money(row);
}

function change({ unit, before, after, percent, move, date, dated, from, to, offers }: AnswerRow): JsonRow {
  return said({ unit, before, after, percent, move, date, dated, from, until: to ?? undefined, offers });
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
  const { model, provider, site, state, context, maxOutput, facts, tier, tokens, group } = row;
  const { source, checked, seen, sayers, disagreement, list, given, costLines, converted } = row;
  const shown = converted ? { ...row, ...converted } : row;
  return said({
    model,
    name: model === "" ? row.name : undefined,
    provider,
    site,
    state,
    currency: shown.currency,
    input: shown.input,
    output: shown.output,
    cacheRead: shown.units?.cache_read,
    ...units(shown),
    blend: shown.blend ?? undefined,
    context,
    maxOutput,
    facts,
    tier,
    tiers: shown.tiers,
    cost: shown.cost,
    costRange: shown.costRange,
    costLines,
    tokens,
    billed: converted && billed(row),
    list,
    given,
    group,
    source,
    checked,
    seen: checked === undefined ? (seen ?? null) : undefined,
    sayers,
    disagreement,
  });
}

/** Without the keys that do not apply. */
function said(record: JsonRow): JsonRow {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function units(row: { units?: AnswerRow["units"] }): JsonRow {
  return Object.fromEntries(COLUMNS.map(([unit, column]) => [column, row.units?.[unit]]));
}

function billed({ currency, input, output, cost }: AnswerRow): JsonRow {
  return said({ currency, input, output, cost });
}
