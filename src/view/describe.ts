import type { Command, Query } from "../query/query.ts";
import { callOf, workload } from "./arithmetic.ts";
import { filterWords, span } from "./describe-filters.ts";
import type { Scene } from "./scene.ts";

/** How each key of a query is said; a new one does not compile without. */
type Words = { [K in keyof Required<Query>]: (value: NonNullable<Query[K]>, scene: Scene) => string[] };

const MODELS_SHOWN = 12;
const MILLION = 1_000_000;
export const SEPARATOR = " · ";
const COMPARED = { equal: "=", less: "<", more: ">" };
const ROW_COLUMNS = { models: "model", providers: "provider", labs: "lab" } as const;
const nothing = () => [];

/** In the order in which they are said. */
const WORDS: Words = {
  language: nothing,
  follows: nothing,
  unread: nothing,
  intent: (intent, { query, messages }) => {
    if (intent === "rank" && query.sort) return [];
    const asksPrice = intent === "lookup" && !query.fields && !query.claim;
    return [asksPrice ? messages.fields.price : messages.said.intents[intent]];
  },
  command: (command, scene) => [command].flat().map((one) => commandWords(one, scene)),
  sort: ({ by, order }, { messages }) => [messages.facts.superlatives[by][order]],
  models: (ids, { voice }) => [
    ...ids.slice(0, MODELS_SHOWN).map((id) => `${voice.model(id)} (${voice.quote(id)})`),
    ...(ids.length > MODELS_SHOWN ? [`+ ${ids.length - MODELS_SHOWN}`] : []),
  ],
  families: (ids, { voice }) => [voice.list(ids.map(voice.named))],
  fields: (fields, { messages, voice }) => [voice.list(fields.map((field) => messages.fields[field]))],
  derive: (derive, { messages }) => [messages.said.derive[derive]],
  claim: (claims, { messages, voice }) =>
    claims.map(({ on, is, value, currency, asOf }) => {
      const what = `${voice.figure(on)} ${COMPARED[is]} ${voice.value(String(value), currency)}`;
      return messages.said.claim(voice.list([what, ...(asOf ? [messages.said.asOf(asOf)] : [])]));
    }),
  given: (prices, { messages, voice }) =>
    prices.map(({ model, on, amount, currency, per }) => {
      const price = messages.words.pricePer([voice.money(String(amount), currency)], per);
      return messages.said.given([...(model ? [voice.model(model)] : []), voice.figure(on), price].join(" "));
    }),
  workload: (_, scene) => [scene.query.intent === "budget" ? callOf(scene) : workload(scene)],
  budget: ({ amount, currency }, { voice }) => [voice.money(String(amount), currency)],
  limit: (limit, { messages, query }) => (limit === 1 && !query.groupBy ? [] : [messages.said.top(limit)]),
  offset: (offset, { messages }) => [messages.said.skip(offset)],
  groupBy: (by, { messages }) => [messages.said.groups[by]],
  count: (_, { messages, query }) => [messages.said.countOf(query.of ?? "models")],
  of: (of, { messages, query }) => (query.count ? [] : [messages.columns[ROW_COLUMNS[of]]]),
  filters: filterWords,
  moves: (moves, { messages }) => [messages.said.moves(moves.map((move) => messages.moves[move]))],
  period: (period) => [span(period)],
  tier: ({ promptTokens }, { messages, voice }) => [messages.said.tier(voice.count(promptTokens))],
  asOf: (day, { messages }) => [messages.said.asOf(day)],
  blend: ({ input, output }, { messages }) => [messages.said.blend(`${input}:${output}`)],
  fx: (rate, { messages }) => [messages.said.fx(rate)],
  currency: (currency, { messages }) => [messages.said.currency([currency].flat())],
  unit: (unit, { messages }) => [messages.said.unit(unit)],
  per: (per, { messages }) => (per === MILLION ? [] : [messages.words.per(per)]),
};

/** The whole query in words, so that a wrong reading is seen at a glance. */
export function describe(scene: Scene): string {
  const query: Record<string, unknown> = scene.query;
  const parts = Object.entries(WORDS).flatMap(([key, words]) => {
    const say = words as (value: unknown, scene: Scene) => string[];
    return query[key] === undefined ? [] : say(query[key], scene);
  });
  return parts.filter((part) => part !== "").join(SEPARATOR);
}

function commandWords(command: Command, scene: Scene): string {
  const { messages, voice } = scene;
  const { said } = messages;
  const head = `${said.commands[command.name]} ${said.commandActions[command.action]}`;
  if (command.name !== "watch") return head;
  const { models = [], families = [], labs = [], on = "price", below, above, currency = "USD" } = command;
  const named = voice.list([...models.map(voice.model), ...families.map(voice.named), ...labs.map(voice.named)]);
  const bound = (sign: string, amount: number | undefined) =>
    amount === undefined ? "" : `${messages.figures[on]} ${sign} ${voice.money(String(amount), currency)}`;
  return [head, named, bound("<", below), bound(">", above)].filter((part) => part !== "").join(" ");
}
