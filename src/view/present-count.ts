import { messagesIn } from "./messages/locales.ts";
import { tokens } from "./money.ts";
import type { View } from "./view.ts";

interface Counted {
  characters: number;
  /** How many of them were counted, if not all. */
  upTo?: number;
  tokens: number;
  tokenizer: string;
  /** What other tokenizers may make of it. */
  low: number;
  high: number;
}

/** What a text would cost: the answer to its count as a workload, opened by the count itself. */
export function presentCount(costs: View, counted: Counted): View {
  const { count, talk } = messagesIn(costs.language);
  return {
    ...costs,
    understood: count.understood,
    title: count.title(tokens(counted.tokens), tokens(counted.characters)),
    facts: [
      ...(counted.upTo === undefined ? [] : [talk.onlyFirst(counted.upTo)]),
      count.tokenizer(counted.tokenizer),
      count.estimate(tokens(counted.low), tokens(counted.high)),
      costs.title,
      ...costs.facts,
    ],
  };
}
