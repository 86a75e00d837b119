import { type DayRange, dayOf, monthOf, parts } from "../../days.ts";
import { type Item, means, textOf, type When } from "../../item.ts";
import { type Context, isMark } from "../recogniser.ts";

/** A date that starts at some item, with how many items it takes. */
export type Found = Omit<When, "kind" | "start" | "end"> & { take: number };

/** Reads one kind of date from place `i` on. */
export type Reader = (items: readonly Item[], i: number, context: Context) => Found | undefined;

/** A whole number with no magnitude. */
export const plain = (item: Item | undefined): number | undefined =>
  item?.kind === "num" && !item.big && item.to === undefined && Number.isInteger(item.n) ? item.n : undefined;

/** 2024, 24年: years from two digits on. */
export function fullYear(n: number | undefined): number | undefined {
  if (n === undefined) return undefined;
  if (n >= 2000 && n < 2100) return n;
  return n >= 18 && n < 60 ? 2000 + n : undefined;
}

export const isYear = (n: number | undefined): n is number => n !== undefined && n >= 2015 && n < 2040;

export const range = ({ from, to }: DayRange, take: number): Found => ({ from, to, take });
export const point = (day: string, take: number): Found => ({ from: day, to: day, point: true, take });

/** A month without a year is the last one that began; `ahead` keeps the next one. */
export function bareMonth(month: number, day: number | undefined, take: number, { today }: Context): Found {
  const [year, now] = parts(today);
  const span = (y: number): DayRange =>
    day === undefined ? monthOf(y, month) : { from: dayOf(y, month, day), to: dayOf(y, month, day) };
  const past = span(span(year).from > today ? year - 1 : year);
  const next = span(month < now || span(year).to < today ? year + 1 : year);
  return { ...past, take, ahead: next, ...(day !== undefined && { point: true }) };
}

export const isUnit = (item: Item | undefined, unit: string): boolean =>
  means(item, "unit", unit) || means(item, "rate", unit);

const MONTHS = { thismonth: 0, lastmonth: -1, monthbefore: -2 } as const;

/** 上个月, "last month": which month before this one is named, and in how many items. */
export function monthNamed(items: readonly Item[], i: number): { shift: number; take: number } | undefined {
  for (const [word, shift] of Object.entries(MONTHS)) if (means(items[i], "t", word)) return { shift, take: 1 };
  if (!isUnit(items[i + 1], "month")) return undefined;
  if (means(items[i], "t", "last")) return { shift: -1, take: 2 };
  return means(items[i], "t", "this") ? { shift: 0, take: 2 } : undefined;
}

const FIRST_QUARTER = new Set(["一季度", "一季"]);
const isYearly = (item: Item | undefined): boolean =>
  isUnit(item, "year") || ["lastyear", "thisyear", "yearbefore"].some((word) => means(item, "t", word));

/** 三季度, Q3, third quarter. */
export function quarterAt(items: readonly Item[], i: number): { n: number; take: number } | undefined {
  const [a, b] = [items[i], items[i + 1]];
  const word = textOf(a);
  const after = plain(b);
  if (word === "q" && after !== undefined && after >= 1 && after <= 4 && b?.start === a?.end)
    return { n: after, take: 2 };
  // 一季度 is a rate as well: after a year it names the first one.
  if (FIRST_QUARTER.has(word)) return isYearly(items[i - 1]) ? { n: 1, take: 1 } : undefined;
  const n = a?.kind === "num" ? a.n : means(a, "top") ? 1 : undefined;
  if (n === undefined || n < 1 || n > 4 || !Number.isInteger(n)) return undefined;
  // 三季度 and "third quarter" name one; 三个季度 and "3 quarters" count them.
  const names = a?.kind !== "num" || a.ordinal || (!a.weak && textOf(b).startsWith("季"));
  const isQuarter = means(b, "unit", "quarter") || textOf(b) === "quarter of";
  if (isQuarter && names) return { n, take: 2 };
  return textOf(b) === "q" && b?.start === a?.end ? { n, take: 2 } : undefined;
}

/** The year after an English month or day: "2024", "'24", "last year". */
export function yearAfter(
  items: readonly Item[],
  i: number,
  { today }: Context,
): { year: number; take: number } | undefined {
  const [now] = parts(today);
  const at = isMark(items[i], ",", "'") ? i + 1 : i;
  const n = plain(items[at]);
  if (n !== undefined && isYear(n)) return { year: n, take: at - i + 1 };
  if (at > i && isMark(items[i], "'") && fullYear(n)) return { year: fullYear(n) ?? now, take: 2 };
  if (isUnit(items[i + 1], "year")) {
    if (means(items[i], "t", "last")) return { year: now - 1, take: 2 };
    if (means(items[i], "t", "this")) return { year: now, take: 2 };
  }
  return undefined;
}

const UNITS = ["day", "week", "fortnight", "month", "quarter", "year"];

/** The unit of time that a phrase names, counted or as a rate. */
export function unitAt(item: Item | undefined): string | undefined {
  if (item?.kind !== "lex") return undefined;
  const unit = item.senses.unit ?? item.senses.rate;
  return unit !== undefined && UNITS.includes(unit) ? unit : undefined;
}
