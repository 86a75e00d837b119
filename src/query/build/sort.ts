import { type Item, means, sense, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import { multipleAfter } from "../refiners/multiple.ts";
import { type On, onOf, sideAt } from "../refiners/sides.ts";
import { isSoft, type Scene, says, take, withSense } from "../scene.ts";

type Sort = NonNullable<Query["sort"]>;
type By = Sort["by"];

/** What a sort is by, for each thing that can be named beside a superlative. */
const BY: Partial<Record<On, By>> = {
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
const DESCENDING = new Set<By>(["context", "max_output", "released", "knowledge", "tokens", "change", "change_abs"]);

const usualOrder = (by: By): "asc" | "desc" => (DESCENDING.has(by) ? "desc" : "asc");

function byOf(item: Item | undefined): By | undefined {
  if (item === undefined || item.by !== undefined || item.not) return undefined;
  const on = onOf(item);
  if (on !== undefined) return BY[on];
  return means(item, "batch") ? "batch_input" : undefined;
}

interface Neighbour {
  by: By;
  at: number;
}

const passable = (item: Item | undefined): boolean =>
  isSoft(item) ||
  means(item, "unit", "token") ||
  (item?.kind === "num" && !item.big) ||
  ["io", "offers", "origin", "group", "open"].some((kind) => means(item, kind));

/** The side or dimension next to a superlative, in one direction. */
function neighbour({ items }: Scene, i: number, step: 1 | -1, reach: number): Neighbour | undefined {
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

const isHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** "cheapest (on) output", 输出最便宜: a price superlative with its side. */
function sideOf(scene: Scene, i: number, word: string): Neighbour | undefined {
  const [first, second]: [1 | -1, 1 | -1] = isHan(word) ? [-1, 1] : [1, -1];
  const found = neighbour(scene, i, first, 3) ?? neighbour(scene, i, second, 2);
  return found && opensClause(scene, i, found.at) ? undefined : found;
}

/** 缓存最便宜的, "cheapest cached": no share of a workload, but a price. */
function cacheBeside(scene: Scene, i: number): Neighbour | undefined {
  if (scene.kinds.has("share") || scene.kinds.has("qty")) return undefined;
  const at = [i - 1, i + 1].find((place) => sense(scene.items[place], "part") === "cached");
  return at === undefined ? undefined : { by: "cache_read", at };
}

const RELATIVE = /\b(?:whose|where|with|having|has|that|which)\b/i;

/** "cheapest model whose output is at least 64k": the side belongs to the clause, not to the order. */
function opensClause({ items, context: { text } }: Scene, i: number, at: number): boolean {
  return at > i && RELATIVE.test(text.slice(items[i]?.end ?? 0, items[at]?.start ?? 0));
}

/** The only side or dimension of the whole question, for a "lowest" that stands far from it. */
function lonely({ items }: Scene): Neighbour | undefined {
  const found = items.flatMap((item, at) => {
    const by = byOf(item);
    return by === undefined || by === "price" || by === "cost" ? [] : [{ by, at }];
  });
  return found.length === 1 ? found[0] : undefined;
}

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

interface Superlative {
  /** A word that says as much of one model ("the cheap one") as of many. */
  weak?: boolean;
  by: By;
  order: "asc" | "desc";
  at: number;
}

function superlativeAt(scene: Scene, i: number, value: string, word: string): Superlative | undefined {
  const colon = value.indexOf(":");
  const [by, order] = [value.slice(0, colon), value.slice(colon + 1) as "asc" | "desc"];
  if (by === "released" && neighbour(scene, i, -1, 2)?.by === "knowledge") {
    take(scene, scene.items[neighbour(scene, i, -1, 2)?.at ?? i], "order");
    return { by: "knowledge", order, at: i };
  }
  if (by !== "" && by !== "price") return { by: by as By, order, at: i };
  const side = sideOf(scene, i, word) ?? cacheBeside(scene, i);
  if (by === "price") {
    const cheap = side !== undefined && !DESCENDING.has(side.by);
    if (cheap) take(scene, scene.items[side.at], "order");
    return { by: cheap ? side.by : "price", order, at: i };
  }
  if (side === undefined && isMove(scene, i)) return { by: "change", order, at: i };
  if (side === undefined && isCacheRatio(scene, "cache_read")) return { by: "cache_ratio", order, at: i };
  const named = side ?? lonely(scene);
  if (named === undefined) return LEAST.test(word) ? { by: "price", order, at: i } : undefined;
  take(scene, scene.items[named.at], "order");
  return { by: named.by, order, at: i };
}

/** "biggest absolute price drop": a superlative of moves. */
function isMove({ items }: Scene, i: number): boolean {
  return items
    .slice(i + 1, i + 4)
    .some((item) => means(item, "move", "down") || means(item, "move", "up") || means(item, "cue.changes"));
}

const ABSOLUTE = /absolute|in dollars|in yuan|dollar amount|绝对|金额|差额|多少钱/i;

/** Alone these can only be about prices. */
const LEAST = /^(?:lowest|least|最低|最少)$/i;

/** Words that are superlatives only where nothing else is asked: 便宜 in 便宜吗, "recent". */
const WEAK = new Set([
  "便宜",
  "cheap",
  "recent",
  "expensive",
  "划算",
  "实惠",
  "省钱",
  "affordable",
  "便宜的",
  "贵的",
  "贵",
  "最近发布",
  "死贵",
  "贵得离谱",
  "天价",
  "死贵的",
]);

/** 最多1块, 最高 32k: a bound, where an amount follows that is no count of rows. */
function isLimit({ items }: Scene, i: number): boolean {
  const next = items[i + 1];
  if (!means(items[i], "cmp")) return false;
  if (next?.kind === "name") return multipleAfter(items, i + 2) !== undefined;
  return (
    next?.kind === "money" || (next?.kind === "qty" && next.unit === "token") || (next?.kind === "num" && next.big)
  );
}

function superlatives(scene: Scene): Superlative[] {
  const found: Superlative[] = [];
  for (const [item, i] of withSense(scene, "sup")) {
    if (item.by !== undefined || item.not) continue;
    if (WEAK.has(item.text.toLowerCase()) && (means(item, "rel") || says(scene, "than")) && says(scene, "than"))
      continue;
    const value = item.senses.sup ?? "";
    if (!value.includes(":") || isLimit(scene, i)) continue;
    const hit = superlativeAt(scene, i, value, item.text);
    if (hit === undefined) continue;
    take(scene, item, "order");
    found.push({ ...hit, weak: WEAK.has(item.text.toLowerCase()) });
  }
  return found;
}

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

/** "cheapest to dearest, only input", "(input only)": the side that alone is looked at. */
function onlySide(scene: Scene): Neighbour | undefined {
  for (const [, i] of withSense(scene, "only")) {
    for (const at of [i + 1, i - 1]) {
      const by = byOf(scene.items[at]);
      if (by === "input" || by === "output" || by === "cache_read") return { by, at };
    }
  }
  return undefined;
}

/** The discount on cached input, said as a ratio of its two prices. */
function isCacheRatio(scene: Scene, by: By): boolean {
  if (by !== "cache_read" && by !== "input" && by !== "price") return false;
  const sides = new Set(scene.items.map((item) => (item.kind === "lex" ? item.senses.side : undefined)));
  return sides.has("cache_read") && sides.has("input") && says(scene, "blend") && RATIO.test(scene.context.text);
}

const RATIO = /比例|占|ratio|share of|relative to|百分比|比值/i;

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
