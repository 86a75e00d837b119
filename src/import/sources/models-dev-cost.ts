import { z } from "zod";
import type { Rate } from "../../catalog/schema.ts";
import { amount, isZero } from "../amount.ts";
import { partition, stepped, type Units } from "../rates.ts";

const Num = z.number();

/** A `cost` of models.dev: USD per 1M tokens. `context_over_200k` repeats a tier of unknown threshold: not read. */
const Side = z.object({
  input: Num.optional(),
  output: Num.optional(),
  cache_read: Num.optional(),
  cache_write: Num.optional(),
  reasoning: Num.optional(),
  input_audio: Num.optional(),
  output_audio: Num.optional(),
});

export const Cost = Side.extend({
  tiers: z.array(Side.extend({ tier: z.object({ size: z.int().positive() }) })).optional(),
  context_over_200k: Side.optional(),
});
export type Cost = z.infer<typeof Cost>;

function setIf(units: Units, unit: keyof Units, value: number | undefined): void {
  const price = amount(value);
  if (price !== undefined) units[unit] = price;
}

/** A cache price of 0 beside a priced input means "not recorded" here, so it is left out. */
function unitsOf(side: z.infer<typeof Side>): Units {
  const units: Units = {};
  setIf(units, "input", side.input);
  setIf(units, "output", side.output);
  if (side.cache_read || !side.input) setIf(units, "cache_read", side.cache_read);
  if (side.cache_write || !side.input) setIf(units, "cache_write", side.cache_write);
  if (side.input_audio) setIf(units, "audio_input", side.input_audio);
  if (side.output_audio) setIf(units, "audio_output", side.output_audio);
  return units;
}

/**
 * The rates of a cost. A `reasoning` price above the output price is the output price while thinking;
 * one below it is a unit of its own (reasoning tokens billed apart).
 */
export function ratesOf(cost: Cost): Rate[] {
  const base = unitsOf(cost);
  if (Object.keys(base).length === 0) return [];
  const reasoning = amount(cost.reasoning);
  const apart = cost.reasoning !== undefined && cost.output !== undefined && cost.reasoning !== cost.output;
  if (apart && reasoning && Number(reasoning) > (cost.output ?? 0)) {
    const { output, ...rest } = base;
    const steady = Object.entries(rest).map(([unit, price]) => [unit, [{ price: price ?? "0" }]]);
    return partition({
      ...Object.fromEntries(steady),
      output: [
        { thinking: false, price: output ?? "0" },
        { thinking: true, price: reasoning },
      ],
    });
  }
  if (apart && reasoning && !isZero(reasoning)) base.reasoning = reasoning;
  const above = legacyTier(cost) ?? cost.tiers?.map((tier) => ({ over: tier.tier.size, units: unitsOf(tier) })) ?? [];
  return stepped(base, above);
}

/** Before May 2026 the threshold was only in the field's name, and 200,000 is what it meant then. */
function legacyTier(cost: Cost): { over: number; units: Units }[] | undefined {
  if (cost.tiers || !cost.context_over_200k) return undefined;
  return [{ over: 200_000, units: unitsOf(cost.context_over_200k) }];
}
