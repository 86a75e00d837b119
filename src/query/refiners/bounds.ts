import { type Item, means, sense, textOf } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { isSoft, type Scene, take } from "../scene.ts";
import { akinTo, type Before, pairAt, sameSide } from "./akin.ts";
import { type Comparison, comparisonOf, isTokens, type Placed, skippable, type Value, valueAt } from "./comparisons.ts";
import { endsClause, type On, onOf, sideAt } from "./sides.ts";

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

/** prompt超过256k: what is read bounds the context, whatever side is asked after it. */
function promptBefore({ items }: Scene, from: number): Side | undefined {
  const at = [from - 1, from - 2].find((place) => sense(items[place], "part") === "input");
  return at === undefined || (at < from - 1 && !skippable(items[from - 1])) ? undefined : { on: "context", at };
}

/** The side just after a value ("$5/M out"), unless it opens the next bound ("in < $1, out < $4"). */
function sideAfter({ items }: Scene, to: number): Side | undefined {
  for (let at = to + 1; at <= to + 3; at++) {
    const on = sideAt(items, at);
    if (on !== undefined && on !== "price" && on !== "cost" && items[at]?.by === undefined) {
      return !isBound(items, to, at) && opensBound(items, at + 1) ? undefined : { on, at };
    }
    if (!skippable(items[at]) && items[at]?.kind !== "per" && !isMark(items[at], "(", "/")) return undefined;
  }
  return undefined;
}

/** "$1 for input but more than $2 for output": the side that "for" ties to an amount is its own. */
const isBound = (items: readonly Item[], to: number, at: number): boolean =>
  at === to + 2 && TIES.has(textOf(items[to + 1]));

const TIES = new Set(["for", "on", "of", "per"]);

function opensBound(items: readonly Item[], i: number): boolean {
  const next = items.findIndex((item, at) => at >= i && at <= i + 3 && item.kind === "money");
  // "at most $1 in and $5 out": what follows has a side of its own after it.
  const own = next < 0 ? undefined : sideAt(items, next + 1);
  if (own !== undefined && own !== "price" && !opensBound(items, next + 2)) return false;
  for (let at = i; at <= i + 2; at++) {
    if (sense(items[at], "cmp") !== undefined || items[at]?.kind === "money") return true;
    if (means(items[at], "sup")) return true;
    if (!skippable(items[at])) return false;
  }
  return false;
}

/** A clause that goes on for more items than this is none. */
const REACH = 20;

/** A side further off in the same clause. */
function sideInClause({ items }: Scene, from: number): Side | undefined {
  for (let at = from - 1; at >= Math.max(0, from - REACH) && !endsClause(items[at]); at--) {
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
    isTokens(value) ? promptBefore(scene, first) : undefined,
    sideBefore(scene, first, 0),
    sideAfter(scene, i),
    sideAfter(scene, last),
    sideInClause(scene, first),
  ];
  if (
    isAssigned(scene, comparison, value) &&
    !candidates.some((one) => one?.on === "context" || one?.on === "max_output")
  )
    return undefined;
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

/** "input=12500", 1秒=32token: an amount rather than a bound. */
const isAssigned = ({ items }: Scene, { op, at }: Comparison, value: Value): boolean =>
  op === "equal" && isTokens(value) && isMark(items[at], "=");

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
  // "come in under $5 output": a side makes a price of it.
  const side = sideAt(scene.items, i + 1);
  if (side === "input" || side === "output") return false;
  return value.per === undefined && scene.items.slice(Math.max(0, i - 3), i).some((item) => BUDGET.test(textOf(item)));
}

const BUDGET =
  /^(预算|[月季周日年](?:度)?预算|季度预算|全年预算|每[天月周年]预算|月费|月费用|月支出|每月费用|每月成本|(?:quarterly|annual|yearly|weekly|daily) (?:budget|cost|spend|bill)|budget|budget is|a budget of|budget of|预算是|monthly budget|cap is|fit|fits|fit in|fits in|fit under|hold住|预算就|预算只有|余额|月成本|总成本|成本控制在|费用控制在|cost under|costs under|come in under|monthly cost|total|total cost)$/;

/** 每千token输入低于2厘: the unit of a price may lead its clause. */
function withUnit(scene: Scene, i: number, value: Placed["value"]): Placed["value"] {
  if (value.kind !== "money" || value.per !== undefined) return value;
  for (let at = i - 1; at >= Math.max(0, i - REACH) && !endsClause(scene.items[at]); at--) {
    const item = scene.items[at];
    if (item?.kind === "money") return value;
    if (item?.kind !== "per" || item.by !== undefined) continue;
    take(scene, item, "bound");
    return { ...value, per: item.tokens };
  }
  return value;
}

/** Finds the bounds: values with a comparison, and sizes beside "context". Takes what it binds. */
export function bounds(scene: Scene): Placed[] {
  const found: Placed[] = [];
  let last: Before | undefined;
  for (const [i, item] of scene.items.entries()) {
    const value = valueAt(item);
    if (value === undefined || isSum(scene, i, value)) continue;
    const pair = pairAt(scene, i);
    if (pair) {
      found.push(...pair);
      continue;
    }
    const comparison = comparisonOf(scene, i, value);
    const placed = comparison
      ? place(scene, i, value, comparison)
      : (bareSize(scene, i, value) ?? akinTo(scene, i, value, last));
    if (placed === undefined) continue;
    if (comparison) takeComparison(scene, i, comparison);
    placed.value = withUnit(scene, i, placed.value);
    take(scene, item, "bound");
    const same = last && sameSide(scene, placed, last, i);
    if (same) placed.on = same;
    found.push(placed);
    last = { placed, at: i };
  }
  return found;
}

function takeComparison(scene: Scene, i: number, { at, denied }: Comparison): void {
  if (at !== i) take(scene, scene.items[at], "bound");
  take(scene, denied, "bound");
}
