import { z } from "zod";
import { dayOrMonth } from "../day.ts";
import type { Card, Extract, SnapshotFile, SourceParser } from "../fact.ts";
import { emptyExtract } from "../fact.ts";
import { kindByModalities } from "../kind.ts";
import { eachRecord, needDay } from "../record.ts";
import { Cost, ratesOf } from "./models-dev-cost.ts";

/** models.dev `api.json` as it is published: provider id → provider with models. USD per 1M tokens. */

export const MODELS_DEV = "models-dev";
const FILE_DAY = /(\d{4}-\d{2}-\d{2})\.json$/;

const ModelRecord = z.object({
  id: z.string(),
  name: z.string().optional(),
  family: z.string().optional(),
  attachment: z.boolean().optional(),
  reasoning: z.boolean().optional(),
  tool_call: z.boolean().optional(),
  structured_output: z.boolean().optional(),
  knowledge: z.string().optional(),
  release_date: z.string().optional(),
  modalities: z.object({ input: z.array(z.string()), output: z.array(z.string()) }).optional(),
  open_weights: z.boolean().optional(),
  limit: z.object({ context: z.number().optional(), output: z.number().optional() }).optional(),
  status: z.string().optional(),
  cost: Cost.optional(),
});
type ModelRecord = z.infer<typeof ModelRecord>;

const ProviderRecord = z.object({ id: z.string(), name: z.string(), models: z.record(z.string(), z.unknown()) });
/** Enough to know the format by: some provider with models. */
const Shape = z.record(z.string(), z.unknown()).refine((root) => {
  const first = Object.values(root)[0];
  return ProviderRecord.safeParse(first).success;
});

export const modelsDev: SourceParser = {
  id: MODELS_DEV,
  recognises: (file) => Shape.safeParse(file.data).success,
  parse,
};

function parse(file: SnapshotFile): Extract {
  const day = needDay(file, FILE_DAY.exec(file.name)?.[1]);
  const out = emptyExtract(MODELS_DEV, day);
  const root = z.record(z.string(), z.unknown()).parse(file.data);
  eachRecord(
    Object.entries(root),
    ([key]) => key,
    out.rejected,
    ([, value]) => {
      const provider = ProviderRecord.parse(value);
      out.providers.push({ id: provider.id, name: provider.name });
      eachRecord(
        Object.entries(provider.models),
        ([id]) => `${provider.id} ${id}`,
        out.rejected,
        ([, raw]) => {
          const model = ModelRecord.parse(raw);
          const seller = sellerOf(provider.id, model);
          out.cards.push({ ...seller, day, ...cardOf(model) });
          out.prices.push({ ...seller, currency: "USD", rates: model.cost ? ratesOf(model.cost) : [], seen: day });
        },
      );
    },
  );
  return out;
}

function sellerOf(provider: string, model: ModelRecord) {
  return {
    provider,
    id: model.id,
    ...(model.name && { name: model.name }),
    ...(model.family && { family: model.family }),
  };
}

function cardOf(model: ModelRecord): Omit<Card, "provider" | "id" | "day"> {
  const { input = [], output = [] } = model.modalities ?? {};
  const released = dayOrMonth(model.release_date);
  return {
    kind: kindByModalities(input, output),
    ...(model.limit?.context && { context: model.limit.context }),
    ...(model.limit?.output && { maxOutput: model.limit.output }),
    ...(model.open_weights && { openWeights: true }),
    ...(released && { released }),
    ...(model.knowledge && { knowledge: model.knowledge }),
    ...(model.status === "deprecated" && { deprecated: true }),
    ...((model.status === "beta" || model.status === "alpha") && { preview: true }),
    abilities: {
      ...(model.modalities && {
        vision: input.includes("image"),
        audio: input.includes("audio"),
        video: input.includes("video"),
        pdf: input.includes("pdf"),
        image_output: output.includes("image"),
        audio_output: output.includes("audio"),
      }),
      ...(model.tool_call !== undefined && { tools: model.tool_call }),
      ...(model.reasoning !== undefined && { reasoning: model.reasoning }),
      ...(model.structured_output !== undefined && { structured_output: model.structured_output }),
    },
  };
}
