import type { Mention } from "../names.ts";
import type { Scene } from "./finds.ts";
import { lex } from "./lexer.ts";
import type { Misspelt } from "./misspelt.ts";
import { COMMON } from "./spelling.ts";

const LONGEST_NAME = 72;
const MOST_ELEMENTS = 16;

/**
 * A text that is nothing but a name, misspelt so that its words did not tell it: read as the nearest whole
 * name. What was found without a wrong letter stays.
 */
export function asWhole(text: string, found: Mention[], scene: Scene, misspelt: Misspelt): Mention[] {
  if (text.length > LONGEST_NAME || isExact(scene, found)) return found;
  if (!isName(scene)) return found;
  const nearest = misspelt.nearestToAll(lex(text));
  if (nearest === undefined) return found;
  const { index } = scene;
  const called = index.model(index.key(nearest.atoms), nearest.atoms);
  const model = called !== undefined && called.cost < 0 ? called.model : nearest.model;
  const mention: Mention = { start: 0, end: text.length, model: model.id, strength: 0.9 - nearest.edits * 0.1 };
  return [nearest.edits > 0 || !nearest.pointed ? { ...mention, typo: true } : mention];
}

/** Whether one name was found, letter by letter, that is all words of the text. */
function isExact({ elements }: Scene, found: readonly Mention[]): boolean {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || only.typo === true || only.unknown !== undefined) return false;
  return elements.every(({ kind, start, end }) => kind === "mark" || (start >= only.start && end <= only.end));
}

/** Whether all words may be those of a name: Latin ones, and an ordinary one only if a name's word is near. */
function isName({ elements, index, spelling }: Scene): boolean {
  if (elements.length === 0 || elements.length > MOST_ELEMENTS) return false;
  return elements.every(({ kind, text }) => {
    if (kind !== "word" || index.vocabulary.words.has(text) || !COMMON.has(text)) return kind !== "han";
    return elements.length > 1 && spelling.near(text, true).length > 0;
  });
}
