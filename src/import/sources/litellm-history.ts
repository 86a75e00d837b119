import { z } from "zod";
import type { UnitId } from "../../catalog/units.ts";
import { amount, isZero } from "../amount.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { isJump } from "../jump.ts";
import { stepped, type Units } from "../rates.ts";
import { eachRecord, hasRows, linesOf } from "../record.ts";
import { LITELLM, sellerOfId } from "./litellm-ids.ts";

/** LiteLLM's prices of 2024 and 2025 as a mirror took them over, USD per 1M tokens. Re-shaped snapshot. */

const Figures = z.record(z.string(), z.string());
const Row = z.object({
  date: z.string(),
  id: z.string(),
  change: z.enum(["first_seen", "added", "price", "removed"]),
  provider: z.string().nullable(),
  context: z.coerce.number().int().positive().nullish().catch(undefined),
  before: Figures.nullable(),
  after: Figures.nullable(),
});
type Row = z.infer<typeof Row>;

const FIELDS: Record<string, UnitId> = {
  input: "input",
  output: "output",
  cache_read: "cache_read",
  cache_write: "cache_write",
  audio_input: "audio_input",
  batch_input: "batch_input",
  batch_output: "batch_output",
};
const STEPS = ["128k", "200k"] as const;
/** Prices per character, converted badly; the `gemini/…` ids have the same models right. */
const PER_CHARACTER = /^vertex_ai-(?:language|vision|text|chat|code|code-text|code-chat|embedding)-?models$/;

export const litellmHistory: SourceParser = {
  id: LITELLM,
  recognises: (file) => hasRows(file, Row.extend({ commit: z.string(), change: z.literal("first_seen") })),
  parse,
};

function parse(file: SnapshotFile): Extract {
  const lines = linesOf(file);
  const rows: { line: number; row: Row }[] = [];
  const out = emptyExtract(LITELLM, "1970-01-01");
  eachRecord(
    lines,
    ({ line }) => `line ${line}`,
    out.rejected,
    ({ line, value }) => rows.push({ line, row: Row.parse(value) }),
  );
  out.day = dayOf(rows.at(-1)?.row.date) ?? out.day;
  const named = new Map(rows.flatMap(({ row }) => (row.provider ? [[row.id, row.provider] as const] : [])));
  eachRecord(
    rows,
    ({ line }) => `line ${line}`,
    out.rejected,
    ({ line, row }) => {
      const seen = dayOf(row.date);
      if (!seen) throw new Error(`date: ${row.date} is not a day`);
      const provider = row.provider ?? named.get(row.id);
      const noise = noiseIn(provider, row);
      if (noise) {
        out.dropped.push({ where: `line ${line} ${row.id}`, why: noise });
        return;
      }
      const seller = sellerOfId(row.id, provider);
      if (row.change === "removed") out.ends.push({ ...seller, day: seen });
      else out.prices.push({ ...seller, currency: "USD", rates: ratesOf(row.after ?? {}), seen, ...kindOf(row) });
      if (row.context) out.cards.push({ ...seller, day: seen, context: row.context, abilities: {} });
    },
  );
  return out;
}

/** What follows a step beyond the usual size is not told as a move: which of the two was the slip is not known. */
function kindOf({ before, after }: Row): { kind?: "first_seen" } {
  return isJump(ratesOf(before ?? {}), ratesOf(after ?? {})) ? { kind: "first_seen" } : {};
}

function noiseIn(provider: string | undefined, row: Row): string | undefined {
  if (provider && PER_CHARACTER.test(provider)) return "a price per character, converted badly";
  const zero = row.change !== "removed" && isZero(row.after?.input) && isZero(row.after?.output);
  return zero ? "zeros of a preview" : undefined;
}

function ratesOf(figures: Record<string, string>) {
  const units = unitsOf(figures, "");
  const steps = STEPS.flatMap((size) => {
    const above = unitsOf(figures, `_above_${size}`);
    return above.input === undefined ? [] : [{ over: Number.parseInt(size, 10) * 1000, units: above }];
  });
  return stepped(units, steps);
}

function unitsOf(figures: Record<string, string>, suffix: string): Units {
  const units: Units = {};
  for (const [field, unit] of Object.entries(FIELDS)) {
    const price = amount(figures[`${field}${suffix}`]);
    if (price !== undefined && !(isZero(price) && field.startsWith("cache"))) units[unit] = price;
  }
  return units;
}
