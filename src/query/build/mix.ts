import { means } from "../item.ts";
import { type Portion, portionAt } from "../recognisers/mixes.ts";
import { partOf } from "../recognisers/shares.ts";
import { sideAt } from "../refiners/sides.ts";
import { type Scene, take } from "../scene.ts";

interface Mix {
  input: number;
  output: number;
}

/** 输入占85%, "half of them output", 全走输入: one side as a part of the whole. */
function portion(scene: Scene): Mix | undefined {
  const { items } = scene;
  for (let i = 0; i < items.length; i++) {
    if (items[i]?.by !== undefined) continue;
    const found = portionAt(items, i) ?? wholeAt(scene, i);
    if (found === undefined || found.part > 1) continue;
    for (const item of items.slice(i, i + found.take)) take(scene, item, "workload");
    const rest = Number((1 - found.part).toPrecision(12));
    return found.side === "input" ? { input: found.part, output: rest } : { input: rest, output: found.part };
  }
  return undefined;
}

/** 不要输出, "input only": all of it is one side. */
function wholeAt({ items }: Scene, i: number): Portion | undefined {
  const side = sideAt(items, i);
  const item = items[i];
  if (item === undefined || (side !== "input" && side !== "output")) return undefined;
  if (item.not) return { side: side === "input" ? "output" : "input", part: 1, take: 1 };
  return item.only || means(items[i + 1], "only") || means(items[i - 1], "only")
    ? { side, part: 1, take: 1 }
    : undefined;
}

/** "mostly input, like 95%": a share in the neighbourhood of the one side that is named. */
function nearby(scene: Scene): Mix | undefined {
  const at = scene.items.findIndex((item) => item.by === undefined && (partOf(item) ?? 1) < 1);
  if (at < 0) return undefined;
  for (const place of [at - 1, at + 1, at - 2, at + 2, at - 3]) {
    const side = sideAt(scene.items, place);
    if (side !== "input" && side !== "output") continue;
    const part = partOf(scene.items[at]) ?? 1;
    for (const one of [at, place]) take(scene, scene.items[one], "workload");
    const rest = Number((1 - part).toPrecision(12));
    return side === "input" ? { input: part, output: rest } : { input: rest, output: part };
  }
  return undefined;
}

/** How a count of tokens is split: by a share of one side, which says it more exactly than a bare ratio (三七开), or by a ratio. */
export function mixOf(scene: Scene): Mix | undefined {
  const shared = portion(scene);
  const ratio = scene.items.find((item) => item.kind === "ratio" && item.by === undefined);
  take(scene, ratio, "workload");
  return shared ?? (ratio?.kind === "ratio" ? { input: ratio.a, output: ratio.b } : nearby(scene));
}
