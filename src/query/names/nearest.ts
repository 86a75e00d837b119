import type { Model } from "../../catalog/schema.ts";
import type { ModelIndex } from "./model-index.ts";

const MOST = 5;
const FIGURE = /\d/;

/** Ids of the models whose names share most words with one that no model bears: the plainest, newest first. */
export function nearest(atoms: readonly string[], index: ModelIndex): string[] {
  const [known] = atoms.filter((atom) => index.vocabulary.words.has(atom));
  const kin = known === undefined ? [] : index.bearing([known]).filter(isAskedFor);
  const words = (model: Model) => index.atomsOf.get(model) ?? [];
  const shared = (model: Model) => atoms.filter((atom) => words(model).includes(atom)).length;
  return kin
    .filter((model) => words(model).some((word) => FIGURE.test(word)))
    .map((model) => ({ model, order: [-shared(model), words(model).length] }))
    .sort((a, b) => compare(a.order, b.order) || (b.model.released ?? "").localeCompare(a.model.released ?? ""))
    .slice(0, MOST)
    .map(({ model }) => model.id);
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

const isAskedFor = ({ id, kind, status, alias }: Model) =>
  kind === "text" && status !== "retired" && alias === undefined && !id.endsWith("-latest");
