import { dayOf, halfOf, isDay, monthOf, parts, quarterOf, yearOf } from "../../days.ts";
import { type Item, means, textOf } from "../../item.ts";
import type { Context } from "../recogniser.ts";
import { edgeOf, MONTH_EDGE, partOfMonth } from "./edges.ts";
import { type Found, fullYear, isUnit, plain, point, quarterAt, type Reader, range, yearAfter } from "./found.ts";

/** 年底 after a number: the year and its edge in one phrase. */
const YEAR_EDGE = /^年[底末初中]$/;

/** The year that is meant before a Chinese month: 2024年, 24年, 去年, 今年. */
function hanYear(items: readonly Item[], i: number, { today }: Context): { year: number; take: number } | undefined {
  const [now] = parts(today);
  const first = items[i];
  if (means(first, "t", "lastyear")) return { year: now - 1, take: 1 };
  if (means(first, "t", "thisyear")) return { year: now, take: 1 };
  if (means(first, "t", "yearbefore")) return { year: now - 2, take: 1 };
  if (textOf(first) === "明" && isUnit(items[i + 1], "year")) return { year: now + 1, take: 2 };
  const year = fullYear(plain(first));
  if (year !== undefined && YEAR_EDGE.test(textOf(items[i + 1]))) return { year, take: 1 };
  return year !== undefined && isUnit(items[i + 1], "year") ? { year, take: 2 } : undefined;
}

/** 年底, 月初, 中旬 after a year or month: the last or first day. */
function atEdge(found: Found, item: Item | undefined, { text }: Context): Found {
  if (item?.kind !== "lex" || found.from === undefined || found.to === undefined || found.point) return found;
  const word = text.slice(item.start, item.end);
  const edge = edgeOf(item);
  const [year, month] = parts(found.from);
  if (edge !== undefined && found.from.slice(0, 7) === found.to.slice(0, 7))
    return { ...partOfMonth(year, month, edge), take: found.take + 1 };
  if (word.endsWith("底") || word.endsWith("末")) return { ...point(found.to, found.take + 1) };
  if (word.endsWith("初")) return { ...point(found.from, found.take + 1) };
  return means(item, "t", "asof") && word !== "在" ? { ...found, take: found.take + 1 } : found;
}

/** What a number after a month counts when it is no day: 5月20万次. */
const COUNTING = /[个万千百亿次块元刀款家条%kKmMwW天年月号日毛分]/;

/** 月 names a month; 个月 counts them. */
const isMonth = (item: Item | undefined): boolean => isUnit(item, "month") && textOf(item).startsWith("月");

/** What follows a year, or stands for one of this year: a half, a quarter, a month, a day. */
function inYear(items: readonly Item[], i: number, year: number, context: Context): Found {
  const next = items[i];
  if (means(next, "t", "h1")) return range(halfOf(year, 1), 1);
  if (means(next, "t", "h2")) return range(halfOf(year, 2), 1);
  const quarter = quarterAt(items, i);
  if (quarter) return range(quarterOf(year, quarter.n), quarter.take);
  const n = plain(next);
  const edge = MONTH_EDGE.test(textOf(items[i + 1])) ? edgeOf(items[i + 1]) : undefined;
  if (edge !== undefined && n !== undefined && n >= 1 && n <= 12) return { ...partOfMonth(year, n, edge), take: 2 };
  if (n === undefined || n < 1 || n > 12 || !isMonth(items[i + 1])) return range(yearOf(year), 0);
  return dayIn(items, i, year, n, context) ?? range(monthOf(year, n), 2);
}

/** The day after a month: 5日, 5号, or a bare 5 that counts nothing else. */
function dayIn(items: readonly Item[], i: number, year: number, month: number, { text }: Context): Found | undefined {
  const [num, mark] = [items[i + 2], items[i + 3]];
  const day = plain(num);
  if (day === undefined || num?.kind !== "num" || num.ordinal || !isDay(year, month, day)) return undefined;
  const suffix = text.slice(num.end, num.end + 1);
  const closes = !COUNTING.test(suffix);
  if (suffix !== "日" && suffix !== "号" && !closes) return undefined;
  const marked = isUnit(mark, "day") || means(mark, "noun") || mark?.kind === "word";
  return point(dayOf(year, month, day), marked && !closes ? 4 : 3);
}

/** Whether a month, half or quarter may start at a place; cheaper than reading it. */
function startsInYear(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (item?.kind === "num")
    return isMonth(items[i + 1]) || MONTH_EDGE.test(textOf(items[i + 1])) || means(items[i + 1], "unit", "quarter");
  return means(item, "t") || textOf(item) === "q" || means(item, "top");
}

/** 2024年5月, 去年底, 去年今天. */
function withYear(items: readonly Item[], i: number, said: { year: number; take: number }, context: Context): Found {
  const rest = inYear(items, i + said.take, said.year, context);
  const found = { ...rest, take: said.take + rest.take };
  if (means(items[i + found.take], "t", "thistime") && rest.take === 0) {
    const [, month, day] = parts(context.today);
    return point(dayOf(said.year, month, day), found.take + 1);
  }
  return atEdge(found, items[i + found.take], context);
}

/** Chinese dates: 2024年5月15日, 去年五月, 24年, 5月底, 上半年, 三季度. */
export const chinese: Reader = (items, i, context) => {
  const said = hanYear(items, i, context);
  if (said) return withYear(items, i, said, context);
  if (!startsInYear(items, i)) return undefined;
  const [year] = parts(context.today);
  const rest = inYear(items, i, year, context);
  const of = means(items[i + rest.take], "of") ? 1 : 0;
  if (yearAfter(items, i + rest.take + of, context)) return undefined;
  if (rest.take === 0 || rest.from === undefined || rest.to === undefined) return undefined;
  const shifted = rest.from > context.today ? inYear(items, i, year - 1, context) : rest;
  const next = rest.to < context.today ? inYear(items, i, year + 1, context) : rest;
  const ahead = next.from && next.to ? { ahead: { from: next.from, to: next.to } } : {};
  return atEdge({ ...shifted, ...ahead }, items[i + shifted.take], context);
};
