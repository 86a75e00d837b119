import { means } from "../item.ts";
import type { Intent, Query } from "../query.ts";
import { type Scene, says } from "../scene.ts";
import type { Parts } from "./signals.ts";

/** What "how many" counts: the noun right after it. */
function countedNoun({ items }: Scene): string | undefined {
  const at = items.findIndex((item) => means(item, "cue.howmany"));
  const noun = at < 0 ? undefined : items.slice(at + 1, at + 4).find((item) => means(item, "noun"));
  return noun?.kind === "lex" ? noun.senses.noun : undefined;
}

/** Whether a list is one of providers or labs rather than models. */
export function readOf(scene: Scene, intent: Intent, parts: Parts): Query["of"] {
  if (intent !== "list") return undefined;
  const { names, abilities: said, bounds: placed } = parts;
  const counted = countedNoun(scene);
  if (counted === "model") return undefined;
  if (counted !== undefined) return counted === "lab" ? "labs" : "providers";
  if (said.items.length > 0 || placed.length > 0) return undefined;
  const isOfModels = says(scene, "noun", "model") && !ONLY_NOUN.test(scene.context.text);
  if (!asksForRows(scene) || isOfModels) return undefined;
  if (names.labs.length > 0) return undefined;
  const ofProviders = names.models.length > 0 || says(scene, "noun", "provider") || says(scene, "dim", "providers");
  if (ofProviders) return "providers";
  return says(scene, "noun", "lab") ? "labs" : undefined;
}

const ONLY_NOUN = /provider|vendor|labs?\b|compan|maker|host|平台|厂商|厂家|公司|供应商|渠道|服务商/i;

function asksForRows(scene: Scene): boolean {
  return ["cue.which", "cue.list", "cue.howmany"].some((cue) => says(scene, cue)) || says(scene, "dim", "providers");
}
