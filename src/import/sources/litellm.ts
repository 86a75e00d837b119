import { z } from "zod";
import type { UnitId } from "../../catalog/units.ts";
import { amount } from "../amount.ts";
import { type Card, type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { stepped, type Units } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";
import { LITELLM, sellerOfId } from "./litellm-ids.ts";

/** LiteLLM's price file as it is published: USD per single token. Tested on a sample only. */

const PER_MILLION = 1_000_000;

const ModelRecord = z
  .object({
    litellm_provider: z.string(),
    mode: z.string().optional(),
    max_input_tokens: z.number().optional(),
    max_output_tokens: z.number().optional(),
  })
  .catchall(z.unknown());
type ModelRecord = z.infer<typeof ModelRecord>;
const Shape = z.object({ sample_spec: z.object({ litellm_provider: z.string() }) });

const FIELDS: Record<string, UnitId> = {
  input_cost_per_token: "input",
  output_cost_per_token: "output",
  cache_read_input_token_cost: "cache_read",
  cache_creation_input_token_cost: "cache_write",
  input_cost_per_audio_token: "audio_input",
  output_cost_per_audio_token: "audio_output",
  output_cost_per_reasoning_token: "reasoning",
  input_cost_per_token_batches: "batch_input",
  output_cost_per_token_batches: "batch_output",
};
const STEPS = { "128k": 128_000, "200k": 200_000, "272k": 272_000 } as const;
const KINDS: Record<string, Card["kind"]> = {
  chat: "text",
  completion: "text",
  responses: "text",
  embedding: "embedding",
  rerank: "rerank",
  image_generation: "image",
  audio_speech: "speech",
  audio_transcription: "speech",
  video_generation: "video",
  moderation: "moderation",
};
const ABILITIES: Record<string, keyof Card["abilities"]> = {
  supports_function_calling: "tools",
  supports_vision: "vision",
  supports_pdf_input: "pdf",
  supports_audio_input: "audio",
  supports_video_input: "video",
  supports_audio_output: "audio_output",
  supports_reasoning: "reasoning",
  supports_response_schema: "structured_output",
};

export const litellm: SourceParser = {
  id: LITELLM,
  untested: true,
  recognises: ({ data }) => Shape.safeParse(data).success,
  parse,
};

function parse(file: SnapshotFile): Extract {
  const day = needDay(file, undefined);
  const out = emptyExtract(LITELLM, day);
  const models = Object.entries(z.record(z.string(), z.unknown()).parse(file.data));
  const real = models.filter(([id]) => id !== "sample_spec");
  eachRecord(
    real,
    ([id]) => id,
    out.rejected,
    ([key, raw]) => {
      const model = ModelRecord.parse(raw);
      const seller = sellerOfId(key, model.litellm_provider);
      out.cards.push({ ...seller, day, ...cardOf(model) });
      const units = unitsOf(model, "");
      if (Object.keys(units).length === 0) return;
      const steps = Object.entries(STEPS).flatMap(([size, over]) => {
        const above = unitsOf(model, `_above_${size}_tokens`);
        return above.input === undefined ? [] : [{ over, units: above }];
      });
      out.prices.push({ ...seller, currency: "USD", rates: stepped(units, steps), seen: day, undated: true });
    },
  );
  return out;
}

function unitsOf(model: ModelRecord, suffix: string): Units {
  const units: Units = {};
  for (const [field, unit] of Object.entries(FIELDS)) {
    const price = amount(model[`${field}${suffix}`], PER_MILLION);
    if (price !== undefined) units[unit] = price;
  }
  return units;
}

function cardOf(model: ModelRecord): Omit<Card, "provider" | "id" | "day"> {
  const kind = KINDS[model.mode ?? ""];
  const stated = Object.entries(ABILITIES).filter(([field]) => typeof model[field] === "boolean");
  return {
    ...(kind && { kind }),
    ...(model.max_input_tokens && { context: model.max_input_tokens }),
    ...(model.max_output_tokens && { maxOutput: model.max_output_tokens }),
    abilities: Object.fromEntries(stated.map(([field, ability]) => [ability, model[field] as boolean])),
  };
}
