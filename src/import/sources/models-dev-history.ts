import { z } from "zod";
import type { Day } from "../../catalog/schema.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type PriceFact, type SnapshotFile, type SourceParser } from "../fact.ts";
import { isJump } from "../jump.ts";
import { eachRecord, hasRows, linesOf } from "../record.ts";
import { MODELS_DEV } from "./models-dev.ts";
import { Cost, ratesOf } from "./models-dev-cost.ts";

/** The history of models.dev as rows of changes, oldest first. Re-shaped snapshot. */

/** A price that changes in its first days was entered wrongly before. */
const SETTLED_DAYS = 3;

const Listed = z.object({ name: z.string().optional(), cost: Cost.optional() });
const Row = z.object({
  date: z.string(),
  provider: z.string(),
  model: z.string(),
  change: z.enum(["added", "removed", "renamed", "price", "limit", "status"]),
  kind: z.string().optional(),
  age_days: z.number().optional(),
  via: z.string().optional(),
  before: z.unknown(),
  after: z.unknown(),
});
type Row = z.infer<typeof Row>;
const Renamed = z.object({ provider: z.string(), model: z.string() });

/** One id through its renames. */
interface Line {
  facts: Omit<PriceFact, "provider" | "id">[];
  name?: string;
  gone?: Day;
}

export const modelsDevHistory: SourceParser = {
  id: MODELS_DEV,
  recognises: (file) => hasRows(file, Row.extend({ commit: z.string(), before: z.null() })),
  parse,
};

function parse(file: SnapshotFile): Extract {
  const rows = linesOf(file);
  const last = dayOf(z.object({ date: z.string() }).safeParse(rows.at(-1)?.value).data?.date);
  const out = emptyExtract(MODELS_DEV, last ?? "1970-01-01");
  const lines = new Map<string, Line>();
  eachRecord(
    rows,
    ({ line }) => `line ${line}`,
    out.rejected,
    ({ value }) => follow(lines, Row.parse(value)),
  );
  for (const [key, { facts, name, gone }] of lines) {
    const [provider = "", id = ""] = key.split("\n");
    const seller = { provider, id, ...(name && { name }) };
    out.prices.push(...facts.map((fact) => ({ ...seller, ...fact })));
    if (gone) out.ends.push({ provider, id, day: gone });
  }
  return out;
}

function follow(lines: Map<string, Line>, row: Row): void {
  const day = dayOf(row.date);
  if (!day) throw new Error(`date: ${row.date} is not a day`);
  const key = `${row.provider}\n${row.model}`;
  if (row.change === "renamed") {
    rename(lines, key, Renamed.parse(row.before));
    return;
  }
  const line = lines.get(key) ?? { facts: [] };
  lines.set(key, line);
  if (row.change === "removed") line.gone = day;
  if (row.change === "added") {
    const { name, cost } = Listed.parse(row.after);
    delete line.gone;
    if (name) line.name = name;
    line.facts.push(factOf(cost, day, "first_seen"));
  }
  if (row.change === "price") reprice(line, row, day);
}

function rename(lines: Map<string, Line>, key: string, before: z.infer<typeof Renamed>): void {
  const from = `${before.provider}\n${before.model}`;
  const moved = lines.get(from);
  lines.delete(from);
  lines.set(key, { ...moved, facts: [...(lines.get(key)?.facts ?? []), ...(moved?.facts ?? [])] });
}

function reprice(line: Line, row: Row, day: Day): void {
  const [before, after] = [Cost.nullable().parse(row.before), Cost.nullable().parse(row.after)];
  const last = line.facts.at(-1);
  if (row.kind === "format" && last && after) {
    last.rates = ratesOf(after);
    return;
  }
  const kind = row.via ? "first_seen" : kindOf(row, before, after);
  const jumps = kind === "correction" && !isYoung(row);
  line.facts.push({ ...factOf(after ?? undefined, day, kind), ...(jumps && { jump: true as const }) });
}

function isYoung({ age_days: age = SETTLED_DAYS }: Row): boolean {
  return age < SETTLED_DAYS;
}

function kindOf(row: Row, before: Cost | null, after: Cost | null): PriceFact["kind"] {
  if (!before || !after || isZero(before)) return "first_seen";
  if (isYoung(row)) return "correction";
  return isJump(ratesOf(before), ratesOf(after)) ? "correction" : undefined;
}

function isZero(cost: Cost): boolean {
  return !cost.input && !cost.output;
}

function factOf(cost: Cost | undefined, seen: Day, kind: PriceFact["kind"]): Line["facts"][number] {
  return { currency: "USD", rates: cost ? ratesOf(cost) : [], seen, ...(kind && { kind }) };
}
