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
  const units: Units = { ...rate.units };
  if (source === "models-dev" && units.output != null && !isZero(units.output)) {
    const unit = kind === "image" ? "image_output" : kind === "speech" ? "audio_output" : undefined;
    if (unit && units[unit] === undefined) {
      units[unit] = units.output;
      units.output = null;
    }
  }
  const priced = (unit: keyof Units) => units[unit] != null && !isZero(units[unit]);
  if (isZero(units.output) && priced("input")) {
    if (kind === "embedding" || kind === "rerank" || kind === "moderation") delete units.output;
    else units.output = null;
  }
  if (isZero(units.input) && (priced("output") || priced("image_output") || priced("audio_output"))) units.input = null;
  return units;
}
