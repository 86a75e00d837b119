import { type Item, means, textOf } from "../item.ts";
import { partOf } from "../recognisers/shares.ts";
import { sideAt } from "./sides.ts";

/** How many times another model's price is meant, and the items that say so. */
export interface Multiple {
  times: number;
  items: Item[];
  /** The place after it. */
  end: number;
}

const SPOKEN = new Map([
  ["twice", 2],
  ["double", 2],
  ["triple", 3],
  ["thrice", 3],
]);
const FOLD = /^(?:x|×|times|倍|fold)$/i;

/** "half", "a third of", "twice", "1.5x", 两倍. */
function multipleAt(items: readonly Item[], at: number): Multiple | undefined {
  const [item, next] = [items[at], items[at + 1]];
  if (item === undefined || item.by !== undefined) return undefined;
  const part = means(item, "half") ? 0.5 : (partOf(item) ?? SPOKEN.get(textOf(item)));
  if (part !== undefined) return { times: part, items: [item], end: at + 1 };
  if (item.kind !== "num" || next === undefined || !FOLD.test(textOf(next))) return undefined;
  return { times: item.n, items: [item, next], end: at + 2 };
}

/** Words between a multiple and its model: "twice the input price of", "50% of", X价格的两倍. */
const isPriceWord = (items: readonly Item[], at: number): boolean =>
  means(items[at], "of") ||
  means(items[at], "dim", "price") ||
  means(items[at], "dim", "cost") ||
  means(items[at], "cue.howmuch") ||
  sideAt(items, at) !== undefined;

function pastPrices(items: readonly Item[], from: number): number {
  let at = from;
  while (at < from + 2 && isPriceWord(items, at)) at += 1;
  return at;
}

/** A multiple before a model's name, from a place on. */
export function multipleBefore(items: readonly Item[], from: number): Multiple | undefined {
  const found = multipleAt(items, from);
  if (found === undefined) return undefined;
  const end = pastPrices(items, found.end);
  return items[end]?.kind === "name" ? { ...found, end } : undefined;
}

/** A multiple after a model's name: X的一半, X价格的1.5倍. */
export const multipleAfter = (items: readonly Item[], from: number): Multiple | undefined =>
  multipleAt(items, pastPrices(items, from)) ?? multipleAt(items, from);
