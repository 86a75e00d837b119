import { type Item, means, textOf } from "../item.ts";
import type { Query } from "../query.ts";
import { type Scene, take, withSense } from "../scene.ts";

type Group = Query["groupBy"];

/** Words that make groups of the noun after them, or of what was named before. */
const QUANTIFIERS = new Set(
  "each|every|per|for each|for every|from each|of each|each of|by|每|每个|每家|各|各个|各家|各大|分".split("|"),
);
const ALONE = new Set("each|apiece|各|各自|各来|分别|respectively".split("|"));

/** What may stand between a quantifier and its noun: "each chinese lab", 每个国产开源厂商. */
const describes = (item: Item | undefined): boolean => ["origin", "open", "offers"].some((kind) => means(item, kind));

/** "chinese labs" and 国内厂商 are phrases of their own. */
const MAKERS = /(?:labs?|vendors?|compan(?:y|ies)|makers?|厂商|厂家|公司|大厂)$/;

function groupNamed(noun: Item | undefined): Group {
  if (means(noun, "noun", "lab")) return "lab";
  return means(noun, "noun", "provider") ? "provider" : undefined;
}

function nounAfter({ items }: Scene, i: number): Item | undefined {
  let at = i + 1;
  while (at < i + 3 && describes(items[at])) at += 1;
  return items[at];
}

/** "each chinese lab", "every open weights provider". */
function described(scene: Scene): Group {
  for (const [i, item] of scene.items.entries()) {
    if (item.by !== undefined || !QUANTIFIERS.has(textOf(item))) continue;
    const noun = nounAfter(scene, i);
    const makers = describes(scene.items[i + 1]) && MAKERS.test(textOf(scene.items[i + 1]));
    const group = groupNamed(noun) ?? (makers ? "lab" : undefined);
    if (group === undefined) continue;
    take(scene, item, "group");
    if (groupNamed(noun)) take(scene, noun, "group");
    return group;
  }
  return undefined;
}

/** 各自最便宜的; in 报下各自价格 the rows are those of the order. */
const EACH_OWN = /各自(?:家)?的?最/;

/** "openai, google and xai: the cheapest each", "of the chinese labs, one each". */
function distributed(scene: Scene): Group {
  const labs = scene.items.filter((item) => item.kind === "name" && item.mention.lab !== undefined && !item.not);
  const noun = scene.items.some((item) => means(item, "noun", "lab") && item.by === undefined);
  if (labs.length < 2 && !noun) return undefined;
  const word = scene.items.find((item) => item.by === undefined && ALONE.has(textOf(item)));
  take(scene, word, "group");
  return word !== undefined || EACH_OWN.test(scene.context.text) ? "lab" : undefined;
}

const EVERY = /^(?:every|all)\b/i;

/** "国内外各", "chinese and overseas": both sides of the world, each for itself. */
function origins(scene: Scene): Group {
  const said = new Set([...withSense(scene, "origin")].map(([item]) => item.senses.origin));
  if (!said.has("cn") || !(said.has("overseas") || said.has("us"))) return undefined;
  for (const [item] of withSense(scene, "origin")) take(scene, item, "group");
  return "origin";
}

/** "per vendor", 各家, and the noun after it. */
function worded(scene: Scene, ordered: boolean): Group {
  for (const [item, i] of withSense(scene, "group")) {
    if (item.by !== undefined && item.by !== "order") continue;
    take(scene, item, "group");
    // "list every lab": the rows themselves.
    if (!ordered && EVERY.test(item.text) && "noun" in item.senses) continue;
    const noun = nounAfter(scene, i);
    if (groupNamed(noun)) take(scene, noun, "group");
    return groupNamed(noun) ?? (item.senses.group as Group);
  }
  return undefined;
}

/** Whether the question asks for the groups of something ("for each lab"). */
export function groupOf(scene: Scene, ordered: boolean): Group {
  const found = (ordered ? origins(scene) : undefined) ?? worded(scene, ordered) ?? described(scene);
  return found ?? (ordered ? distributed(scene) : undefined);
}
