import type { Token } from "../tokens.ts";
import type { NumberHit } from "./number-hit.ts";

const HAN_DIGITS = new Map([..."零一二三四五六七八九"].map((char, n): [string, number] => [char, n]));
HAN_DIGITS.set("〇", 0).set("两", 2).set("俩", 2).set("仨", 3).set("壹", 1).set("贰", 2).set("叁", 3).set("肆", 4);
HAN_DIGITS.set("伍", 5).set("陆", 6).set("柒", 7).set("捌", 8).set("玖", 9).set("半", 0.5);
export const HAN_UNITS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 1e4],
  ["亿", 1e8],
  ["拾", 10],
  ["佰", 100],
  ["仟", 1000],
]);

/** 半小时, 半本: what 半 alone halves. */
const HALVED = new Set([..."小天本页分个秒"]);

const exact = (n: number): number => Number(n.toPrecision(15));

/** State of a Chinese numeral while it is read from left to right. */
interface Numeral {
  total: number;
  section: number;
  digit: number | undefined;
  unit: number;
  /** The last magnitude of 10⁴ and more. */
  great: number;
  zero: boolean;
}

function addUnit(state: Numeral, unit: number): void {
  if (unit >= 1e4) {
    const part = state.section + (state.digit ?? (state.section + state.total > 0 ? 0 : 1));
    // 一亿五千万: a smaller magnitude adds to the greater one before it; 三万亿 multiplies.
    state.total = unit < state.great ? state.total + part * unit : (state.total + part) * unit;
    state.great = unit;
    state.section = 0;
  } else state.section += (state.digit ?? 1) * unit;
  state.digit = undefined;
  state.unit = unit;
  state.zero = false;
}

/** Before these a digit counts them and ends no numeral: 5万一个月 is 5万 and 一个月. */
const COUNTED = new Set([..."个次年天月人周条轮页字家款名块元毛分"]);

/** 三千五 is 3,500 and 一万二 12,000: a last digit stands for the next lower unit. */
function closeNumeral({ total, section, digit, unit, zero }: Numeral): number {
  const rest = digit === undefined ? 0 : unit >= 100 && !zero ? (digit * unit) / 10 : digit;
  return total + section + rest;
}

const DIGITS = /^\d+$/;

/** 二〇二五, 二四: digits said one by one, as years are. */
function spelledYear(tokens: readonly Token[], at: number): NumberHit | undefined {
  let end = at;
  let digits = "";
  while (tokens[end]?.type === "han" && HAN_DIGITS.has(tokens[end]?.text ?? "") && digits.length < 4) {
    digits += HAN_DIGITS.get(tokens[end]?.text ?? "");
    end += 1;
  }
  const isYear = tokens[end]?.text === "年" && (digits.length === 4 || digits.length === 2);
  return isYear && DIGITS.test(digits) ? { end, n: Number(digits), big: false } : undefined;
}

/** What makes a time of 三点五: 三点五十, 三点五分. */
const CLOCKS = new Set([..."十分刻半"]);

/** 一点五, 两点四万: the digits after a point, from the point on. */
function hanDecimal(tokens: readonly Token[], point: number, whole: number | undefined): NumberHit | undefined {
  if (whole === undefined || tokens[point]?.text !== "点") return undefined;
  let end = point + 1;
  let part = "";
  for (; part.length < 4; end++) {
    const digit = HAN_DIGITS.get(tokens[end]?.text ?? "");
    if (digit === undefined || !Number.isInteger(digit)) break;
    part += digit;
  }
  if (part === "" || CLOCKS.has(tokens[end]?.text ?? "")) return undefined;
  const unit = HAN_UNITS.get(tokens[end]?.text ?? "") ?? 1;
  return { end: unit > 1 ? end + 1 : end, n: exact(Number(`${whole}.${part}`) * unit), big: unit >= 1000 };
}

/** Whether digits begin a number of their own: after Chinese ones, or with no magnitude between. */
const isOther = ({ type }: Token, first: Token | undefined, { unit }: Numeral, inside: boolean): boolean =>
  type === "number" && (first?.type !== "number" || (inside && unit === 1));

const breaksOff = (token: Token | undefined, inside: boolean): token is undefined =>
  token === undefined || (inside && !token.glued && token.type !== "han");

/** 一个亿, 两个万: a counter between a digit and its magnitude. */
const isCounted = (tokens: readonly Token[], at: number, { digit }: Numeral): boolean =>
  digit !== undefined && (HAN_UNITS.get(tokens[at + 1]?.text ?? "") ?? 0) >= 1e4;

/** A numeral in Chinese characters, or digits with a Chinese magnitude, that starts at a token. */
export function numeral(tokens: readonly Token[], at: number): NumberHit | undefined {
  const year = spelledYear(tokens, at);
  if (year) return year;
  const state: Numeral = { total: 0, section: 0, digit: undefined, unit: 1, great: 0, zero: false };
  let end = at;
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    if (breaksOff(token, end > at)) break;
    if (token.text === "个" && isCounted(tokens, end, state)) continue;
    const unit = HAN_UNITS.get(token.text);
    const digit = token.type === "number" ? token.n : HAN_DIGITS.get(token.text);
    if (unit !== undefined) addUnit(state, unit);
    else if (digit === 0 && token.type === "han" && end > at) state.zero = true;
    else if (end > at && token.type === "han" && state.unit >= 1000 && COUNTED.has(tokens[end + 1]?.text ?? "")) break;
    else if (digit === undefined || state.digit !== undefined || isOther(token, tokens[at], state, end > at)) break;
    else state.digit = digit;
  }
  if (end === at) return undefined;
  const decimal = end === at + 1 ? hanDecimal(tokens, end, state.digit) : undefined;
  if (decimal) return decimal;
  const first = tokens[at]?.text ?? "";
  const alone = end === at + 1;
  if (first === "半" && alone && !HALVED.has(tokens[end]?.text ?? "")) return undefined;
  return {
    end,
    n: exact(closeNumeral(state)),
    big: state.unit >= 1000,
    ...(alone && first === "一" && { weak: true }),
    ...(HAN_UNITS.has(first) && first !== "十" && { bare: true }),
  };
}
