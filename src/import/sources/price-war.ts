import { z } from "zod";
import type { Day } from "../../catalog/schema.ts";
import { Decimal } from "../../lib/decimal.ts";
import { amount } from "../amount.ts";
import { monthEnd, shift } from "../day.ts";
import {
  type Card,
  type Extract,
  emptyExtract,
  type PriceFact,
  type SnapshotFile,
  type SourceParser,
} from "../fact.ts";
import type { Units } from "../rates.ts";
import { eachRecord } from "../record.ts";

/** The prices that one article of May 2024 states, each with the days that the article gives it. */

const Row = z.object({
  lab: z.string(),
  model: z.string(),
  names: z.array(z.string()).default([]),
  context: z.number().optional(),
  currency: z.enum(["CNY", "USD"]),
  price: z.string().optional(),
  input: z.string().optional(),
  output: z.string().optional(),
  relative: z.object({ to: z.string(), change: z.string() }).optional(),
  mode: z.literal("batch").optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  in_force_on: z.string().optional(),
  sides: z.string().optional(),
  kind: z.string().optional(),
  open_weights: z.boolean().optional(),
  stated: z.string(),
});
type Row = z.infer<typeof Row>;
const Shape = z.object({
  about: z.string(),
  source: z.object({ title: z.string(), date: z.string() }),
  prices: z.array(z.unknown()),
});

/** Whose API the article speaks of. */
const SELLERS: Record<string, string> = {
  zhipuai: "zhipuai",
  bytedance: "volcengine",
  tencent: "tencent-cloud",
  alibaba: "alibaba-cn",
  openai: "openai",
};
const PRICE_WAR = "price-war-2024-05";

export const priceWar: SourceParser = { id: PRICE_WAR, recognises: ({ data }) => Shape.safeParse(data).success, parse };

function parse(file: SnapshotFile): Extract {
  const root = Shape.parse(file.data);
  const day = monthEnd(root.source.date);
  const out = emptyExtract(PRICE_WAR, day);
  const rows: Row[] = [];
  eachRecord(
    root.prices,
    (raw) => z.object({ model: z.string() }).safeParse(raw).data?.model ?? "?",
    out.rejected,
    (raw) => rows.push(Row.parse(raw)),
  );
  for (const row of rows.filter((one) => one.mode !== "batch")) {
    const seller = sellerOf(row);
    out.prices.push({
      ...seller,
      currency: row.currency,
      rates: [{ units: { ...unitsOf(row, rows), ...batchOf(row, rows) } }],
      ...daysOf(row, rows),
      seen: day,
      ...(row.kind?.startsWith("token package") && { list: "package" as const }),
      note: row.sides ? `${row.stated} (sides: ${row.sides})` : row.stated,
    });
    out.cards.push(cardOf(row, day));
  }
  return out;
}

function sellerOf(row: Row) {
  return { provider: SELLERS[row.lab] ?? row.lab, id: row.model };
}

function cardOf(row: Row, day: Day): Card {
  return {
    ...sellerOf(row),
    day,
    ...(row.context && { context: row.context }),
    ...(row.open_weights && { openWeights: true }),
    abilities: {},
  };
}

/** Where the article does not say which side it means, the price stands as input and the output is not known. */
function unitsOf(row: Row, all: Row[]): Units {
  if (row.relative) {
    const base = all.find((one) => one.model === row.relative?.to);
    const factor = new Decimal(100).plus(Number.parseFloat(row.relative.change)).div(100).toNumber();
    return { input: amount(base?.input, factor) ?? null, output: amount(base?.output, factor) ?? null };
  }
  return { input: amount(row.input ?? row.price) ?? null, output: amount(row.output) ?? null };
}

/** The batch price is another unit of the offer that began on the same day. */
function batchOf(row: Row, all: Row[]): Units {
  const batch = all.find((one) => one.mode === "batch" && one.model === row.model && one.from === row.from);
  return batch && row.from ? { batch_input: amount(batch.price) ?? null } : {};
}

/** `in_force_on` is a day or a month: from its first day until its last, or until the next price of the model. */
function daysOf(row: Row, all: Row[]): Pick<PriceFact, "from" | "until"> {
  if (row.from) return { from: row.from };
  if (!row.in_force_on) return row.until ? { until: row.until } : {};
  const isDay = row.in_force_on.length > "YYYY-MM".length;
  const from = isDay ? row.in_force_on : `${row.in_force_on}-01`;
  const next = all
    .filter((one) => one.model === row.model && one.from && one.from > from)
    .map((one) => one.from as Day)
    .sort()[0];
  return { from, until: next ? shift(next, -1) : isDay ? from : monthEnd(row.in_force_on) };
}
