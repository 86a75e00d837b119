import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Model } from "../../src/catalog/schema.ts";
import { createRandom, type Random } from "./random.ts";

/** A real name with one or two letters changed, and the model that bears it. */
export interface Typo {
  typed: string;
  name: string;
  model: string;
}

const LETTER = /[a-z]/i;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const NOT_A_CHARACTER = /[^\p{L}\p{N}]+/gu;
/** With fewer letters, a change leaves no name to recognise ("o3"). */
const FEWEST_LETTERS = 4;

/** The names under which a person may look for a model: that of its id, that on display, its nicknames. */
export function namesOf(model: Model): string[] {
  return [...new Set([model.id.slice(model.id.indexOf("/") + 1), model.name, ...model.names])];
}

/** How a name counts as the same: without case and separators. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(NOT_A_CHARACTER, "");
}

/**
 * `count` names of the catalog that one model alone bears, each with one or two letters (never digits or Chinese
 * characters) replaced, dropped, added or swapped at random; what then is another model's name is drawn anew.
 */
export function typos(catalog: Catalog, count: number, seed: number): Typo[] {
  const random = createRandom(seed);
  const bearers = new Map<string, Set<string>>();
  for (const model of catalog.models.values()) {
    for (const key of namesOf(model).map(keyOf)) bearers.set(key, (bearers.get(key) ?? new Set()).add(model.id));
  }
  const names = [...catalog.models.values()].flatMap((model) =>
    namesOf(model)
      .filter((name) => bearers.get(keyOf(name))?.size === 1 && lettersOf(name).length >= FEWEST_LETTERS)
      .map((name) => ({ name, model: model.id })),
  );
  const drawn = random.shuffled(names).slice(0, count);
  return drawn.map(({ name, model }) => {
    let typed = edited(name, random);
    while (bearers.has(keyOf(typed))) typed = edited(name, random);
    return { typed, name, model };
  });
}

function lettersOf(name: string): number[] {
  return [...name].flatMap((character, at) => (LETTER.test(character) ? [at] : []));
}

function edited(name: string, random: Random): string {
  const once = edit(name, random);
  return random.below(2) === 0 ? once : edit(once, random);
}

function edit(name: string, random: Random): string {
  const at = random.pick(lettersOf(name));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + random.pick<string>(LETTERS) + after;
    case 1:
      return before + after;
    case 2:
      return before + random.pick<string>(LETTERS) + letter + after;
    default:
      return LETTER.test(after.charAt(0)) ? before + after.charAt(0) + letter + after.slice(1) : before + after;
  }
}
