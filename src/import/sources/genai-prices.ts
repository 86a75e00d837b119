import { z } from "zod";
import type { Day, Rate } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import { amount } from "../amount.ts";
import { dayOf, shift } from "../day.ts";
import { type Extract, emptyExtract, type PriceFact, type SnapshotFile, type SourceParser } from "../fact.ts";
import { partition, type UnitTier, type UnitTiers } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";

/**
 * pydantic/genai-prices: the published v2 `data.json` (an array of providers), and the re-shaped snapshot that wraps
 * it and adds the `prices_checked` of the YAML files. USD per 1M tokens.
 */

const UNITS: Record<string, UnitId> = {
  input_mtok: "input",
  output_mtok: "output",
  cache_read_mtok: "cache_read",
  cache_write_mtok: "cache_write",
  cache_write_1h_mtok: "cache_write_1h",
  input_audio_mtok: "audio_input",
  output_audio_mtok: "audio_output",
  cache_audio_read_mtok: "audio_cache_read",
  input_image_mtok: "image_input",
  output_image_mtok: "image_output",
  input_video_mtok: "video_input",
  output_video_mtok: "video_output",
  output_reasoning_mtok: "reasoning",
  output_citation_mtok: "citation",
  requests_kcount: "request",
  web_searches_kcount: "web_search",
};

const Figure = z.union([
  z.number(),
  z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) }),
]);
const Prices = z.record(z.string(), Figure);
const Constraint = z.union([
  z.object({ start_date: z.string() }),
  z.object({ start_time: z.string(), end_time: z.string() }),
]);
const Conditional = z.object({ constraint: Constraint.nullish(), prices: Prices });
const ModelRecord = z.object({
  id: z.string(),
  name: z.string().optional(),
  context_window: z.number().nullish(),
  deprecated: z.boolean().nullish(),
  prices: z.union([Prices, z.array(Conditional)]),
  prices_checked: z.string().optional(),
  match: z.unknown(),
});
type ModelRecord = z.infer<typeof ModelRecord>;
const Provider = z.object({
  id: z.string(),
  name: z.string(),
  pricing_urls: z.array(z.string()).default([]),
  models: z.array(z.unknown()),
});
const Published = z.array(z.unknown()).refine((list) => {
  const first = z.object({ models: z.array(z.object({ id: z.string(), match: z.unknown() })) }).safeParse(list[0]);
  return first.success;
});
const Reshaped = z.object({
  source: z.string().startsWith("pydantic/genai-prices"),
  date: z.string(),
  providers: Published,
});

const GENAI = "genai-prices";

export const genaiPrices: SourceParser = {
  id: GENAI,
  recognises: ({ data }) => Reshaped.safeParse(data).success || Published.safeParse(data).success,
  parse,
};

const ROUTER = "openrouter";
/** Endings that only the router gives to ids. */
const ROUTED = /:(?:free|extended|beta|thinking|nitro|online)$/;

/** Converted from yuan at a rate of the author's choice: no price of anybody. */
const CONVERTED = new Set(["zhipuai"]);

function parse(file: SnapshotFile): Extract {
  const wrapped = Reshaped.safeParse(file.data);
  const day = needDay(file, dayOf(wrapped.data?.date));
  const out = emptyExtract(GENAI, day);
  const list = wrapped.success ? wrapped.data.providers : Published.parse(file.data);
  eachRecord(
    list,
    () => "provider",
    out.rejected,
    (raw) => {
      const provider = Provider.parse(raw);
      if (CONVERTED.has(provider.id)) {
        out.dropped.push({ where: provider.id, why: "dollar figures converted from yuan at a rate of the author's" });
        return;
      }
      const where = (one: unknown) => `${provider.id} ${z.object({ id: z.string() }).safeParse(one).data?.id ?? "?"}`;
      eachRecord(provider.models, where, out.rejected, (one) => {
        const model = ModelRecord.parse(one);
        if (provider.id !== ROUTER && ROUTED.test(model.id)) {
          out.dropped.push({ where: where(one), why: "an id of the router under the lab's name" });
          return;
        }
        const seller = { provider: provider.id, id: idOf(model), ...(model.name && { name: model.name }) };
        out.prices.push(...factsOf(model, day).map((fact) => ({ ...seller, ...fact })));
        out.cards.push({
          ...seller,
          day,
          ...(model.context_window && { context: model.context_window }),
          ...(model.deprecated && { deprecated: true }),
          abilities: {},
        });
      });
    },
  );
  return out;
}

const LATEST = /-latest$/;

/** An entry called "…-latest" that matches every id with its beginning speaks of the model, not of the alias. */
function idOf({ id, match }: ModelRecord): string {
  const base = id.replace(LATEST, "");
  return JSON.stringify(match).includes(`"starts_with":"${base}"`) ? base : id;
}

type Fact = Omit<PriceFact, "provider" | "id">;

/** A list of prices with start days: each holds until the day before the next; one without a start is the oldest. */
function factsOf(model: ModelRecord, day: Day): Fact[] {
  const checked = dayOf(model.prices_checked);
  const base = { currency: "USD" as const, seen: checked ?? day, ...(checked ? { checked } : { undated: true }) };
  if (!Array.isArray(model.prices)) return [{ ...base, rates: ratesOf(model.prices) }];
  const timed = timeOfDay(model.prices);
  if (timed) return [{ ...base, rates: timed }];
  const starts = model.prices.map(({ constraint }) =>
    constraint && "start_date" in constraint ? dayOf(constraint.start_date) : undefined,
  );
  return model.prices.map(({ prices }, at) => {
    const [from, next] = [starts[at], starts[at + 1]];
    const rates = ratesOf(prices);
    const { undated: _, ...dated } = { undated: false, ...base };
    const past = next !== undefined && next <= dated.seen;
    return { ...dated, rates, ...(from && { from }), ...(past && { until: shift(next, -1) }) };
  });
}

/** Two prices by the clock: the constrained one inside its window (UTC), the other outside. */
function timeOfDay(list: z.infer<typeof Conditional>[]): Rate[] | undefined {
  const inside = list.find(({ constraint }) => constraint && "start_time" in constraint);
  const outside = list.find(({ constraint }) => !constraint);
  if (!inside?.constraint || !("start_time" in inside.constraint) || !outside) return undefined;
  const { start_time, end_time } = inside.constraint;
  const window = `utc-${[start_time, end_time].map((time) => time.slice(0, 5).replace(":", "")).join("-")}`;
  return [
    ...ratesOf(inside.prices).map((rate) => ({ ...rate, when: { ...rate.when, window } })),
    ...ratesOf(outside.prices).map((rate) => ({ ...rate, when: { ...rate.when, window: "else" } })),
  ];
}

function ratesOf(prices: z.infer<typeof Prices>): Rate[] {
  const tiers: UnitTiers = {};
  for (const [key, figure] of Object.entries(prices)) {
    const unit = UNITS[key];
    if (unit) tiers[unit] = stepsOf(figure);
  }
  return Object.keys(tiers).length > 0 ? partition(tiers) : [];
}

function stepsOf(figure: z.infer<typeof Figure>): UnitTier[] {
  const { base, tiers } = typeof figure === "number" ? { base: figure, tiers: [] } : figure;
  const steps = [{ start: 0, price: base }, ...tiers].sort((a, b) => a.start - b.start);
  return steps.flatMap(({ start, price }, at) => {
    const clean = amount(price);
    return clean === undefined ? [] : [{ price: clean, prompt: [start, steps[at + 1]?.start ?? null] as const }];
  });
}
