import { z } from "zod";
import type { Rate } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import { amount } from "../amount.ts";
import { partition, type Span, type UnitTier, type UnitTiers } from "../rates.ts";

/** The price block of a native Chinese list: units with a price or with steps by length, thinking or sound. */
const Bounds = z.tuple([z.number(), z.number().nullable()]);
const Step = z.object({
  price: z.number(),
  input_tokens: Bounds.optional(),
  output_tokens: Bounds.optional(),
  thinking: z.boolean().optional(),
  with_audio: z.boolean().optional(),
});
const Unit = z.object({
  item: z.string(),
  per: z.string(),
  ttl: z.string().optional(),
  price: z.number().optional(),
  tiers: z.array(Step).optional(),
});
export const Pricing = z.object({
  currency: z.enum(["CNY", "USD"]),
  currency_stated: z.boolean().default(true),
  units: z.array(Unit),
});
export type Pricing = z.infer<typeof Pricing>;

const ITEMS: Record<string, UnitId> = {
  text_input: "input",
  text_output: "output",
  cache_read: "cache_read",
  cache_write: "cache_write",
  audio_input: "audio_input",
  audio_output: "audio_output",
  image_input: "image_input",
  video_generation: "video_output",
};

/** A write "with a lifetime of 1h" at a few thousandths of the input price is the storage fee of Volcengine. */
function unitOf(unit: z.infer<typeof Unit>): UnitId | undefined {
  if (unit.per !== "1M tokens") return undefined;
  return unit.item === "cache_write" && unit.ttl === "1h" ? "cache_storage" : ITEMS[unit.item];
}

function stepsOf(unit: z.infer<typeof Unit>): UnitTier[] {
  const steps = unit.tiers ?? (unit.price === undefined ? [] : [{ price: unit.price }]);
  return steps.flatMap((step) => {
    const price = amount(step.price);
    if (price === undefined || ("with_audio" in step && step.with_audio !== undefined)) return [];
    const { input_tokens, output_tokens, thinking }: z.infer<typeof Step> = step;
    return [{ price, prompt: input_tokens as Span, output: output_tokens as Span, thinking }];
  });
}

/** The token prices of a block as rates that exclude each other; what is sold by picture or second is left out. */
export function ratesOf(pricing: Pricing): Rate[] {
  const tiers: UnitTiers = {};
  for (const unit of pricing.units) {
    const id = unitOf(unit);
    const steps = id ? stepsOf(unit) : [];
    if (id && steps.length > 0) tiers[id] = steps;
  }
  return Object.keys(tiers).length > 0 ? partition(tiers) : [];
}
