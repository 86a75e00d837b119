import type { Catalog } from "../catalog/catalog.ts";
import type { Day } from "../catalog/schema.ts";
import { inert } from "./inert.ts";
import type { Messages } from "./messages/messages.ts";
import type { Scene } from "./scene.ts";

const DAY_MS = 86_400_000;

/** The sources of the answer's figures, numbered where there are several, as rows refer to them. */
export function sources({ answer, messages }: Scene): string[] {
  const { sources: used } = answer.freshness;
  return used.map(({ name, url, date, checked }, place) => {
    const line = messages.lines.source({
      name: inert(name),
      url,
      date,
      checked,
    });
    return used.length > 1 ? `[${place + 1}] ${line}` : line;
  });
}

/** How old the prices of the answer are; without prices, how old the catalog is. */
export function freshness({ answer, catalog, messages }: Scene): string {
  const { oldest, newest } = answer.freshness;
  const { lines } = messages;
  if (newest === undefined) return catalogAge(catalog, answer.today, messages);
  if (answer.asOf !== answer.today) return lines.past(answer.asOf);
  const days = new Set(answer.rows.map(({ checked, seen }) => checked ?? seen));
  if (days.size === 1 && oldest !== undefined && oldest < newest)
    return lines.stillListed({ date: oldest, last: newest, days: daysBetween(newest, answer.today) });
  return lines.fresh({
    oldest: daysBetween(oldest ?? newest, answer.today),
    newest: daysBetween(newest, answer.today),
  });
}

/** How old the newest price list is. */
export function catalogAge(catalog: Catalog, today: Day, { lines }: Messages): string {
  const dates = [...catalog.sources.values()].map(({ date }) => date).sort();
  const last = dates.filter((date) => date <= today).at(-1) ?? today;
  return lines.catalogAge(last, daysBetween(last, today));
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
