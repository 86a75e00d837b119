import type { Random } from "./random.ts";

/** Words that new models would bear too: they say a size, a mode or a kind, and are no one's own name. */
const GENERIC = new Set(
  (
    "air alpha audio base beta chat coder code deep embed embedding exp experimental fast flash free guard high image " +
    "instruct it large latest lite live long low math max medium mini moe multilingual nano omni online open plus " +
    "preview pro realtime reasoner reasoning rerank search small speech super text think thinking transcribe tts " +
    "turbo ultra video vision vl voice"
  ).split(" "),
);
const ONSETS = ["b", "br", "d", "dr", "f", "fl", "g", "gr", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st"];
const MORE_ONSETS = ["t", "tr", "v", "vr", "w", "z", "sk", "th"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
const ENDS = ["", "", "n", "r", "l", "x", "s", "m"];
const CHARACTERS = "诺维塔莱菲罗琪娜沃卡尔米斯达拉弗雷恩托贝蒙索伦希桑彭费佐潘";
const WORD = /[a-z]+|[\u4e00-\u9fff]+/gi;
const OWN_WORD = /^(?:[a-z]{3,}|[\u4e00-\u9fff]+)$/i;

/** Turns the names of the real catalog into new ones of the same form: "GPT-4o mini" → "Drouvan-4o mini". */
export interface Inventor {
  /** The same name for the same input; always another one than the input. Letter case and separators are kept. */
  rename(name: string): string;
  /** The same for a nickname; nothing where no word of its own is left to rename ("4o mini"). */
  nickname(name: string): string | undefined;
}

/** An inventor whose words avoid those in `taken`, and that adds its own to it. */
export function createInventor(random: Random, taken: Set<string>): Inventor {
  const known = new Map<string, string>();
  const fresh = (make: () => string): string => {
    let word = make();
    while (taken.has(word)) word = make();
    taken.add(word);
    return word;
  };
  const wordFor = (word: string): string => {
    const key = word.toLowerCase();
    const invented = known.get(key) ?? fresh(() => (key < "\u4e00" ? latin(random) : chinese(random)));
    known.set(key, invented);
    return word === key ? invented : invented.charAt(0).toUpperCase() + invented.slice(1);
  };
  const reworded = (name: string): string => name.replace(WORD, (word) => (isOwn(word) ? wordFor(word) : word));
  return {
    rename(name) {
      const renamed = reworded(name);
      return renamed === name ? `${wordFor(`in-front-of-${name.replace(WORD, "")}`)}-${name}` : renamed;
    },
    nickname(name) {
      const renamed = reworded(name);
      return renamed === name ? undefined : renamed;
    },
  };
}

function isOwn(word: string): boolean {
  return OWN_WORD.test(word) && !GENERIC.has(word.toLowerCase());
}

/** Three syllables, so that the word is hardly one of a language: "vrouganex". */
function latin(random: Random): string {
  const syllable = () => random.pick<string>([...ONSETS, ...MORE_ONSETS]) + random.pick<string>(VOWELS);
  return syllable() + syllable() + syllable() + random.pick<string>(ENDS);
}

function chinese(random: Random): string {
  return Array.from({ length: 3 }, () => random.pick<string>(CHARACTERS)).join("");
}
