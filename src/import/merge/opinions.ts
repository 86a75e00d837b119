import { shift } from "../day.ts";
import type { Entry } from "./entry.ts";
import { attestedOn, figures, type PlacedPrice, startOf } from "./placed.ts";
import { agrees } from "./same.ts";

/**
 * Sources that disagree this many days before a price appeared are still named beside it, where its own first day is
 * not stated: then it may be older than the day on which it was seen.
 */
const CONTEMPORARY_DAYS = 60;

/** The figures of other sources that differ from an entry at about the same time. */
export function dissent(entry: Entry, lastWords: PlacedPrice[]): PlacedPrice[] {
  const since = entry.fact.from ?? shift(startOf(entry.fact), -CONTEMPORARY_DAYS);
  return lastWords.filter(
    (fact) =>
      fact.source !== entry.fact.source &&
      fact.currency === entry.fact.currency &&
      fact.rates.length > 0 &&
      !fact.until &&
      attestedOn(fact) >= since &&
      !agrees(entry.fact, fact) &&
      Object.values(figures(fact)).some((side) => side !== null),
  );
}

/** How many further sources give the same price. */
export function assent(entry: Entry, lastWords: PlacedPrice[]): number {
  const sources = lastWords.filter(
    (fact) => fact.source !== entry.fact.source && fact.rates.length > 0 && agrees(entry.fact, fact),
  );
  return new Set(sources.map((fact) => fact.source)).size;
}
