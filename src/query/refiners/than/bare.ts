import { type Item, means, type Name, sense, textOf } from "../../item.ts";
import type { ThanBound } from "../../query.ts";
import { partOf } from "../../recognisers/shares.ts";
import type { Scene } from "../../scene.ts";
import { multipleAfter, multipleBefore } from "../multiple.ts";
import { isModel, made, namesFrom, sideReach, sideStart, sidesIn, type Than } from "./parts.ts";

const OPS: Record<string, ThanBound["is"]> = { under: "less", max: "at_most", over: "more", min: "at_least" };

/** An amount is reached, a model is not: "before they hit it". */
const REACHES = /^(?:hits?|reach(?:es)?)$/;

/** "under gpt-4o mini", 低于4o-mini, 不超过X的一半: a comparison word straight before a name. */
export function compared(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const word = items[i];
  const op = OPS[sense(word, "cmp") ?? ""];
  // A ">" that opens the text quotes what follows.
  if (op === undefined || word === undefined || (i === 0 && textOf(word) === ">")) return undefined;
  if (REACHES.test(textOf(word))) return undefined;
  const before = multipleBefore(items, i + 1);
  const { names, end } = namesFrom(scene, before?.end ?? i + 1, true);
  if (names.length === 0) return undefined;
  const multiple = before ?? multipleAfter(items, end);
  const led = sidesIn(items, sideStart(items, i), i - 1);
  const behind = sidesIn(items, end, sideReach(items, end));
  const sides =
    led.on.length > 0
      ? led
      : before && behind.on.length > 0
        ? behind
        : sidesIn(items, before ? i + 1 : end, before ? before.end : sideReach(items, end));
  return made(names, ["price", op], sides, [word, ...(multiple?.items ?? [])], multiple?.times);
}

/** "half the price of X": at most half. */
export function halved(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const { names } = namesFrom(scene, i + 1);
  const item = items[i];
  return names.length > 0 && item ? made(names, ["price", "at_most"], { on: [], used: [] }, [item], 0.5) : undefined;
}

const isRelease = (item: Item | undefined): boolean => means(item, "dim", "released");

/** "released after gpt-4o", 在gpt-4o之后发布的. */
export function dated(scene: Scene, i: number, item: Item): Than | undefined {
  const { items } = scene;
  const is =
    means(item, "t", "since") && AFTER.test(textOf(item)) ? "more" : means(item, "t", "until") ? "less" : undefined;
  if (is === undefined) return undefined;
  if (isRelease(items[i - 1])) {
    const { names } = namesFrom(scene, i + 1);
    return names.length > 0
      ? made(names, ["released", is], { on: [], used: [] }, [item, items[i - 1] as Item])
      : undefined;
  }
  const name = items[i - 1];
  const release = [items[i + 1], items[i + 2]].find(isRelease);
  if (name?.kind !== "name" || release === undefined || !isModel(name)) return undefined;
  return made([name], ["released", is], { on: [], used: [] }, [item, release]);
}

const AFTER = /after|later|之后|以后|后/;

/** "价格是X一半以下的", "X的八成以内": a share of a named model's price. */
export function shared(scene: Scene, i: number, item: Name): Than | undefined {
  const { items } = scene;
  const next = items[i + 1];
  const times = partOf(next) ?? (means(next, "half") ? 0.5 : undefined);
  const op = sense(items[i + 2], "cmpPost");
  if (times === undefined || op === undefined || !isModel(item)) return undefined;
  const before = sidesIn(items, sideStart(items, i), i - 1);
  return made([item], ["price", OPS[op] ?? "at_most"], before, [next as Item, items[i + 2] as Item], times);
}
