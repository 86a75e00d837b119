import { z } from "zod";
import type { Day } from "../../catalog/schema.ts";
import { amount } from "../amount.ts";
import { dayOf, shift } from "../day.ts";
import { type Extract, emptyExtract, type PriceFact, type SnapshotFile, type SourceParser } from "../fact.ts";
import { stepped, type Units } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";

/**
 * simonw/llm-prices, USD per 1M tokens: the re-shaped snapshot, and `historical-v1.json` as the site publishes it
 * (not tested on a whole live file). `from_date` is inclusive, `to_date` exclusive; null is not known.
 */

const Span = z.object({
  input: z.number(),
  output: z.number(),
  input_cached: z.number().nullish(),
  from_date: z.string().nullish(),
  to_date: z.string().nullish(),
});
type Span = z.infer<typeof Span>;
const ModelRecord = z.object({ vendor: z.string(), id: z.string(), name: z.string(), price_history: z.array(Span) });
type ModelRecord = z.infer<typeof ModelRecord>;
const Reshaped = z.object({
  source: z.string().startsWith("simonw/llm-prices"),
  date: z.string(),
  models: z.array(z.unknown()),
});
const PublishedRow = Span.extend({ id: z.string(), vendor: z.string(), name: z.string() });
const Published = z.object({ prices: z.array(z.unknown()).refine((rows) => PublishedRow.safeParse(rows[0]).success) });

const LLM_PRICES = "llm-prices";

export const llmPrices: SourceParser = {
  id: LLM_PRICES,
  recognises: ({ data }) => Reshaped.safeParse(data).success,
  parse(file) {
    const root = Reshaped.parse(file.data);
    const out = emptyExtract(LLM_PRICES, needDay(file, dayOf(root.date)));
    const models: ModelRecord[] = [];
    eachRecord(root.models, idOf, out.rejected, (raw) => models.push(ModelRecord.parse(raw)));
    return filled(out, models);
  },
};

export const llmPricesPublished: SourceParser = {
  id: LLM_PRICES,
  untested: true,
  recognises: ({ data }) => Published.safeParse(data).success,
  parse(file: SnapshotFile) {
    const root = Published.parse(file.data);
    const out = emptyExtract(LLM_PRICES, needDay(file, undefined));
    const models = new Map<string, ModelRecord>();
    eachRecord(root.prices, idOf, out.rejected, (raw) => {
      const { vendor, id, name, ...span } = PublishedRow.parse(raw);
      const model = models.get(`${vendor} ${id}`) ?? { vendor, id, name, price_history: [] };
      model.price_history.push(span);
      models.set(`${vendor} ${id}`, model);
    });
    return filled(out, [...models.values()]);
  },
};

function idOf(raw: unknown): string {
  return z.object({ id: z.string() }).safeParse(raw).data?.id ?? "?";
}

const LONG = /^(.+)-(\d+)k$/;

/** A long-context price stands under an id of its own ("gpt-5.6-luna-272k", named "… >272k"). */
function longContextOf(model: ModelRecord, all: ModelRecord[]): { base: string; over: number } | undefined {
  const [, base, size] = LONG.exec(model.id) ?? [];
  if (!base || !size || !model.name.includes(">")) return undefined;
  const found = all.find((one) => one.vendor === model.vendor && one.id === base);
  return found ? { base, over: Number(size) * 1000 } : undefined;
}

function filled(out: Extract, models: ModelRecord[]): Extract {
  const long = new Map<string, { model: ModelRecord; over: number }>();
  for (const model of models) {
    const found = longContextOf(model, models);
    if (found) long.set(`${model.vendor} ${found.base}`, { model, over: found.over });
  }
  const parts = new Set([...long.values()].map(({ model }) => model));
  for (const model of models.filter((one) => !parts.has(one))) {
    const above = long.get(`${model.vendor} ${model.id}`);
    const seller = { provider: model.vendor, id: model.id, name: model.name };
    for (const span of model.price_history) {
      const step = above?.model.price_history.find(
        (one) => one.from_date === span.from_date && one.to_date === span.to_date,
      );
      const steps = step && above ? [{ over: above.over, units: unitsOf(step) }] : [];
      out.prices.push({ ...seller, ...factOf(span, out.day), rates: stepped(unitsOf(span), steps) });
    }
  }
  return out;
}

/** A start or an end inside the source's own time dates a price; the price without either proves only its snapshot. */
function factOf(span: Span, day: Day): Omit<PriceFact, "provider" | "id" | "rates"> {
  const [from, to] = [dayOf(span.from_date), dayOf(span.to_date)];
  const until = to && to <= day ? shift(to, -1) : undefined;
  return {
    currency: "USD",
    seen: day,
    ...(from && { from }),
    ...(until && { until }),
    ...(!from && !to && { undated: true }),
  };
}

function unitsOf({ input, output, input_cached }: Span): Units {
  const cached = input_cached ? amount(input_cached) : undefined;
  return { input: amount(input) ?? null, output: amount(output) ?? null, ...(cached && { cache_read: cached }) };
}
