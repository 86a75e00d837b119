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
  return said === undefined ? undefined : Number(said);
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

/** 9:00, 9am, 上午九点半, 18点. */
export const clocks: Recogniser = {
  name: "clock",
  at(items, i, { text }): Hit | undefined {
    const half = sense(items[i], "clock");
    const at = half !== undefined && items[i + 1]?.kind === "num" ? i + 1 : i;
    const num = small(items[at]);
    if (!num || num.n > 24 || !Number.isInteger(num.n)) return undefined;
    let take = at - i + 1;
    let minutes = 0;
    let said = at > i;
    const after = small(items[at + 2]);
    const glued =
      isMark(items[at + 1], ":", "：") && after && CLOCK.test(text.slice(num.start, after.end).replace("：", ":"));
    if (glued && after) {
      minutes = after.n;
      take += 2;
      said = true;
    } else if (text[num.end] === "点") {
      said = true;
      const next = small(items[at + 1]);
      const counts = next?.start === num.end + 1 && next.n < 60 && Number.isInteger(next.n);
      if (text[num.end + 1] === "半") minutes = 30;
      else if (counts) {
        take += 1;
        minutes = next.n;
      }
    }
    const late = sense(items[i + take], "clock");
    const side = half ?? late;
    if (late !== undefined && at === i && (late === "am" || late === "pm")) {
      take += 1;
      said = true;
    }
    if (!said) return undefined;
    const hour = side === "pm" && num.n < 12 ? num.n + 12 : side === "am" && num.n === 12 ? 0 : num.n % 24;
    const time = `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
    return { take, put: [{ kind: "clock", ...spanOf(items, i, take), time }] };
  },
};
