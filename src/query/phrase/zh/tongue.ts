import type { Intent, Query } from "../../query.ts";
import { digits, money, nameOf } from "../figures.ts";
import { saidOf, type Tongue, type Words } from "../tongue.ts";
import { commands } from "./commands.ts";
import { FILTER_WORDS, unit } from "./filters.ts";
import { DERIVED, FIELDS_SAID, list, MOVES_SAID, NOUNS, SIDES_SAID, SUPERLATIVES } from "./terms.ts";
import { workload } from "./workload.ts";

const UNITS = { li: "算成几厘", fen: "算成几分", jiao: "算成几毛", cent: "算成几美分" } as const;
const GROUPS = { lab: "各厂商", provider: "各平台", origin: "国内国外各" } as const;
const IS = { equal: "是", less: "低于", more: "高于" } as const;
const CURRENCIES = { USD: "美元", CNY: "人民币" } as const;

/** 最便宜的5个模型, 哪个模型上下文最长. */
function ordered({ sort = { by: "price", order: "asc" }, limit, offset, of = "models", models }: Query): string {
  const noun = models ? "平台" : NOUNS[of];
  const whose = models ? `${list(models.map(nameOf))}，` : "";
  const what = SUPERLATIVES[sort.by][sort.order === "asc" ? 0 : 1];
  if (offset !== undefined) return `${whose}${what}的第${offset + 1}个${noun}`;
  if (limit === 1) return `${whose}哪个${noun}${what}`;
  return `${whose}${what}的${limit === undefined ? "" : `${limit}个`}${noun}`;
}

const rows = (query: Query): string =>
  query.sort || query.limit
    ? `列出${ordered(query)}`
    : `${query.count ? "一共有多少个" : "有哪些"}${NOUNS[query.of ?? "models"]}`;

/** With a price in the question itself, one model is compared with that price. */
const isOfHosts = ({ models, given }: Query): boolean => models?.length === 1 && given === undefined;

const buysOutput = ({ intent, fields }: Query): boolean =>
  intent === "budget" && fields?.length === 1 && fields[0] === "output";

const INTENTS: Record<Intent, (query: Query) => string> = {
  lookup: ({ fields, claim }) => (fields || claim ? "" : "多少钱"),
  rank: ordered,
  list: rows,
  compare: (query) => (isOfHosts(query) ? "对比各平台的" : "对比"),
  cost: () => "要花多少钱",
  budget: (query) => `能买多少${buysOutput(query) ? "输出" : ""}token`,
  history: () => "历史价格",
  changes: ({ moves }) => (moves ? "" : "价格调整"),
  command: () => "",
  help: () => "帮助",
  clarify: () => "要花多少钱",
  unknown: () => "天气怎么样",
};

const WORDS: Words<Query> = {
  intent: (intent, query) => INTENTS[intent](query),
  language: () => "",
  follows: () => "",
  unread: () => "",
  command: commands,
  budget: ({ amount, currency }) => money(amount, currency, "zh"),
  models: (models, { intent }) => (intent === "rank" ? "" : list(models.map(nameOf))),
  families: (families) => list(families),
  moves: (moves) => list(moves.map((move) => MOVES_SAID[move])),
  fields: (fields, query) => (buysOutput(query) ? "" : list(fields.map((field) => FIELDS_SAID[field]))),
  claim: (claims) =>
    `${claims.map(({ on, is, value, currency = "CNY", asOf }) => `${asOf ?? ""}${SIDES_SAID[on as keyof typeof SIDES_SAID] ?? on}${IS[is]}${money(value, currency, "zh")}`).join("，")}，对吗`,
  given: (given) =>
    given
      .map(
        ({ model, on, amount, currency, per }) =>
          `${model ? nameOf(model) : ""}${SIDES_SAID[on]}按${unit(per)} ${money(amount, currency, "zh")}`,
      )
      .join("，"),
  derive: (derive) => DERIVED[derive],
  workload,
  filters: (filters, query) => saidOf(FILTER_WORDS, filters, query).join("，"),
  sort: ({ by, order }, { intent }) =>
    intent === "rank" || intent === "list" ? "" : `${SUPERLATIVES[by][order === "asc" ? 0 : 1]}的在前`,
  limit: (limit, { intent }) => (intent === "rank" || intent === "list" ? "" : `前${limit}个`),
  offset: () => "",
  groupBy: (group) => GROUPS[group],
  count: () => "",
  of: () => "",
  tier: ({ promptTokens }) => `输入正好${promptTokens} token`,
  period: ({ from, to }) => (from === undefined ? `截至${to}` : to === undefined ? `${from}以来` : `${from}到${to}`),
  asOf: (day) => `${day}当时`,
  blend: ({ input, output }) => `混合比例${digits(input)}:${digits(output)}`,
  fx: (rate) => `汇率按${digits(rate)}`,
  currency: (currency) => `用${list([currency].flat().map((one) => CURRENCIES[one]))}算`,
  unit: (unit) => UNITS[unit],
  per: unit,
};

export const ZH: Tongue = {
  words: WORDS,
  lead: {
    lookup: ["models", "families", "intent"],
    rank: ["intent"],
    list: ["intent"],
    compare: ["intent", "models", "families"],
    cost: ["models", "families"],
    budget: ["budget", "intent"],
    history: ["models", "families", "intent"],
    changes: ["period", "moves", "intent"],
    command: ["command"],
    help: ["intent"],
    clarify: ["intent"],
    unknown: ["intent"],
  },
  space: "",
  comma: "，",
};
