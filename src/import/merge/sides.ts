import type { Model, Rate } from "../../catalog/schema.ts";
import { isZero } from "../amount.ts";
import type { Units } from "../rates.ts";
import type { PlacedPrice } from "./placed.ts";

type Kind = Model["kind"];

/**
 * Puts each figure on the side where it belongs for the kind of model: models.dev writes the price of image and
 * audio tokens as `output`; a 0 opposite a price is "no such side" for an embedding and "not known" for a text model.
 */
export function sided(fact: PlacedPrice, kind: Kind): PlacedPrice {
  return { ...fact, rates: fact.rates.map((rate) => ({ ...rate, units: unitsFor(rate, kind, fact.source) })) };
}

function unitsFor(rate: Rate, kind: Kind, source: string): Units {
  const units = source === "models-dev" ? withMedia(rate.units, kind) : { ...rate.units };
  if (isZero(units.output) && isPriced(units.input)) {
    if (ONE_SIDED.has(kind)) delete units.output;
    else units.output = null;
  }
  if (units.cache_read != null && isPriced(units.input) && Number(units.cache_read) > Number(units.input)) {
    // Read and write stand in each other's place: neither can be believed.
    delete units.cache_read;
    delete units.cache_write;
  }
  const given = [units.output, units.image_output, units.audio_output];
  if (isZero(units.input) && given.some(isPriced)) units.input = null;
  return units;
}

/** Kinds of models that give no tokens that could be billed. */
const ONE_SIDED: ReadonlySet<Kind> = new Set(["embedding", "rerank", "moderation"]);

function isPriced(price: string | null | undefined): boolean {
  return price != null && !isZero(price);
}

function withMedia(units: Units, kind: Kind): Units {
  const unit = kind === "image" ? "image_output" : kind === "speech" ? "audio_output" : undefined;
  if (!unit || !isPriced(units.output) || units[unit] !== undefined) return { ...units };
  return { ...units, [unit]: units.output, output: null };
}
