import { z } from "zod";
import { amount } from "../amount.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { kindByModalities } from "../kind.ts";
import type { Units } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";

/** OpenRouter's models API as documented: USD per single token as strings. Tested on one entry only. */

const PER_MILLION = 1_000_000;
/** A price of -1 says that it depends on where the request is routed. */
const Text = z.string().optional();

const ModelRecord = z.object({
  id: z.string(),
  name: z.string(),
  created: z.number().optional(),
  context_length: z.number().nullish(),
  architecture: z.object({ input_modalities: z.array(z.string()), output_modalities: z.array(z.string()) }),
  pricing: z.object({
    prompt: Text,
    completion: Text,
    input_cache_read: Text,
    input_cache_write: Text,
    internal_reasoning: Text,
  }),
  top_provider: z.object({ max_completion_tokens: z.number().nullish() }).nullish(),
});
type ModelRecord = z.infer<typeof ModelRecord>;
const Shape = z.object({ data: z.array(z.unknown()).refine(([first]) => ModelRecord.safeParse(first).success) });

export const openrouter: SourceParser = {
  id: "openrouter",
  untested: true,
  recognises: ({ data }) => Shape.safeParse(data).success,
  parse,
};

function parse(file: SnapshotFile): Extract {
  const day = needDay(file, undefined);
  const out = emptyExtract("openrouter", day);
  const where = (raw: unknown) => z.object({ id: z.string() }).safeParse(raw).data?.id ?? "?";
  eachRecord(Shape.parse(file.data).data, where, out.rejected, (raw) => {
    const model = ModelRecord.parse(raw);
    const seller = { provider: "openrouter", id: model.id, name: model.name };
    const { input_modalities: takes, output_modalities: gives } = model.architecture;
    const released = model.created && dayOf(new Date(model.created * 1000).toISOString());
    const maxOutput = model.top_provider?.max_completion_tokens;
    out.cards.push({
      ...seller,
      day,
      kind: kindByModalities(takes, gives),
      ...(model.context_length && { context: model.context_length }),
      ...(maxOutput && { maxOutput }),
      ...(released && { released }),
      abilities: {
        vision: takes.includes("image"),
        audio: takes.includes("audio"),
        pdf: takes.includes("file"),
        image_output: gives.includes("image"),
      },
    });
    const units = unitsOf(model.pricing);
    out.prices.push({ ...seller, currency: "USD", rates: units.input ? [{ units }] : [], seen: day, undated: true });
  });
  return out;
}

function unitsOf(pricing: ModelRecord["pricing"]): Units {
  const units: Units = {};
  const set = (unit: keyof Units, text: string | undefined, keepZero: boolean) => {
    const price = amount(text, PER_MILLION);
    if (price !== undefined && (keepZero || Number(price) > 0)) units[unit] = price;
  };
  set("input", pricing.prompt, true);
  set("output", pricing.completion, true);
  set("cache_read", pricing.input_cache_read, false);
  set("cache_write", pricing.input_cache_write, false);
  set("reasoning", pricing.internal_reasoning, false);
  return units;
}
