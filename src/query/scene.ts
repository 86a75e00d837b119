import type { Facts } from "./facts.ts";
import { type Item, type Lex, means } from "./item.ts";
import type { Context } from "./recognisers/recogniser.ts";

/** The items of one question while they are bound to each other; each item is taken at most once. */
export interface Scene {
  items: readonly Item[];
  context: Context;
  facts: Facts;
  /** Kinds of senses that occur, for quick looks. */
  kinds: ReadonlySet<string>;
  log: string[];
}

export function createScene(items: readonly Item[], context: Context, facts: Facts): Scene {
  const kinds = new Set<string>();
  for (const item of items) {
    if (item.kind === "lex") for (const kind in item.senses) kinds.add(kind);
    else kinds.add(item.kind);
  }
  return { items, context, facts, kinds, log: [] };
}

/** Marks an item as understood. */
export function take(scene: Scene, item: Item | undefined, as: string): void {
  if (item === undefined || item.by !== undefined) return;
  item.by = as;
  scene.log.push(`${as}: “${scene.context.text.slice(item.start, item.end)}”`);
}

/** Senses that never stand between two words that belong together. */
const SOFT = new Set([
  ...["cue", "of", "act", "notify", "scope", "only", "followStrong", "more", "thanks", "hello", "all", "t", "join"],
  ...["cmd", "quiet", "section", "watchdown", "watchup", "watchany", "share", "to", "between", "noun", "by", "starts"],
  ...["derive", "top", "clock", "stable", "claimish", "rest"],
]);

const softness = new WeakMap<object, boolean>();

/** Whether a phrase says too little to part its neighbours. */
export function isSoft(item: Item | undefined): boolean {
  if (item?.kind !== "lex") return false;
  const known = softness.get(item.senses);
  if (known !== undefined) return known;
  const soft = Object.keys(item.senses).every((kind) => SOFT.has(kind.split(".", 1)[0] ?? kind));
  softness.set(item.senses, soft);
  return soft;
}

/** The place of the next item in a direction that is not soft, at most `reach` soft ones away. */
export function beside({ items }: Scene, i: number, step: 1 | -1, reach = 3, skip = isSoft): number {
  let at = i + step;
  for (let left = reach; left > 0 && skip(items[at]); left--) at += step;
  return at;
}

/** Items with a sense, in order. */
export function* withSense({ items, kinds }: Scene, kind: string): Generator<[Lex, number]> {
  if (!kinds.has(kind)) return;
  for (const [i, item] of items.entries()) if (item.kind === "lex" && kind in item.senses) yield [item, i];
}

/** Whether some phrase has this sense. */
export function says(scene: Scene, kind: string, value?: string): boolean {
  if (!scene.kinds.has(kind) || value === undefined) return scene.kinds.has(kind);
  return scene.items.some((item) => means(item, kind, value));
}

/** Whether some phrase has this sense that nobody took. */
export function stillSays(scene: Scene, kind: string, value?: string): boolean {
  return scene.kinds.has(kind) && scene.items.some((item) => item.by === undefined && means(item, kind, value));
}
