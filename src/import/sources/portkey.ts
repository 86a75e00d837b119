import { z } from "zod";
import type { UnitId } from "../../catalog/units.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { stepped, type Units } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";
import { Loose, PORTKEY, setPriced, withoutLength } from "./portkey-units.ts";

/** The re-shaped snapshot of Portkey's price files: USD per 1M tokens, per unit for calls. */

const FIELDS: Record<string, UnitId> = {
  input: "input",
  input_text: "input",
  output: "output",
  output_text: "output",
  cache_read: "cache_read",
  cache_read_text: "cache_read",
  cache_write: "cache_write",
  cache_write_1h: "cache_write_1h",
  input_audio: "audio_input",
  output_audio: "audio_output",
  cache_read_audio: "audio_cache_read",
  input_image: "image_input",
  output_image: "image_output",
  image_token: "image_output",
  output_video_token: "video_output",
  reasoning: "reasoning",
};
const BATCH: Record<string, UnitId> = { input: "batch_input", output: "batch_output", cache_read: "batch_cache_read" };

const Tiers = z.array(Loose.and(z.object({ over: z.number() }))).optional();
const Batch = Loose.and(z.object({ tiers: Tiers })).optional();
const ModelRecord = Loose.and(
  z.object({
    batch: Loose.optional(),
    modes: z.object({ batch: Batch }).optional(),
    per_unit_usd: Loose.optional(),
    tiers: Tiers,
    suspect: z.string().optional(),
  }),
);
const Shape = z.object({
  source: z.string().startsWith("Portkey-AI/models"),
  date: z.string(),
  providers: z.record(z.string(), z.object({ currency: z.literal("USD").nullish(), models: Loose })),
});

export const portkey: SourceParser = { id: PORTKEY, recognises: ({ data }) => Shape.safeParse(data).success, parse };

function parse(file: SnapshotFile): Extract {
  const root = Shape.parse(file.data);
  const day = needDay(file, dayOf(root.date));
  const out = emptyExtract(PORTKEY, day);
  for (const [provider, { models }] of Object.entries(root.providers)) {
    eachRecord(
      Object.entries(models),
      ([id]) => `${provider} ${id}`,
      out.rejected,
      ([raw, value]) => {
        const id = withoutLength(raw);
        if (id === undefined || value === null) return;
        const model = ModelRecord.parse(value);
        const base = unitsOf(model, FIELDS);
        if (Object.keys(base).length === 0) return;
        const batch = model.batch ?? model.modes?.batch;
        Object.assign(base, unitsOf(batch ?? {}, BATCH), unitsOf(batchTier(model, 0), BATCH));
        setPriced(base, "web_search", model.per_unit_usd?.web_search, 1000);
        const above = (model.tiers ?? []).filter(({ over }) => over > 0);
        const steps = above.map((tier) => ({
          over: tier.over,
          units: { ...unitsOf(tier, FIELDS), ...unitsOf(batchTier(model, tier.over), BATCH) },
        }));
        const suspect = model.suspect ? { suspect: model.suspect } : {};
        out.prices.push({
          provider,
          id,
          currency: "USD",
          rates: stepped(base, steps),
          seen: day,
          undated: true,
          ...suspect,
        });
      },
    );
  }
  return out;
}

function batchTier({ modes }: z.infer<typeof ModelRecord>, over: number): Record<string, unknown> {
  return modes?.batch?.tiers?.find((tier) => tier.over === over) ?? {};
}

function unitsOf(record: Record<string, unknown>, fields: Record<string, UnitId>): Units {
  const units: Units = {};
  for (const [field, unit] of Object.entries(fields)) setPriced(units, unit, record[field]);
  return units;
}
