/**
 * The registry of billable units. The catalog's keys, the importer's targets, the answer's columns and the
 * cost lines all derive from it; a new unit is one line here.
 * `per`: what one price buys. `side`: which tokens of a workload it bills, if any.
 */
export const UNITS = {
  input: { per: "1M tokens", side: "input" },
  output: { per: "1M tokens", side: "output" },
  cache_read: { per: "1M tokens", side: "cachedInput" },
  /** A cache write whose lifetime the source does not state. */
  cache_write: { per: "1M tokens", side: null },
  cache_write_5m: { per: "1M tokens", side: null },
  cache_write_1h: { per: "1M tokens", side: null },
  cache_storage: { per: "1M tokens and hour", side: null },
  /** Reasoning tokens where they are billed apart from the answer. */
  reasoning: { per: "1M tokens", side: null },
  citation: { per: "1M tokens", side: null },
  batch_input: { per: "1M tokens", side: "input" },
  batch_output: { per: "1M tokens", side: "output" },
  batch_cache_read: { per: "1M tokens", side: "cachedInput" },
  audio_input: { per: "1M tokens", side: "audioInput" },
  audio_output: { per: "1M tokens", side: null },
  audio_cache_read: { per: "1M tokens", side: null },
  image_input: { per: "1M tokens", side: null },
  image_output: { per: "1M tokens", side: null },
  video_input: { per: "1M tokens", side: null },
  video_output: { per: "1M tokens", side: null },
  request: { per: "1K requests", side: null },
  web_search: { per: "1K requests", side: null },
} as const satisfies Record<
  string,
  {
    per: string;
    side: "input" | "output" | "cachedInput" | "audioInput" | null;
  }
>;

export type UnitId = keyof typeof UNITS;
export const UNIT_IDS = Object.keys(UNITS) as [UnitId, ...UnitId[]];
