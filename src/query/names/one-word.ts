import type { Model } from "../../catalog/schema.ts";
import { NOTHING } from "./elements.ts";
import type { Find, Scene } from "./finds.ts";
import { ORDINARY } from "./lexicon.ts";

/** The one model, whatever its sizes and stages, that a single word names: "maverick". */
export function byOneWord({ index, elements }: Scene, at: number): Find | undefined {
  const { kind, atoms: [word = "", ...others] = [] } = elements[at] ?? NOTHING;
  if (kind !== "word" || others.length > 0 || ORDINARY.has(word)) return undefined;
  const { heads } = index.vocabulary;
  const models = index.bearing([word]).filter(({ kind }) => kind === "text");
  const headOf = (model: Model) => index.atomsOf.get(model)?.find((atom) => heads.has(atom));
  const own = models.filter((model) => heads.get(headOf(model) ?? "") === model.lab);
  const length = (model: Model) => index.atomsOf.get(model)?.length ?? 0;
  const [plainest] = [...own].sort((a, b) => length(a) - length(b));
  if (plainest === undefined || new Set(own.map((model) => index.nameOf(model))).size > 1) return undefined;
  const head = headOf(plainest) ?? word;
  return { kind: "several", start: at, end: at + 1, atoms: [head, word], models: [plainest], edits: 0 };
}
