import type { Day } from "./schema.ts";

const MS = 86_400_000;

/** The UTC day of a moment. */
export function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** The day `by` days later (earlier if negative). */
export function addDays(day: Day, by: number): Day {
  return dayOf(new Date(Date.parse(day) + by * MS));
}

/** Whole days from `a` to `b`. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / MS);
}

/** The earliest of the days that are given. */
export function earliest(...days: (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (least, day) => (day !== undefined && (least === undefined || day < least) ? day : least),
    undefined,
  );
}

/** The latest of the days that are given. */
export function latest(...days: (Day | undefined)[]): Day | undefined {
  return days.reduce((most, day) => (day !== undefined && (most === undefined || day > most) ? day : most), undefined);
}
