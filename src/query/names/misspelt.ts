import type { Model } from "../../catalog/schema.ts";
import { lex, type Token } from "./lexer.ts";
import { distanceOf } from "./spelling.ts";

/** A name of a model with the words by which the model is filed. */
export interface NamedModel {
  model: Model;
  atoms: readonly string[];
}

export interface Nearest extends NamedModel {
  edits: number;
  /** Whether its digits are parted by points and hyphens as in the name. */
  pointed: boolean;
}

interface Spelled {
  letters: string;
  digits: string;
  /** The digits, parted as they are written. */
  numbers: string;
  /** Figures with letters: `4o`, `70b`. */
  figures: readonly string[];
  mask: number;
}

const LONG = 6;
const SHORTEST = 3;
const MOST_EDITS = 2;
const NO_DIGITS = /\D/g;
const NO_NUMBERS = /[^\d.]/g;
const NO_LETTERS = /[^a-z]/g;
const LETTER = /[a-z]/;

/**
 * Finds whole names with one or two wrong letters, wherever in the name they are. Digits must be the same:
 * names are kept by their digits, so that another version is never compared.
 */
export class Misspelt {
  private readonly names: () => Iterable<readonly [string, NamedModel]>;
  private readonly isFigure: (figure: string) => boolean;
  private byDigits: Map<string, (Spelled & NamedModel)[]> | undefined;

  /** `isFigure` tells the figures of names: such a figure is never taken for another. */
  constructor(names: () => Iterable<readonly [string, NamedModel]>, isFigure: (figure: string) => boolean) {
    this.names = names;
    this.isFigure = isFigure;
  }

  /** The nearest name to some words of a text, or undefined. */
  nearest(tokens: readonly Token[]): Nearest | undefined {
    const typed = spelledOf(tokens);
    return this.closest(typed, typed.letters.length >= LONG ? MOST_EDITS : 1);
  }

  /** The nearest name to a text that is nothing but a name: two letters may be wrong in shorter ones too. */
  nearestToAll(tokens: readonly Token[]): Nearest | undefined {
    const typed = spelledOf(tokens);
    if (typed.letters.length < SHORTEST) return undefined;
    const distinct = typed.letters.length > SHORTEST || typed.digits.length > 1;
    return this.closest(typed, distinct ? MOST_EDITS : 1);
  }

  private closest(typed: Spelled, most: number): Nearest | undefined {
    this.byDigits ??= this.file();
    const fixed = typed.figures.filter(this.isFigure);
    let best: (Nearest & { otherLetters: number }) | undefined;
    for (const name of this.byDigits.get(typed.digits) ?? []) {
      if (Math.abs(name.letters.length - typed.letters.length) > most) continue;
      const otherLetters = bits(name.mask ^ typed.mask);
      if (otherLetters > 2 * most || !fixed.every((figure) => name.figures.includes(figure))) continue;
      const edits = distanceOf(typed.letters, name.letters);
      if (edits > most || (best !== undefined && (edits - best.edits || otherLetters - best.otherLetters) >= 0))
        continue;
      best = { model: name.model, atoms: name.atoms, edits, pointed: name.numbers === typed.numbers, otherLetters };
    }
    return best;
  }

  private file(): Map<string, (Spelled & NamedModel)[]> {
    const map = new Map<string, (Spelled & NamedModel)[]>();
    for (const [name, named] of this.names()) {
      const spelled = { ...spelledOf(lex(name)), ...named };
      const list = map.get(spelled.digits);
      if (list === undefined) map.set(spelled.digits, [spelled]);
      else list.push(spelled);
    }
    return map;
  }
}

/** A name taken apart: its letters, those of its figures included, its digits, and the figures with letters. */
function spelledOf(tokens: readonly Token[]): Spelled {
  const text = tokens.map((token) => token.text).join("");
  const letters = text.replace(NO_LETTERS, "");
  const figures = tokens
    .filter((token) => token.kind === "figure" && LETTER.test(token.text))
    .map((token) => token.text);
  const numbers = tokens
    .map((token) => token.text.replace(NO_NUMBERS, ""))
    .filter(Boolean)
    .join(" ");
  return { letters, digits: numbers.replace(NO_DIGITS, ""), numbers, figures, mask: maskOf(letters) };
}

/** One bit a letter that occurs. */
function maskOf(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at++) mask |= 1 << (letters.charCodeAt(at) & 31);
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
