import type { Element } from "./elements.ts";
import { GAP } from "./lexer.ts";
import { HOSTING, HOSTING_AFTER, ORDINARY } from "./lexicon.ts";

const FIGURE = /\d/;

/**
 * How surely the words of a model's or family's name are meant as a name (0–1). Words that are ordinary
 * ones too ("step 3", "nova pro") are a name where they are written as one: with hyphens, or in Chinese.
 */
export function strengthOf(atoms: readonly string[], edits: number, typed: readonly Element[]): number {
  const misspelt = edits * 0.1;
  const telling = atoms.filter((atom) => !ORDINARY.has(atom));
  if (telling.some((atom) => !FIGURE.test(atom))) return (atoms.length > 1 ? 0.97 : 0.92) - misspelt;
  const written = typed.some(
    ({ kind }, at) => kind === "han" || (at > 0 && (typed[at]?.gap ?? GAP.blank) <= GAP.joined),
  );
  if (atoms.length > 1) return (written ? 0.9 : telling.some((atom) => VERSION.test(atom)) ? 0.8 : 0.65) - misspelt;
  const [only = ""] = atoms;
  if (typed.some(({ kind, start, end, text }) => kind === "han" || end - start > text.length)) return 0.92 - misspelt;
  if (ORDINARY.has(only)) return 0.3;
  return VERSION.test(only) ? 0.8 : 0.6;
}
const VERSION = /^\d+\.\d|^\d+o$|^[a-z]\d+\.\d|^[ork]\d$/;

/** How surely a company's name is meant: one that is little known or an ordinary word is after "on", "via" or before 上. */
export function companyStrength(elements: readonly Element[], at: number, famous: ReadonlySet<string>): number {
  const element = elements[at];
  if (element === undefined) return 0;
  const phrase = element.kind === "han" || element.end - element.start > element.text.length;
  if (phrase || famous.has(element.text)) return element.sense?.typo ? SPELT_WRONG : 0.9;
  if (element.sense === undefined) return SPELT_WRONG;
  return isHosted(elements, at) || isListed(elements, at) ? 0.8 : 0.3;
}
const JOINS = new Set(["vs", "or", "and", ",", "/", "&", "和", "、", "或"]);

/** "groq vs together": a name in a list after another company's. */
function isListed(elements: readonly Element[], at: number): boolean {
  const before = elements[at - 2]?.sense;
  const isCompany = before?.provider !== undefined || before?.lab !== undefined;
  return isCompany && JOINS.has(elements[at - 1]?.text ?? "");
}

const SPELT_WRONG = 0.8;

/** Whether the words beside a name say that it sells rather than makes. */
function isHosted(elements: readonly Element[], at: number): boolean {
  return HOSTING.has(elements[at - 1]?.text ?? "") || HOSTING_AFTER.has(elements[at + 1]?.text ?? "");
}
