import type { Senses } from "../item.ts";
import words from "../names/common-words.json" with { type: "json" };
import { LEXICON } from "./lexicon.ts";

/** Shorter words have too many neighbours. */
const MIN_LENGTH = 5;
const LATIN = /^[a-z]+$/;

const byDeletion = new Map<string, string>();

function* deletions(word: string): Generator<string> {
  yield word;
  // The first letter is hardly ever the one that is wrong.
  for (let i = 1; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

for (const [word, { senses }] of LEXICON.next) {
  // A slip must never make a question leave the subject.
  const tells = senses !== undefined && Object.keys(senses).some((kind) => kind !== "ooc" && kind !== "inject");
  if (!LATIN.test(word) || word.length < MIN_LENGTH || !tells) continue;
  for (const key of deletions(word)) if (!byDeletion.has(key)) byDeletion.set(key, word);
}

/** Words that are rightly spelt, and so no slip of another. */
const COMMON = new Set(words.words.split(" "));

/** Endings that a common word may carry. */
const ENDINGS = /(?:s|es|ed|d|ing|ly|er|ers|r)$/;

const isCommon = (word: string): boolean => COMMON.has(word) || COMMON.has(word.replace(ENDINGS, ""));

/** The senses of the word of the lexicon that is one slip away from an unknown word, if it is long enough. */
export function nearWord(word: string): Senses | undefined {
  if (word.length < MIN_LENGTH || word.length > 20 || isCommon(word)) return undefined;
  for (const key of deletions(word)) {
    const near = byDeletion.get(key);
    if (near !== undefined && Math.abs(near.length - word.length) <= 1) return LEXICON.next.get(near)?.senses;
  }
  return undefined;
}
