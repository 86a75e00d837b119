import type { Senses } from "../item.ts";
import { tokenise } from "../tokens.ts";
import { COMMANDS_EN, FILLER_EN } from "./en/commands.ts";
import { CUES_EN } from "./en/cues.ts";
import { FIELDS_EN } from "./en/fields.ts";
import { FILTERS_EN } from "./en/filters.ts";
import { UNITS_EN } from "./en/units.ts";
import { COMMANDS_ZH, FILLER_ZH } from "./zh/commands.ts";
import { CUES_ZH } from "./zh/cues.ts";
import { FIELDS_ZH } from "./zh/fields.ts";
import { FILTERS_ZH } from "./zh/filters.ts";
import { UNITS_ZH } from "./zh/units.ts";

/** A step of the trie of phrases; `senses` where a phrase ends (empty: it says nothing). */
export interface Node {
  next: Map<string, Node>;
  senses?: Record<string, string>;
}

/** All phrases of all languages in one trie: people mix them in one sentence. */
export const TABLES: readonly Readonly<Record<string, string>>[] = [
  FIELDS_EN,
  FILTERS_EN,
  CUES_EN,
  UNITS_EN,
  COMMANDS_EN,
  FIELDS_ZH,
  FILTERS_ZH,
  CUES_ZH,
  UNITS_ZH,
  COMMANDS_ZH,
];

/** Hyphens between words count as spaces. */
export const isJoiner = (text: string): boolean => text === "-" || text === "_";

/** Most phrases lead no further: they share this. */
const NO_STEPS: Node["next"] = new Map();

function nodeOf(root: Node, phrase: string): Node {
  let node = root;
  for (const { text } of tokenise(phrase)) {
    if (isJoiner(text)) continue;
    let next = node.next.get(text);
    if (!next) {
      next = { next: NO_STEPS };
      if (node.next === NO_STEPS) node.next = new Map();
      node.next.set(text, next);
    }
    node = next;
  }
  return node;
}

/** Kinds of which one phrase may have several values; each is a sense of its own beside the first: `cue.list`. */
const MANY = new Set(["cue", "act", "t"]);

function addTable(root: Node, table: Readonly<Record<string, string>>): void {
  for (const [key, phrases] of Object.entries(table)) {
    const colon = key.indexOf(":");
    const [kind, value] = [key.slice(0, colon), key.slice(colon + 1)];
    for (const phrase of phrases.split("|").filter((text) => text !== "")) {
      const [words = "", own] = kind === "timezone" ? phrase.split("=") : [phrase];
      const node = nodeOf(root, words);
      node.senses ??= {};
      if (MANY.has(kind)) node.senses[`${kind}.${value}`] = value;
      node.senses[kind] ??= own ?? value;
    }
  }
}

/** A plural that is a phrase of its own means what its singular means as well. */
function mergePlurals(node: Node): void {
  for (const [word, next] of node.next) {
    const single = word.endsWith("s") && word.length > 3 ? node.next.get(word.slice(0, -1))?.senses : undefined;
    if (next.senses && single) next.senses = { ...single, ...next.senses };
    mergePlurals(next);
  }
}

function build(): Node {
  const root: Node = { next: new Map() };
  for (const table of TABLES) addTable(root, table);
  for (const phrase of `${FILLER_EN}|${FILLER_ZH}`.split("|")) {
    const node = nodeOf(root, phrase);
    node.senses ??= {};
  }
  mergePlurals(root);
  return root;
}

export const LEXICON: Node = build();

/** What a phrase means, for code that needs the senses of fixed words. */
export function sensesOf(phrase: string): Senses | undefined {
  return nodeOf(LEXICON, phrase).senses;
}
