import type { Token } from "./lexer.ts";
import { lex } from "./lexer.ts";
import { distanceOf } from "./spelling.ts";

interface Spelled {
  letters: string;
  figures: readonly string[];
  mask: number;
  atoms: readonly string[];
}

const LONG = 6;
const MOST_EDITS = 2;

export interface Nearest {
  atoms: readonly string[];
  edits: number;
}

/**
 * Finds whole names with one or two wrong letters, wherever in the name they are. Figures must be the same:
 * names are kept by their figures, so that another version is never compared.
 */
export class Misspelt {
  private readonly names: () => Iterable<readonly [string, readonly string[]]>;
  private byFigures: Map<string, Spelled[]> | undefined;

  constructor(names: () => Iterable<readonly [string, readonly string[]]>) {
    this.names = names;
  }

  /** The words of the nearest name that has the same digits and the `known` figures, or undefined. */
  nearest(tokens: readonly Token[], known: (figure: string) => boolean): Nearest | undefined {
    this.byFigures ??= this.file();
    const typed = spelledOf(tokens, []);
    const digits = digitsOf(typed.figures);
    const most = typed.letters.length >= LONG || digits.includes(" ") ? MOST_EDITS : 1;
    const fixed = typed.figures.filter(known);
    let best: Nearest | undefined;
    for (const name of this.byFigures.get(digits) ?? []) {
      if (Math.abs(name.letters.length - typed.letters.length) > most || bits(name.mask ^ typed.mask) > 2 * most)
        continue;
      if (!fixed.every((figure) => name.figures.includes(figure))) continue;
      const edits = distanceOf(typed.letters, name.letters);
      if (edits <= most && edits < (best?.edits ?? most + 1)) best = { atoms: name.atoms, edits };
    }
    return best;
  }

  private file(): Map<string, Spelled[]> {
    const map = new Map<string, Spelled[]>();
    for (const [name, atoms] of this.names()) {
      const spelled = spelledOf(lex(name), atoms);
      const digits = digitsOf(spelled.figures);
      const list = map.get(digits);
      if (list === undefined) map.set(digits, [spelled]);
      else list.push(spelled);
    }
    return map;
  }
}

const NO_DIGITS = /[^\d.]/g;
const NO_LETTERS = /[^a-z]/g;
const digitsOf = (figures: readonly string[]) => figures.map((figure) => figure.replace(NO_DIGITS, "")).join(" ");

/** A name taken apart: all its letters, those of its figures included, and the figures. */
function spelledOf(tokens: readonly Token[], atoms: readonly string[]): Spelled {
  const figures = tokens.filter(({ kind }) => kind === "figure").map(({ text }) => text);
  const letters = tokens.map(({ text }) => text.replace(NO_LETTERS, "")).join("");
  return { letters, figures, mask: maskOf(letters), atoms };
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
