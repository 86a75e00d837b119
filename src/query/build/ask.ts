import { textOf } from "../item.ts";
import type { Query } from "../query.ts";
import type { ClarifyReason, Reading } from "../reading.ts";
import { PRONOUN } from "../refiners/than/parts.ts";
import type { Scene } from "../scene.ts";
import type { Names, Unclear } from "./names.ts";

/** No more choices than fit under an answer. */
const MAX_CHOICES = 5;

type Ask = NonNullable<Reading["ask"]>;

/** Reads the question again with an id in the place of the words that were not clear. */
export type Reread = (unclear: Unclear, id: string) => Query;

function choicesOf(unclear: Unclear, reread: Reread): Ask["choices"] {
  return unclear.near.slice(0, MAX_CHOICES).map((id) => ({ label: id, query: reread(unclear, id) }));
}

function reasonOf(scene: Scene, query: Query): ClarifyReason {
  if (scene.context.before === undefined && scene.items.some((item) => PRONOUN.test(textOf(item))))
    return "nothing_before";
  if (query.workload !== undefined || query.budget !== undefined) return "no_model";
  if (scene.kinds.has("cue.estimate") || scene.kinds.has("cue.howmuch")) return "no_model";
  return "no_question";
}

/** Why a question cannot be answered as it stands, and what can be chosen. */
export function askOf(scene: Scene, names: Names, query: Query, reread: Reread): Ask | undefined {
  if (query.intent !== "clarify") return undefined;
  const [unknown] = names.unknown;
  if (unknown) return { reason: "unknown_name", typed: unknown.typed, choices: choicesOf(unknown, reread) };
  const [several] = names.several;
  if (several) return { reason: "which_model", typed: several.typed, choices: choicesOf(several, reread) };
  return { reason: reasonOf(scene, query), choices: [] };
}
