import {
  addDays,
  before,
  type DayRange,
  dayOf,
  isDay,
  monthOf,
  parts,
  quarterOf,
  weekdayOf,
  weekOf,
  yearOf,
} from "../../days.ts";
import { type Item, means, textOf, timeWord } from "../../item.ts";
import { english } from "./english.ts";
import { type Found, monthNamed, plain, point, type Reader, range, unitAt, yearAfter } from "./found.ts";
import { numeric } from "./numeric.ts";

const shiftOf = (item: Item | undefined): number =>
  means(item, "t", "last") || means(item, "t", "lastweek") ? -1 : means(item, "t", "next") ? 1 : 0;

/** "friday", "last friday", 上周三; `ahead` is the next one. */
export const weekday: Reader = (items, i, { today }) => {
  const shift = shiftOf(items[i]);
  const led = shift !== 0 || means(items[i], "t", "this") || means(items[i], "t", "thisweek");
  const at = led ? i + 1 : i;
  const item = items[at];
  const value = item?.kind === "lex" ? item.senses.weekday : undefined;
  if (value === undefined || value === "w") return undefined;
  const back = (weekdayOf(today) - Number(value) + 7) % 7;
  const past = addDays(today, -(back === 0 ? 7 : back));
  const next = addDays(today, back === 0 ? 7 : 7 - back);
  const day = shift === 1 ? next : past;
  return { ...point(day, at - i + 1), ahead: { from: next, to: next } };
};

/** "the week of june 15": the whole week that holds a day. */
export const weekWith: Reader = (items, i, context) => {
  if (!WEEK_OF.test(textOf(items[i]))) return undefined;
  const day = english(items, i + 1, context) ?? numeric(items, i + 1, context);
  return day?.from === undefined || !day.point
    ? undefined
    : { ...range(weekOf(day.from, 0), day.take + 1), span: true };
};

const WEEK_OF = /^(?:the )?week /;

const WEEKDAYS = "日一二三四五六";

/** 上周三, 上星期天, 上上周五: a day of the week before or after. */
export const weekAndDay: Reader = (items, i, { text, today }) => {
  const [week, day] = [items[i], items[i + 1]];
  const shift = means(week, "t", "lastweek") ? -1 : means(week, "t", "weekbefore") ? -2 : undefined;
  if (shift === undefined || day?.start !== week?.end || !HAN_WEEK.test(textOf(week))) return undefined;
  const said = day === undefined ? "" : text.slice(day.start, day.end).replace("天", "日");
  const place = said.length === 1 ? WEEKDAYS.indexOf(said) : -1;
  return place < 0 ? undefined : point(addDays(weekOf(today, shift).from, (place + 6) % 7), 2);
};

const HAN_WEEK = /(?:周|星期|礼拜)$/;

/** Times that one phrase names. */
const WORDS: Record<string, (today: string) => DayRange & { point?: boolean; span?: boolean }> = {
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1), point: true }),
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
  weekend: (today) => ({ from: addDays(weekOf(today, -1).to, -1), to: weekOf(today, -1).to, span: true }),
  yearbefore: (today) => yearOf(parts(today)[0] - 2),
  halfyear: (today) => ({ from: before(today, 6, "month"), to: today, span: true }),
  halfmonth: (today) => ({ from: addDays(today, -15), to: today, span: true }),
};

/** 上个月15号: the day of a month that is named by its distance. */
export const dayOfMonth: Reader = (items, i, { text, today }) => {
  const word = timeWord(items[i], ["lastmonth", "thismonth", "monthbefore"]);
  const num = items[i + 1];
  const n = plain(num);
  if (word === undefined || n === undefined || !"日号".includes(text[num?.end ?? -1] ?? "-")) return undefined;
  const [year, month] = parts(WORDS[word]?.(today).from ?? today);
  const mark = items[i + 2];
  const take = mark !== undefined && mark.start === num?.end && mark.end === mark.start + 1 ? 3 : 2;
  return isDay(year, month, n) ? point(dayOf(year, month, n), take) : undefined;
};

const YEAR_END = /^(年底|年末|今年底|year end|end of year|end of the year)$/;
const FIXED = Object.keys(WORDS);
const HALVES = ["halfyear", "halfmonth"];
const COUNTED = ["last", "past", "this", "next"];

const SPANS: Record<string, [last: string, current: string]> = {
  day: ["yesterday", "yesterday"],
  week: ["lastweek", "thisweek"],
  month: ["lastmonth", "thismonth"],
  quarter: ["lastquarter", "thisquarter"],
};

/** 上周, "recently", 年底: a time in one phrase. */
function named(items: readonly Item[], i: number, today: string): Found | undefined {
  const [now] = parts(today);
  if (YEAR_END.test(textOf(items[i]))) return point(dayOf(now, 12, 31), 1);
  if (means(items[i], "t", "thisyear")) return { from: dayOf(now, 1, 1), to: today, take: 1 };
  const word = timeWord(items[i], FIXED);
  const counts =
    timeWord(items[i], COUNTED) !== undefined &&
    (timeWord(items[i + 1], HALVES) !== undefined ||
      unitAt(items[i + 1]) !== undefined ||
      items[i + 1]?.kind === "num");
  return word === undefined || counts ? undefined : { ...(WORDS[word]?.(today) ?? {}), take: 1 };
}

/** "in the last year" runs up to today; "last year" is the one before. */
const RUNNING = new Set(["year", "month", "quarter"]);

/** "last 30 days", "past month", "this year", 近三个月, 最近一年. */
export const relative: Reader = (items, i, { today, text }) => {
  const found = named(items, i, today);
  if (found) return found;
  const word = timeWord(items[i], COUNTED);
  if (word === undefined) return undefined;
  const next = items[i + 1];
  if (means(next, "share", "0.5") && word !== "next") {
    const at = i + (items[i + 2]?.kind === "mark" ? 3 : 2);
    if (unitAt(items[at]) === "year") return { ...(WORDS.halfyear?.(today) ?? {}), take: at - i + 1 };
  }
  const half = timeWord(next, HALVES);
  if (half !== undefined) return { ...(WORDS[half]?.(today) ?? {}), take: 2 };
  const n = next?.kind === "num" ? next.n : undefined;
  const counted = items[i + (n === undefined ? 1 : 2)];
  if (n !== undefined && n >= 24 && word !== "next" && means(counted, "unit", "hour"))
    return { from: before(today, Math.round(n / 24), "day"), to: today, span: true, take: 3 };
  const unit = unitAt(counted);
  if (unit === undefined) return undefined;
  const take = n === undefined ? 2 : 3;
  if (word === "next")
    return n === undefined && (unit === "week" || !items.some(isLoad)) ? coming(unit, today, take) : undefined;
  const rated = next?.kind === "lex" && next.senses.rate !== undefined && word !== "this" && word !== "last";
  const running = word === "last" && RUNNING.has(unit) && text.slice(0, next?.start).endsWith("the last ");
  if (n !== undefined || word === "past" || rated || running)
    return { from: before(today, n ?? 1, unit), to: today, span: true, take };
  return calendar(word, unit, today, take);
};

/** "next quarter we expect 40k chats a month": how long work goes on, and no day of prices. */
const isLoad = (item: Item): boolean =>
  item.kind === "lex" &&
  (item.senses.unit === "request" ||
    item.senses.unit === "user" ||
    (item.senses.rate !== undefined && item.senses.unit === undefined));

/** "next week", 下个月, 明年: the whole unit after the one that runs. */
function coming(unit: string, today: string, take: number): Found | undefined {
  const [year, month] = parts(today);
  if (unit === "week") return range(weekOf(today, 1), take);
  if (unit === "month") return range(monthOf(year, month + 1), take);
  if (unit === "quarter") return range(quarterOf(year, Math.ceil(month / 3) + 1), take);
  return unit === "year" ? range(yearOf(year + 1), take) : undefined;
}

/** "last month", "this quarter": whole units of the calendar. */
function calendar(word: string, unit: string, today: string, take: number): Found | undefined {
  const [now] = parts(today);
  if (unit === "year") return range(word === "this" ? { from: dayOf(now, 1, 1), to: today } : yearOf(now - 1), take);
  if (unit === "fortnight") return { from: before(today, 1, unit), to: today, span: true, take };
  const [last, current] = SPANS[unit] ?? ["", ""];
  const found = WORDS[word === "this" ? current : last]?.(today);
  return found && { ...found, take };
}

const dayIn = (item: Item | undefined): number | undefined =>
  item?.kind === "num" && !item.big && item.to === undefined && Number.isInteger(item.n) ? item.n : undefined;

/** 上个月15号, "the 10th of last month", "last month on the 3rd". */
export const monthDay: Reader = (items, i, { today, text }) => {
  const first = items[i];
  const leads = first?.kind === "num";
  const at = leads ? i + 1 + (means(items[i + 1], "of") ? 1 : 0) : i;
  const month = monthNamed(items, at);
  if (month === undefined) return undefined;
  const after = at + month.take;
  const place = leads ? i : after + (means(items[after], "t", "asof") ? 1 : 0);
  const num = items[place];
  const day = dayIn(num);
  if (day === undefined || num?.kind !== "num") return undefined;
  const han = DAY_SIGN.test(text.slice(num.end, num.end + 1));
  if (!han && !num.ordinal) return undefined;
  const [year, now] = parts(today);
  const [y, m] = parts(dayOf(year, now + month.shift, 1));
  if (!isDay(y, m, day)) return undefined;
  const sign = han && items[place + 1]?.start === num.end && (items[place + 1]?.end ?? 0) === num.end + 1 ? 1 : 0;
  return point(dayOf(y, m, day), (leads ? after : place + 1 + sign) - i);
};

const DAY_SIGN = /[日号]/;

/** "3 months ago", 两年前, 半年前, "this time two years ago". */
export const ago: Reader = (items, i, { today }) => {
  const lead = means(items[i], "t", "thistime") ? 1 : 0;
  const at = i + lead;
  const first = items[at];
  if (means(first, "t", "halfyear") && means(items[at + 1], "t", "ago"))
    return point(before(today, 6, "month"), lead + 2);
  const whole = lead === 1 && means(first, "t", "last") ? unitAt(items[at + 1]) : undefined;
  return whole === undefined ? counted(items, at, lead, today) : point(before(today, 1, whole), 3);
};

/** "and a half" after a unit of time. */
function halfAfter(items: readonly Item[], at: number): number {
  if (textOf(items[at]) !== "and") return 0;
  return means(items[at + 1], "share", "0.5") ? 2 : 0;
}

function counted(items: readonly Item[], at: number, lead: number, today: string): Found | undefined {
  const first = items[at];
  const one = first?.kind === "lex" && (first.senses.rate !== undefined || first.senses.unit !== undefined);
  const n = first?.kind === "num" ? first.n : one ? 1 : undefined;
  const unit = unitAt(one ? first : items[at + 1]);
  // 2025年之前 is a year, and no count of them.
  if (n === undefined || unit === undefined || (unit === "year" && n >= 1000)) return undefined;
  const take = lead + (one ? 1 : 2);
  const halves = halfAfter(items, at + (one ? 1 : 2));
  if (halves > 0 && means(items[at + (one ? 1 : 2) + halves], "t", "ago"))
    return point(before(today, n + 0.5, unit), take + halves + 1);
  const end = items[at + (one ? 1 : 2)];
  if (means(end, "t", "ago")) return point(before(today, n, unit), take + 1);
  const inside = means(end, "cmpPost", "max") && first?.kind === "num" && lead === 0;
  return inside ? { from: before(today, n, unit), to: today, span: true, take: take + 1 } : undefined;
}

/** "the first three months of 2026", 2026年前三个月. */
export const edgeMonths: Reader = (items, i, context) => {
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
};
