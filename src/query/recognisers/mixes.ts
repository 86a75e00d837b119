import { type Item, means, type Num, textOf } from "../item.ts";
import { sideAt } from "../refiners/sides.ts";
import { isSoft } from "../scene.ts";
import { type Hit, isMark, type Recogniser, spanOf } from "./recogniser.ts";
import { partOf } from "./shares.ts";

type Io = "input" | "output";

/** A share with the side that it is a share of. */
export interface Portion {
  side: Io;
  part: number;
  take: number;
}

const ioAt = (items: readonly Item[], i: number): Io | undefined => {
  const side = sideAt(items, i);
  return side === "input" || side === "output" ? side : undefined;
};

const LINKS = new Set(["是", "占", "of", "is", "as", "the", "为", "parts", "part", "份", "的", "them", "it", "that"]);
const links = (item: Item | undefined): boolean =>
  isMark(item, ":", "：", "=") ||
  means(item, "of") ||
  means(item, "portion") ||
  means(item, "only") ||
  LINKS.has(textOf(item));
const parts = (item: Item | undefined): boolean =>
  !means(item, "rest") &&
  (isMark(item, ",", "，", "、", "/", "+", "-", ";", "；") || means(item, "join") || means(item, "to") || isSoft(item));

const isCache = (item: Item | undefined): boolean => means(item, "part", "cached") || means(item, "side", "cache_read");

function skip(items: readonly Item[], i: number, is: (item: Item | undefined) => boolean, most: number): number {
  let at = i;
  while (at < i + most && items[at] !== undefined && is(items[at]) && !isShare(items[at])) at += 1;
  return at;
}

const isShare = (item: Item | undefined): boolean => partOf(item) !== undefined;

/** "3 parts input": a count of parts is a share of them all. */
function sizeAt(items: readonly Item[], i: number): { part: number; end: number } | undefined {
  const part = partOf(items[i]);
  if (part !== undefined) return { part, end: i + 1 };
  const num = items[i];
  if (means(num, "portion", "1")) return { part: 1, end: i + 1 };
  const counts = num?.kind === "num" && !num.big && !num.ordinal && means(items[i + 1], "portion");
  return counts ? { part: num.n, end: i + 2 } : undefined;
}

const OFF = /^(?:off|discount|折|cheaper|less|more)/;

/** 输出是输入的十分之一, "output is a tenth of the input": a share of the one side that measures the other. */
function isOtherSide(items: readonly Item[], i: number, side: Io | undefined): boolean {
  const before = ioAt(items, links(items[i - 1]) ? i - 2 : i - 1);
  return side !== undefined && before !== undefined && before !== side;
}

/** "90% input", 输入占七成. */
export function portionAt(items: readonly Item[], i: number): Portion | undefined {
  const size = sizeAt(items, i);
  if (size !== undefined) {
    const at = skip(items, size.end, links, 2);
    if (at > size.end && isOtherSide(items, i, ioAt(items, at))) return undefined;
    const side = ioAt(items, at);
    return side && { side, part: size.part, take: at + 1 - i };
  }
  const side = ioAt(items, i);
  if (side === undefined || isOtherSide(items, i, side)) return undefined;
  const at = skip(items, i + 1, links, 2);
  const after = sizeAt(items, at);
  if (after === undefined || isCache(items[skip(items, after.end, isSoft, 2)])) return undefined;
  if (OFF.test(textOf(items[after.end]))) return undefined;
  return { side, part: after.part, take: after.end - i };
}

/** "the rest output", 其余输出, 输出剩下的. */
function restAt(items: readonly Item[], i: number, side: Io): number | undefined {
  for (const [rest, named] of [
    [i, i + 1],
    [i + 1, i],
  ] as const) {
    if (!means(items[rest], "rest")) continue;
    const other = ioAt(items, named);
    if (other !== undefined && other !== side) return 2;
  }
  return undefined;
}

const divisor = (a: number, b: number): number => (b < 1e-9 ? a : divisor(b, a % b));
const WHOLE = 1e4;

/** In the least whole numbers: 90% to 10% is 9:1. */
function ratio(a: number, b: number): { a: number; b: number } {
  const [x, y] = [Math.round(a * WHOLE), Math.round(b * WHOLE)];
  const by = divisor(x, y);
  return { a: x / by, b: y / by };
}

function made(items: readonly Item[], i: number, take: number, first: Portion, other: number): Hit | undefined {
  if (first.part <= 0 || other <= 0) return undefined;
  const [input, output] = first.side === "input" ? [first.part, other] : [other, first.part];
  return { take, put: [{ kind: "ratio", ...spanOf(items, i, take), ...ratio(input, output) }] };
}

/** Two shares that are the sides of one mix: "60% in 40% out", 输入占七成输出三成, "80% input, rest output". */
function shared(items: readonly Item[], i: number): Hit | undefined {
  const first = portionAt(items, i);
  if (first === undefined) return undefined;
  const at = skip(items, i + first.take, parts, 2);
  const rest = restAt(items, at, first.side);
  if (rest !== undefined && first.part < 1) return made(items, i, at + rest - i, first, 1 - first.part);
  const second = portionAt(items, at);
  if (second === undefined || second.side === first.side) return undefined;
  return made(items, i, at + second.take - i, first, second.part);
}

const countAt = (item: Item | undefined): Num | undefined =>
  item?.kind === "num" && !item.big && !item.ordinal && item.to === undefined ? item : undefined;

const isMix = (items: readonly Item[], i: number): boolean =>
  means(items[i], "blend") || (ioAt(items, i) === "input" && parts(items[i + 1]) && ioAt(items, i + 2) === "output");

/** "10 to 1 in:out", "blend 3 to 1", "80-20 split": numbers joined by a word beside one for a mix. */
function joined(items: readonly Item[], i: number): Hit | undefined {
  const [x, y] = [countAt(items[i]), countAt(items[i + 2])];
  const mark = items[i + 1];
  if (!x || !y || !(means(mark, "to") || isMark(mark, "-", "~", "/", ":"))) return undefined;
  const after = skip(items, i + 3, isSoft, 2);
  const before = isSoft(items[i - 1]) && !means(items[i - 1], "blend") ? i - 2 : i - 1;
  if (!isMix(items, after) && !means(items[before], "blend")) return undefined;
  return { take: 3, put: [{ kind: "ratio", ...spanOf(items, i, 3), a: x.n, b: y.n }] };
}

/** How much of a whole is input and how much output. */
export const mixes: Recogniser = {
  name: "mix",
  at: (items, i) => shared(items, i) ?? joined(items, i),
};
