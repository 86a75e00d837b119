import { type Item, means, sense } from "../../item.ts";
import { isSoft, type Scene } from "../../scene.ts";
import { onOf } from "../sides.ts";
import { DENIED, made, namesFrom, RELATIONS, sideReach, sidesIn, type Than } from "./parts.ts";

/** The relation word before "than", a side between them ("cheaper output than"). */
function relationBefore(items: readonly Item[], i: number): number | undefined {
  for (let at = i - 1; at >= i - 4; at--) {
    if (sense(items[at], "rel") !== undefined) return at;
    if (
      !isSoft(items[at]) &&
      onOf(items[at]) === undefined &&
      !means(items[at], "unit") &&
      !means(items[at], "ability")
    )
      return undefined;
  }
  return undefined;
}

function halfBefore(items: readonly Item[], i: number): { times: number; item: Item } | undefined {
  for (let at = i - 1; at >= i - 3; at--) {
    const item = items[at];
    if (item && means(item, "half")) return { times: 0.5, item };
    if (!isSoft(item) && onOf(item) === undefined) return undefined;
  }
  return undefined;
}

/** "cheaper than haiku 4.5 on both sides". */
export function english(scene: Scene, i: number): Than | undefined {
  const { items } = scene;
  const { names, end } = namesFrom(scene, i + 1);
  if (names.length === 0) return undefined;
  const than = items[i];
  const relAt = relationBefore(items, i);
  if (relAt === undefined || than === undefined) {
    // "less than gpt-4o", "more than …" came as comparisons.
    return undefined;
  }
  const rel = items[relAt];
  const relation = RELATIONS[sense(rel, "rel") ?? ""];
  if (relation === undefined || rel === undefined) return undefined;
  const before = sidesIn(items, relAt + 1, i - 1);
  const after =
    before.on.length > 0
      ? { on: [], used: [] }
      : sidesIn(items, end, Math.min(items.length - 1, sideReach(items, end)));
  const sides = { on: [...before.on, ...after.on], used: [...before.used, ...after.used] };
  const denied = means(items[relAt - 1], "not", "pre");
  const half = halfBefore(items, relAt);
  const is = denied ? DENIED[relation[1]] : relation[1];
  return made(
    names,
    [relation[0], is],
    sides,
    [than, rel, ...(denied && items[relAt - 1] ? [items[relAt - 1] as Item] : [])],
    half?.times,
  );
}
