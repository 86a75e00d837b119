import type { Language, Query } from "../query/query.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented, Scene } from "./scene.ts";
import type { Option } from "./view.ts";

type Example = keyof Messages["help"]["example"];

const SOURCES_SHOWN = 8;
const OPENAI_MINI = "openai/gpt-4o-mini";

/** What the examples mean, so that they can be clicked; their words stand with the other sentences. */
const EXAMPLES: Record<Example, (language: Language) => Query> = {
  rank: (language) => ({
    intent: "rank",
    language,
    filters: { context: { min: 128_000 }, abilities: { all: ["vision"] } },
    sort: { by: "price", order: "asc" },
  }),
  lookup: (language) => ({ intent: "lookup", language, models: [OPENAI_MINI] }),
  lookupCny: (language) => ({
    intent: "lookup",
    language,
    models: ["deepseek/deepseek-v4-flash"],
    ...(language === "en" ? { currency: "CNY" } : { per: 1_000_000 }),
  }),
  cost: (language) => ({
    intent: "cost",
    language,
    models: ["openai/gpt-5-mini"],
    workload: { input: 2000, output: 500, requests: 1_500_000, days: 30 },
  }),
  budget: (language) => ({
    intent: "budget",
    language,
    models: ["openai/gpt-5.4"],
    budget: { amount: 50, currency: "USD" },
    fields: ["output"],
  }),
  compare: (language) => ({
    intent: "compare",
    language,
    models: ["openai/gpt-4.1-mini", "openai/gpt-4.1"],
    derive: "percent",
  }),
  past: (language) => ({
    intent: "lookup",
    language,
    models: ["openai/gpt-4o"],
    asOf: "2025-05-31",
  }),
  changes: (language) => ({ intent: "changes", language, moves: ["down"] }),
};

/** What can be asked, where prices come from and how old they are, and examples to choose from. */
export function help({ answer, catalog, messages, query }: Scene): Presented {
  const hasPrices = (id: string) => catalog.offers.some(({ prices }) => prices.some(({ source }) => source === id));
  const known = [...catalog.sources.values()].filter(({ id, date }) => date <= answer.today && hasPrices(id));
  const sources = known.slice(0, SOURCES_SHOWN).map(({ name, date }) => `${name} ${date}`);
  return {
    title: messages.help.title,
    facts: [...messages.help.lines, messages.help.prices(messages.words.list(sources))],
    choose: messages.help.examples,
    choices: examples(query.language, messages),
  };
}

/** Questions to start with, as words and as what they mean. */
function examples(language: Language, { help: { example } }: Messages): Option[] {
  return Object.entries(EXAMPLES).map(([key, queryFor]) => ({
    label: example[key as Example],
    query: queryFor(language),
  }));
}
