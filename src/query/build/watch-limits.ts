import { means } from "../item.ts";
import type { Command } from "../query.ts";
import { sideAt } from "../refiners/sides.ts";
import { type Scene, says, take, withSense } from "../scene.ts";

type Watch = Extract<Command, { name: "watch" }>;

/** The side that a watch is about. */
export function watchedSide(scene: Scene): Watch["on"] {
  for (const [i, item] of scene.items.entries()) {
    const on = sideAt(scene.items, i);
    if (on !== "input" && on !== "output" && on !== "cache_read") continue;
    take(scene, item, "watch");
    return on;
  }
  return undefined;
}

/** The amount that a watch waits for. */
export interface Threshold {
  below?: number;
  above?: number;
  currency?: Watch["currency"];
}

interface Amount {
  amount: number;
  currency: "USD" | "CNY";
}

/** An amount of money, or a bare number beside "below" and its kin, per 1M tokens. */
function amountAt(scene: Scene, i: number): Amount | undefined {
  const item = scene.items[i];
  if (item?.kind === "money") return { amount: (item.amount * 1e6) / (item.per ?? 1e6), currency: item.currency };
  if (item?.kind !== "num" || item.big || item.ordinal || !besideBound(scene, i)) return undefined;
  return { amount: item.n, currency: scene.context.language === "zh" ? "CNY" : "USD" };
}

/** "below $2", 跌破20刀: the amount per 1M tokens and its direction. */
export function threshold(scene: Scene): Threshold {
  for (const [i, item] of scene.items.entries()) {
    const found = amountAt(scene, i);
    if (found === undefined) continue;
    take(scene, item, "watch");
    const { currency } = found;
    const value = Number(found.amount.toPrecision(12));
    return directionAt(scene, i) === "above" ? { above: value, currency } : { below: value, currency };
  }
  return {};
}

function besideBound({ items }: Scene, i: number): boolean {
  return [items[i - 1], items[i - 2], items[i + 1]].some((item) => means(item, "below") || means(item, "above"));
}

function directionAt({ items }: Scene, i: number): "below" | "above" {
  for (const at of [i - 1, i - 2, i - 3, i + 1, i + 2]) {
    if (means(items[at], "above") && !means(items[at], "below")) return "above";
    if (means(items[at], "below")) return "below";
  }
  return items.slice(0, i).some((item) => means(item, "watchup")) && !items.some((item) => means(item, "watchdown"))
    ? "above"
    : "below";
}

const ONLY = /只|only/i;

/** Which moves a watch without an amount waits for. */
const IGNORED_AFTER = /^(?:了|的话|就|都|时)?(?:不用|不必|别|无所谓|不关心|没关系)/;
const IGNORED_BEFORE =
  /(?:ignore|not|don't care about|never mind|skip|不管|忽略|别管|不关心)(?: (?:the|any|price))?\s?$/i;
const NEAR = 24;

/** Whether one direction is meant, "降价不用管" and "ignore drops" aside. */
function wants(scene: Scene, kind: string): boolean {
  const { text } = scene.context;
  return [...withSense(scene, kind)].some(
    ([{ by, start, end }]) =>
      by === undefined &&
      !IGNORED_AFTER.test(text.slice(end, end + NEAR)) &&
      !IGNORED_BEFORE.test(text.slice(Math.max(0, start - NEAR), start)),
  );
}

export function watchedMoves(scene: Scene): NonNullable<Watch["any"]> {
  const only = ["watchdown", "watchup"].find((kind) =>
    [...withSense(scene, kind)].some(([item]) => ONLY.test(item.text)),
  );
  if (only !== undefined) return only === "watchdown" ? "down" : "up";
  if (says(scene, "watchany")) return true;
  const [down, up] = [wants(scene, "watchdown"), wants(scene, "watchup")];
  return down === up ? true : down ? "down" : "up";
}
