import type { Catalog } from "../catalog/catalog.ts";
import { catalogDay } from "../catalog/catalog-day.ts";
import type { Day, Price } from "../catalog/schema.ts";

/**
 * How many sources are known by `today` to give a price. Which of the undated ones had it on an earlier day is not
 * known, so that they count only once all snapshots are there.
 */
export function sayersOf(catalog: Catalog, price: Price, today: Day): number {
  const confirmed = (price.confirmed ?? []).filter(({ day }) => day <= today).map(({ source }) => source);
  const named = new Set([price.source, ...confirmed]).size;
  return today < catalogDay(catalog) ? named : Math.max(named, price.agree + 1);
}
