import type { Filters, PriceBound, ThanBound } from "../../query.ts";
import { digits, money, nameOf, size } from "../figures.ts";
import type { Words } from "../tongue.ts";
import { ABILITIES_SAID, list, ORIGINS_SAID, SIDES_SAID } from "./terms.ts";

type Range = { min?: number | undefined; max?: number | undefined };
type Named = { in?: string[] | undefined; out?: string[] | undefined };

function range({ min, max }: Range, what: string): string {
  if (min !== undefined && max !== undefined) return `${what}${min}到${max} token`;
  return min === undefined ? `${what}不超过${max ?? 0} token` : `${what}至少${size(min)} token`;
}

const ENDS = { min: "至少", max: "不超过", over: "高于", under: "低于" } as const;

/** 每百万token, 每1k token. */
export const unit = (per: number): string => (per === MILLION ? "每百万token" : `每${size(per)} token`);
const MILLION = 1_000_000;

function bound({ on, currency, per, ...ends }: PriceBound): string {
  const said = (Object.keys(ENDS) as (keyof typeof ENDS)[]).flatMap((end) => {
    const amount = ends[end];
    return amount === undefined ? [] : [`${ENDS[end]}${money(amount, currency, "zh")}${unit(per)}`];
  });
  return `${SIDES_SAID[on]}${said.join("、")}`;
}

/** Before and after the name of a model: cheaper, dearer, neither. */
const THAN_PRICE = {
  less: ["比", "便宜"],
  more: ["比", "贵"],
  at_most: ["不比", "贵"],
  at_least: ["不比", "便宜"],
} as const;
const THAN_SIDE = {
  less: ["比", "低"],
  more: ["比", "高"],
  at_most: ["不比", "高"],
  at_least: ["不比", "低"],
} as const;
const THAN_LENGTH = {
  less: ["比", "短"],
  more: ["比", "长"],
  at_most: ["不比", "长"],
  at_least: ["不比", "短"],
} as const;
const THAN_DATE = {
  less: ["比", "旧"],
  more: ["比", "新"],
  at_most: ["不比", "新"],
  at_least: ["不比", "旧"],
} as const;
const THAN_WORDS = {
  price: THAN_PRICE,
  input: THAN_SIDE,
  output: THAN_SIDE,
  cache_read: THAN_SIDE,
  context: THAN_LENGTH,
  max_output: THAN_LENGTH,
  released: THAN_DATE,
} as const;
const THAN = { less: "不到", more: "超过", at_most: "不超过", at_least: "不低于" } as const;
const THAN_SIDES = { ...SIDES_SAID, context: "上下文", max_output: "最大输出", released: "发布" } as const;

function than({ on, model, is, times }: ThanBound): string {
  if (times !== undefined) return `${THAN_SIDES[on]}${THAN[is]}${nameOf(model)}的${digits(times * 100)}%`;
  const [before, after] = THAN_WORDS[on][is];
  return `${on === "price" || on === "released" ? "" : THAN_SIDES[on]}${before}${nameOf(model)}${after}`;
}

const inOut = (names: Named, yes: (names: string) => string, no: (names: string) => string): string =>
  [
    ...(names.in ? [yes(list(names.in.map(nameOf)))] : []),
    ...(names.out ? [no(list(names.out.map(nameOf)))] : []),
  ].join("，");

export const FILTER_WORDS: Words<Filters> = {
  providers: (providers) =>
    inOut(
      providers,
      (names) => `${names}上的`,
      (names) => `不要${names}上的`,
    ),
  labs: (labs) =>
    inOut(
      labs,
      (names) => `${names}家的`,
      (names) => `不要${names}家的`,
    ),
  families: (families) =>
    inOut(
      families,
      (names) => `${names}系列`,
      (names) => `不要${names}系列`,
    ),
  names: ({ in: yes = [], out: no = [] }) =>
    [...yes.map((name) => `${name}开头的`), ...no.map((name) => `不要${name}开头的`)].join("，"),
  origin: (origin) => ORIGINS_SAID[origin],
  openWeights: (open) => (open ? "开源的" : "闭源的"),
  free: (free) => (free === "any" ? "免费的也算" : free ? "免费的" : "免费的不算"),
  status: (status) => ({ current: "在售", all: "停售的也要", retired: "已停售的" })[status],
  offers: (offers) => ({ official: "官方", hosted: "第三方平台", any: "全网" })[offers],
  abilities: ({ all = [], none = [] }) =>
    [
      ...(all.length > 0 ? [`有${list(all.map((id) => ABILITIES_SAID[id]))}`] : []),
      ...(none.length > 0 ? [`不带${list(none.map((id) => ABILITIES_SAID[id]))}`] : []),
    ].join("，"),
  context: (context) => range(context, "上下文"),
  maxOutput: (maxOutput) => range(maxOutput, "最大输出"),
  price: (bounds) => bounds.map(bound).join("，"),
  than: (bounds) => bounds.map(than).join("，"),
  released: ({ from, to }) => (from && to ? `${from}到${to}发布的` : from ? `${from}以后发布的` : `截至${to}发布的`),
  preview: (preview) => (preview ? "预览版" : "不要预览版"),
  cost: ({ min, max, currency }) =>
    [
      ...(min === undefined ? [] : [`总费用至少${money(min, currency, "zh")}`]),
      ...(max === undefined ? [] : [`预算${money(max, currency, "zh")}以内`]),
    ].join("，"),
};
