import type { Day } from "../catalog/schema.ts";

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MONTH = /^\d{4}-\d{2}$/;

/** The UTC day of a timestamp or date, or undefined. */
export function dayOf(value: unknown): Day | undefined {
  const text = typeof value === "string" ? value : "";
  const day = DAY.exec(text)?.[0];
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** A day, or the first of a month where only the month is known. */
export function dayOrMonth(value: unknown): Day | undefined {
  return typeof value === "string" && MONTH.test(value) ? dayOf(`${value}-01`) : dayOf(value);
}

/** The day `by` days after (or before) a day. */
export function shift(day: Day, by: number): Day {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month of a YYYY-MM or a day. */
export function monthEnd(value: string): Day {
  const [year, month] = value.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

export function laterOf(a: Day | undefined, b: Day | undefined): Day | undefined {
  return !a || (b && b > a) ? b : a;
}
