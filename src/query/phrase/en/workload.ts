import type { Query, Workload } from "../../query.ts";
import { count } from "../figures.ts";
import type { Words } from "../tongue.ts";
import { saidOf } from "../tongue.ts";

const TEXTS = { zh_chars: "Chinese characters", words: "words", pages: "pages" } as const;

const WORDS: Words<Workload> = {
  requests: (requests) => (requests === 1 ? "1 request" : `${count(requests)} requests`),
  days: (days) => `over ${count(days)} days`,
  input: (input) => `${count(input)} input tokens`,
  cachedInput: (cached) => `${count(cached)} of it cached`,
  audioInput: (audio) => `${count(audio)} of it audio`,
  output: (output) => `${count(output)} output tokens`,
  tokens: (tokens) => `${count(tokens)} tokens`,
  text: ({ amount, unit }) => `${count(amount)} ${TEXTS[unit]}`,
  batch: () => "in batch",
};

/** "50000 requests, over 30 days, 2000 input tokens, 500 output tokens". */
export const workload = (load: Workload, query: Query): string => saidOf(WORDS, load, query).join(", ");
