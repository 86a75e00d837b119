import type { Messages } from "../messages.ts";

export const units: Messages["units"] = {
  input: "in",
  output: "out",
  cache_read: "cache read",
  cache_write: "cache write",
  cache_write_5m: "cache write (5 min)",
  cache_write_1h: "cache write (1 h)",
  cache_storage: "cache storage per hour",
  reasoning: "reasoning",
  citation: "citation",
  batch_input: "batch in",
  batch_output: "batch out",
  batch_cache_read: "batch cache read",
  audio_input: "audio in",
  audio_output: "audio out",
  audio_cache_read: "audio cache read",
  image_input: "image in",
  image_output: "image out",
  video_input: "video in",
  video_output: "video out",
  request: "per 1K requests",
  web_search: "per 1K searches",
};

export const fields: Messages["fields"] = {
  price: "price",
  input: "input",
  output: "output",
  cache_read: "cache read",
  cache_write: "cache write",
  batch: "batch",
  audio_price: "audio price",
  context: "context",
  max_output: "max output",
  released: "released",
  knowledge: "knowledge until",
  status: "status",
  open_weights: "open weights",
  free: "free",
  tiers: "tiers",
  providers: "providers",
  name: "name",
  vision: "vision",
  audio: "audio input",
  video: "video input",
  pdf: "PDF input",
  image_output: "image output",
  audio_output: "audio output",
  tools: "tool calling",
  reasoning: "reasoning",
  structured_output: "structured output",
  cache: "prompt caching",
  embedding: "embedding",
};

/** What a figure is of, inside a sentence. */
export const figures: Messages["figures"] = {
  ...fields,
  blend: "blended price",
  price: "price",
  cost: "cost",
  tokens: "tokens",
  cache_ratio: "cache read ÷ input",
  percent: "percent",
  times: "times",
  difference: "difference",
  ...Object.fromEntries(Object.entries(units).filter(([unit]) => unit !== "input" && unit !== "output")),
};

export const columns: Messages["columns"] = {
  model: "Model",
  provider: "Provider",
  lab: "Lab",
  group: "Group",
  price: "Price",
  blend: "Blend",
  cost: "Cost",
  cache_ratio: "Cache ÷ in",
  context: "Context",
  tokens_in: "Tokens in",
  tokens_out: "Tokens out",
  tokens_cache: "Cached tokens",
  tokens_mixed: "Tokens mixed",
  calls: "How many",
  state: "State",
  tier: "Applies to",
  from: "From",
  to: "Until",
  kind: "Kind",
  unit: "Unit",
  before: "Before",
  after: "After",
  percent: "Change",
  move: "What",
  offers: "Others",
  date: "As of",
  day: "Day",
  source: "Source",
};

export const states: Messages["states"] = {
  priced: "",
  free: "free",
  trial: "trial",
  plan: "plan",
  unknown: "price not known",
  unverified: "unverified",
};

export const statuses: Messages["statuses"] = {
  current: "current",
  deprecated: "deprecated",
  retired: "retired",
  gone: "no longer listed",
};
export const origins: Messages["origins"] = {
  cn: "Chinese",
  overseas: "non-Chinese",
  us: "American",
  other: "other",
};
export const sites: Messages["sites"] = {
  cn: "Chinese site",
  intl: "international site",
};

/** What is counted of a provider or lab. */
export const sellers: Messages["sellers"] = {
  models: "Models",
  kind: "Kind",
  origin: "Origin",
};

export const providerKinds: Messages["providerKinds"] = {
  lab: "lab's own API",
  cloud: "cloud",
  host: "host",
  aggregator: "aggregator",
  plan: "subscription plan",
  local: "local",
};

export const moves: Messages["moves"] = {
  down: "cut",
  up: "rise",
  new: "new",
  retired: "retired",
  free: "now free",
  announced: "announced",
};

/** Kinds of a dated price. */
export const kinds: Messages["kinds"] = {
  move: "change",
  correction: "correction",
  first_seen: "first seen",
  announced: "announced",
  cancelled: "cancelled",
  package: "package",
  promotion: "promotion",
};

export const actions: Messages["actions"] = {
  more_rows: "More rows",
  other_currency: "Other currency",
  per_1k: "Per 1K tokens",
  by_input: "By input price",
  by_output: "By output price",
  with_vision: "With vision",
  with_tools: "With tools",
  compare_top: "Compare the top three",
  history: "Price history",
  hosts: "Who serves it",
};
