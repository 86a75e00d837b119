import type { Curated } from "./curated.ts";
import { type Extract, emptyExtract, type PriceFact } from "./fact.ts";
import { groupBy } from "./group-by.ts";
import { attestedOn } from "./merge/placed.ts";
import { compare } from "./merge/runs.ts";

/** The hand-written prices, in the same form as what a parser gives. */
export function curatedExtracts(curated: Curated): Extract[] {
  return [...groupBy(curated.prices, (price) => price.source)].map(([source, own]) => {
    const day = own.map(attestedOn).sort(compare).at(-1) ?? "1970-01-01";
    const out = emptyExtract(source, day);
    out.prices = own.map(({ source: _, ...fact }) => fact as PriceFact);
    out.cards = own.map(({ provider, id }) => ({ provider, id, day, abilities: {} }));
    return out;
  });
}

/** Sources that only ever speak through the hand-written part: vendor pages, read by a person. */
export function vendorSources(extracts: Extract[], curated: Curated): Set<string> {
  const handWritten = new Set(curated.prices.map(({ source }) => source));
  for (const { source, providers, fx, prices } of extracts) {
    const own = curated.prices.filter((price) => price.source === source).length;
    if (providers.length > 0 || fx.length > 0 || prices.length > own) handWritten.delete(source);
  }
  return handWritten;
}
