import type { Query, Workload } from "../../query.ts";
import type { Words } from "../tongue.ts";
import { saidOf } from "../tongue.ts";

const TEXTS = { zh_chars: "Chinese characters", words: "words", pages: "pages" } as const;

const WORDS: Words<Workload> = {
  requests: (requests) => (requests === 1 ? "1 request" : `${requests} requests`),
  days: (days) => `over ${days} days`,
  input: (input) => `${input} input tokens`,
  cachedInput: (cached) => `${cached} of it cached`,
  audioInput: (audio) => `${audio} of it audio`,
  output: (output) => `${output} output tokens`,
  tokens: (tokens) => `${tokens} tokens`,
  text: ({ amount, unit }) => `${amount} ${TEXTS[unit]}`,
  batch: () => "in batch",
};

/** "50000 requests, over 30 days, 2000 input tokens, 500 output tokens". */
export const workload = (load: Workload, query: Query): string => saidOf(WORDS, load, query).join(", ");
