import { type Item, means } from "../item.ts";
import type { Scene } from "../scene.ts";

/** A count of calls or of those who make them, and its place. */
export interface Count {
  at: number;
  n: number;
  unit: string;
}

/** All counts multiplied; groups of people listed one after the other (老师200人，学生3000人) are added first. */
export function productOf({ items }: Scene, counts: readonly Count[]): number {
  let product = 1;
  for (const [place, { n, unit, at }] of counts.entries()) {
    const last = counts[place - 1];
    const rated = items.slice(last?.at ?? at, at).some((item) => means(item, "rate") || means(item, "times"));
    const listed = unit === "user" && last?.unit === "user" && !rated;
    if (!listed) product *= n + followers(counts, items, place);
  }
  return product;
}

/** The people of the groups that are listed after one. */
function followers(counts: readonly Count[], items: readonly Item[], place: number): number {
  const [first, next] = [counts[place], counts[place + 1]];
  if (first?.unit !== "user" || next?.unit !== "user") return 0;
  if (items.slice(first.at, next.at).some((item) => means(item, "rate") || means(item, "times"))) return 0;
  return next.n + followers(counts, items, place + 1);
}
