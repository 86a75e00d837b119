import { type Item, means, sense } from "../../item.ts";
import type { Query } from "../../query.ts";
import { type On, onOf } from "../../refiners/sides.ts";
import { isSoft, type Scene, withSense } from "../../scene.ts";

export type By = NonNullable<Query["sort"]>["by"];

/** What a sort is by, for each thing that can be named beside a superlative. */
export const BY: Partial<Record<On, By>> = {
  input: "input",
  output: "output",
  cache_read: "cache_read",
  batch: "batch_input",
  price: "price",
  both: "price",
  context: "context",
  max_output: "max_output",
  released: "released",
  knowledge: "knowledge",
  cost: "cost",
  cache_ratio: "cache_ratio",
};

/** Bigger is better for these where nothing is said. */
export const DESCENDING = new Set<By>([
  "context",
  "max_output",
  "released",
  "knowledge",
  "tokens",
  "change",
  "change_abs",
]);

/** What a sort by an item would be by, if it names a side or dimension that nobody took. */
export function byOf(item: Item | undefined): By | undefined {
  if (item === undefined || item.by !== undefined || item.not) return undefined;
  const on = onOf(item);
  if (on !== undefined) return BY[on];
  return means(item, "batch") ? "batch_input" : undefined;
}

export interface Neighbour {
  by: By;
  at: number;
}

const passable = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "unit", "token") ||
  (item?.kind === "num" && !item.big) ||
  ["io", "offers", "origin", "group", "open"].some((kind) => means(item, kind));

/** The side or dimension next to a superlative, in one direction. */
export function neighbour({ items }: Scene, i: number, step: 1 | -1, reach: number): Neighbour | undefined {
  for (let at = i + step, left = reach; left > 0; at += step, left--) {
    const by = byOf(items[at]);
    if (by !== undefined && by !== "price" && by !== "cost") return { by, at };
    if (by !== undefined && step === 1 && !onFurther(items, at)) return { by: "price", at };
    if (by === undefined && !passable(items[at])) return undefined;
  }
  return undefined;
}

/** "cheapest price for output": a side may follow the price word. */
function onFurther(items: readonly Item[], at: number): boolean {
  return [1, 2].some((ahead) => {
    const by = byOf(items[at + ahead]);
    return by !== undefined && by !== "price";
  });
}

const HAN = /[\u4e00-\u9fff]/;

export const isHan = (text: string): boolean => HAN.test(text);

/** "cheapest (on) output", 输出最便宜: a price superlative with its side. */
export function sideOf(scene: Scene, i: number, word: string): Neighbour | undefined {
  const [first, second]: [1 | -1, 1 | -1] = isHan(word) ? [-1, 1] : [1, -1];
  const found = neighbour(scene, i, first, 3) ?? neighbour(scene, i, second, 2);
  return found && opensClause(scene, i, found.at) ? undefined : found;
}

/** 缓存最便宜的, "cheapest cached": no share of a workload, but a price. */
export function cacheBeside(scene: Scene, i: number): Neighbour | undefined {
  if (scene.kinds.has("share") || scene.kinds.has("qty")) return undefined;
  const at = [i - 1, i + 1].find((place) => sense(scene.items[place], "part") === "cached");
  return at === undefined ? undefined : { by: "cache_read", at };
}

const RELATIVE = /\b(?:whose|where|with|having|has|that|which)\b/i;

/** "cheapest model whose output is at least 64k": the side belongs to the clause, not to the order. */
function opensClause({ items, context: { text } }: Scene, i: number, at: number): boolean {
  return at > i && RELATIVE.test(text.slice(items[i]?.end ?? 0, items[at]?.start ?? 0));
}

const PRICED = new Set<By>(["input", "output", "cache_read"]);

/** The only side or dimension of the whole question, for a "lowest" that stands far from it. */
export function lonely({ items }: Scene): Neighbour | undefined {
  const found = items.flatMap((item, at) => {
    const by = byOf(item);
    return by === undefined || by === "price" || by === "cost" ? [] : [{ by, at }];
  });
  const sides = found.filter(({ by }) => PRICED.has(by));
  return found.length === 1 ? found[0] : sides.length === 1 ? sides[0] : undefined;
}

/** "cheapest to dearest, only input", "(input only)": the side that alone is looked at. */
export function onlySide(scene: Scene): Neighbour | undefined {
  for (const [, i] of withSense(scene, "only")) {
    for (const at of [i + 1, i - 1]) {
      const by = byOf(scene.items[at]);
      if (by === "input" || by === "output" || by === "cache_read") return { by, at };
    }
  }
  return undefined;
}
