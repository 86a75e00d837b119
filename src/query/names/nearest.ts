import type { Model } from "../../catalog/schema.ts";
import type { ModelIndex } from "./model-index.ts";

const MOST = 5;
const FIGURE = /\d/;

/** Ids of the models whose names share most words with one that no model bears, the newest and plainest first. */
export function nearest(atoms: readonly string[], index: ModelIndex): string[] {
  const known = atoms.find((atom) => index.vocabulary.words.has(atom));
  const words = (model: Model) => index.atomsOf.get(model) ?? [];
  const kin =
    known === undefined
      ? []
      : index.bearing([known]).filter((model) => isAskedFor(model) && words(model).some((word) => FIGURE.test(word)));
  const ranked = kin.map((model) => ({
    model,
    shared: atoms.filter((atom) => words(model).includes(atom)).length,
    plain: words(model).length <= atoms.length + 1 ? 0 : 1,
    day: model.released ?? "",
  }));
  ranked.sort((a, b) => b.shared - a.shared || a.plain - b.plain || (a.day > b.day ? -1 : 1));
  return ranked.slice(0, MOST).map(({ model }) => model.id);
}

const isAskedFor = ({ id, kind, status, alias }: Model) =>
  kind === "text" && status !== "retired" && alias === undefined && !id.endsWith("-latest");
