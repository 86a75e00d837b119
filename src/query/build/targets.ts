import type { Filters, Intent } from "../query.ts";
import { type Scene, says } from "../scene.ts";
import { type Draft, NAMED } from "./draft.ts";
import type { Names } from "./names.ts";

/** "deepseek pricing": the family's own prices; "models from deepseek" stays the lab's. */
export function asFamilies(scene: Scene, names: Names): void {
  if (names.models.length + names.families.length > 0 || names.labs.length === 0) return;
  const rows =
    ["cue.list", "cue.which", "cue.howmany", "cue.changes", "ability", "origin", "free", "open", "move"].some((kind) =>
      says(scene, kind),
    ) || says(scene, "noun", "model");
  const facts = ["knowledge", "context", "max_output"].some((dim) => says(scene, "dim", dim));
  const priced = facts || says(scene, "cue.howmuch") || says(scene, "dim", "price") || says(scene, "cue.history");
  const families = names.places.filter(({ kind }) => kind === "family").map(({ id }) => id);
  if (rows || !priced || families.length !== names.labs.length) return;
  names.families = families;
  names.labs = [];
}

/** "deepseek, qwen or glm": labs beside families of other labs are alternatives, and so must be of one kind. */
function alike(names: Names, { facts }: Scene): void {
  const { labs, families } = names;
  const makers = families.map((family) => facts.labOfFamily(family) ?? family);
  if (labs.length === 0 || makers.length === 0 || makers.some((lab) => labs.includes(lab))) return;
  const areFamilies = labs.every((lab) => facts.labOfFamily(lab) === lab);
  names.families = areFamilies ? [...labs, ...families] : [];
  names.labs = areFamilies ? [] : [...new Set([...labs, ...makers])];
}

/** Filters by the names that a question says; what it is about by name needs none. */
export function nameFilter(names: Names, intent: Intent, filters: Filters, scene: Scene): void {
  const rows = !NAMED.has(intent);
  // With a model named, its maker says nothing more; a denied maker means its own API.
  const models = names.models.length > 0 && intent !== "changes";
  if (rows) alike(names, scene);
  const labs = {
    ...(names.labs.length > 0 && !models && { in: names.labs }),
    ...(names.out.labs.length > 0 && rows && { out: names.out.labs }),
  };
  if (Object.keys(labs).length > 0) filters.labs = labs;
  const providers = {
    ...(names.providers.length > 0 && { in: names.providers }),
    ...(names.out.providers.length > 0 && { out: names.out.providers }),
  };
  if (Object.keys(providers).length > 0) filters.providers = providers;
  const families = {
    ...(rows && names.families.length > 0 && { in: names.families }),
    ...(names.out.families.length > 0 && rows && { out: names.out.families }),
  };
  if (Object.keys(families).length > 0) filters.families = families;
  if (rows && names.prefixes.length > 0)
    filters.names = { ...filters.names, in: [...(filters.names?.in ?? []), ...names.prefixes] };
  if (rows && names.out.models.length > 0)
    filters.names = { ...filters.names, out: names.out.models.map((id) => id.slice(id.indexOf("/") + 1)) };
}

const PARTS = /[-/]/;

/** Whether a family only says again whose model is named: not in "haiku 4.5 vs sonnet". */
function isBorne(family: string, models: readonly string[], { facts }: Scene): boolean {
  const lab = facts.labOfFamily(family);
  const words = family.split("-");
  return models.some(
    (id) => facts.labOf(id) === lab && (words.length < 2 || words.every((word) => id.split(PARTS).includes(word))),
  );
}

/** "what fraction of A is B": the whole is named first, and is what B is measured by. */
const SHARE_OF =
  /\b(?:what|which|how (?:much|many times|big a|large a)) ?(?:fraction|percent|percentage|share|part|portion|proportion|%)? (?:of|the (?:price|cost|output|input)(?: \w+)? of)\b.*\b(?:is|are|does|do|would)\b/i;

/** The models and families that a question about named ones is about. */
export function targetsOf(names: Names, intent: Intent, scene: Scene): Draft {
  const draft: Draft = {};
  if (names.models.length > 0) draft.models = names.models;
  if (names.models.length === 2 && intent === "compare" && SHARE_OF.test(scene.context.text))
    draft.models = names.models.toReversed();
  if (!NAMED.has(intent)) return draft;
  const families = [...names.families.filter((family) => !isBorne(family, names.models, scene)), ...names.prefixes];
  if (families.length > 0) draft.families = families;
  return draft;
}
