import { type Item, means, sense, timeWord } from "../item.ts";
import { isMark } from "../recognisers/recogniser.ts";

/** What a bound or an order can be about. */
export type On =
  | "input"
  | "output"
  | "cache_read"
  | "cache_write"
  | "audio_price"
  | "batch"
  | "both"
  | "price"
  | "cost"
  | "context"
  | "max_output"
  | "released"
  | "knowledge"
  | "cache_ratio";

const DIMS = new Set(["price", "cost", "context", "max_output", "released", "knowledge", "cache_ratio"]);

/** The side or dimension that an item names, taken or not. */
export function onOf(item: Item | undefined): On | undefined {
  if (item?.kind !== "lex") return undefined;
  const { side, dim } = item.senses;
  if (side !== undefined) return side as On;
  return dim !== undefined && DIMS.has(dim) ? (dim as On) : undefined;
}

const TIMES = new Set(["last", "past", "this", "next", "h1", "h2", "half"]);

/** Words before which "in" is a preposition. */
function opensPhrase(item: Item | undefined): boolean {
  if (item?.kind === "when" || item?.kind === "name") return true;
  return (
    means(item, "cur") ||
    timeWord(item, TIMES) !== undefined ||
    means(item, "lang") ||
    means(item, "month") ||
    means(item, "derive") ||
    means(item, "clock")
  );
}

/** "in", "out", 进, 出 beside a number or another side. */
export function ioOf(items: readonly Item[], i: number): "input" | "output" | undefined {
  const said = sense(items[i], "io");
  if (said === undefined) return undefined;
  if (said === "input" && opensPhrase(items[i + 1])) return undefined;
  return said as "input" | "output";
}

/** A side by its own word, or "in" and "out" where they can only be sides. */
export function sideAt(items: readonly Item[], i: number): On | undefined {
  return onOf(items[i]) ?? ioOf(items, i);
}

/** Marks that end the clause in which words belong to each other. */
export const endsClause = (item: Item | undefined): boolean =>
  item === undefined || isMark(item, ",", "，", ";", "；", "\n", ".", "?", "？", "!", "、");
