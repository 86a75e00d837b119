import { ABILITIES, type Ability } from "../catalog/abilities.ts";
import type { Quote } from "../catalog/catalog.ts";
import type { Rate } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Query } from "../query/query.ts";
import { ability } from "./candidates.ts";
import type { Context } from "./context.ts";
import { plain } from "./money.ts";
import { rateOf } from "./price.ts";

type Field = NonNullable<Query["fields"]>[number];
type Value = string | number | boolean | null;

/** Fields that are prices of units: each under its unit's id. */
const UNITS_OF: Partial<Record<Field, UnitId[]>> = {
  cache_read: ["cache_read"],
  cache_write: ["cache_write", "cache_write_5m", "cache_write_1h", "cache_storage"],
  batch: ["batch_input", "batch_output", "batch_cache_read"],
  audio_price: ["audio_input", "audio_output", "audio_cache_read"],
};

/** What was asked about an offer beside its price, by field; `null` where no source states it. */
export function factsAsked(context: Context, quote: Quote): Record<string, Value> | undefined {
  const { fields = [] } = context.query;
  const rate = rateOf(quote.price, context.situation);
  const entries = fields.flatMap((field) => factOf(field, quote, rate));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function factOf(field: Field, quote: Quote, rate: Rate | undefined): [string, Value][] {
  const units = UNITS_OF[field];
  if (units) return unitFacts(field, units, quote, rate);
  if (isAbility(field)) return [[field, ability(quote, rate, field) ?? null]];
  const { model, offer, price } = quote;
  switch (field) {
    case "context":
      return [[field, offer.context ?? model.context ?? null]];
    case "max_output":
      return [[field, offer.maxOutput ?? model.maxOutput ?? null]];
    case "released":
      return [[field, model.released ?? null]];
    case "knowledge":
      return [[field, model.knowledge ?? null]];
    case "status":
      return [[field, quote.gone && model.status === "current" ? "gone" : model.status]];
    case "open_weights":
      return [[field, model.openWeights ?? null]];
    case "free":
      return [[field, isFree(price?.state)]];
    default:
      return [];
  }
}

function isAbility(field: Field): field is Ability {
  return (ABILITIES as readonly string[]).includes(field);
}

function isFree(state: string | undefined): boolean | null {
  if (state === "free") return true;
  return state === "priced" || state === "plan" ? false : null;
}

/** The units that are known; where none is, whether the offer has such a thing at all. */
function unitFacts(field: Field, units: readonly UnitId[], quote: Quote, rate: Rate | undefined): [string, Value][] {
  const known = units.filter((unit) => rate?.units[unit] !== undefined);
  if (known.length > 0) return known.map((unit) => [unit, plain(rate?.units[unit])]);
  return [[field, field === "batch" ? (ability(quote, rate, "batch") ?? null) : null]];
}
