import common from "./common-words.json" with { type: "json" };

const COMMON: ReadonlySet<string> = new Set(common.words.split(" "));
const LETTERS = /^[a-z]+$/;
const SHORTEST = 3;
const LONGEST = 24;
const MOST_FOUND = 4;

export interface Near {
  word: string;
  distance: number;
}

/**
 * Finds known words at one or two typed letters' distance (a letter more, less, other, or two swapped) by
 * comparing what is left when letters are taken out. The index is made at the first unknown word.
 */
export class Spelling {
  private readonly words: () => Iterable<string>;
  private index: Map<string, string[]> | undefined;

  constructor(words: () => Iterable<string>) {
    this.words = words;
  }

  /** Known words near a word, nearest first; none for ordinary words unless `certain` that a name stands here. */
  near(word: string, certain = false): readonly Near[] {
    if (word.length < SHORTEST || word.length > LONGEST || (!certain && COMMON.has(word)) || !LETTERS.test(word))
      return [];
    this.index ??= this.build();
    const allowed = reach(word.length);
    const found = new Map<string, number>();
    for (const rest of deletions(word, allowed)) {
      for (const known of this.index.get(rest) ?? []) {
        if (!found.has(known)) found.set(known, distanceOf(word, known));
      }
    }
    const near = [...found].map(([known, distance]) => ({
      word: known,
      distance,
    }));
    return near
      .filter(({ word: known, distance }) => distance > 0 && distance <= Math.min(allowed, reach(known.length)))
      .sort((a, b) => a.distance - b.distance || Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]))
      .slice(0, MOST_FOUND);
  }

  private build(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    for (const word of this.words()) {
      if (word.length < SHORTEST || word.length > LONGEST || !LETTERS.test(word)) continue;
      for (const rest of deletions(word, reach(word.length))) {
        const list = index.get(rest);
        if (list === undefined) index.set(rest, [word]);
        else list.push(word);
      }
    }
    return index;
  }
}

/** How many letters of a word may be wrong. */
const reach = (length: number) => (length >= 7 ? 2 : 1);

function deletions(word: string, most: number): Set<string> {
  const found = new Set([word]);
  let last = [word];
  for (let round = 0; round < most; round++) {
    const shorter = new Set<string>();
    for (const whole of last) {
      for (let at = 0; at < whole.length; at++) shorter.add(whole.slice(0, at) + whole.slice(at + 1));
    }
    last = [...shorter];
    for (const rest of last) found.add(rest);
  }
  return found;
}

/** Optimal string alignment distance. */
export function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
