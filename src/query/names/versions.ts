import type { ModelIndex } from "./model-index.ts";

const NUMBER = /^\d+(\.\d+)?$/;
const LETTER_NUMBER = /^[a-z]\d+(\.\d+)?$/;
const WITHOUT_POINT = /^([a-z]?\d)(\d)$/;
const NOUGHT = ".0";

/**
 * Other ways to write the version in a set of words, the likeliest first: `2.6` for `k2.6` where the family
 * writes a letter, `2` for `2.0`, `v4` for `4`, and, as a misspelling, `48` for `4.8`.
 */
export function* otherSpellings(
  atoms: readonly string[],
  index: ModelIndex,
): Generator<{ atoms: string[]; edits: number }> {
  const at = atoms.findIndex((atom) => NUMBER.test(atom) || LETTER_NUMBER.test(atom));
  const version = atoms[at];
  if (version === undefined || atoms.length < 2) return;
  const head = atoms.find((atom) => index.vocabulary.heads.has(atom));
  for (const [other, edits] of spellings(version, index.letters.get(head ?? ""))) {
    if (index.vocabulary.words.has(other)) yield { atoms: atoms.with(at, other), edits };
  }
}

function* spellings(version: string, letters: ReadonlySet<string> | undefined): Generator<[string, number]> {
  if (NUMBER.test(version)) for (const letter of letters ?? []) yield [letter + version, 0];
  else if (version.startsWith("v")) yield [version.slice(1), 0];
  yield [version.endsWith(NOUGHT) ? version.slice(0, -NOUGHT.length) : version + NOUGHT, 0];
  const pointless = WITHOUT_POINT.exec(version);
  if (pointless === null) return;
  const pointed = `${pointless[1]}.${pointless[2]}`;
  yield [pointed, 1];
  for (const letter of letters ?? []) yield [letter + pointed, 1];
}
