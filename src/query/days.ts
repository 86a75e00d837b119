import type { Day } from "./item.ts";

const MS_PER_DAY = 86_400_000;

/** UTC days as `YYYY-MM-DD`; months count from 1 and may run over (month 13 is January of the next year). */
export function dayOf(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export const today = (now: Date): Day => now.toISOString().slice(0, 10);

export const parts = (day: Day): [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day of another month, or its last one where that month is shorter. */
function addMonths(day: Day, count: number): Day {
  const [year, month, date] = parts(day);
  const [y, m] = parts(dayOf(year, month + count, 1));
  return dayOf(y, m, Math.min(date, monthLength(y, m)));
}

export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay();

export interface DayRange {
  from: Day;
  to: Day;
}

export const monthOf = (year: number, month: number): DayRange => {
  const [y, m] = parts(dayOf(year, month, 1));
  return { from: dayOf(y, m, 1), to: dayOf(y, m, monthLength(y, m)) };
};
export const yearOf = (year: number): DayRange => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });
export const quarterOf = (year: number, quarter: number): DayRange => ({
  from: dayOf(year, quarter * 3 - 2, 1),
  to: addDays(dayOf(year, quarter * 3 + 1, 1), -1),
});
export const halfOf = (year: number, half: number): DayRange => ({
  from: dayOf(year, half * 6 - 5, 1),
  to: addDays(dayOf(year, half * 6 + 1, 1), -1),
});
/** Monday to Sunday of the week that lies `weeks` after the one of `day`. */
export function weekOf(day: Day, weeks: number): DayRange {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * weeks);
  return { from: monday, to: addDays(monday, 6) };
}

/** `count` units before (or after, if negative) a day. */
export function before(day: Day, count: number, unit: string): Day {
  if (unit === "day") return addDays(day, -count);
  if (unit === "week") return addDays(day, -7 * count);
  if (unit === "fortnight") return addDays(day, -14 * count);
  if (unit === "month") return Number.isInteger(count) ? addMonths(day, -count) : addDays(day, -Math.round(30 * count));
  if (unit === "quarter") return addMonths(day, -3 * count);
  return addMonths(day, -Math.round(12 * count));
}

export const isDay = (year: number, month: number, day: number): boolean =>
  year >= 2000 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
