import { type DayRange, dayOf, isDay, parts } from "../../days.ts";
import { type Item, means, textOf } from "../../item.ts";
import { type Context, isMark } from "../recogniser.ts";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import { bareMonth, type Found, plain, type Reader, yearAfter } from "./found.ts";

const JOINING = new Set(["到", "至", "and", "and the", "to", "to the", "through", "thru", "till", "until"]);

/** What stands between the two ends of a span of days. */
export const isTo = (item: Item | undefined): boolean =>
  isMark(item, "-", "~", "→", "–", "—") || means(item, "range") || JOINING.has(textOf(item));

/** 28日, "28", "the 28th": a day with no month of its own; `take` counts the mark after it. */
function lastDay(items: readonly Item[], at: number, { text }: Context): { day: number; take: number } | undefined {
  const [num, mark] = [items[at], items[at + 1]];
  const day = plain(num);
  if (day === undefined || day < 1 || day > 31 || num === undefined) return undefined;
  if (text[num.end] === "日" || text[num.end] === "号")
    return { day, take: mark?.start === num.end && mark.end === num.end + 1 ? 2 : 1 };
  const counts = COUNTS.some((kind) => means(mark, kind)) || means(mark, "month") || GLUED.test(text[num.end] ?? "");
  return counts && !isMark(mark, ".") && !FREE.test(text.slice(num.end, num.end + 1)) ? undefined : { day, take: 1 };
}

/** What a number counts rather than names: no day of a month stands before it. */
const COUNTS = ["unit", "rate", "cur", "io", "noun", "side", "mag"];
const GLUED = /[\p{Script=Han}%.]/u;
const MONTH_DAY = /^(\d{1,2})[./](\d{1,2})$/;
const FREE = /[的有间期里内哪谁降涨都]/;

const spanOfDays = (from: string, to: string, take: number): Found | undefined =>
  from > to ? undefined : { from, to, span: true, take };

/** 6月22日到28日, "june 22 to 28", "june 1-15, 2026": the month is said once, before the first day. */
function monthThenDays(items: readonly Item[], i: number, context: Context): Found | undefined {
  const first = chinese(items, i, context) ?? english(items, i, context);
  if (first?.point !== true || first.from === undefined || !isTo(items[i + first.take])) return undefined;
  const last = lastDay(items, i + first.take + 1, context);
  if (last === undefined) return undefined;
  const take = first.take + 1 + last.take;
  const said = yearAfter(items, i + take, context);
  const [own, month, day] = parts(first.from);
  const year = said?.year ?? own;
  if (!isDay(year, month, last.day)) return undefined;
  return spanOfDays(dayOf(year, month, day), dayOf(year, month, last.day), take + (said?.take ?? 0));
}

/** "22-28 june", "the 3rd and the 9th of june": the month is said once, after the last day. */
function daysThenMonth(items: readonly Item[], i: number, context: Context): Found | undefined {
  const day = plain(items[i]);
  if (day === undefined || !isTo(items[i + 1])) return undefined;
  const the = textOf(items[i + 2]) === "the" ? 1 : 0;
  const last = english(items, i + 2 + the, context);
  if (last?.point !== true || last.to === undefined) return undefined;
  const [year, month] = parts(last.to);
  return isDay(year, month, day) ? spanOfDays(dayOf(year, month, day), last.to, last.take + the + 2) : undefined;
}

/** 6.22 or 6/22 as a month and a day. */
function monthDay(items: readonly Item[], i: number, context: Context): { days: DayRange; take: number } | undefined {
  const [a, mark, b] = [items[i], items[i + 1], items[i + 2]];
  if (a?.kind !== "num" || a.big) return undefined;
  const slashed = isMark(mark, "/") && mark?.start === a.end && b?.start === mark?.end && b?.kind === "num";
  const said = context.text.slice(a.start, slashed ? b.end : a.end);
  const [, month = 0, day = 0] = (MONTH_DAY.exec(said) ?? []).map(Number);
  const [year] = parts(context.today);
  if (!isDay(year, month, day)) return undefined;
  const { from, to } = bareMonth(month, day, 0, context);
  return from === undefined || to === undefined ? undefined : { days: { from, to }, take: slashed ? 3 : 1 };
}

/** 6.22-6.28, 6/22-6/28: days where the text asks for what moved, amounts elsewhere. */
function numbers(items: readonly Item[], i: number, context: Context): Found | undefined {
  const first = monthDay(items, i, context);
  if (first === undefined || !isTo(items[i + first.take])) return undefined;
  const last = monthDay(items, i + first.take + 1, context);
  if (last === undefined) return undefined;
  const take = first.take + 1 + last.take;
  const priced = means(items[i - 1], "cur") || COUNTS.some((kind) => means(items[i + take], kind));
  if (priced || !items.some(asksMoves)) return undefined;
  return spanOfDays(first.days.from, last.days.to, take);
}

const asksMoves = (item: Item): boolean =>
  means(item, "move") || means(item, "cue.changes") || means(item, "cue.history") || means(item, "dim", "released");

/** Spans of days whose month is said once, or in figures only. */
export const daySpan: Reader = (items, i, context) =>
  items[i]?.kind === "num"
    ? (monthThenDays(items, i, context) ?? daysThenMonth(items, i, context) ?? numbers(items, i, context))
    : monthThenDays(items, i, context);
