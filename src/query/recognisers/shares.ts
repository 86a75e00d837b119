import { type Item, means, type Num, sense } from "../item.ts";
import { type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";

const small = (item: Item | undefined): Num | undefined => (item?.kind === "num" && !item.big ? item : undefined);

const TENTHS = "10";

/** 七成半, 八成五: what a digit right after tenths adds to them, in percent. */
function tenthsAfter(items: readonly Item[], i: number, text: string): { take: number; add: number } {
  const end = items[i - 1]?.end ?? 0;
  if (text[end] === "半") return { take: 0, add: 5 };
  const digit = small(items[i]);
  const ends = digit?.start === end && digit.n < 10 && Number.isInteger(digit.n) && !means(items[i + 1], "unit");
  return ends ? { take: 1, add: digit.n } : { take: 0, add: 0 };
}

/** 70%, 七成, 百分之七十. "Half" and its kin become shares only where one is looked for. */
export const shares: Recogniser = {
  name: "share",
  at(items, i, { text }): Hit | undefined {
    const pre = means(items[i], "pctpre") ? 1 : 0;
    const num = small(items[i + pre]);
    if (num === undefined) return undefined;
    if (pre === 1) return { take: 2, put: [{ kind: "share", ...spanOf(items, i, 2), part: num.n / 100 }] };
    const unit = sense(items[i + 1], "pct");
    if (unit === undefined || num.ordinal) return undefined;
    const { take, add } = unit === TENTHS ? tenthsAfter(items, i + 2, text) : { take: 0, add: 0 };
    const part = (num.n * Number(unit) + add) / 100;
    return { take: 2 + take, put: [{ kind: "share", ...spanOf(items, i, 2 + take), part }] };
  },
};

/** The part of a whole that an item names, if it does. */
export function partOf(item: Item | undefined): number | undefined {
  if (item?.kind === "share") return item.part;
  const said = sense(item, "share");
  if (said === undefined) return undefined;
  const [part = 1, whole = 1] = said.split("/").map(Number);
  return part / whole;
}

const isRatioMark = (item: Item | undefined): boolean => isMark(item, ":", "：", "/", "比") || means(item, "blend");

/** 3:1 and 70/30, and 四比一; slashes only where both sides make a hundred. */
export const ratios: Recogniser = {
  name: "ratio",
  at(items, i): Hit | undefined {
    const said = sense(items[i], "ratio");
    if (said !== undefined) {
      const [x = 1, y = 1] = said.split(":").map(Number);
      return { take: 1, put: [{ kind: "ratio", ...spanOf(items, i, 1), a: x, b: y }] };
    }
    const x = small(items[i]);
    if (x === undefined) return undefined;
    const [mark, y] = [items[i + 1], small(items[i + 2])];
    if (!y || x.to !== undefined || y.to !== undefined || !isRatioMark(mark)) return undefined;
    const slash = isMark(mark, "/");
    const colon = isMark(mark, ":", "：");
    if (!slash && !colon && !(mark?.kind === "lex" && mark.text === "比")) return undefined;
    if (slash && x.n + y.n !== 100 && x.n + y.n !== 10) return undefined;
    return { take: 3, put: [{ kind: "ratio", ...spanOf(items, i, 3), a: x.n, b: y.n }] };
  },
};

const CLOCK = /^\d{1,2}:\d{2}$/;

/** What is said of a time of the day after its hour. */
interface Minutes {
  take: number;
  minutes: number;
}

/** The minutes after an hour at place `at`; undefined where nothing says that it is one. */
function minutesAfter(items: readonly Item[], at: number, text: string): Minutes | undefined {
  const hour = items[at];
  if (hour === undefined) return undefined;
  const digits = isMark(items[at + 1], ":", "：") ? small(items[at + 2]) : undefined;
  if (digits && CLOCK.test(text.slice(hour.start, digits.end).replace("：", ":")))
    return { take: 2, minutes: digits.n };
  if (text[hour.end] !== "点") return undefined;
  if (text[hour.end + 1] === "半") return { take: 0, minutes: 30 };
  const next = small(items[at + 1]);
  const counts = next?.start === hour.end + 1 && next.n < 60 && Number.isInteger(next.n);
  return counts ? { take: 1, minutes: next.n } : { take: 0, minutes: 0 };
}

function hourOf(n: number, side: string | undefined): number {
  if (side === "pm" && n < 12) return n + 12;
  return side === "am" && n === 12 ? 0 : n % 24;
}

/** 9:00, 9am, 上午九点半, 18点. */
export const clocks: Recogniser = {
  name: "clock",
  at(items, i, { text }): Hit | undefined {
    const lead = sense(items[i], "clock");
    const at = lead !== undefined && items[i + 1]?.kind === "num" ? i + 1 : i;
    const num = small(items[at]);
    if (!num || num.n > 24 || !Number.isInteger(num.n)) return undefined;
    const said = minutesAfter(items, at, text);
    const last = at + 1 + (said?.take ?? 0);
    const late = sense(items[last], "clock");
    const closes = at === i && (late === "am" || late === "pm") ? 1 : 0;
    if (at === i && said === undefined && closes === 0) return undefined;
    const take = last - i + closes;
    const hour = hourOf(num.n, lead ?? late);
    const time = `${String(hour).padStart(2, "0")}:${String(said?.minutes ?? 0).padStart(2, "0")}`;
    return { take, put: [{ kind: "clock", ...spanOf(items, i, take), time }] };
  },
};
