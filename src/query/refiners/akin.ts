import { type Item, type Money, means, type Op } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { isSoft, type Scene, take } from "../scene.ts";
import { comparisonOf, type Placed, type Value } from "./comparisons.ts";
import { type On, sideAt } from "./sides.ts";

/** A bound that was placed, with the place of its value. */
export interface Before {
  placed: Placed;
  at: number;
}

const isAmount = (item: Item | undefined): item is Money => item?.kind === "money" && item.by === undefined;

/** "under $0.10/$0.40", "$1 / $5 or less": one comparison for both sides. */
export function pairAt(scene: Scene, i: number): Placed[] | undefined {
  const { items } = scene;
  const [first, second] = [items[i], secondOf(items, i)];
  if (!isAmount(first) || first.to !== undefined || second === undefined) return undefined;
  const found = comparisonOf(scene, i, first) ?? comparisonOf(scene, i + 2, second);
  if (found === undefined || found.op === "range") return undefined;
  take(scene, items[found.at], "bound");
  take(scene, found.denied, "bound");
  for (const item of [first, items[i + 2]]) take(scene, item, "bound");
  const { op } = found;
  const { start } = first;
  return [
    { op, on: "input", value: first, said: true, start },
    { op, on: "output", value: second, said: true, start },
  ];
}

/** The amount after the slash; its currency may be left out. */
function secondOf(items: readonly Item[], i: number): Money | undefined {
  const [first, second] = [items[i], items[i + 2]];
  if (!isAmount(first) || !isMark(items[i + 1], "/")) return undefined;
  if (isAmount(second)) return second.to === undefined && second.currency === first.currency ? second : undefined;
  const plain = second?.kind === "num" && second.by === undefined && second.to === undefined && !second.big;
  if (!plain || means(items[i + 3], "unit") || means(items[i + 3], "noun")) return undefined;
  return { ...first, start: second.start, end: second.end, amount: second.n };
}

const joins = (item: Item | undefined): boolean =>
  isSoft(item) || means(item, "join") || item?.kind === "per" || isMark(item, ",", "，", "、", "/", ";", "；");

/** The side right beside a value, in the stretch from the bound before it. */
function ownSide(items: readonly Item[], from: number, i: number): number | undefined {
  for (const at of [i + 1, i - 1, i - 2]) {
    const on = at > from ? sideAt(items, at) : undefined;
    if (on !== undefined && on !== "price" && on !== "cost" && items[at]?.by === undefined) return at;
    if (at < i && !isSoft(items[at])) return undefined;
  }
  return undefined;
}

/** "at most $1 in and $5 out": an amount with a side of its own shares the comparison before it. */
export function akinTo(scene: Scene, i: number, value: Value, last: Before | undefined): Placed | undefined {
  if (last === undefined || value.kind !== "money" || last.placed.value.kind !== "money") return undefined;
  const side = ownSide(scene.items, last.at, i);
  if (side === undefined || last.placed.op === "range" || last.placed.op === "equal") return undefined;
  for (let at = last.at + 1; at < i; at++) {
    const item = scene.items[at];
    if (at !== side && item?.by === undefined && !joins(item)) return undefined;
  }
  const on = sideAt(scene.items, side);
  if (on === undefined) return undefined;
  take(scene, scene.items[side], "bound");
  return { ...last.placed, on, value, said: true, start: value.start };
}

const UPPER = new Set<Op>(["under", "max"]);
const LOWER = new Set<Op>(["over", "min"]);

const faces = (a: Op, b: Op): boolean => (UPPER.has(a) && LOWER.has(b)) || (LOWER.has(a) && UPPER.has(b));

/** "in ≥ $0.20 and ≤ $0.60": the other end of the bound before is on the same side. */
export function sameSide({ items }: Scene, placed: Placed, last: Before, i: number): On | undefined {
  const money = placed.value.kind === "money" && last.placed.value.kind === "money";
  if (!money || placed.said || !last.placed.said || !faces(placed.op, last.placed.op)) return undefined;
  const between = items.slice(last.at + 1, i);
  return between.every((item) => item.by === "bound" || joins(item)) ? last.placed.on : undefined;
}
