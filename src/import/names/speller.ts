import { type IdParts, isFigure, partsOf } from "./words.ts";

const SIZE = /^(?:\d+x)?[ae]?\d+(?:\.\d+)?[bkme]$/;
const GLUED = /^([a-z]+)(\d.*)$/;
const NO_VOWEL = /^[^aeiouy\d.]{2,4}$/;
const PART = /([A-Za-z]+[\d.]*\d|[A-Za-z]+|\d[\w.]*)([-\s]*)/g;

/** Writes ids as names, in the manner of the names that are known. */
export interface Speller {
  /** One word of an id: "glm" → "GLM", "70b" → "70B". */
  word(word: string, lab: string): string;
  /** The whole name: "zhipuai/glm-3-turbo" → "GLM-3-Turbo". */
  name(model: string): string;
}

interface Known {
  model: string;
  name: string;
}

/** Counts how often each key goes with each value, and tells the most frequent; the first by spelling at a draw. */
function tally() {
  const counts = new Map<string, Map<string, number>>();
  return {
    add(key: string, value: string): void {
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own.set(value, (own.get(value) ?? 0) + 1));
    },
    best(key: string): string | undefined {
      const ranked = [...(counts.get(key) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return ranked[0]?.[0];
    },
  };
}

/** Learns spellings of words, and what stands between them, from names that are good. */
export function createSpeller(known: readonly Known[]): Speller {
  const words = tally();
  const joints = tally();
  for (const { model, name } of known) {
    const lab = model.slice(0, model.indexOf("/"));
    const parts = [...name.matchAll(PART)].map(([, word = "", joint = ""]) => ({ word, joint }));
    const line = parts[0]?.word.toLowerCase() ?? "";
    parts.forEach(({ word, joint }, at) => {
      for (const scope of [lab, ""]) words.add(`${scope} ${word.toLowerCase()}`, word);
      const next = parts[at + 1];
      if (next) joints.add(jointKey(lab, line, at, word, next.word), joint.trim() === "-" ? "-" : " ");
    });
  }
  const word = (text: string, lab: string): string =>
    (SIZE.test(text) ? text.toUpperCase().replace("X", "x") : undefined) ??
    words.best(`${lab} ${text}`) ??
    words.best(` ${text}`) ??
    unheard(text, (part) => word(part, lab));
  return {
    word,
    name(model) {
      const lab = model.slice(0, model.indexOf("/"));
      const parts = partsOf(model);
      return withTail(joined(parts.words, lab, word, joints.best), parts);
    },
  };
}

function joined(
  words: string[],
  lab: string,
  spell: (word: string, lab: string) => string,
  joint: (key: string) => string | undefined,
): string {
  const [line = ""] = words;
  return words
    .map((word, at) => {
      const next = words[at + 1];
      const between = next === undefined ? "" : (joint(jointKey(lab, line, at, word, next)) ?? " ");
      return spell(word, lab) + between;
    })
    .join("");
}

/** Which place between two words it is: in which line of models, near its beginning or not, beside figures or not. */
function jointKey(lab: string, line: string, at: number, word: string, next: string): string {
  return [lab, line, at === 0, isFigure(word), isFigure(next)].join(" ");
}

function unheard(word: string, spell: (part: string) => string): string {
  if (NO_VOWEL.test(word)) return word.toUpperCase();
  const [, letters, figures] = GLUED.exec(word) ?? [];
  if (letters && figures) return spell(letters) + figures;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function withTail(name: string, { tail }: IdParts): string {
  return tail ? `${name} (${tail})` : name;
}
