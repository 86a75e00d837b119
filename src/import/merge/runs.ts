import { attestedOn, type PlacedPrice, startOf } from "./placed.ts";
import { identical } from "./same.ts";

/** One source's facts about an offer, oldest first, equal neighbours joined into one that lasts longer. */
export function runsOf(facts: PlacedPrice[]): PlacedPrice[] {
  const sorted = [...facts].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.seen, b.seen));
  const runs: PlacedPrice[] = [];
  for (const fact of sorted) {
    const before = runs.at(-1);
    if (before && identical(before, fact) && before.list === fact.list && !before.until) {
      runs[runs.length - 1] = joined(before, fact);
    } else if (before && before.seen === fact.seen && startOf(before) === startOf(fact)) {
      // Two edits of one day: the later one, or the one that a snapshot confirms, is what stood.
      if (attestedOn(fact) >= attestedOn(before)) runs[runs.length - 1] = fact;
    } else runs.push(fact);
  }
  return runs;
}

function joined(before: PlacedPrice, again: PlacedPrice): PlacedPrice {
  const last = attestedOn(again);
  const checked = again.checked ?? before.checked;
  return {
    ...before,
    ...(last > before.seen && { lastSeen: last }),
    ...(checked && { checked }),
    ...(again.until && { until: again.until }),
    ...(before.name === undefined && again.name !== undefined && { name: again.name }),
  };
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
