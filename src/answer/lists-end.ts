import type { Catalog } from "../catalog/catalog.ts";
import type { Day } from "../catalog/schema.ts";

/** A source counts as a main one if so many of all offers have their newest price from it. */
const SHARE = 0.03;
const known = new WeakMap<Catalog, { source: string; date: Day }[]>();

/** The lists that most of today's prices come from, with the days of their snapshots, newest first. */
export function mainLists(catalog: Catalog): readonly { source: string; date: Day }[] {
  const before = known.get(catalog);
  if (before) return before;
  const counts = new Map<string, number>();
  const listed = catalog.offers.filter(({ gone }) => gone === undefined);
  for (const { prices } of listed) {
    const source = prices.findLast(({ kind }) => kind !== "announced" && kind !== "cancelled")?.source;
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const lists = [...counts].flatMap(([source, count]) => {
    const { date, late } = catalog.sources.get(source) ?? {};
    return date !== undefined && !late && count >= listed.length * SHARE ? [{ source, date }] : [];
  });
  lists.sort((a, b) => (a.date < b.date ? 1 : -1));
  known.set(catalog, lists);
  return lists;
}
