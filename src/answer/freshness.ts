import type { Catalog } from "../catalog/catalog.ts";
import { earliest, latest } from "../catalog/days.ts";
import type { Answer, AnswerRow } from "./answer.ts";

/** Which sources an answer rests on, and how old its prices are. */
export function freshnessOf(catalog: Catalog, rows: readonly AnswerRow[]): Answer["freshness"] {
  const dated = rows.flatMap(({ source, checked, seen, lastSeen }) => {
    const date = checked ?? seen;
    return source !== "" && date !== undefined
      ? [{ id: source, date, last: latest(date, lastSeen), checked: checked !== undefined }]
      : [];
  });
  const newest = new Map<string, (typeof dated)[number]>();
  for (const entry of dated) {
    const before = newest.get(entry.id);
    if (!before || before.date < entry.date) newest.set(entry.id, entry);
  }
  const sources = [...newest.values()].flatMap(({ id, date, checked }) => {
    const source = catalog.sources.get(id);
    return source ? [{ id, name: source.name, url: source.url, date, checked }] : [];
  });
  const known = dated.filter(({ id }) => catalog.sources.has(id));
  const oldest = earliest(...known.map(({ date }) => date));
  const last = latest(...known.map((entry) => entry.last));
  return { sources, ...(oldest && { oldest }), ...(last && { newest: last }) };
}
