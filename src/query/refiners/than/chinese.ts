import { type Item, means, sense, textOf } from "../../item.ts";
import { partOf } from "../../recognisers/shares.ts";
import { isSoft, type Scene } from "../../scene.ts";
import { sideAt } from "../sides.ts";
import { DENIED, made, namesFrom, RELATIONS, sideStart, sidesIn, type Than } from "./parts.ts";

/** 比X便宜, 不比X贵, 输入输出都比X低, 比X便宜一半. */
export function chinese(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const than = items[i];
  const { names, end } = namesFrom(scene, i + 1);
  if (names.length === 0 || than === undefined) return undefined;
  let relAt = end;
  while (relAt < end + 5 && sense(items[relAt], "rel") === undefined) {
    const item = items[relAt];
    if (!isSoft(item) && sideAt(items, relAt) === undefined && !means(item, "not", "pre")) return undefined;
    relAt += 1;
  }
  const rel = items[relAt];
  const relation = RELATIONS[sense(rel, "rel") ?? ""];
  if (relation === undefined || rel === undefined) return undefined;
  const denied = textOf(than).startsWith("不") || means(items[i - 1], "not", "pre");
  const inside = sidesIn(items, end, relAt - 1);
  const before = inside.on.length > 0 ? inside : sidesIn(items, sideStart(items, i), i - 1);
  const share = partOf(items[relAt + 1]);
  const is = denied ? DENIED[relation[1]] : relation[1];
  const used = [than, rel, ...(denied && means(items[i - 1], "not", "pre") ? [items[i - 1] as Item] : [])];
  const times = share !== undefined && relation[1] === "less" ? 1 - share : undefined;
  if (times !== undefined && items[relAt + 1]) used.push(items[relAt + 1] as Item);
  return made(names, [relation[0], is], before, used, times);
}
