import type { Intent, Query } from "../../query.ts";
import { digits, money, nameOf, size } from "../figures.ts";
import { saidOf, type Tongue, type Words } from "../tongue.ts";
import { commands } from "./commands.ts";
import { FILTER_WORDS } from "./filters.ts";
import { DERIVED, FIELDS_SAID, list, MOVES_SAID, NOUN, NOUNS, ORDINALS, SIDES_SAID, SUPERLATIVES } from "./terms.ts";
import { workload } from "./workload.ts";

const UNITS = { li: "厘", fen: "fen", jiao: "jiao", cent: "cents" } as const;
const GROUPS = { lab: "per lab", provider: "per provider", origin: "per country" } as const;
const IS = { equal: "is", less: "is under", more: "is over" } as const;

/** "which model is the cheapest", "the 3 models with the longest context". */
function ordered({ sort = { by: "price", order: "asc" }, limit, offset, of = "models", models }: Query): string {
  const [noun, nouns] = models
    ? [`provider of ${list(models.map(nameOf))}`, `providers of ${list(models.map(nameOf))}`]
    : [NOUN[of], NOUNS[of]];
  const superlative = SUPERLATIVES[sort.by];
  const place = sort.order === "asc" ? 0 : 1;
  const nth = offset === undefined ? undefined : ORDINALS[offset];
  if ("is" in superlative) {
    const adjective = superlative.is[place];
    if (nth !== undefined) return `the ${nth} ${adjective} ${noun}`;
    if (limit === 1) return `which ${noun} is the ${adjective}`;
    return limit === undefined ? `the ${adjective} ${nouns}` : `the ${limit} ${adjective} ${nouns}`;
  }
  const what = superlative.has[place];
  if (nth !== undefined) return `the ${noun} with the ${nth} ${what}`;
  if (limit === 1) return `which ${noun} has the ${what}`;
  return `${limit === undefined ? "" : `the ${limit} `}${nouns} with the ${what}`;
}

const rows = (query: Query): string =>
  query.sort || query.limit
    ? `list ${ordered(query)}`
    : `${query.count ? "how many" : "which"} ${NOUNS[query.of ?? "models"]}`;

/** With a price in the question itself, one model is compared with that price. */
const isOfHosts = ({ models, given }: Query): boolean => models?.length === 1 && given === undefined;

const buysOutput = ({ intent, fields }: Query): boolean =>
  intent === "budget" && fields?.length === 1 && fields[0] === "output";

const INTENTS: Record<Intent, (query: Query) => string> = {
  lookup: ({ fields, claim }) => (fields || claim ? "" : "price of"),
  rank: ordered,
  list: rows,
  compare: (query) => (isOfHosts(query) ? "compare the providers of" : "compare"),
  cost: () => "total cost of",
  budget: (query) => `how many ${buysOutput(query) ? "output " : ""}tokens of`,
  history: () => "price history of",
  changes: ({ moves }) => (moves ? "" : "price changes"),
  command: () => "",
  help: () => "help",
  clarify: () => "how much would it cost",
  unknown: () => "what is the weather",
};

const WORDS: Words<Query> = {
  intent: (intent, query) => INTENTS[intent](query),
  language: () => "",
  follows: () => "",
  unread: () => "",
  command: commands,
  budget: ({ amount, currency }) => `does ${money(amount, currency, "en")} buy`,
  models: (models, { intent }) => (intent === "rank" ? "" : list(models.map(nameOf))),
  families: (families) => list(families),
  moves: (moves) => list(moves.map((move) => MOVES_SAID[move])),
  fields: (fields, query) => (buysOutput(query) ? "" : list(fields.map((field) => FIELDS_SAID[field]))),
  claim: (claims) =>
    `${claims.map(({ on, is, value, currency = "USD", asOf }) => `${on} ${IS[is]} ${money(value, currency, "en")}${asOf ? ` as of ${asOf}` : ""}`).join(", ")}, right?`,
  given: (given) =>
    given
      .map(
        ({ model, on, amount, currency, per }) =>
          `${model ? `${nameOf(model)} ` : ""}at ${money(amount, currency, "en")} per ${size(per)} ${on === "price" ? "tokens" : SIDES_SAID[on]}`,
      )
      .join(", "),
  derive: (derive) => DERIVED[derive],
  workload,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join(", "),
  sort: ({ by, order }, { intent }) => {
    if (intent === "rank" || intent === "list") return "";
    const superlative = SUPERLATIVES[by];
    return `${("is" in superlative ? superlative.is : superlative.has)[order === "asc" ? 0 : 1]} first`;
  },
  limit: (limit, { intent }) => (intent === "rank" || intent === "list" ? "" : `top ${limit}`),
  offset: () => "",
  groupBy: (group) => GROUPS[group],
  count: () => "",
  of: () => "",
  tier: ({ promptTokens }) => `for a prompt of exactly ${promptTokens} tokens`,
  period: ({ from, to }) =>
    from === undefined ? `until ${to}` : to === undefined ? `since ${from}` : `from ${from} to ${to}`,
  asOf: (day) => `as of ${day}`,
  blend: ({ input, output }) => `blend ${digits(input)}:${digits(output)}`,
  fx: (rate) => `at an exchange rate of ${digits(rate)}`,
  currency: (currency) => `in ${list([currency].flat())}`,
  unit: (unit) => `in ${UNITS[unit]}`,
  per: (per) => `per ${size(per)} tokens`,
};

export const EN: Tongue = {
  words: WORDS,
  lead: {
    lookup: ["intent", "models", "families"],
    rank: ["intent"],
    list: ["intent"],
    compare: ["intent", "models", "families"],
    cost: ["intent", "models", "families"],
    budget: ["intent", "models", "families", "budget"],
    history: ["intent", "models", "families"],
    changes: ["intent", "moves"],
    command: ["command"],
    help: ["intent"],
    clarify: ["intent"],
    unknown: ["intent"],
  },
  space: " ",
  comma: ", ",
};
