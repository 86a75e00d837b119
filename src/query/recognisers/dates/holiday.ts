import { dayOf, isDay, parts, weekdayOf } from "../../days.ts";
import { type Item, means, textOf } from "../../item.ts";
import type { Context } from "../recogniser.ts";
import { bareMonth, fullYear, isUnit, plain, point, type Reader, yearAfter } from "./found.ts";

/** The year said before a holiday: 去年国庆, 2024年元旦. */
function yearBefore(items: readonly Item[], i: number, { today }: Context): { year: number; take: number } | undefined {
  const [now] = parts(today);
  const years: Record<string, number> = { thisyear: now, lastyear: now - 1, yearbefore: now - 2 };
  const word = Object.keys(years).find((one) => means(items[i], "t", one));
  if (word !== undefined) return { year: years[word] ?? now, take: 1 };
  const year = fullYear(plain(items[i]));
  return year !== undefined && isUnit(items[i + 1], "year") ? { year, take: 2 } : undefined;
}

/** A holiday that falls on the same day each year: "christmas 2024", 前年国庆, "new year". */
export const holiday: Reader = (items, i, context) => {
  const lead = yearBefore(items, i, context);
  const at = i + (lead?.take ?? 0);
  const item = items[at];
  const said = item?.kind === "lex" ? item.senses.holiday : undefined;
  if (said === undefined) return undefined;
  const of = textOf(items[at + 1]) === "of" ? 1 : 0;
  const trail = lead === undefined ? yearAfter(items, at + 1 + of, context) : undefined;
  const year = lead?.year ?? trail?.year;
  const take = at - i + 1 + (trail ? of + trail.take : 0);
  const [month = 1, day = 1] = said === BLACK_FRIDAY ? blackFriday(year, context) : said.split("-").map(Number);
  if (year === undefined) return bareMonth(month, day, take, context);
  return isDay(year, month, day) ? point(dayOf(year, month, day), take) : undefined;
};

const BLACK_FRIDAY = "black-friday";

/** The day after the fourth Thursday of November, of the last year in which it has come. */
function blackFriday(said: number | undefined, { today }: Context): [number, number] {
  const [now] = parts(today);
  const dayIn = (year: number): number => 23 + ((4 - weekdayOf(dayOf(year, 11, 1)) + 7) % 7);
  const year = said ?? (dayOf(now, 11, dayIn(now)) > today ? now - 1 : now);
  return [11, dayIn(year)];
}
