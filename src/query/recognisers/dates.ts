import {
  addDays,
  before,
  type DayRange,
  dayOf,
  halfOf,
  isDay,
  monthOf,
  parts,
  quarterOf,
  weekdayOf,
  weekOf,
  yearOf,
} from "../days.ts";
import { type Item, means, textOf, timeWord, type When } from "../item.ts";
import { type Context, type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";

type Found = Omit<When, "kind" | "start" | "end"> & { take: number };

const plain = (item: Item | undefined): number | undefined =>
  item?.kind === "num" && !item.big && item.to === undefined && Number.isInteger(item.n) ? item.n : undefined;

/** 2024, 24年: years from two digits on. */
function fullYear(n: number | undefined): number | undefined {
  if (n === undefined) return undefined;
  if (n >= 2000 && n < 2100) return n;
  return n >= 18 && n < 60 ? 2000 + n : undefined;
}

const isYear = (n: number | undefined): n is number => n !== undefined && n >= 2015 && n < 2040;

const range = ({ from, to }: DayRange, take: number): Found => ({ from, to, take });
const point = (day: string, take: number): Found => ({ from: day, to: day, point: true, take });

/** A month without a year is the last one that began; `ahead` keeps the next one. */
function bareMonth(month: number, day: number | undefined, take: number, { today }: Context): Found {
  const [year, now] = parts(today);
  const span = (y: number): DayRange =>
    day === undefined ? monthOf(y, month) : { from: dayOf(y, month, day), to: dayOf(y, month, day) };
  const past = span(span(year).from > today ? year - 1 : year);
  const next = span(month < now || span(year).to < today ? year + 1 : year);
  return { ...past, take, ahead: next, ...(day !== undefined && { point: true }) };
}

/** 2024-09-15, 2024/9, 09/15/2024. */
function numeric(items: readonly Item[], i: number): Found | undefined {
  const [a, mark, b] = [items[i], items[i + 1], items[i + 2]];
  const [x, y, z] = [plain(a), plain(b), plain(items[i + 4])];
  const mark2 = items[i + 3];
  if (x === undefined || y === undefined || !isMark(mark, "-", "/", ".")) return undefined;
  const glued = mark?.start === a?.end && b?.start === mark?.end;
  if (!glued) return undefined;
  const full = z !== undefined && isMark(mark2, "-", "/", ".") && mark2?.start === b?.end;
  if (full && isYear(x) && isDay(x, y, z)) return point(dayOf(x, y, z), 5);
  if (full && isYear(z) && isDay(z, x, y)) return point(dayOf(z, x, y), 5);
  if (full && isYear(z) && isDay(z, y, x)) return point(dayOf(z, y, x), 5);
  if (!full && isYear(x) && y >= 1 && y <= 12 && !isMark(mark, ".")) return range(monthOf(x, y), 3);
  return undefined;
}

/** 2024.09 and 2024.09.15 come as one or two numbers. */
function dotted(items: readonly Item[], i: number, { text }: Context): Found | undefined {
  const [a, b] = [items[i], items[i + 1]];
  if (a?.kind !== "num" || a.n < 2015 || a.n >= 2040 || a.big) return undefined;
  const [year = 0, month = 0] = text.slice(a.start, a.end).split(".").map(Number);
  if (month < 1 || month > 12 || !Number.isInteger(year)) return undefined;
  const rest = b?.kind === "num" && b.start === a.end ? Number(text.slice(b.start + 1, b.end)) : undefined;
  if (rest !== undefined && isDay(year, month, rest)) return point(dayOf(year, month, rest), 2);
  return range(monthOf(year, month), 1);
}

const isUnit = (item: Item | undefined, unit: string): boolean =>
  means(item, "unit", unit) || means(item, "rate", unit);

/** The year that is meant before a Chinese month: 2024年, 24年, 去年, 今年. */
function hanYear(items: readonly Item[], i: number, { today }: Context): { year: number; take: number } | undefined {
  const [now] = parts(today);
  const first = items[i];
  if (means(first, "t", "lastyear")) return { year: now - 1, take: 1 };
  if (means(first, "t", "thisyear")) return { year: now, take: 1 };
  if (means(first, "t", "yearbefore")) return { year: now - 2, take: 1 };
  const year = fullYear(plain(first));
  return year !== undefined && isUnit(items[i + 1], "year") ? { year, take: 2 } : undefined;
}

/** 年底, 月初, 中旬 after a year or month: the last or first day. */
function atEdge(found: Found, item: Item | undefined, { text }: Context): Found {
  if (item?.kind !== "lex" || found.from === undefined || found.to === undefined || found.point) return found;
  const word = text.slice(item.start, item.end);
  if (word.endsWith("底") || word.endsWith("末")) return { ...point(found.to, found.take + 1) };
  if (word.endsWith("初")) return { ...point(found.from, found.take + 1) };
  return means(item, "t", "asof") && word !== "在" ? { ...found, take: found.take + 1 } : found;
}

/** What a number after a month counts when it is no day: 5月20万次. */
const COUNTING = /[个万千百亿次块元刀款家条%kKmMwW天年月号日毛分]/;

function inYear(items: readonly Item[], i: number, year: number, context: Context): Found {
  const next = items[i];
  if (means(next, "t", "h1")) return range(halfOf(year, 1), 1);
  if (means(next, "t", "h2")) return range(halfOf(year, 2), 1);
  const quarter = quarterAt(items, i);
  if (quarter) return range(quarterOf(year, quarter.n), quarter.take);
  const n = plain(next);
  if (n === undefined || n < 1 || n > 12 || !isUnit(items[i + 1], "month")) return range(yearOf(year), 0);
  const day = plain(items[i + 2]);
  const marked = isUnit(items[i + 3], "day") || means(items[i + 3], "noun") || items[i + 3]?.kind === "word";
  if (day !== undefined && isDay(year, n, day)) {
    const suffix = context.text.slice(items[i + 2]?.end ?? 0, (items[i + 2]?.end ?? 0) + 1);
    const closes = !COUNTING.test(suffix);
    if (suffix === "日" || suffix === "号" || closes) return point(dayOf(year, n, day), marked && !closes ? 4 : 3);
  }
  return range(monthOf(year, n), 2);
}

/** 三季度, Q3, third quarter. */
function quarterAt(items: readonly Item[], i: number): { n: number; take: number } | undefined {
  const [a, b] = [items[i], items[i + 1]];
  const word = textOf(a);
  const after = plain(b);
  if (word === "q" && after !== undefined && after >= 1 && after <= 4 && b?.start === a?.end)
    return { n: after, take: 2 };
  const n = a?.kind === "num" ? a.n : means(a, "top") ? 1 : undefined;
  if (n === undefined || n < 1 || n > 4 || !Number.isInteger(n)) return undefined;
  if (means(b, "unit", "quarter") && !(a?.kind === "num" && a.weak)) return { n, take: 2 };
  return textOf(b) === "q" && b?.start === a?.end ? { n, take: 2 } : undefined;
}

/** Whether a month, half or quarter may start at a place; cheaper than reading it. */
function startsInYear(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (item?.kind === "num") return isUnit(items[i + 1], "month") || means(items[i + 1], "unit", "quarter");
  return means(item, "t") || textOf(item) === "q" || means(item, "top");
}

function han(items: readonly Item[], i: number, context: Context): Found | undefined {
  const said = hanYear(items, i, context);
  if (said) {
    const rest = inYear(items, i + said.take, said.year, context);
    const found = { ...rest, take: said.take + rest.take };
    if (means(items[i + found.take], "t", "thistime") && rest.take === 0) {
      const [, month, day] = parts(context.today);
      return point(dayOf(said.year, month, day), found.take + 1);
    }
    return atEdge(found, items[i + found.take], context);
  }
  if (!startsInYear(items, i)) return undefined;
  const [year] = parts(context.today);
  const rest = inYear(items, i, year, context);
  if (rest.take === 0 || rest.from === undefined || rest.to === undefined) return undefined;
  const shifted = rest.from > context.today ? inYear(items, i, year - 1, context) : rest;
  const next = rest.to < context.today ? inYear(items, i, year + 1, context) : rest;
  const ahead = next.from && next.to ? { ahead: { from: next.from, to: next.to } } : {};
  return atEdge({ ...shifted, ...ahead }, items[i + shifted.take], context);
}

const monthAt = (item: Item | undefined): number | undefined => {
  const value = item?.kind === "lex" ? item.senses.month : undefined;
  return value === undefined ? undefined : Number(value);
};

/** The year after an English month or day: "2024", "'24", "last year". */
function yearAfter(items: readonly Item[], i: number, { today }: Context): { year: number; take: number } | undefined {
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

const dateIn = (item: Item | undefined): number | undefined => {
  const n = item?.kind === "num" && !item.big && item.to === undefined ? item.n : undefined;
  return n !== undefined && Number.isInteger(n) && n >= 1 && n <= 31 ? n : undefined;
};

/** "1 jan 2025", "march 3rd", "oct 2024", "may of last year". */
function english(items: readonly Item[], i: number, context: Context): Found | undefined {
  const first = dateIn(items[i]);
  const of = means(items[i + 1], "of") ? 1 : 0;
  const month = monthAt(items[i]) ?? (first === undefined ? undefined : monthAt(items[i + 1 + of]));
  if (month === undefined) return undefined;
  const dayFirst = monthAt(items[i]) === undefined;
  let take = dayFirst ? 2 + of : 1;
  let day = dayFirst ? first : undefined;
  const inner = isMark(items[i + take], ".") ? 1 : 0;
  const later = dateIn(items[i + take + inner]);
  if (!dayFirst && later !== undefined && !means(items[i + take + inner + 1], "unit")) {
    day = later;
    take += 1 + inner;
  }
  const skip = means(items[i + take], "of") ? 1 : 0;
  const said = yearAfter(items, i + take + skip, context);
  if (said) {
    take += skip + said.take;
    if (day === undefined) return range(monthOf(said.year, month), take);
    return isDay(said.year, month, day) ? point(dayOf(said.year, month, day), take) : undefined;
  }
  return bareMonth(month, day, take, context);
}

/** "may", "mar", "sun" are words too: alone they are dates only after a word that leads to one. */
function isDateWord(items: readonly Item[], i: number, { text }: Context): boolean {
  const item = items[i];
  if (item?.kind !== "lex") return true;
  if (!["may", "mar", "march", "dec", "sun", "sat"].includes(text.slice(item.start, item.end).toLowerCase()))
    return true;
  const previous = items[i - 1];
  const leads = means(previous, "t") || means(previous, "io", "input") || means(previous, "dim", "released");
  return leads || text[item.start] === text[item.start]?.toUpperCase();
}

function year(items: readonly Item[], i: number, { text }: Context): Found | undefined {
  const item = items[i];
  const n = plain(item);
  if (!isYear(n) || item?.kind !== "num" || text.slice(item.start, item.end).includes(".")) return undefined;
  const next = items[i + 1];
  if (means(next, "unit") || means(next, "cur") || means(next, "io") || means(next, "side") || means(next, "part"))
    return undefined;
  const quarter = quarterAt(items, i + 1);
  if (quarter) return range(quarterOf(n, quarter.n), 1 + quarter.take);
  return range(yearOf(n), 1);
}

function quarter(items: readonly Item[], i: number, context: Context): Found | undefined {
  const hit = quarterAt(items, i);
  if (hit === undefined) return undefined;
  const of = means(items[i + hit.take], "of") ? 1 : 0;
  const said = yearAfter(items, i + hit.take + of, context);
  const [now] = parts(context.today);
  if (said) return range(quarterOf(said.year, hit.n), hit.take + of + said.take);
  const found = quarterOf(now, hit.n);
  return range(found.from > context.today ? quarterOf(now - 1, hit.n) : found, hit.take);
}

function halfYear(items: readonly Item[], i: number, context: Context): Found | undefined {
  const half = means(items[i], "t", "half") ? (context.text.slice(items[i]?.start).startsWith("f") ? 1 : 2) : undefined;
  const word = items[i];
  const h = half ?? (textOf(word) === "h" && word?.end === items[i + 1]?.start ? plain(items[i + 1]) : undefined);
  if (h !== 1 && h !== 2) return undefined;
  const take = half === undefined ? 2 : 1;
  const of = means(items[i + take], "of") ? 1 : 0;
  const said = yearAfter(items, i + take + of, context);
  const [now] = parts(context.today);
  return range(halfOf(said?.year ?? now, h), take + (said ? of + said.take : 0));
}

function weekday(items: readonly Item[], i: number, { today }: Context): Found | undefined {
  const shift =
    means(items[i], "t", "last") || means(items[i], "t", "lastweek") ? -1 : means(items[i], "t", "next") ? 1 : 0;
  const at = shift === 0 && !means(items[i], "t", "this") && !means(items[i], "t", "thisweek") ? i : i + 1;
  const item = items[at];
  const value = item?.kind === "lex" ? item.senses.weekday : undefined;
  if (value === undefined || value === "w") return undefined;
  const back = (weekdayOf(today) - Number(value) + 7) % 7;
  const past = addDays(today, -(back === 0 ? 7 : back));
  const next = addDays(today, back === 0 ? 7 : 7 - back);
  const day = shift === 1 ? next : past;
  return { ...point(day, at - i + 1), ahead: { from: next, to: next } };
}

const WORDS: Record<string, (today: string) => DayRange & { point?: boolean; span?: boolean }> = {
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1), point: true }),
  daybefore: (today) => ({ from: addDays(today, -2), to: addDays(today, -2), point: true }),
  tomorrow: (today) => ({ from: addDays(today, 1), to: addDays(today, 1), point: true }),
  lately: (today) => ({ from: addDays(today, -30), to: today, span: true }),
  thismonth: (today) => ({ from: `${today.slice(0, 8)}01`, to: today }),
  lastmonth: (today) => monthOf(parts(today)[0], parts(today)[1] - 1),
  monthbefore: (today) => monthOf(parts(today)[0], parts(today)[1] - 2),
  thisweek: (today) => ({ from: addDays(today, -7), to: today, span: true }),
  lastweek: (today) => weekOf(today, -1),
  weekbefore: (today) => weekOf(today, -2),
  thisquarter: (today) => ({ from: quarterOf(parts(today)[0], Math.ceil(parts(today)[1] / 3)).from, to: today }),
  lastquarter: (today) => quarterOf(parts(today)[0], Math.ceil(parts(today)[1] / 3) - 1),
  ytd: (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: today, span: true }),
  halfyear: (today) => ({ from: before(today, 6, "month"), to: today, span: true }),
  halfmonth: (today) => ({ from: addDays(today, -15), to: today, span: true }),
};

const YEAR_END = /^(年底|年末|今年底|year end|end of year|end of the year)$/;
const FIXED = Object.keys(WORDS);
const HALVES = ["halfyear", "halfmonth"];
const COUNTED = ["last", "past", "this", "next"];
const UNITS = ["day", "week", "month", "quarter", "year"];

function unitAt(item: Item | undefined): string | undefined {
  if (item?.kind !== "lex") return undefined;
  const unit = item.senses.unit ?? item.senses.rate;
  return unit !== undefined && UNITS.includes(unit) ? unit : undefined;
}

const SPANS: Record<string, [last: string, current: string]> = {
  day: ["yesterday", "yesterday"],
  week: ["lastweek", "thisweek"],
  month: ["lastmonth", "thismonth"],
  quarter: ["lastquarter", "thisquarter"],
};

/** "last 30 days", "past month", "this year", 近三个月, 最近一年. */
function relative(items: readonly Item[], i: number, { today }: Context): Found | undefined {
  const [now] = parts(today);
  if (means(items[i], "t", "thisyear")) return { from: dayOf(now, 1, 1), to: today, take: 1 };
  const named = timeWord(items[i], FIXED);
  const word = timeWord(items[i], COUNTED);
  if (
    word === undefined ||
    (named !== undefined && unitAt(items[i + 1]) === undefined && items[i + 1]?.kind !== "num")
  ) {
    return named === undefined ? undefined : { ...(WORDS[named]?.(today) ?? {}), take: 1 };
  }
  const next = items[i + 1];
  if (means(next, "t", "halfyear") || means(next, "t", "halfmonth")) {
    return { ...(WORDS[timeWord(next, HALVES) ?? ""]?.(today) ?? {}), take: 2 };
  }
  const n = next?.kind === "num" ? next.n : undefined;
  const unit = unitAt(items[i + (n === undefined ? 1 : 2)]);
  if (unit === undefined) return undefined;
  const take = n === undefined ? 2 : 3;
  if (word === "next") return n === undefined && unit === "week" ? { ...weekOf(today, 1), take } : undefined;
  const counted =
    n !== undefined ||
    word === "past" ||
    (next?.kind === "lex" && next.senses.rate !== undefined && word !== "this" && word !== "last");
  if (counted) return { from: before(today, n ?? 1, unit), to: today, span: true, take };
  if (unit === "year") return range(word === "this" ? { from: dayOf(now, 1, 1), to: today } : yearOf(now - 1), take);
  const [last, current] = SPANS[unit] ?? ["", ""];
  const found = WORDS[word === "this" ? current : last]?.(today);
  return found && { ...found, take };
}

/** "3 months ago", 两年前, 半年前, "this time two years ago". */
function ago(items: readonly Item[], i: number, { today }: Context): Found | undefined {
  const lead = means(items[i], "t", "thistime") ? 1 : 0;
  const at = i + lead;
  const first = items[at];
  if (means(first, "t", "halfyear") && means(items[at + 1], "t", "ago"))
    return point(before(today, 6, "month"), lead + 2);
  if (lead === 1 && means(first, "t", "last") && unitAt(items[at + 1])) {
    return point(before(today, 1, unitAt(items[at + 1]) ?? "year"), 3);
  }
  const isOne = first?.kind === "lex" && first.senses.rate !== undefined;
  const n = first?.kind === "num" ? first.n : isOne ? 1 : undefined;
  const unit = isOne ? unitAt(first) : unitAt(items[at + 1]);
  const unitTake = isOne ? 1 : 2;
  if (n === undefined || unit === undefined) return undefined;
  const end = items[at + unitTake];
  if (means(end, "t", "ago")) return point(before(today, n, unit), lead + unitTake + 1);
  const inside = means(end, "cmpPost", "max") && first?.kind === "num";
  return inside && lead === 0 ? { from: before(today, n, unit), to: today, span: true, take: unitTake + 1 } : undefined;
}

/** "the first three months of 2026", 2026年前三个月. */
function edgeMonths(items: readonly Item[], i: number, context: Context): Found | undefined {
  const [top, num, unit] = [items[i], items[i + 1], items[i + 2]];
  const last = means(top, "t", "last") || means(top, "t", "past");
  if ((!means(top, "top") && !last) || num?.kind !== "num" || unitAt(unit) !== "month") return undefined;
  const of = means(items[i + 3], "of") ? 1 : 0;
  const said = yearAfter(items, i + 3 + of, context);
  if (said === undefined) return undefined;
  const first = last ? 13 - num.n : 1;
  return {
    from: dayOf(said.year, first, 1),
    to: monthOf(said.year, first + num.n - 1).to,
    span: true,
    take: 3 + of + said.take,
  };
}

const READERS: readonly ((items: readonly Item[], i: number, context: Context) => Found | undefined)[] = [
  numeric,
  dotted,
  edgeMonths,
  ago,
  weekday,
  han,
  english,
  quarter,
  halfYear,
  relative,
  year,
];

/** Whether a date can start with an item at all. */
function mayStart(item: Item): boolean {
  if (item.kind === "num") return !item.big;
  if (item.kind === "word") return item.text.length === 1;
  if (item.kind !== "lex") return false;
  const { senses } = item;
  return (
    senses.t !== undefined ||
    senses.month !== undefined ||
    senses.weekday !== undefined ||
    senses.rate !== undefined ||
    senses.top !== undefined
  );
}

/** Days, months, quarters, years and words such as "last week", one kind of date each. */
export const dates: Recogniser = {
  name: "date",
  at(items, i, context): Hit | undefined {
    const first = items[i];
    if (first === undefined || !mayStart(first)) return undefined;
    for (const reader of READERS) {
      const found = reader(items, i, context);
      if (found === undefined || found.take === 0) continue;
      if (reader === english && found.take === 1 && !isDateWord(items, i, context)) continue;
      const { take, ...rest } = found;
      return { take, put: [{ kind: "when", ...spanOf(items, i, take), ...rest }] };
    }
    return undefined;
  },
};
