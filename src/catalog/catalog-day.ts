import type { Catalog } from "./catalog.ts";
import { latest } from "./days.ts";
import type { Day } from "./schema.ts";

/** The newest day that a catalog speaks of: that of its newest snapshot. */
export function catalogDay(catalog: Catalog): Day {
  return latest(...[...catalog.sources.values()].map(({ date }) => date)) ?? "1970-01-01";
}
