import type { Day } from "../catalog/schema.ts";
import type { Extract } from "./fact.ts";
import { isBygone, isContinuous } from "./merge/authority.ts";
import type { PlacedPrice } from "./merge/placed.ts";

/** The newest snapshot of each continuous source. */
export function newestSnapshots(extracts: Extract[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const { source, day } of extracts) {
    if (isContinuous(source) && day > (days.get(source) ?? "")) days.set(source, day);
  }
  return days;
}

/** Providers that a continuous source still lists in its newest snapshot, with the day of that. */
export function followedProviders(extracts: Extract[], prices: PlacedPrice[]): Map<string, Day> {
  const days = newestSnapshots(extracts);
  const followed = new Map<string, Day>();
  for (const { source, provider } of prices) {
    const day = days.get(source);
    if (day && day > (followed.get(provider) ?? "")) followed.set(provider, day);
  }
  return followed;
}

/** Models that some followed listing has or had. */
export function listedModels(prices: PlacedPrice[]): Set<string> {
  return new Set(prices.filter((fact) => isContinuous(fact.source)).map((fact) => fact.model));
}

/** Sources that stopped: what only they list is gone since their last day. */
export function endedSources(extracts: Extract[]): Map<string, Day> {
  return new Map(extracts.filter(({ source }) => isBygone(source)).map(({ source, day }) => [source, day]));
}
