import type { Intent, Query } from "../query.ts";
import { type Scene, says, take, withSense } from "../scene.ts";
import type { Parts } from "./signals.ts";

const MINUS = /^(?:minus|减|减去)$/i;

/** The figure that a question derives from prices: a percentage, a factor, a difference. */
export function readDerive(scene: Scene, intent: Intent, parts: Parts): Query["derive"] {
  if (!["compare", "lookup", "changes", "history", "cost"].includes(intent)) return undefined;
  const found = new Set<string>();
  for (const [item, i] of withSense(scene, "derive")) {
    if (MINUS.test(item.text) && scene.items[i - 1]?.kind !== "name") continue;
    if (item.by !== undefined && item.by !== "than" && item.by !== "workload") continue;
    // "200 students x 15 questions" multiplies, and asks for no factor.
    if (item.by === "workload" && item.senses.times !== undefined) continue;
    take(scene, item, "figure");
    found.add(item.senses.derive ?? "");
  }
  if (says(scene, "cue.whichcheaper") && (intent === "compare" || intent === "cost")) found.add("cheaper");
  const order = ["median", "percent", "times", "difference", "cheaper"] as const;
  const derive = order.find((kind) => found.has(kind));
  if (derive !== undefined) return derive;
  if (parts.order.spread) return "difference";
  return intent === "compare" && parts.than.length > 0 ? "cheaper" : undefined;
}
