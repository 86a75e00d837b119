import { type Item, means, type Num, textOf } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";
import { endsClause } from "../refiners/sides.ts";
import { beside, isSoft, type Scene, take, withSense } from "../scene.ts";

export interface Limit {
  limit?: number;
  offset?: number;
}

const MAX_ROWS = 100;

function countAt(item: Item | undefined): Num | undefined {
  if (item?.kind !== "num" || item.by !== undefined || item.big || item.to !== undefined) return undefined;
  return Number.isInteger(item.n) && item.n >= 1 && item.n <= MAX_ROWS ? item : undefined;
}

const ranks = (item: Item | undefined): boolean => means(item, "top") || item?.by === "order" || means(item, "sup");

/** The end of "6th to 10th", 第六到第十. */
function rankAfter({ items, ...scene }: Scene, i: number): number | undefined {
  const [first, mark, last] = [items[i], items[i + 1], countAt(items[i + 2])];
  if (last === undefined || !(means(mark, "to") || isMark(mark, "-", "~"))) return undefined;
  for (const item of [first, mark, last]) take({ items, ...scene }, item, "limit");
  return last.n;
}

/** Whether a rank begins a range of them that is ordered: "3rd to 6th cheapest". */
function leadsOn(scene: Scene, i: number): boolean {
  const [mark, last] = [scene.items[i + 1], countAt(scene.items[i + 2])];
  return (
    last !== undefined &&
    (means(mark, "to") || isMark(mark, "-", "~")) &&
    ranks(scene.items[beside(scene, i + 2, 1, 2)])
  );
}

/** "second cheapest", 第二便宜. */
function ordinal(scene: Scene): Limit | undefined {
  for (const [i, item] of scene.items.entries()) {
    const num = countAt(item);
    if (!num?.ordinal) continue;
    const next = scene.items[beside(scene, i, 1, 2)];
    const before = scene.items[beside(scene, i, -1, 2)];
    if (!ranks(next) && !ranks(before) && !ranks(scene.items[i + 1]) && !leadsOn(scene, i)) continue;
    const to = rankAfter(scene, i);
    if (to !== undefined && to > num.n) return { limit: to - num.n + 1, ...(num.n > 1 && { offset: num.n - 1 }) };
    take(scene, num, "limit");
    return num.n === 1 ? { limit: 1 } : { limit: 1, offset: num.n - 1 };
  }
  for (const [item] of withSense(scene, "sup")) {
    if (item.senses.sup !== "second" || item.by !== undefined) continue;
    take(scene, item, "limit");
    return { limit: 1, offset: 1 };
  }
  return undefined;
}

const COUNTS = /^(?:limit|count|rows|top n|results|数量|个数|条数|行数)$/;

const HAN = /[\u4e00-\u9fff]/;

const measures = (item: Item): boolean =>
  ["unit", "pct", "cur", "per", "cmpPost", "mag"].some((kind) => means(item, kind)) ||
  item.kind === "num" ||
  item.kind === "mark";

/** Whether a number is a count of rows, from its neighbours. */
function isCount(scene: Scene, i: number): boolean {
  const { items } = scene;
  const [before, after] = [items[i - 1], items[i + 1]];
  if (isMark(before, ":", "=") && COUNTS.test(textOf(items[i - 2]))) return true;
  if (COUNTS.test(textOf(before)) && !means(after, "unit")) return true;
  if (means(after, "noun") || means(before, "top") || means(before, "cue.which")) return true;
  // 给我挑俩能读PDF的
  if (means(before, "cue.list") && HAN.test(textOf(before)) && after !== undefined && !measures(after)) return true;
  if (
    endsClause(after) &&
    (means(before, "followStrong") || means(before, "cue.list") || means(before, "only") || isMark(before, ":"))
  )
    return true;
  const further = items[beside(scene, i, 1, 2)];
  if (ranks(after) || (isSoft(after) && ranks(further))) return true;
  if (before?.by === "order" && !means(after, "unit") && !means(after, "pct")) return true;
  return (
    isSoft(before) && items[beside(scene, i, -1, 2)]?.by === "order" && (after === undefined || !means(after, "unit"))
  );
}

/** "lowest blended, 3 pls", "longest output first, 5": a number that ends the question, where an order stands before it. */
function isLast(scene: Scene, i: number): boolean {
  const { items } = scene;
  const [before, item] = [items[i - 1], items[i]];
  if (item?.kind !== "num" || item.weak || !(isMark(before, ",", "，", ".", "、", ";") || isSoft(before))) return false;
  return items.slice(i + 1).every((one) => isSoft(one) || one.kind === "mark");
}

/** Whether "one" or 一 counts rows. */
function isOne(scene: Scene, i: number, at: number | undefined): boolean {
  const [before, after] = [scene.items[i - 1], scene.items[i + 1]];
  if (ranks(scene.items[beside(scene, i, 1, 2)]) || means(before, "top") || means(before, "only")) return true;
  return at !== undefined && means(after, "noun");
}

function counted(scene: Scene, at: number | undefined): Limit | undefined {
  for (const [i, item] of scene.items.entries()) {
    const num = countAt(item);
    if (!num || num.ordinal || !(isCount(scene, i) || (at !== undefined && isLast(scene, i)))) continue;
    // "one model", 一个: articles, unless an order makes a count of them.
    if (num.weak && !isOne(scene, i, at)) continue;
    take(scene, num, "limit");
    return { limit: num.n };
  }
  return undefined;
}

const WHICH_ONE = /\b(?:which|what) (?:\w+ ){0,2}?(?:model|llm|provider|host|lab|company|vendor|api|one)\b/i;
/** "which claude was cheapest": a family in the singular. */
const WHICH_NAMED = /\b(?:which|what) (?:\w+ ){1,2}(?:is|was|were|has|had|'s)\b/i;
const PLURAL = /models|ones|哪些|哪几|些$/i;

const MANY = /\b(?:models|ones|llms|hosts|providers|labs)\b/i;

/** "which one is cheapest", 哪个最便宜, 谁: one row is asked for. */
function single(scene: Scene, at: number | undefined): Limit {
  if (at === undefined) return {};
  for (const [item] of withSense(scene, "cue.which1")) if (!PLURAL.test(item.text)) return { limit: 1 };
  const { text } = scene.context;
  if (WHICH_ONE.test(text)) return { limit: 1 };
  if (scene.kinds.has("name") && WHICH_NAMED.test(text) && !MANY.test(text)) return { limit: 1 };
  return {};
}

/** How many rows are asked for, and from which on. `at` is the place of the superlative. */
export function readLimit(scene: Scene, at: number | undefined): Limit {
  return ordinal(scene) ?? counted(scene, at) ?? single(scene, at);
}
