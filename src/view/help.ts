import { phrase } from "../query/phrase.ts";
import type { Language, Query } from "../query/query.ts";
import type { Presented, Scene } from "./scene.ts";
import type { Option } from "./view.ts";

const SOURCES_SHOWN = 8;
const OPENAI_MINI = "openai/gpt-4o-mini";

/** What the examples mean, so that they can be clicked; their words are the query's own, so that they can be typed. */
const EXAMPLES: readonly ((language: Language) => Query)[] = [
  (language) => ({
    intent: "rank",
    language,
    filters: { context: { min: 128_000 }, abilities: { all: ["vision"] } },
    sort: { by: "price", order: "asc" },
  }),
  (language) => ({ intent: "lookup", language, models: [OPENAI_MINI] }),
  (language) => ({
    intent: "lookup",
    language,
    models: ["deepseek/deepseek-v4-flash"],
    ...(language === "en" ? { currency: "CNY" } : { per: 1_000_000 }),
  }),
  (language) => ({
    intent: "cost",
    language,
    models: ["openai/gpt-5-mini"],
    workload: { input: 2000, output: 500, requests: 1_500_000, days: 30 },
  }),
  (language) => ({
    intent: "budget",
    language,
    models: ["openai/gpt-5.4"],
    budget: { amount: 50, currency: "USD" },
    fields: ["output"],
  }),
  (language) => ({
    intent: "compare",
    language,
    models: ["openai/gpt-4.1-mini", "openai/gpt-4.1"],
    derive: "percent",
  }),
  (language) => ({
    intent: "lookup",
    language,
    models: ["openai/gpt-4o"],
    asOf: "2025-05-31",
  }),
  (language) => ({ intent: "changes", language, moves: ["down"] }),
];

/** What can be asked, where prices come from and how old they are, and examples to choose from. */
export function help({ answer, catalog, messages, query }: Scene): Presented {
  const hasPrices = (id: string) => catalog.offers.some(({ prices }) => prices.some(({ source }) => source === id));
  const known = [...catalog.sources.values()].filter(({ id, date }) => date <= answer.today && hasPrices(id));
  const sources = known.slice(0, SOURCES_SHOWN).map(({ name, date }) => `${name} ${date}`);
  return {
    title: messages.help.title,
    facts: [...messages.help.lines, messages.help.prices(messages.words.list(sources))],
    choose: messages.help.examples,
    choices: examples(query.language),
  };
}

/** Questions to start with, as words and as what they mean. */
export function examples(language: Language): Option[] {
  return EXAMPLES.map((queryFor) => {
    const query = queryFor(language);
    return { label: phrase(query, language), query };
  });
}
