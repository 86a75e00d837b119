import type { Model } from "../../catalog/schema.ts";
import { groupKey, type PlacedPrice } from "../merge/placed.ts";
import { agrees } from "../merge/same.ts";
import { headline } from "../rates.ts";
import { worth } from "./worth.ts";

/** No model that writes has ever been sold for less, in dollars per 1M tokens; what is below is per call or per minute. */
export const LEAST = 0.005;
/** Models that write nothing may cost next to nothing. */
export const SILENT: ReadonlySet<Model["kind"]> = new Set(["embedding", "rerank", "moderation"]);

/** Prices too small for tokens on both sides, by the word of one source only. */
export function dust(facts: PlacedPrice[], kind: Model["kind"]): PlacedPrice[] {
  if (SILENT.has(kind)) return [];
  const isDust = (fact: PlacedPrice) => worth(fact) < LEAST && hasBothSides(fact);
  return facts.filter((fact) => isDust(fact) && !facts.some((other) => isWitness(other, fact)));
}

function hasBothSides({ rates }: PlacedPrice): boolean {
  const { input, output } = headline(rates);
  return input !== null && output !== null;
}

function isWitness(other: PlacedPrice, fact: PlacedPrice): boolean {
  return other.source !== fact.source && groupKey(other) === groupKey(fact) && agrees(other, fact);
}
