import { dayOf, halfOf, isDay, monthOf, parts, quarterOf } from "../../days.ts";
import { type Item, means, textOf } from "../../item.ts";
import { type Context, isMark } from "../recogniser.ts";
import { bareMonth, type Found, plain, point, quarterAt, type Reader, range, yearAfter } from "./found.ts";

const monthAt = (item: Item | undefined): number | undefined => {
  const value = item?.kind === "lex" ? item.senses.month : undefined;
  return value === undefined ? undefined : Number(value);
};

const dateIn = (item: Item | undefined): number | undefined => {
  const n = item?.kind === "num" && !item.big && item.to === undefined ? item.n : undefined;
  return n !== undefined && Number.isInteger(n) && n >= 1 && n <= 31 ? n : undefined;
};

interface MonthDay {
  month: number;
  day?: number;
  take: number;
}

const ofAt = (item: Item | undefined): number => (means(item, "of") ? 1 : 0);

/** "1 jan", "15th of march". */
function dayFirst(items: readonly Item[], i: number): MonthDay | undefined {
  const day = dateIn(items[i]);
  const of = ofAt(items[i + 1]);
  const month = day === undefined ? undefined : monthAt(items[i + 1 + of]);
  return day === undefined || month === undefined ? undefined : { month, day, take: 2 + of };
}

/** "march 3rd", "oct", "sept. 15". */
function monthFirst(items: readonly Item[], i: number): MonthDay | undefined {
  const month = monthAt(items[i]);
  if (month === undefined) return undefined;
  const dot = isMark(items[i + 1], ".") ? 1 : 0;
  const day = dateIn(items[i + 1 + dot]);
  if (day === undefined || means(items[i + 2 + dot], "unit")) return { month, take: 1 };
  return { month, day, take: 2 + dot };
}

/** "1 jan 2025", "march 3rd", "oct 2024", "may of last year". */
export const english: Reader = (items, i, context) => {
  const found = monthFirst(items, i) ?? dayFirst(items, i);
  if (found === undefined) return undefined;
  const { month, day, take } = found;
  const of = ofAt(items[i + take]);
  const said = yearAfter(items, i + take + of, context);
  if (said === undefined) {
    const lone = take === 1 && !isDateWord(items, i, context);
    return lone ? undefined : bareMonth(month, day, take, context);
  }
  const whole = take + of + said.take;
  if (day === undefined) return range(monthOf(said.year, month), whole);
  return isDay(said.year, month, day) ? point(dayOf(said.year, month, day), whole) : undefined;
};

const WORDS_TOO = new Set(["may", "mar", "march", "dec", "sun", "sat"]);

/** "may", "mar", "sun" are words too: alone they are dates only after a word that leads to one. */
function isDateWord(items: readonly Item[], i: number, { text }: Context): boolean {
  const item = items[i];
  if (item?.kind !== "lex" || !WORDS_TOO.has(textOf(item))) return true;
  const previous = items[i - 1];
  const leads =
    means(previous, "t") ||
    means(previous, "between") ||
    means(previous, "io", "input") ||
    means(previous, "dim", "released");
  return leads || text[item.start] === text[item.start]?.toUpperCase();
}

/** "Q3", "third quarter of 2025". */
export const quarter: Reader = (items, i, context) => {
  const hit = quarterAt(items, i);
  if (hit === undefined) return undefined;
  const of = ofAt(items[i + hit.take]);
  const said = yearAfter(items, i + hit.take + of, context);
  const [now] = parts(context.today);
  if (said) return range(quarterOf(said.year, hit.n), hit.take + of + said.take);
  const found = quarterOf(now, hit.n);
  return range(found.from > context.today ? quarterOf(now - 1, hit.n) : found, hit.take);
};

/** "first half of june": its first 15 days, or the rest. */
function halfMonth(items: readonly Item[], i: number, half: 1 | 2, context: Context): Found | undefined {
  const month = monthAt(items[i]);
  if (month === undefined) return undefined;
  const said = yearAfter(items, i + 1, context);
  const whole = said ? range(monthOf(said.year, month), 1 + said.take) : bareMonth(month, undefined, 1, context);
  const [from, to] = [whole.from ?? "", whole.to ?? ""];
  const { take } = whole;
  return half === 1
    ? range({ from, to: `${from.slice(0, 8)}15` }, take)
    : range({ from: `${from.slice(0, 8)}16`, to }, take);
}

/** "first half of 2025", "h1". */
export const halfYear: Reader = (items, i, context) => {
  const word = items[i];
  const worded = means(word, "t", "half") ? (textOf(word).startsWith("f") ? 1 : 2) : undefined;
  const named = worded ?? (textOf(word) === "h1" ? 1 : textOf(word) === "h2" ? 2 : undefined);
  const half = named ?? (textOf(word) === "h" && word?.end === items[i + 1]?.start ? plain(items[i + 1]) : undefined);
  if (half !== 1 && half !== 2) return undefined;
  const take = named === undefined ? 2 : 1;
  const of = ofAt(items[i + take]);
  const month = worded === undefined ? undefined : halfMonth(items, i + take + of, half, context);
  if (month) return { ...month, take: take + of + month.take };
  const said = yearAfter(items, i + take + of, context);
  const [now] = parts(context.today);
  return range(halfOf(said?.year ?? now, half), take + (said ? of + said.take : 0));
};
