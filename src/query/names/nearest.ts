import type { Model } from "../../catalog/schema.ts";
import type { ModelIndex } from "./model-index.ts";

const MOST = 5;

/** Ids of the models whose names share most words with one that no model bears, the newest first. */
export function nearest(atoms: readonly string[], index: ModelIndex): string[] {
  const head = atoms.find((atom) => index.vocabulary.heads.has(atom));
  const kin = head === undefined ? [] : index.bearing([head]).filter(isAskedFor);
  const shared = (model: Model) => atoms.filter((atom) => index.atomsOf.get(model)?.includes(atom)).length;
  const extra = (model: Model) => index.atomsOf.get(model)?.length ?? 0;
  return kin
    .map((model) => ({ model, score: shared(model) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.model.released ?? "").localeCompare(a.model.released ?? "") ||
        extra(a.model) - extra(b.model),
    )
    .slice(0, MOST)
    .map(({ model }) => model.id);
}

const isAskedFor = ({ id, kind, status, alias }: Model) =>
  kind === "text" && status !== "retired" && alias === undefined && !id.endsWith("-latest");
