import type { Item } from "../item.ts";
import type { Query } from "../query.ts";
import type { Reading } from "../reading.ts";
import type { Scene } from "../scene.ts";
import { askOf, type Reread } from "./ask.ts";
import type { Built, Draft } from "./draft.ts";

interface Finish {
  /** The original words between two places of the normalised text. */
  wordsAt: (start: number, end: number) => string;
  readUpTo?: number;
  reread: Reread;
  trace: () => string[];
}

/** Senses that change the answer: a phrase with one of them that nobody took is named as not understood. */
const TELLING = [
  "sup",
  "ability",
  "origin",
  "open",
  "free",
  "status",
  "cmp",
  "preview",
  "ooc",
  "group",
  "curOther",
  "derive",
  "move",
  "pct",
  "samelength",
  "workdays",
  "half",
];

const LETTERS = /[\p{L}\p{N}]/u;
const COMPARES = /^(?:贵|便宜|cheaper|dearer|pricier|cheap|expensive)$/i;

/** A sign, or a word that says no more than the answer does anyway. */
function isSaid(words: string, { derive, intent }: Query): boolean {
  if (!LETTERS.test(words)) return true;
  return COMPARES.test(words) && (derive !== undefined || intent === "compare");
}

function isUnread(item: Item): boolean {
  if (item.by !== undefined) return false;
  if (item.kind === "word") return item.text.length > 1 || item.text.charCodeAt(0) > 127;
  if (item.kind === "mark" || (item.kind === "lex" && item.text === "=")) return false;
  if (item.kind !== "lex") return !("weak" in item && item.weak);
  return TELLING.some((kind) => kind in item.senses);
}

/** Drops what is undefined; the order of keys is the one of the schema. */
function cleaned(draft: Draft): Query {
  const entries = Object.entries(draft).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Query;
}

const NEEDS_TARGET = new Set(["lookup", "cost", "history"]);
const SILENT = new Set(["unknown", "help", "command"]);

/** The reading of a question: the query, what was not understood, and what was assumed. */
export function finish(
  scene: Scene,
  { draft, parts, assumed }: Built,
  { wordsAt, readUpTo, reread, trace }: Finish,
): Reading {
  const query = cleaned(draft);
  if (NEEDS_TARGET.has(query.intent) && query.models === undefined && query.families === undefined)
    query.intent = "clarify";
  // A cached share without an input to share was not understood.
  if (parts.workload.cachedShare !== undefined && query.workload?.cachedInput === undefined) {
    for (const item of scene.items) if (item.kind === "share") delete item.by;
  }
  const unread = SILENT.has(query.intent)
    ? []
    : scene.items
        .filter(isUnread)
        .map(({ start, end }) => wordsAt(start, end))
        .filter((words) => !isSaid(words, query));
  if (unread.length > 0) query.unread = [...new Set(unread)];
  const ask = askOf(scene, parts.names, query, reread);
  return {
    query,
    ...(ask && { ask }),
    readAs: parts.names.readAs,
    assumed: assumed.map((code) => ({ code })),
    ...(readUpTo !== undefined && { readUpTo }),
    trace,
  };
}
