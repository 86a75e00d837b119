import type { Ability } from "../../../catalog/abilities.ts";
import type { CLASSES, FIELDS, Filters, MOVES, PRICE_SIDES, Query, SECTIONS, SORTS } from "../../query.ts";

export const FIELDS_SAID: Record<(typeof FIELDS)[number], string> = {
  price: "price",
  input: "input price",
  output: "output price",
  cache_read: "cache read price",
  cache_write: "cache write price",
  batch: "batch price",
  audio_price: "audio price",
  context: "context window",
  max_output: "max output",
  released: "release date",
  knowledge: "knowledge cutoff",
  status: "status",
  open_weights: "open weights",
  free: "free",
  tiers: "price tiers",
  providers: "who hosts it",
  name: "names only",
  vision: "image input",
  audio: "audio input",
  video: "video input",
  pdf: "pdf input",
  image_output: "image output",
  audio_output: "audio output",
  tools: "tool calling",
  reasoning: "reasoning",
  structured_output: "structured output",
  cache: "prompt caching",
  embedding: "embeddings",
};

export const ABILITIES_SAID: Record<Ability, string> = { ...FIELDS_SAID, vision: "vision", batch: "batch support" };

/** Ascending, descending: an adjective, or a noun after "with the". */
type Superlative = { is: readonly [string, string] } | { has: readonly [string, string] };
export const SUPERLATIVES: Record<(typeof SORTS)[number], Superlative> = {
  price: { is: ["cheapest", "most expensive"] },
  cost: { is: ["cheapest", "most expensive"] },
  released: { is: ["oldest", "newest"] },
  input: { has: ["lowest input price", "highest input price"] },
  output: { has: ["lowest output price", "highest output price"] },
  cache_read: { has: ["lowest cache read price", "highest cache read price"] },
  cache_ratio: { has: ["best cache discount", "worst cache discount"] },
  batch_input: { has: ["lowest batch input price", "highest batch input price"] },
  context: { has: ["shortest context", "longest context"] },
  max_output: { has: ["smallest max output", "largest max output"] },
  knowledge: { has: ["oldest knowledge cutoff", "latest knowledge cutoff"] },
  tokens: { has: ["fewest tokens", "most tokens"] },
  change: { has: ["smallest price change", "biggest price change"] },
  change_abs: { has: ["smallest absolute price change", "biggest absolute price change"] },
};

export const MOVES_SAID: Record<(typeof MOVES)[number], string> = {
  down: "price cuts",
  up: "price increases",
  new: "new models",
  retired: "retirements",
  free: "newly free",
  announced: "announcements",
};

export const SECTIONS_SAID: Record<(typeof SECTIONS)[number], string> = {
  cuts: "price cuts",
  rises: "price rises",
  new: "new models",
  free: "newly free",
  announced: "announcements",
  retired: "retirements",
  leaderboard: "leaderboard",
};

export const SIDES_SAID: Record<(typeof PRICE_SIDES)[number], string> = {
  input: "input",
  output: "output",
  cache_read: "cache read",
  price: "price",
};

export const DERIVED: Record<NonNullable<Query["derive"]>, string> = {
  percent: "in percent",
  times: "how many times",
  difference: "what is the difference",
  cheaper: "which is cheaper",
  median: "median",
};

export const ORIGINS_SAID: Record<NonNullable<Filters["origin"]>, string> = {
  cn: "chinese",
  overseas: "non-chinese",
  us: "american",
};

export const NOUNS = { models: "models", providers: "providers", labs: "labs" } as const;
export const NOUN = { models: "model", providers: "provider", labs: "lab" } as const;
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export const ORDINALS = ["first", "second", "third", "4th", "5th", "6th", "7th", "8th", "9th", "10th"] as const;

/** "a, b and c". */
export function list(items: readonly string[], word = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

export const CLASSES_SAID: Record<(typeof CLASSES)[number], string> = {
  context_128k: "long context",
  vision: "vision",
  reasoning: "reasoning",
  open_weights: "open weights",
  chinese: "Chinese models",
};
