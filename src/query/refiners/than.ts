import { type Item, means, sense, textOf } from "../item.ts";
import type { ThanBound } from "../query.ts";
import { type Scene, take } from "../scene.ts";
import { compared, dated, halved, shared } from "./than/bare.ts";
import { chinese } from "./than/chinese.ts";
import { english } from "./than/english.ts";
import { DENIED, isListJoin, made, PRONOUN, RELATIONS, sidesIn, type Than } from "./than/parts.ts";

const CONTEXT_WORD = /context|ctx|window|上下文|窗口/i;

/** Finds comparisons with named models; takes nothing, since some of them are questions and not filters. */
export function thans(scene: Scene): Than[] {
  const found: Than[] = [];
  const seen = new Set<Item>();
  for (const [i, item] of scene.items.entries()) {
    const than = thanAt(scene, i, item);
    if (than === undefined || than.names.some((name) => seen.has(name))) continue;
    for (const name of than.names) seen.add(name);
    found.push(than);
  }
  const [first] = found;
  const used = new Set(found.flatMap(({ items }) => items));
  return first === undefined ? found : [...found, ...further(scene, first, used)];
}

function thanAt(scene: Scene, i: number, item: Item): Than | undefined {
  if (item.kind === "name") return shared(scene, i, item);
  if (means(item, "than") || textOf(item) === "不比") return english(scene, i) ?? chinese(scene, i);
  if (means(item, "t", "since") || means(item, "t", "until")) return dated(scene, i, item);
  if (means(item, "cmp")) return compared(scene, i);
  return means(item, "half") ? halved(scene, i) : undefined;
}

/** "cheaper than X and also more context", 上下文不比它短: further comparisons with the same model. */
function further(scene: Scene, first: Than, used: ReadonlySet<Item>): Than[] {
  const found: Than[] = [];
  for (const [i, item] of scene.items.entries()) {
    const relation = RELATIONS[sense(item, "rel") ?? ""];
    if (relation === undefined || used.has(item) || item.start < first.start) continue;
    const inside = sidesIn(scene.items, Math.max(0, i - 3), i - 1);
    const worded = CONTEXT_WORD.test(textOf(item)) || relation[0] === "released";
    if (!worded && !continues(scene.items, i, used) && inside.on.length === 0) continue;
    const deny = scene.items
      .slice(Math.max(0, i - 3), i)
      .find((one) => means(one, "not", "pre") || textOf(one) === "不比");
    const sides = worded ? { on: [], used: inside.used.filter((one) => CONTEXT_WORD.test(textOf(one))) } : inside;
    const is = deny ? DENIED[relation[1]] : relation[1];
    found.push(made(first.names, [relation[0], is], sides, [item, ...(deny ? [deny] : [])]));
  }
  return found;
}

/** Whether a relation goes on with the comparison before it: by a pronoun, or as the next of a list. */
function continues(items: readonly Item[], i: number, used: ReadonlySet<Item>): boolean {
  const before = items[i - 1];
  const pronoun = items.slice(Math.max(0, i - 3), i).some((one) => PRONOUN.test(textOf(one)));
  return pronoun || (before !== undefined && used.has(before)) || means(before, "join") || isListJoin(before);
}

/** Takes a comparison as a filter. */
export function takeThan(scene: Scene, than: Than): ThanBound[] {
  for (const item of [...than.items, ...than.names]) take(scene, item, "than");
  return than.names.flatMap(({ mention }) =>
    than.on.map((on) => ({
      on,
      model: mention.model ?? mention.family ?? "",
      is: than.is,
      ...(than.times !== undefined && { times: than.times }),
    })),
  );
}
