import { means, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import { sideAt } from "../refiners/sides.ts";
import { isSoft, type Scene, take, withSense } from "../scene.ts";
import { BY, type By, byOf, DESCENDING, isHan, type Neighbour, onlySide, sideOf } from "./order/sides.ts";
import { isCacheRatio, superlatives } from "./order/superlatives.ts";

type Sort = NonNullable<Query["sort"]>;

const usualOrder = (by: By): "asc" | "desc" => (DESCENDING.has(by) ? "desc" : "asc");

/** The order that "by X" or 按X排 asks for. */
function said(scene: Scene): Neighbour | undefined {
  const { items } = scene;
  for (const [item, i] of withSense(scene, "by")) {
    if (item.by !== undefined) continue;
    const at = [i + 1, i + 2].find((place) => byOf(items[place]) !== undefined || sideAt(items, place) !== undefined);
    if (at === undefined || (at === i + 2 && !isSoft(items[i + 1]) && !means(items[i + 1], "sup"))) continue;
    // 比输入便宜: "compared with", not "by".
    if (isHan(item.text) && ["比", "看", "用", "以", "论"].includes(item.text) && !hasOrderWord(scene, at)) continue;
    const on = sideAt(items, at);
    const by = byOf(items[at]) ?? (on && BY[on]);
    if (by === undefined) continue;
    take(scene, item, "order");
    return { by, at };
  }
  return undefined;
}

function hasOrderWord({ items }: Scene, at: number): boolean {
  return items.slice(at + 1, at + 4).some((item) => means(item, "by") || means(item, "order") || means(item, "sup"));
}

function orderWord(scene: Scene): "asc" | "desc" | undefined {
  for (const [item] of withSense(scene, "order")) {
    if (item.by !== undefined) continue;
    take(scene, item, "order");
    return item.senses.order as "asc" | "desc";
  }
  return undefined;
}

const ABSOLUTE = /absolute|in dollars|in yuan|dollar amount|绝对|金额|差额|多少钱/i;

/** What was said about the order of the rows. */
export interface Ordering {
  sort?: Sort;
  /** Where the first superlative stands: counts and "which one" belong to it. */
  at?: number;
  /** Said by a word that may only describe: 死贵的. */
  weak?: boolean;
  /** A cheapest and a dearest in one question: the spread is asked. */
  spread?: boolean;
}

/** Reads superlatives, "by X" and words for the direction. */
export function readOrder(scene: Scene): Ordering {
  return refined(scene, plainOrder(scene));
}

function plainOrder(scene: Scene): Ordering {
  const supers = superlatives(scene);
  const by = said(scene);
  if (by !== undefined) take(scene, scene.items[by.at], "order");
  const order = orderWord(scene);
  const [first] = supers;
  const spread = supers.some(({ order: o, by: b }) => b === first?.by && o !== first.order);
  if (by !== undefined) {
    const same = supers.find((one) => DESCENDING.has(one.by) === DESCENDING.has(by.by));
    return { sort: { by: by.by, order: order ?? same?.order ?? usualOrder(by.by) }, ...(first && { at: first.at }) };
  }
  if (first !== undefined) {
    const main = supers.find((one) => one.by !== "price") ?? first;
    const chosen = supers.length > 1 && first.by === "price" && DESCENDING.has(main.by) ? first : main;
    return {
      sort: { by: chosen.by, order: chosen.order },
      at: first.at,
      ...(first.weak && { weak: true }),
      ...(spread && { spread }),
    };
  }
  if (order === undefined) return ranked(scene);
  const at = scene.items.findIndex((item) => item.by === "order" && means(item, "order"));
  const side = sideOf(scene, at, textOf(scene.items[at]));
  if (side) take(scene, scene.items[side.at], "order");
  return { sort: { by: side?.by ?? "price", order }, at };
}

/** "ranked by a 10:1 blend": an order by the blend that the ratio sets. */
function ranked(scene: Scene): Ordering {
  const ratio = scene.items.some((item) => item.kind === "ratio" && item.by === undefined);
  for (const [item, at] of withSense(scene, "by")) {
    if (!ratio || !RANKS.test(item.text)) continue;
    take(scene, item, "order");
    return { sort: { by: "price", order: "asc" }, at };
  }
  return {};
}

const RANKS = /rank|sort|order|排/i;

/** Words for batches right before a side: the batch price is what is ordered. */
function isBatch(scene: Scene, by: By): boolean {
  if (by !== "input" && by !== "price") return false;
  return scene.items.some((item, i) => {
    const next = scene.items[i + 1];
    const batch = means(item, "batch") || means(item, "side", "batch");
    const side = means(next, "side", "input") || means(next, "dim", "price") || next?.by === "order";
    if (!batch || !side) return false;
    take(scene, item, "order");
    return true;
  });
}

/** Finer readings of an order that the words around it give. */
function refined(scene: Scene, ordering: Ordering): Ordering {
  const { sort } = ordering;
  if (sort === undefined) return ordering;
  if (sort.by === "cache_ratio" || isCacheRatio(scene, sort.by)) {
    for (const [item] of withSense(scene, "side")) take(scene, item, "order");
    for (const [item] of withSense(scene, "blend")) take(scene, item, "order");
    return { ...ordering, sort: { by: "cache_ratio", order: sort.order } };
  }
  if (sort.by === "change" && ABSOLUTE.test(scene.context.text))
    return { ...ordering, sort: { ...sort, by: "change_abs" } };
  if (isBatch(scene, sort.by)) return { ...ordering, sort: { by: "batch_input", order: sort.order } };
  const only = sort.by === "price" ? onlySide(scene) : undefined;
  if (only === undefined) return ordering;
  take(scene, scene.items[only.at], "order");
  return { ...ordering, sort: { by: only.by, order: sort.order } };
}
