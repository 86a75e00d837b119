import { type Bound, type Item, type Money, means, type Num, type Op, type Quantity, sense, textOf } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { isSoft, type Scene } from "../scene.ts";
import { POSTPOSED } from "./negation.ts";
import { endsClause, type On, onOf } from "./sides.ts";

/** A bound with what it bounds. */
export interface Placed {
  op: Op;
  on: On;
  value: Bound["value"];
  /** Whether a side or dimension was said for it. */
  said: boolean;
  start: number;
}

/** What a bound can be set to. */
export type Value = Num | Money | Quantity;

export function valueAt(item: Item | undefined): Value | undefined {
  if (item === undefined || item.by !== undefined) return undefined;
  if (item.kind === "money") return item;
  if (item.kind === "num") return item.ordinal ? undefined : item;
  return item.kind === "qty" && item.unit === "token" ? item : undefined;
}

/** Words that may stand between a value, its comparison and its side. */
export const skippable = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "dim", "price") ||
  means(item, "dim", "cost") ||
  means(item, "unit", "token") ||
  means(item, "per");

export interface Comparison {
  op: Op;
  /** Where the comparison word stands. */
  at: number;
  post: boolean;
  /** A negation before it that turned it round. */
  denied?: Item;
}

const OPPOSITE: Partial<Record<Op, Op>> = { under: "min", over: "max", max: "over", min: "under" };

/** Turns a comparison round that is denied: "nothing over $1", 不要高于, "skip anything under 32k", 32k以下的不要. */
function turned(scene: Scene, i: number, comparison: Comparison): Comparison {
  const op = OPPOSITE[comparison.op];
  const first = comparison.post ? i : Math.min(i, comparison.at);
  const denied = denialBefore(scene, first) ?? denialAfter(scene, Math.max(i, comparison.at));
  return op === undefined || denied === undefined ? comparison : { ...comparison, op, denied };
}

const REACH = 3;

function denialBefore({ items }: Scene, first: number): Item | undefined {
  for (let at = first - 1; at >= first - REACH; at--) {
    if (sense(items[at], "not") === "pre") return items[at];
    if (!isSoft(items[at])) return undefined;
  }
  return undefined;
}

function denialAfter({ items }: Scene, last: number): Item | undefined {
  for (let at = last + 1; at <= last + REACH; at++) {
    const denies = sense(items[at], "not") === "post" || (sense(items[at], "not") && POSTPOSED.has(textOf(items[at])));
    if (denies) return items[at];
    if (!isSoft(items[at]) && items[at]?.kind !== "per") return undefined;
  }
  return undefined;
}

/** The comparison before a value; sides and price words may stand between ("max output price $5"). */
function comparisonBefore({ items }: Scene, i: number, value: Value): Comparison | undefined {
  for (let at = i - 1; at >= i - 3; at--) {
    const op = sense(items[at], "cmp");
    // "最低的五个": a superlative before a count compares nothing.
    if (op !== undefined && value.kind === "num" && !isTokens(value) && means(items[at], "sup")) return undefined;
    if (op !== undefined) return { op: op as Op, at, post: false };
    if (!skippable(items[at]) && onOf(items[at]) === undefined && !means(items[at], "cur")) return undefined;
  }
  return undefined;
}

/** The comparison after a value: "or less", 以内, a glued "+". */
function comparisonAfter({ items }: Scene, i: number): Comparison | undefined {
  for (let at = i + 1; at <= i + 3; at++) {
    const item = items[at];
    const op = sense(item, "cmpPost");
    if (op !== undefined && item?.kind === "lex") {
      const sums = items[at + 1]?.kind === "num" && items[at + 1]?.start === item.end;
      if (item.text === "+" && (sums || !(item.glued && items[at - 1]?.end === item.start))) return undefined;
      if (sense(item, "cmp") !== undefined && valueAt(items[at + 1])) return undefined;
      // "ctx: 1m limit: 2": the name of the next entry.
      if (isMark(items[at + 1], ":", "=")) return undefined;
      // 50刀够跑几次: enough money bounds nothing.
      if (items[i]?.kind === "money" && ENOUGH.test(item.text)) return undefined;
      return { op: op as Op, at, post: true };
    }
    if (isMark(item, "+") || endsClause(item)) return undefined;
    if (!skippable(item) && onOf(item) === undefined && item?.kind !== "per" && sense(item, "io") === undefined)
      return undefined;
  }
  return undefined;
}

/** The comparison that goes with a value, or undefined. */
export function comparisonOf(scene: Scene, i: number, value: Value): Comparison | undefined {
  const ranged = value.to !== undefined;
  const found = comparisonBefore(scene, i, value) ?? comparisonAfter(scene, i);
  if (ranged) return { op: "range", at: found?.at ?? i, post: false };
  return found && turned(scene, i, found);
}

/** Whether a value can only be an amount of tokens. */
export const isTokens = (value: Value): boolean =>
  value.kind !== "money" && (value.big || value.kind === "qty" || value.n >= 1000);

const ENOUGH = /够|就行|即可|就好|可以|足/;
