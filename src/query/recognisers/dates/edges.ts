import { addDays, dayOf, monthOf, parts } from "../../days.ts";
import { type Item, means, textOf } from "../../item.ts";
import { isMark } from "../recogniser.ts";
import { bareMonth, type Found, isUnit, isYear, plain, point, type Reader, range, yearAfter } from "./found.ts";

type Edge = "first" | "early" | "mid" | "late";

const EDGES: readonly [RegExp, Edge][] = [
  [/^(?:月?初|beginning of|start of|the start of|the beginning of)$/, "first"],
  [/^(?:上旬|early)$/, "early"],
  [/^(?:中旬|月?中|mid)$/, "mid"],
  [/^(?:下旬|月?[底末]|late|end of|the end of|at the end of|at end of|by the end of)$/, "late"],
];

/** Which part of a month or year a word names: 月底, 上旬, "early". */
export function edgeOf(item: Item | undefined): Edge | undefined {
  const word = textOf(item);
  return word === "" ? undefined : EDGES.find(([words]) => words.test(word))?.[1];
}

/** A third of a month; its prices are those of its last day, at its beginning those of the first. */
export function partOfMonth(year: number, month: number, edge: Edge): Omit<Found, "take"> {
  const { from, to } = monthOf(year, month);
  if (edge === "mid") return { from: dayOf(year, month, 11), to: dayOf(year, month, 20), day: dayOf(year, month, 15) };
  if (edge === "late") return { from: dayOf(year, month, 21), to };
  return { from, to: addDays(from, 9), ...(edge === "first" && { day: from }) };
}

const QUARTERS: Record<Edge, [number, number]> = { first: [1, 3], early: [1, 3], mid: [5, 8], late: [10, 12] };

function partOfYear(year: number, edge: Edge): Omit<Found, "take"> {
  const [first, last] = QUARTERS[edge];
  const { from, to } = { from: dayOf(year, first, 1), to: monthOf(year, last).to };
  return { from, to, ...(edge === "first" && { day: from }), ...(edge === "mid" && { day: dayOf(year, 6, 30) }) };
}

const YEAR_START = /^今?年初$/;
const YEAR_MIDDLE = /^今?年中$/;
/** 月底: of a month that is named before it, or of this one. */
export const MONTH_EDGE = /^月[初中底末]$/;
const ENGLISH = /^[a-z]/;

const monthAt = (item: Item | undefined): number | undefined =>
  item?.kind === "lex" && item.senses.month !== undefined ? Number(item.senses.month) : undefined;

/** "mid may", "early june 2025", "end of 2025", "end of the year", 年初, 月底. */
export const edge: Reader = (items, i, context) => {
  const [year, month] = parts(context.today);
  const word = textOf(items[i]);
  if (YEAR_START.test(word)) return { ...partOfYear(year, "first"), take: 1 };
  if (YEAR_MIDDLE.test(word)) return point(dayOf(year, 6, 30), 1);
  if (MONTH_EDGE.test(word)) return { ...partOfMonth(year, month, edgeOf(items[i]) ?? "late"), take: 1 };
  const found = edgeOf(items[i]);
  if (found === undefined || !ENGLISH.test(word)) return undefined;
  const at = i + (isMark(items[i + 1], "-") ? 2 : 1);
  const led = at - i;
  const said = plain(items[at]);
  if (isYear(said)) return { ...partOfYear(said, found), take: led + 1 };
  if (isUnit(items[at], "year")) return { ...partOfYear(year, found), take: led + 1 };
  if (means(items[at], "t", "last") && isUnit(items[at + 1], "year"))
    return { ...partOfYear(year - 1, found), take: led + 2 };
  const named = monthAt(items[at]);
  if (named === undefined || isDayAt(items[at + 1])) return undefined;
  const trail = yearAfter(items, at + 1, context);
  const { from } = bareMonth(named, undefined, 0, context);
  const of = trail?.year ?? parts(from ?? context.today)[0];
  return { ...partOfMonth(of, named, found), take: led + 1 + (trail?.take ?? 0) };
};

const isDayAt = (item: Item | undefined): boolean => (plain(item) ?? 99) <= 31;

const WEEK_OF = /^week of$/;

/** "first week of june", 6月第一周: seven days of a month from its first on. */
export const weekOfMonth: Reader = (items, i, context) => {
  const [a, b, c] = [items[i], items[i + 1], items[i + 2]];
  // "week of" is a phrase of its own as well.
  const led = WEEK_OF.test(textOf(b)) ? 2 : 3;
  const month = monthAt(items[i + led]);
  const isEnglish = (led === 2 || (isUnit(b, "week") && means(c, "of"))) && month !== undefined;
  const n = means(a, "top") ? 1 : a?.kind === "num" && a.ordinal ? a.n : means(a, "t", "last") ? 5 : undefined;
  if (isEnglish && n !== undefined) {
    const said = yearAfter(items, i + led + 1, context);
    const { from } = bareMonth(month, undefined, 0, context);
    return week(said?.year ?? parts(from ?? context.today)[0], month, n, led + 1 + (said?.take ?? 0));
  }
  const own = plain(a);
  if (own === undefined || own < 1 || own > 12 || !isUnit(b, "month") || c?.kind !== "num" || !c.ordinal)
    return undefined;
  if (!isUnit(items[i + 3], "week")) return undefined;
  const { from } = bareMonth(own, undefined, 0, context);
  return week(parts(from ?? context.today)[0], own, c.n, 4);
};

function week(year: number, month: number, n: number, take: number): Found | undefined {
  const { from, to } = monthOf(year, month);
  if (n === 5) return range({ from: addDays(to, -6), to }, take);
  const first = addDays(from, 7 * (n - 1));
  return n >= 1 && n <= 4 ? range({ from: first, to: addDays(first, 6) }, take) : undefined;
}
