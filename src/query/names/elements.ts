import { GAP, type Gap, lex, type Token } from "./lexer.ts";
import { COUNTS, CURRENCY_SIGNS, MONEY, NOUNS, UNITS } from "./lexicon.ts";
import type { ModelIndex } from "./model-index.ts";
import type { Sense } from "./phrases.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word, figure or phrase of the text with what it may stand for in a name. */
export interface Element {
  kind: Token["kind"];
  text: string;
  start: number;
  end: number;
  gap: Gap;
  /** The words of names it stands for; empty where it stands for none. */
  atoms: readonly string[];
  sense?: Sense | undefined;
  /** The word by which a family is filed. */
  head: boolean;
}

/** Cuts a text into elements, taking the longest phrases. */
export function elementsOf(text: string, index: ModelIndex): Element[] {
  const { vocabulary } = index;
  const tokens = lex(text, (run, beforeDigit) => vocabulary.split(run, beforeDigit));
  const elements: Element[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = gluedAt(tokens, at, text, index) ?? phraseAt(tokens, at, text, vocabulary);
    const end = found?.end ?? at + 1;
    const [first, last] = [tokens[at], tokens[end - 1]];
    if (first === undefined || last === undefined) break;
    elements.push(elementOf(first, last, end - at === 1, found?.sense, vocabulary));
    at = end;
  }
  return elements;
}

type Found = { end: number; sense: Sense } | undefined;

/** A whole id without its separators, such as `qwenlong` or `qwen3maxpreview`. */
function gluedAt(tokens: readonly Token[], start: number, text: string, index: ModelIndex): Found {
  const first = tokens[start];
  if (first === undefined || first.kind === "han" || first.kind === "mark") return undefined;
  let end = start + 1;
  while (tokens[end]?.gap === GAP.glued && (tokens[end]?.kind === "word" || tokens[end]?.kind === "figure")) end++;
  const single = end === start + 1;
  if (single && (first.kind === "figure" || index.vocabulary.words.has(first.text))) return undefined;
  const run = single ? first.text : text.slice(first.start, tokens[end - 1]?.end).toLowerCase();
  const atoms = index.glued.get(run);
  return atoms === undefined || atoms.length < 2 ? undefined : { end, sense: { atoms } };
}

function phraseAt(tokens: readonly Token[], start: number, text: string, vocabulary: Vocabulary): Found {
  const found = vocabulary.phrases.longest(tokens, start);
  return found !== undefined && isTyped(text, tokens.slice(start, found.end), found.sense) ? found : undefined;
}

function isTyped(text: string, tokens: readonly Token[], sense: Sense): boolean {
  return (
    sense.capitals === undefined ||
    tokens.every((token) => text.slice(token.start, token.end).toLowerCase() !== text.slice(token.start, token.end))
  );
}

function elementOf(
  first: Token,
  last: Token,
  single: boolean,
  sense: Sense | undefined,
  vocabulary: Vocabulary,
): Element {
  const known = single && first.kind !== "mark" && vocabulary.words.has(first.text);
  const atoms = sense?.atoms ?? (known ? [first.text] : []);
  const head = atoms.length === 1 && vocabulary.heads.has(atoms[0] ?? "");
  return {
    kind: first.kind,
    text: first.text,
    start: first.start,
    end: last.end,
    gap: first.gap,
    atoms,
    sense,
    head,
  };
}

const WHOLE = /^\d+$/;
const NUMBER = /^\d+(\.\d+)*(\.x)?$/;
const SIZE = /^\d+(\.\d+)?[kmw]$/;
const LONGEST_VERSION = 6;

export const isWhole = (element: Element) => element.kind === "figure" && WHOLE.test(element.text);
export const isNumber = (element: Element) => element.kind === "figure" && NUMBER.test(element.text);
export const isSize = (element: Element) => element.kind === "figure" && SIZE.test(element.text);

/** Whether a figure counts or prices something rather than naming a version. */
export function isQuantity(elements: readonly Element[], at: number): boolean {
  const element = elements[at];
  if (element === undefined || !isNumber(element)) return false;
  if (element.text.length > LONGEST_VERSION && !element.text.startsWith("20")) return true;
  const [before, after] = [elements[at - 1], elements[at + 1]];
  if (before !== undefined && CURRENCY_SIGNS.has(before.text) && element.gap !== GAP.line) return true;
  const attached = before?.kind === "word" && before.atoms.length > 0 && element.gap <= GAP.joined;
  return !attached && after !== undefined && after.gap < GAP.line && isCounted(before, element, after);
}

function isCounted(before: Element | undefined, element: Element, after: Element): boolean {
  if (UNITS.has(after.text) || MONEY.has(after.text)) return true;
  const named = before !== undefined && before.atoms.length > 0 && element.gap < GAP.line && element.atoms.length > 0;
  if (COUNTS.has(after.text)) return !named || isWhole(element);
  return NOUNS.has(after.text) && isWhole(element) && !named;
}

/** A stand-in beyond the ends of a text. */
export const NOTHING: Element = { kind: "mark", text: "", start: 0, end: 0, gap: GAP.line, atoms: [], head: false };
