import type { Element } from "./elements.ts";
import { HOSTING, HOSTING_AFTER, ORDINARY } from "./lexicon.ts";

const FIGURE = /\d/;
const LETTER_FIGURE = /^[a-z]?\d+[a-z]?$/;

/** How surely the words of a model's or family's name are meant as a name (0–1). */
export function strengthOf(atoms: readonly string[], edits: number): number {
  const telling = atoms.filter((atom) => !ORDINARY.has(atom));
  const named = telling.some((atom) => !FIGURE.test(atom));
  const misspelt = edits * 0.1;
  if (named) return (atoms.length > 1 ? 0.97 : 0.92) - misspelt;
  if (atoms.length > 1) return (telling.length > 0 ? 0.8 : 0.55) - misspelt;
  const [only = ""] = atoms;
  if (ORDINARY.has(only)) return 0.3;
  return LETTER_FIGURE.test(only) ? 0.6 : 0.75;
}

/** How surely a company's name is meant: an ordinary word is one after "on", "via", or before 上. */
export function companyStrength(elements: readonly Element[], at: number): number {
  const element = elements[at];
  if (element === undefined) return 0;
  const misspelt = element.sense?.typo === true ? 0.1 : 0;
  if (!ORDINARY.has(element.text) || element.end - element.start > element.text.length) return 0.9 - misspelt;
  return isHosted(elements, at) ? 0.8 : 0.3;
}

/** Whether the words beside a name say that it sells rather than makes. */
export function isHosted(elements: readonly Element[], at: number): boolean {
  return HOSTING.has(elements[at - 1]?.text ?? "") || HOSTING_AFTER.has(elements[at + 1]?.text ?? "");
}
