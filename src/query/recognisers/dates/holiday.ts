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

/** Feasts that follow the moon or a weekday, by year. */
const MOVABLE: Record<string, Record<number, string>> = {
  spring: { 2023: "01-22", 2024: "02-10", 2025: "01-29", 2026: "02-17", 2027: "02-06" },
  dragon: { 2023: "06-22", 2024: "06-10", 2025: "05-31", 2026: "06-19", 2027: "06-09" },
  moon: { 2023: "09-29", 2024: "09-17", 2025: "10-06", 2026: "09-25", 2027: "09-15" },
  thanks: { 2023: "11-23", 2024: "11-28", 2025: "11-27", 2026: "11-26", 2027: "11-25" },
};

/** The year of the last feast of a kind before today. */
function lastOf(feast: string, { today }: Context): number {
  const [now] = parts(today);
  const day = MOVABLE[feast]?.[now];
  return day !== undefined && `${now}-${day}` > today ? now - 1 : now;
}

/** A holiday that falls on the same day each year: "christmas 2024", 前年国庆, "new year". */
export const holiday: Reader = (items, i, context) => {
  const lead = yearBefore(items, i, context);
  const at = i + (lead?.take ?? 0);
  const item = items[at];
  // 今年618: the one feast whose name is a number.
  const numbered = lead !== undefined && item?.kind === "num" && item.n === 618 ? "06-18" : undefined;
  const said = item?.kind === "lex" ? item.senses.holiday : numbered;
  if (said === undefined) return undefined;
  const of = textOf(items[at + 1]) === "of" ? 1 : 0;
  const trail = lead === undefined ? yearAfter(items, at + 1 + of, context) : undefined;
  const year = lead?.year ?? trail?.year;
  const take = at - i + 1 + (trail ? of + trail.take : 0);
  const [month = 1, day = 1] =
    said === BLACK_FRIDAY
      ? blackFriday(year, context)
      : (MOVABLE[said]?.[year ?? lastOf(said, context)] ?? said).split("-").map(Number);
  if (!Number.isInteger(month)) return undefined;
  if (year === undefined) return bareMonth(month, day, take, context);
  return isDay(year, month, day) ? point(dayOf(year, month, day), take) : undefined;
};

const BLACK_FRIDAY = "black";

/** The day after the fourth Thursday of November, of the last year in which it has come. */
function blackFriday(said: number | undefined, { today }: Context): [number, number] {
  const [now] = parts(today);
  const dayIn = (year: number): number => 23 + ((4 - weekdayOf(dayOf(year, 11, 1)) + 7) % 7);
  const year = said ?? (dayOf(now, 11, dayIn(now)) > today ? now - 1 : now);
  return [11, dayIn(year)];
}
