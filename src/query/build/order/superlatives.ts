import { means, sense } from "../../item.ts";
import { multipleAfter } from "../../refiners/multiple.ts";
import { type Scene, says, take, withSense } from "../../scene.ts";
import { type By, cacheBeside, DESCENDING, lonely, neighbour, sideOf } from "./sides.ts";

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

const THEN = /^的?(?:那会儿?|那时|时候|当时|的时候|那阵)/;

/** 最早的 r1, gpt-4刚出那会儿: which model or which day is meant, no order. */
function describesName({ items, context }: Scene, i: number): boolean {
  const item = items[i];
  if (item === undefined || !sense(item, "sup")?.startsWith("released")) return false;
  const next = means(items[i + 1], "of") ? items[i + 2] : items[i + 1];
  const name = next?.kind === "name" && next.mention.model !== undefined;
  return name || THEN.test(context.text.slice(item.end, item.end + 6));
}

/** The superlatives of a question, in order; their words are taken. */
export function superlatives(scene: Scene): Superlative[] {
  const found: Superlative[] = [];
  for (const [item, i] of withSense(scene, "cue")) {
    // 第三便宜的是哪个, "5 cheapest of": the number makes an order of a word that else compares two.
    const before = scene.items[i - 1];
    if (!means(item, "cue.whichcheaper") || before?.kind !== "num" || before.big) continue;
    take(scene, item, "order");
    found.push({ by: "price", order: "asc", at: i });
  }
  for (const [item, i] of withSense(scene, "sup")) {
    if (item.by !== undefined || item.not) continue;
    if (WEAK.has(item.text.toLowerCase()) && (means(item, "rel") || says(scene, "than")) && says(scene, "than"))
      continue;
    const value = item.senses.sup ?? "";
    if (!value.includes(":") || isLimit(scene, i) || describesName(scene, i)) continue;
    const hit = superlativeAt(scene, i, value, item.text);
    if (hit === undefined) continue;
    take(scene, item, "order");
    found.push({ ...hit, weak: WEAK.has(item.text.toLowerCase()) });
  }
  return found;
}

/** The discount on cached input, said as a ratio of its two prices. */
export function isCacheRatio(scene: Scene, by: By): boolean {
  if (by !== "cache_read" && by !== "input" && by !== "price") return false;
  const sides = new Set(scene.items.map((item) => (item.kind === "lex" ? item.senses.side : undefined)));
  return sides.has("cache_read") && sides.has("input") && says(scene, "blend") && RATIO.test(scene.context.text);
}

const RATIO = /比例|占|ratio|share of|relative to|百分比|比值/i;
