import common from "./common-words.json" with { type: "json" };

/** Ordinary words, which are not misspelt names. */
export const COMMON: ReadonlySet<string> = new Set(common.words.split(" "));
const LETTERS = /^[a-z]+$/;
const SHORTEST = 3;
const LONGEST = 24;
const MOST_FOUND = 4;

export interface Near {
  word: string;
  distance: number;
}

const NONE: readonly Near[] = [];

/**
 * Finds known words at one or two typed letters' distance (a letter more, less, other, or two swapped) by
 * comparing what is left when letters are taken out. The index is made at the first unknown word.
 */
export class Spelling {
  private readonly words: () => Iterable<string>;
  private index: Map<number, string[]> | undefined;

  constructor(words: () => Iterable<string>) {
    this.words = words;
  }

  /** Known words near a word, nearest first; none for ordinary words unless `certain` that a name stands here. */
  near(word: string, certain = false): readonly Near[] {
    if (!isSpelt(word) || (!certain && COMMON.has(word))) return NONE;
    this.index ??= this.build();
    const found: Near[] = [];
    eachDeletion(word, reach(word.length), (rest) => {
      for (const known of this.index?.get(rest) ?? []) {
        if (found.some((near) => near.word === known)) continue;
        const distance = distanceOf(word, known);
        if (distance > 0 && distance <= Math.min(reach(word.length), reach(known.length)))
          found.push({ word: known, distance });
      }
    });
    const begins = (near: Near) => (near.word.startsWith(word.charAt(0)) ? 0 : 1);
    if (found.length > 1) found.sort((a, b) => a.distance - b.distance || begins(a) - begins(b));
    return found.length > MOST_FOUND ? found.slice(0, MOST_FOUND) : found;
  }

  private build(): Map<number, string[]> {
    const index = new Map<number, string[]>();
    for (const word of this.words()) {
      if (!isSpelt(word)) continue;
      eachDeletion(word, reach(word.length), (rest) => {
        const list = index.get(rest);
        if (list === undefined) index.set(rest, [word]);
        else if (list.at(-1) !== word) list.push(word);
      });
    }
    return index;
  }
}

const isSpelt = (word: string) => word.length >= SHORTEST && word.length <= LONGEST && LETTERS.test(word);

/** How many letters of a word may be wrong. */
const reach = (length: number) => (length >= 7 ? 2 : 1);

/** Visits a hash of the word and of all that is left of it without one or two letters. */
function eachDeletion(word: string, most: number, visit: (hash: number) => void): void {
  visit(hashFrom(word, 0, SEED));
  let before = SEED;
  for (let first = 0; first < word.length; first++) {
    visit(hashFrom(word, first + 1, before));
    let between = before;
    for (let second = first + 1; most > 1 && second < word.length; second++) {
      visit(hashFrom(word, second + 1, between));
      between = step(between, word.charCodeAt(second));
    }
    before = step(before, word.charCodeAt(first));
  }
}

const SEED = 17;
const step = (hash: number, code: number) => (Math.imul(hash, 0x01000193) ^ code) & 0x3fffffff;

function hashFrom(word: string, start: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return hash;
}

const WIDEST = 96;
const WIDTH = WIDEST + 2;
const CODES = 128;
const table = new Uint8Array(WIDTH * WIDTH);
const rowOf = new Uint8Array(CODES);

/** Damerau–Levenshtein distance of two words of at most 96 letters: letters more, less, other or swapped. */
export function distanceOf(a: string, b: string): number {
  if (a.length > WIDEST || b.length > WIDEST) return WIDEST;
  const most = a.length + b.length;
  for (let i = 0; i <= a.length; i++) edge((i + 1) * WIDTH, 1, i, most);
  for (let j = 0; j <= b.length; j++) edge(j + 1, WIDTH, j, most);
  rowOf.fill(0);
  for (let i = 1; i <= a.length; i++) {
    fill(a, i, b);
    rowOf[a.charCodeAt(i - 1) % CODES] = i;
  }
  return table[(a.length + 1) * WIDTH + b.length + 1] ?? 0;
}

/** Two cells at the edge of the table: no path leads beyond it, and only additions along it. */
function edge(at: number, step: number, value: number, most: number): void {
  table[at] = most;
  table[at + step] = value;
}

/** One row of the table: from the first `i` letters of `a` to each beginning of `b`. */
function fill(a: string, i: number, b: string): void {
  let column = 0;
  for (let j = 1; j <= b.length; j++) {
    const row = rowOf[b.charCodeAt(j - 1) % CODES] ?? 0;
    const swapped = cell(row, column) + (i - row) + (j - column) - 1;
    const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
    if (same) column = j;
    const changed = cell(i, j) + (same ? 0 : 1);
    table[(i + 1) * WIDTH + j + 1] = Math.min(changed, cell(i + 1, j) + 1, cell(i, j + 1) + 1, swapped);
  }
}

const cell = (row: number, column: number) => table[row * WIDTH + column] ?? 0;
