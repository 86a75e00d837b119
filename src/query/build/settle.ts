import { means, textOf } from "../item.ts";
import { type Intent, ON_PRICES, type Query } from "../query.ts";
import { PRONOUN } from "../refiners/than/parts.ts";
import { type Scene, says } from "../scene.ts";
import { NAMED } from "./draft.ts";
import { intentOf } from "./intent.ts";
import { type Parts, targets } from "./signals.ts";

/** What is asked; where the words alone do not say, what was asked before. */
export function settle(scene: Scene, parts: Parts, previous: Query | undefined): Intent {
  const { unknown, several } = parts.names;
  if (unknown.length > 0 || several.length > 0 || dangles(scene)) return "clarify";
  if (leansOn(scene, parts, previous)) return previous?.intent ?? "clarify";
  return intentOf(scene, parts) ?? "clarify";
}

/** "cheaper than that one" with nothing before it. */
function dangles(scene: Scene): boolean {
  if (scene.context.before !== undefined || scene.kinds.has("name")) return false;
  return scene.items.some((item, i) => means(item, "than") && PRONOUN.test(textOf(scene.items[i + 1])));
}

/** A question without a subject of its own, after one about named models or rows. */
export function leansOn(scene: Scene, parts: Parts, previous: Query | undefined): boolean {
  if (previous === undefined || !ON_PRICES.has(previous.intent) || targets(parts) > 0) return false;
  const intent = intentOf(scene, parts);
  if (intent === undefined) return true;
  return (
    NAMED.has(previous.intent) &&
    intent === "list" &&
    parts.names.labs.length === 0 &&
    !says(scene, "cue.which") &&
    !says(scene, "noun", "model")
  );
}
