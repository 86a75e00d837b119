import type { Day, Item } from "../item.ts";
import type { Language } from "../query.ts";

/** What a recogniser may know besides the words. */
export interface Context {
  today: Day;
  /** The normalised text that the offsets of items point into. */
  text: string;
  language: Language;
  /** The models of the question before, which "it" may mean. */
  before?: readonly string[];
}

/** What a recogniser made of the items from some place on: `take` items become `put`. */
export interface Hit {
  take: number;
  put: readonly Item[];
}

/** One kind of phrase. `at` looks at the items from place `i` on and changes nothing. */
export interface Recogniser {
  name: string;
  at(items: readonly Item[], i: number, context: Context): Hit | undefined;
}

/** Runs one recogniser over the items from left to right. */
export function rewrite(
  items: readonly Item[],
  { name, at }: Recogniser,
  context: Context,
  trace?: (name: string, from: readonly Item[], to: readonly Item[]) => void,
): Item[] {
  // Most recognisers find nothing in most questions: then the items are handed on as they are.
  let out: Item[] | undefined;
  for (let i = 0; i < items.length; ) {
    const hit = at(items, i, context);
    const item = items[i];
    if (hit === undefined) {
      if (out && item) out.push(item);
      i += 1;
      continue;
    }
    trace?.(name, items.slice(i, i + hit.take), hit.put);
    out ??= items.slice(0, i);
    out.push(...hit.put);
    i += hit.take;
  }
  return out ?? (items as Item[]);
}

/** The span that some items cover. */
export function spanOf(items: readonly Item[], from: number, take: number): { start: number; end: number } {
  return { start: items[from]?.start ?? 0, end: items[from + take - 1]?.end ?? 0 };
}

/** Whether an item is one of some marks; marks such as "/" may be phrases of the lexicon too. */
export const isMark = (item: Item | undefined, ...texts: string[]): boolean =>
  (item?.kind === "mark" || item?.kind === "lex") && texts.includes(item.text);
