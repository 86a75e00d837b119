import { type Item, means } from "../item.ts";
import { isSoft, type Scene, take, withSense } from "../scene.ts";

/** What a word of correction can take back: a name, or an amount of whatever unit. */
function classOf(item: Item | undefined): string | undefined {
  if (item?.kind === "name") return "name";
  return item?.kind === "money" || item?.kind === "qty" || item?.kind === "num" ? "amount" : undefined;
}

/** Only these may part a word of correction from what it corrects. */
const isLoose = (item: Item | undefined): boolean =>
  isSoft(item) || item?.kind === "mark" || (item?.kind === "lex" && means(item, "cur"));

const REACH = 4;

function nearest({ items }: Scene, i: number, step: 1 | -1): number | undefined {
  for (let at = i + step, left = REACH; left > 0; at += step, left--) {
    if (classOf(items[at]) !== undefined) return at;
    if (!isLoose(items[at])) return undefined;
  }
  return undefined;
}

/** "haiku 4.5, no wait, sonnet 4.6", 2k啊不对3k: what was said before the word of correction does not count. */
export function corrections(scene: Scene): void {
  for (const [item, i] of withSense(scene, "correction")) {
    const [before, after] = [nearest(scene, i, -1), nearest(scene, i, 1)];
    if (before === undefined || after === undefined) continue;
    if (classOf(scene.items[before]) !== classOf(scene.items[after])) continue;
    for (let at = before; at < i; at++) take(scene, scene.items[at], "taken back");
    take(scene, item, "correction");
  }
}
