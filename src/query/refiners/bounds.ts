import { type Bound, type Item, type Money, means, type Num, type Op, type Quantity, sense, textOf } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { isSoft, type Scene, take } from "../scene.ts";
import { endsClause, type On, onOf, sideAt } from "./sides.ts";

/** A bound with what it bounds. */
export interface Placed {
  op: Op;
  on: On;
  value: Bound["value"];
  /** Whether a side or dimension was said for it. */
  said: boolean;
  start: number;
}

type Value = Num | Money | Quantity;

function valueAt(item: Item | undefined): Value | undefined {
  if (item === undefined || item.by !== undefined) return undefined;
  if (item.kind === "money") return item;
  if (item.kind === "num") return item.ordinal ? undefined : item;
  return item.kind === "qty" && item.unit === "token" ? item : undefined;
}

const skippable = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "dim", "price") ||
  means(item, "dim", "cost") ||
  means(item, "unit", "token") ||
  means(item, "per");

interface Comparison {
  op: Op;
  /** Where the comparison word stands. */
  at: number;
  post: boolean;
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
      if (item.text === "+" && !(item.glued && items[at - 1]?.end === item.start)) return undefined;
      if (sense(item, "cmp") !== undefined && valueAt(items[at + 1])) return undefined;
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

function comparisonOf(scene: Scene, i: number, value: Value): Comparison | undefined {
  const ranged = value.to !== undefined;
  const found = comparisonBefore(scene, i, value) ?? comparisonAfter(scene, i);
  return ranged ? { op: "range", at: found?.at ?? i, post: false } : found;
}

interface Side {
  on: On;
  at: number;
}

/** The side just before a value or its comparison. */
function sideBefore({ items }: Scene, from: number, lowest: number): Side | undefined {
  for (let at = from - 1; at >= Math.max(lowest, from - 4); at--) {
    const on = sideAt(items, at);
    if (on !== undefined && on !== "price" && on !== "cost" && items[at]?.by === undefined && !items[at]?.not)
      return { on, at };
    if (!skippable(items[at]) && !isMark(items[at], ":", "：", "(", "=")) return undefined;
  }
  return undefined;
}

/** The side just after a value ("$5/M out"), unless it opens the next bound ("in < $1, out < $4"). */
function sideAfter({ items }: Scene, to: number): Side | undefined {
  for (let at = to + 1; at <= to + 3; at++) {
    const on = sideAt(items, at);
    if (on !== undefined && on !== "price" && on !== "cost" && items[at]?.by === undefined) {
      return opensBound(items, at + 1) ? undefined : { on, at };
    }
    if (!skippable(items[at]) && items[at]?.kind !== "per" && !isMark(items[at], "(", "/")) return undefined;
  }
  return undefined;
}

function opensBound(items: readonly Item[], i: number): boolean {
  for (let at = i; at <= i + 2; at++) {
    if (sense(items[at], "cmp") !== undefined || items[at]?.kind === "money") return true;
    if (means(items[at], "sup")) return true;
    if (!skippable(items[at])) return false;
  }
  return false;
}

/** A side further off in the same clause. */
function sideInClause({ items }: Scene, from: number): Side | undefined {
  for (let at = from - 1; at >= 0 && !endsClause(items[at]); at--) {
    const on = onOf(items[at]);
    if (
      on !== undefined &&
      on !== "price" &&
      on !== "cost" &&
      items[at]?.by === undefined &&
      !items[at]?.not &&
      !means(items[at - 1], "sup")
    ) {
      return { on, at };
    }
    if (items[at]?.kind === "bound" || items[at]?.by === "bound") return undefined;
  }
  return undefined;
}

const isTokens = (value: Value): boolean =>
  value.kind !== "money" && (value.big || value.kind === "qty" || value.n >= 1000);

/** What a bound is about, where the words beside it do not say: money bounds prices, sizes the context. */
function fitting(side: Side | undefined, value: Value): On | undefined {
  const tokens = isTokens(value);
  if (side === undefined) return undefined;
  if (tokens)
    return side.on === "output"
      ? "max_output"
      : side.on === "context" || side.on === "max_output"
        ? side.on
        : side.on === "input"
          ? "context"
          : undefined;
  if (value.kind === "money") return side.on === "context" || side.on === "max_output" ? undefined : side.on;
  return side.on === "context" || side.on === "max_output" ? undefined : side.on;
}

function place(scene: Scene, i: number, value: Value, comparison: Comparison): Placed | undefined {
  const first = comparison.post ? i : Math.min(i, comparison.at);
  const last = comparison.post ? Math.max(i, comparison.at) : i;
  const inner = innerSide(scene, first, last, i);
  const candidates = [
    inner,
    sideBefore(scene, first, 0),
    sideAfter(scene, i),
    sideAfter(scene, last),
    sideInClause(scene, first),
  ];
  const side = candidates.find((candidate) => candidate !== undefined && fitting(candidate, value) !== undefined);
  const on = fitting(side, value);
  const unplaced = value.kind === "num" && !isTokens(value);
  const priced = says(scene, first);
  if (on === undefined && unplaced && !priced) return undefined;
  if (side !== undefined) take(scene, scene.items[side.at], "bound");
  return {
    op: comparison.op,
    on: on ?? (isTokens(value) ? "context" : "price"),
    value,
    said: on !== undefined,
    start: scene.items[first]?.start ?? 0,
  };
}

/** Whether a price word leads to a bare number: "price under 5". */
function says({ items }: Scene, first: number): boolean {
  for (let at = first - 1; at >= first - 3; at--) {
    if (means(items[at], "dim", "price") || means(items[at], "dim", "cost") || means(items[at], "blend")) return true;
    if (!isSoft(items[at])) return false;
  }
  return false;
}

function innerSide({ items }: Scene, first: number, last: number, i: number): Side | undefined {
  for (let at = first; at <= last; at++) {
    const on = at === i ? undefined : sideAt(items, at);
    if (on !== undefined && on !== "price" && on !== "cost" && items[at]?.by === undefined) return { on, at };
  }
  return undefined;
}

/** A size beside its dimension, with no comparison said: "1m ctx", "context 128k". */
function bareSize(scene: Scene, i: number, value: Value): Placed | undefined {
  if (!isTokens(value) || value.to !== undefined) return undefined;
  const side = [sideAfter(scene, i), sideBefore(scene, i, 0)].find(
    (found) => found?.on === "context" || found?.on === "max_output",
  );
  if (side === undefined) return undefined;
  take(scene, scene.items[side.at], "bound");
  return { op: "min", on: side.on, value, said: true, start: value.start };
}

/** An amount to be spent: "$200 a month", 预算不超过200块. */
function isSum(scene: Scene, i: number, value: Value): boolean {
  if (value.kind !== "money") return false;
  if (value.each !== undefined) return true;
  return value.per === undefined && scene.items.slice(Math.max(0, i - 3), i).some((item) => BUDGET.test(textOf(item)));
}

const ENOUGH = /够|就行|即可|就好|可以|足/;
const BUDGET =
  /^(预算|月预算|budget|budget is|a budget of|budget of|预算是|monthly budget|cap is|fit|fits|fit in|fits in|fit under|hold住|预算就|预算只有|余额|月成本|总成本|成本控制在|费用控制在|cost under|costs under|come in under|monthly cost|total|total cost)$/;

/** Finds the bounds: values with a comparison, and sizes beside "context". Takes what it binds. */
export function bounds(scene: Scene): Placed[] {
  const found: Placed[] = [];
  for (const [i, item] of scene.items.entries()) {
    const value = valueAt(item);
    if (value === undefined || isSum(scene, i, value)) continue;
    const comparison = comparisonOf(scene, i, value);
    const placed = comparison ? place(scene, i, value, comparison) : bareSize(scene, i, value);
    if (placed === undefined) continue;
    if (comparison && comparison.at !== i) take(scene, scene.items[comparison.at], "bound");
    take(scene, item, "bound");
    found.push(placed);
  }
  return found;
}
