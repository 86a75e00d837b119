import type { Item, Usage } from "../item.ts";

const OPEN = /[{]/;
/** A number after a key of a usage object, as every vendor writes it. */
const FIELD = /["']?([A-Za-z_]{3,40})["']?\s{0,4}[:=]\s{0,4}(\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?!\d)/g;

const INPUT = new Set([
  "prompt_tokens",
  "input_tokens",
  "prompttokencount",
  "inputtokens",
  "prompttokens",
  "input_token_count",
]);
const OUTPUT = new Set([
  "completion_tokens",
  "output_tokens",
  "candidatestokencount",
  "outputtokens",
  "completiontokens",
  "output_token_count",
]);
/** Cached tokens that the input count holds already. */
const CACHED = new Set([
  "cached_tokens",
  "prompt_cache_hit_tokens",
  "cachedcontenttokencount",
  "cachedinputtokens",
  "cached_input_tokens",
  "input_cached_tokens",
]);
/** Cached tokens that come on top of the input count (Anthropic). */
const BESIDE = new Set(["cache_read_input_tokens", "cachereadinputtokens"]);
const WRITTEN = new Set(["cache_creation_input_tokens"]);
const TOTAL = new Set(["total_tokens", "totaltokens", "totaltokencount", "total_token_count"]);
const AUDIO = new Set(["audio_tokens"]);

/** "prompt=5210 completion=344": keys short of their unit, with nothing but a number after them. */
const SHORT_FIELD =
  /\b(prompt|input|in|completion|output|out|cached|cache_read|total)=(\d{1,12})(?![\d.,]\d|\d|\s?[kmbw万千百亿]\b)/gi;
const SHORT_KEYS: Record<string, keyof Counts> = {
  prompt: "input",
  input: "input",
  in: "input",
  completion: "output",
  output: "output",
  out: "output",
  cached: "cached",
  cache_read: "cached",
  total: "total",
};

interface Counts {
  input?: number;
  output?: number;
  cached?: number;
  beside?: number;
  written?: number;
  audio?: number;
  total?: number;
}

const KINDS: readonly [keyof Counts, ReadonlySet<string>][] = [
  ["input", INPUT],
  ["output", OUTPUT],
  ["cached", CACHED],
  ["beside", BESIDE],
  ["written", WRITTEN],
  ["audio", AUDIO],
  ["total", TOTAL],
];

/** Replaces a pasted usage object by what it counts. */
export function readUsage(text: string, items: Item[]): Item[] {
  if (!OPEN.test(text) && !text.includes("_tokens")) return readShort(text, items);
  const counts: Counts = {};
  let [start, end] = [text.length, 0];
  for (const hit of text.matchAll(FIELD)) {
    const key = (hit[1] ?? "").toLowerCase();
    const kind = KINDS.find(([, keys]) => keys.has(key))?.[0];
    if (kind !== undefined) counts[kind] ??= Number((hit[2] ?? "").replaceAll(",", ""));
    else if (!key.endsWith("tokens") && !key.endsWith("count")) continue;
    start = Math.min(start, hit.index);
    end = Math.max(end, hit.index + hit[0].length);
  }
  const sided = counts.input !== undefined || counts.output !== undefined;
  if (!sided && counts.total === undefined) return items;
  const before = items.filter((item) => item.end <= start);
  const after = items.filter((item) => item.start >= end);
  const total: Item = { kind: "qty", start, end, n: counts.total ?? 0, unit: "token", big: true };
  return [...before, sided ? usageOf(counts, start, end) : total, ...after];
}

/** The same with keys as logs abbreviate them; one alone may be anything. */
function readShort(text: string, items: Item[]): Item[] {
  if (!text.includes("=")) return items;
  const hits = [...text.matchAll(SHORT_FIELD)];
  const [first, last] = [hits[0], hits.at(-1)];
  if (first === undefined || last === undefined || hits.length < 2) return items;
  const counts: Counts = {};
  for (const [, key = "", digits = ""] of hits) {
    const kind = SHORT_KEYS[key.toLowerCase()];
    if (kind !== undefined) counts[kind] ??= Number(digits);
  }
  if (counts.input === undefined && counts.output === undefined) return items;
  const [start, end] = [first.index, last.index + last[0].length];
  return [
    ...items.filter((item) => item.end <= start),
    usageOf(counts, start, end),
    ...items.filter((item) => item.start >= end),
  ];
}

function usageOf(
  { input = 0, output = 0, cached, beside, written = 0, audio }: Counts,
  start: number,
  end: number,
): Usage {
  const read = cached ?? beside;
  return {
    kind: "usage",
    start,
    end,
    input: input + (beside ?? 0) + written,
    output,
    ...(read !== undefined && { cached: read }),
    ...(audio !== undefined && { audio }),
  };
}
