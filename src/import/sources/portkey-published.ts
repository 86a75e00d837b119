import { basename } from "node:path";
import { z } from "zod";
import type { UnitId } from "../../catalog/units.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { stepped, type Units } from "../rates.ts";
import { eachRecord, needDay } from "../record.ts";
import { Loose, PORTKEY, setPriced, withoutLength } from "./portkey-units.ts";

/** Portkey's `pricing/<provider>.json` as it is published: cents per single token, the provider in the file's name. */

/** Cents per token to dollars per 1M tokens. */
const PER_MILLION = 10_000;
/** Cents per call to dollars per 1,000 calls. */
const PER_THOUSAND = 10;

const Figure = z.object({ price: z.number() });
const Paid = z.object({ additional_units: z.record(z.string(), Figure).optional() }).catchall(z.unknown());
const Config = z.object({ pay_as_you_go: Paid, batch_config: Paid.optional() });
const Steps = z.record(z.string(), z.object({ pricing_config: Config }));
const Mode = z.object({ context_tiers: Steps.optional() }).optional();
const Modes = z.object({ execution_modes: z.object({ standard: Mode, batch: Mode }) });
const ModelRecord = z.object({
  pricing_config: Config.optional(),
  custom_pricing: z
    .object({
      context_tier_map: z.record(z.string(), z.string()).optional(),
      regions: z.object({ default: Modes.optional() }).optional(),
    })
    .optional(),
});

const FIELDS: Record<string, UnitId> = {
  request_token: "input",
  response_token: "output",
  cache_read_input_token: "cache_read",
  cache_write_input_token: "cache_write",
  request_audio_token: "audio_input",
  response_audio_token: "audio_output",
  cache_read_audio_input_token: "audio_cache_read",
};
const BATCH: Record<string, UnitId> = {
  request_token: "batch_input",
  response_token: "batch_output",
  cache_read_input_token: "batch_cache_read",
};

const Shape = z.object({ default: z.object({ pricing_config: z.object({ pay_as_you_go: Loose }) }) });

export const portkeyPublished: SourceParser = {
  id: PORTKEY,
  recognises: ({ data }) => Shape.safeParse(data).success,
  parse,
};

function parse(file: SnapshotFile): Extract {
  const day = needDay(file, undefined);
  const provider = basename(file.name, ".json");
  const out = emptyExtract(PORTKEY, day);
  const models = Object.entries(Loose.parse(file.data)).filter(([id]) => id !== "default");
  eachRecord(
    models,
    ([id]) => `${provider} ${id}`,
    out.rejected,
    ([raw, value]) => {
      const id = withoutLength(raw);
      const { pricing_config: config, custom_pricing: custom } = ModelRecord.parse(value);
      if (id === undefined || !config) return;
      const units = { ...unitsOf(config.pay_as_you_go, FIELDS), ...unitsOf(config.batch_config ?? {}, BATCH) };
      if (Object.keys(units).length === 0) return;
      const modes = custom?.regions?.default?.execution_modes;
      const steps = stepsOf(
        custom?.context_tier_map ?? {},
        modes?.standard?.context_tiers,
        modes?.batch?.context_tiers,
      );
      Object.assign(units, unitsAt(modes?.batch?.context_tiers, custom?.context_tier_map?.["0"], BATCH));
      out.prices.push({ provider, id, currency: "USD", rates: stepped(units, steps), seen: day, undated: true });
    },
  );
  return out;
}

type Tiers = z.infer<typeof Steps> | undefined;

/** `context_tier_map` tells from how many tokens each named step applies. */
function stepsOf(map: Record<string, string>, standard: Tiers, batch: Tiers): { over: number; units: Units }[] {
  const starts = Object.entries(map).filter(([start, name]) => Number(start) > 0 && standard?.[name]);
  return starts.map(([start, name]) => ({
    over: Number(start),
    units: { ...unitsAt(standard, name, FIELDS), ...unitsAt(batch, name, BATCH) },
  }));
}

function unitsAt(tiers: Tiers, name: string | undefined, fields: Record<string, UnitId>): Units {
  const tier = name === undefined ? undefined : tiers?.[name];
  return tier ? unitsOf(tier.pricing_config.pay_as_you_go, fields) : {};
}

function unitsOf(paid: z.infer<typeof Paid>, fields: Record<string, UnitId>): Units {
  const units: Units = {};
  for (const [field, unit] of Object.entries(fields)) {
    setPriced(units, unit, Figure.safeParse(paid[field]).data?.price, PER_MILLION);
  }
  if (fields !== FIELDS) return units;
  setPriced(units, "cache_write_1h", paid.additional_units?.cache_write_1h?.price, PER_MILLION);
  setPriced(units, "web_search", paid.additional_units?.web_search?.price, PER_THOUSAND);
  return units;
}
