import labs from "./labs.json" with { type: "json" };

const WORD_LAB = new Map(
  Object.entries(labs.words).flatMap(([lab, words]) => words.map((word) => [word, lab] as const)),
);
const INFIXES = Object.entries(labs.infixes);
const LONGEST_WORD = Math.max(...[...WORD_LAB.keys()].map((word) => word.length));
const LETTER = /[a-z]/;

/** The lab whose model word begins the name, the longest word first ("gpt-4o" → openai). */
export function labOfStart(name: string): string | undefined {
  for (let length = Math.min(LONGEST_WORD, name.length); length > 0; length--) {
    const lab = WORD_LAB.get(name.slice(0, length));
    if (lab !== undefined && !LETTER.test(name.charAt(length))) return lab;
  }
  return undefined;
}

/** The lab that a name speaks of: by a word that only one maker's models carry ("…nemotron…" → nvidia), else by its beginning. */
export function labOfName(name: string): string | undefined {
  return INFIXES.find(([word]) => name.includes(word))?.[1] ?? labOfStart(name);
}
