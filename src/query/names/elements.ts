import { GAP, type Gap, lex, type Token } from "./lexer.ts";
import { COUNTS, CURRENCY_SIGNS, MONEY, NOUNS, UNITS } from "./lexicon.ts";
import type { Misspelt } from "./misspelt.ts";
import type { ModelIndex } from "./model-index.ts";
import type { Sense } from "./phrases.ts";
import { COMMON } from "./spelling.ts";
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
  /** How many letters differ from the name that it stands for. */
  edits: number;
  /** The word by which a family is filed. */
  head: boolean;
}

/** Cuts a text into elements, taking the longest phrases. */
export function elementsOf(text: string, index: ModelIndex, misspelt: Misspelt): Element[] {
  const { vocabulary } = index;
  const tokens = lex(text, (run, beside) => vocabulary.split(run, beside));
  const elements: Element[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found =
      writtenAt(tokens, at, text, index) ??
      misspeltAt(tokens, at, vocabulary, misspelt) ??
      phraseAt(tokens, at, text, vocabulary);
    const end = found?.end ?? at + 1;
    const [first, last] = [tokens[at], tokens[end - 1]];
    if (first === undefined || last === undefined) break;
    elements.push(elementOf(first, last, end - at === 1, found, vocabulary));
    at = end;
  }
  return elements;
}

interface Found {
  end: number;
  sense: Sense;
  edits?: number;
}

/** A whole id without its separators, such as `qwenlong` or `qwen3maxpreview`. */
function writtenAt(tokens: readonly Token[], start: number, text: string, index: ModelIndex): Found | undefined {
  const first = tokens[start];
  if (first === undefined || first.kind === "han" || first.kind === "mark" || isJoined(tokens, start, GAP.glued))
    return undefined;
  const end = endOfRun(tokens, start, GAP.glued);
  const single = end === start + 1;
  if (single && first.kind === "figure") return undefined;
  const run = single ? first.text : text.slice(first.start, tokens[end - 1]?.end).toLowerCase();
  const atoms = index.glued.get(run);
  return atoms === undefined || atoms.length < 2 ? undefined : { end, sense: { atoms } };
}

/** A name in which a word is misspelt: all words of a short text or of a stretch of it, or a hyphenated one. */
function misspeltAt(
  tokens: readonly Token[],
  start: number,
  vocabulary: Vocabulary,
  misspelt: Misspelt,
): Found | undefined {
  if (isJoined(tokens, start, GAP.joined) || !isJoined(tokens, start + 1, GAP.blank)) return undefined;
  const ends = [endOfRun(tokens, start, GAP.joined)];
  const stretch = isJoined(tokens, start, GAP.blank) ? start : endOfRun(tokens, start, GAP.blank);
  if (stretch - start <= LONGEST_STRETCH && ![start, stretch - 1].some((at) => isPlain(tokens[at], vocabulary)))
    ends.unshift(stretch);
  for (const end of ends) {
    const run = tokens.slice(start, end);
    if (run.length < 2 || !run.some((token) => isUnknown(token, vocabulary))) continue;
    const found = misspelt.nearest(run);
    if (found !== undefined) return { end, sense: { atoms: found.atoms }, edits: found.edits };
  }
  return undefined;
}
const LONGEST_STRETCH = 9;

/** An ordinary word that no name has: a name does not begin or end with it, not even a misspelt one. */
function isPlain(token: Token | undefined, { words, phrases }: Vocabulary): boolean {
  return token === undefined || (COMMON.has(token.text) && !words.has(token.text) && !phrases.has(token.text));
}

/** A word that is none of names and no ordinary one, or a figure with letters that no name has. */
function isUnknown({ kind, text }: Token, { words, phrases }: Vocabulary): boolean {
  if (kind === "figure") return WITH_LETTER.test(text) && !words.has(text);
  return !COMMON.has(text) && !words.has(text) && !phrases.has(text);
}
const WITH_LETTER = /[a-z]/;

/** Whether a token is written onto the Latin one before it. */
function isJoined(tokens: readonly Token[], at: number, widest: Gap): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && token.gap <= widest && isLatin(before) && isLatin(token);
}

const isLatin = ({ kind }: Token) => kind === "word" || kind === "figure";

function endOfRun(tokens: readonly Token[], start: number, widest: Gap): number {
  let end = start + 1;
  while (end - start < LONGEST_RUN && isJoined(tokens, end, widest)) end++;
  return end;
}
const LONGEST_RUN = 24;

function phraseAt(tokens: readonly Token[], start: number, text: string, vocabulary: Vocabulary): Found | undefined {
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
  found: Found | undefined,
  vocabulary: Vocabulary,
): Element {
  const sense = found?.sense;
  const edits = found?.edits ?? (sense?.typo ? 1 : 0);
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
    edits,
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
  if (attached || after === undefined || after.gap === GAP.line) return false;
  // "w/" is "with"; "w" alone is ten thousand.
  const isWith = after.text === "w" && elements[at + 2]?.text === "/" && elements[at + 2]?.gap === GAP.glued;
  return !isWith && isCounted(before, element, after);
}

function isCounted(before: Element | undefined, element: Element, after: Element): boolean {
  // "glm 5.2 cheapest" orders a model, "2 cheapest" counts.
  if (after.text === "cheapest") return isWhole(element);
  if (UNITS.has(after.text) || MONEY.has(after.text)) return true;
  const named = before !== undefined && before.atoms.length > 0 && element.gap < GAP.line && element.atoms.length > 0;
  if (COUNTS.has(after.text)) return !named || isWhole(element);
  return NOUNS.has(after.text) && isWhole(element) && !named;
}

/** A stand-in beyond the ends of a text. */
export const NOTHING: Element = {
  kind: "mark",
  text: "",
  start: 0,
  end: 0,
  gap: GAP.line,
  atoms: [],
  edits: 0,
  head: false,
};
