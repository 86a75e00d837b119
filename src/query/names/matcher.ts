import { type Element, isNumber, isQuantity, isWhole } from "./elements.ts";
import { GAP } from "./lexer.ts";
import { ABILITIES, COSTS, FILLERS, NOUNS, ORDINARY, PLAIN, PRICED } from "./lexicon.ts";
import type { Entry, ModelIndex } from "./model-index.ts";
import type { Spelling } from "./spelling.ts";
import { otherSpellings } from "./versions.ts";

/** What words may name. */
export interface Meaning {
  atoms: readonly string[];
  entry?: Entry;
  family?: string;
  /** Models that answer to the words if a family is understood. */
  headless?: readonly Entry[];
  /** How many letters differ from the name. */
  edits: number;
}

/** The longest name that begins at an element. */
export interface Hit extends Meaning {
  start: number;
  /** The element after the name. */
  end: number;
}

const FIGURE = /\d/;
const VERSION_FIGURE = /^\d{1,2}$/;
const LONGEST_NAME = 14;
const SHORT = 3;
const MOST_EDITS = 2;

/** Finds the longest name at a place: word by word, in any order of words, with misspelt words as branches. */
export class Matcher {
  private best: Hit | undefined;
  private readonly elements: readonly Element[];
  private readonly index: ModelIndex;
  private readonly spelling: Spelling;

  constructor(elements: readonly Element[], index: ModelIndex, spelling: Spelling) {
    this.elements = elements;
    this.index = index;
    this.spelling = spelling;
  }

  match(start: number): Hit | undefined {
    this.best = undefined;
    const first = this.elements[start];
    const second = this.elements[start + 1];
    if (first === undefined || isQuantity(this.elements, start)) return undefined;
    if (isWhole(first) && second?.head === true && second.gap >= GAP.blank) return undefined;
    this.take(start, start, [], 0, 0);
    return this.best;
  }

  private take(start: number, at: number, atoms: readonly string[], key: number, edits: number): void {
    const element = this.elements[at];
    if (element === undefined || at - start >= LONGEST_NAME || !this.mayTake(start, at)) return;
    const inside = at > start;
    if (element.atoms.length > 0) this.add(start, at, atoms, key, element.atoms, edits + element.edits);
    else if (inside && isNumber(element)) this.add(start, at, atoms, key, [element.text], edits);
    else if (inside && this.isBridge(at)) this.take(start, at + 1, atoms, key, edits);
    else if (element.kind === "word" && element.sense === undefined) this.guess(start, at, atoms, key, edits);
  }

  /** Goes on with each name word that a misspelt word may be. */
  private guess(start: number, at: number, atoms: readonly string[], key: number, edits: number): void {
    const typed = this.elements[at]?.text ?? "";
    for (const { word, distance } of this.spelling.near(typed, this.isFollowedByVersion(at))) {
      const own = this.index.vocabulary.phrases.atomsOf(word) ?? [word];
      if (edits + distance <= MOST_EDITS) this.add(start, at, atoms, key, own, edits + distance);
    }
  }

  private add(
    start: number,
    at: number,
    before: readonly string[],
    key: number,
    own: readonly string[],
    edits: number,
  ): void {
    const spaced = this.spacedVersion(at, before);
    if (spaced !== undefined) this.goOn(start, at, spaced, this.index.key(spaced), edits);
    const fresh = own.filter((atom) => !before.includes(atom));
    if (fresh.length > 0) this.goOn(start, at, before.concat(fresh), key + this.index.key(fresh), edits);
    else if (before.length === 0 || this.mayRepeat(at)) this.goOn(start, at, before, key, edits);
  }

  private goOn(start: number, at: number, atoms: readonly string[], key: number, edits: number): void {
    this.consider(start, at + 1, atoms, key, edits);
    this.take(start, at + 1, atoms, key, edits);
  }

  /** "opus 4 8": two figures that may be one version. */
  private spacedVersion(at: number, atoms: readonly string[]): string[] | undefined {
    const [major, minor] = [this.elements[at - 1], this.elements[at]];
    if (major?.gap !== GAP.blank || minor?.gap !== GAP.blank) return undefined;
    if (NOUNS.has(this.elements[at + 1]?.text ?? "")) return undefined;
    if (!VERSION_FIGURE.test(major.text) || !VERSION_FIGURE.test(minor.text) || atoms.at(-1) !== major.text)
      return undefined;
    return [...atoms.slice(0, -1), `${major.text}.${minor.text}`];
  }

  /** The same word twice is one name only beside itself ("doubao seed") or in brackets. */
  private mayRepeat(at: number): boolean {
    const previous = this.elements[at - 1];
    const element = this.elements[at];
    const same = element?.kind !== "figure" && element?.atoms.every((atom) => previous?.atoms.includes(atom));
    return same === true || this.isBracketed(at);
  }

  private isBracketed(at: number): boolean {
    for (let back = at - 1; back >= 0 && back > at - LONGEST_NAME; back--) {
      const text = this.elements[back]?.text;
      if (text === "(") return true;
      if (text === ")") return false;
    }
    return false;
  }

  private consider(start: number, end: number, atoms: readonly string[], key: number, edits: number): void {
    const hit = this.lookUp(atoms, key);
    if (hit === undefined || (edits > 0 && !this.isCertain(hit, start, end))) return;
    const best = this.best;
    const differing = edits + hit.edits;
    if (best !== undefined) {
      const isBetter = isFull(best) === isFull(hit) || isLonger(best, hit, end) ? end >= best.end : isFull(hit);
      if (!isBetter) return;
      if (isFull(best) === isFull(hit) && end === best.end && differing >= best.edits) return;
    }
    this.best = { start, end, ...hit, edits: differing };
  }

  /** Misspelt words alone name only what people know; a model's other words or its version vouch for it. */
  private isCertain({ atoms, entry }: Meaning, start: number, end: number): boolean {
    const spelt = this.elements.slice(start, end).some(({ atoms: own, edits }) => own.length > 0 && edits === 0);
    const whole = this.elements.slice(start, end).some((element) => element.edits > 0);
    if (whole || (entry !== undefined && spelt)) return true;
    const { famous, phrases } = this.index.vocabulary;
    const typed = this.elements[start]?.text ?? "";
    if (typed.length <= SHORT) return false;
    const near = this.spelling.near(typed);
    return near.some(({ word }) => famous.has(word) && (phrases.atomsOf(word) ?? [word])[0] === atoms[0]);
  }

  private lookUp(atoms: readonly string[], key: number): Meaning | undefined {
    const exact = lookUpExactly(this.index, atoms, key);
    if (exact !== undefined) return exact;
    for (const { atoms: other, edits } of otherSpellings(atoms, this.index)) {
      const found = lookUpExactly(this.index, other);
      if (found?.entry !== undefined || found?.headless !== undefined) return { ...found, edits };
    }
    return undefined;
  }

  private mayTake(start: number, at: number): boolean {
    const element = this.elements[at];
    if (element === undefined) return false;
    if (at === start) return true;
    if (element.gap === GAP.line || isQuantity(this.elements, at)) return false;
    const next = this.elements[at + 1];
    if (element.gap < GAP.blank || next === undefined || next.gap === GAP.line) return true;
    if (element.text === "chat" && COSTS.has(next.text)) return true;
    if (ABILITIES.has(element.text)) return !PRICED.has(next.text);
    // "qwen max output" asks how much it can write; "qwen max price" asks for a model's price.
    if (element.text !== "max" || !PLAIN.has(next.text) || COSTS.has(next.text)) return true;
    return PRICED.has(this.elements[at + 2]?.text ?? "");
  }

  /** A small word or bracket inside a name: "claude 的 opus 4.8", "gpt-4o (2024-05-13)". */
  private isBridge(at: number): boolean {
    const [previous, element, next] = [this.elements[at - 1], this.elements[at], this.elements[at + 1]];
    if (element === undefined) return false;
    if (element.text === "(" || element.text === ")") return next !== undefined && next.atoms.length > 0;
    const small = element.text === "的" || element.text === "家" || element.text === "'s";
    return small && previous?.head === true && next !== undefined && FILLERS.has(element.text);
  }

  private isFollowedByVersion(at: number): boolean {
    const next = this.elements[at + 1];
    return next !== undefined && isNumber(next) && next.text.includes(".") && !isQuantity(this.elements, at + 1);
  }
}

const isNameOfOne = (atom: string) => !ORDINARY.has(atom) && !FIGURE.test(atom);

const isFull = ({ entry, family }: Meaning) => entry !== undefined || family !== undefined;

/** "r1-0528": a date goes on with what alone is a nickname ("r1"). */
const isLonger = (best: Hit, { headless, atoms }: Meaning, end: number) =>
  end > best.end &&
  headless?.length === 1 &&
  FIGURE.test(atoms.at(-1) ?? "") &&
  best.atoms.every((atom) => atoms.includes(atom));

/** What a set of words names: a family, a model, or models of families that are not said. */
export function lookUpExactly(
  index: ModelIndex,
  atoms: readonly string[],
  key = index.key(atoms),
): Meaning | undefined {
  const family = index.family(key, atoms);
  if (family !== undefined) return { atoms, family, edits: 0 };
  const entry = index.model(key, atoms);
  if (entry !== undefined && entry.ambiguous === undefined) return { atoms, entry, edits: 0 };
  const headless = index.withoutHead(key, atoms);
  const [only] = headless;
  if (only === undefined) return undefined;
  return headless.length === 1 && atoms.some(isNameOfOne)
    ? { atoms, entry: only, edits: 0 }
    : { atoms, headless, edits: 0 };
}
