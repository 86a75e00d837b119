import type { Filters, PriceBound, ThanBound } from "../../query.ts";
import { digits, money, nameOf, size } from "../figures.ts";
import type { Words } from "../tongue.ts";
import { ABILITIES_SAID, list, ORIGINS_SAID, SIDES_SAID } from "./terms.ts";

type Range = { min?: number | undefined; max?: number | undefined };
type Named = { in?: string[] | undefined; out?: string[] | undefined };

const MILLION = 1_000_000;

function range({ min, max }: Range, what: string): string {
  if (min !== undefined && max !== undefined) return `${what} between ${min} and ${max} tokens`;
  return min === undefined ? `${what} at most ${max ?? 0} tokens` : `${what} at least ${size(min)} tokens`;
}

const ENDS = { min: "at least", max: "at most", over: "over", under: "under" } as const;

function bound({ on, currency, per, ...ends }: PriceBound): string {
  const unit = per === MILLION ? "per 1M tokens" : `per ${size(per)} tokens`;
  const said = (Object.keys(ENDS) as (keyof typeof ENDS)[]).flatMap((end) => {
    const amount = ends[end];
    return amount === undefined ? [] : [`${ENDS[end]} ${money(amount, currency, "en")} ${unit}`];
  });
  const side = on === "price" ? "price" : `${SIDES_SAID[on]} price`;
  return `${side} ${list(said)}`;
}

/** A price beside another one has words of its own. */
const PRICE_THAN = {
  less: "cheaper than",
  more: "more expensive than",
  at_most: "no more expensive than",
  at_least: "at least as expensive as",
} as const;
const THAN = { less: "under", more: "over", at_most: "at most", at_least: "at least" } as const;
const THAN_SIDES = { ...SIDES_SAID, context: "context", max_output: "max output", released: "released" } as const;

function than({ on, model, is, times }: ThanBound): string {
  if (on === "released") return `released ${is === "less" || is === "at_most" ? "before" : "after"} ${nameOf(model)}`;
  if (on === "price" && times === undefined) return `${PRICE_THAN[is]} ${nameOf(model)}`;
  const share = times === undefined ? "" : `${digits(times * 100)}% of `;
  return `${THAN_SIDES[on]} ${THAN[is]} ${share}${nameOf(model)}`;
}

const inOut = (names: Named, yes: string, no: string, say: (id: string) => string = nameOf): string =>
  [
    ...(names.in ? [`${yes} ${list(names.in.map(say))}`] : []),
    ...(names.out ? [`${no} ${list(names.out.map(say), "or")}`] : []),
  ].join(", ");

export const FILTER_WORDS: Words<Filters> = {
  labs: (labs) => inOut(labs, "from", "not from"),
  families: (families) => inOut(families, "from the family", "not from the family"),
  names: ({ in: yes = [], out: no = [] }) =>
    list([...yes.map((name) => `starting with ${name}`), ...no.map((name) => `nothing starting with ${name}`)]),
  providers: (providers) =>
    [...(providers.in ?? []).map((id) => `on ${id}`), ...(providers.out ?? []).map((id) => `not on ${id}`)].join(", "),
  origin: (origin) => ORIGINS_SAID[origin],
  openWeights: (open) => (open ? "open weights" : "closed weights"),
  free: (free) => (free === "any" ? "including free ones" : free ? "free" : "excluding free ones"),
  status: (status) => ({ current: "currently available", all: "including retired ones", retired: "retired" })[status],
  offers: (offers) => ({ official: "official api", hosted: "third-party hosts", any: "any provider" })[offers],
  abilities: ({ all = [], none = [] }) =>
    [
      ...(all.length > 0 ? [`with ${list(all.map((id) => ABILITIES_SAID[id]))}`] : []),
      ...(none.length > 0
        ? [
            `without ${list(
              none.map((id) => ABILITIES_SAID[id]),
              "or",
            )}`,
          ]
        : []),
    ].join(", "),
  context: (context) => range(context, "context"),
  maxOutput: (maxOutput) => range(maxOutput, "max output"),
  price: (bounds) => bounds.map(bound).join(", "),
  than: (bounds) => bounds.map(than).join(", "),
  released: ({ from, to }) => `released${from ? ` from ${from}` : ""}${to ? ` until ${to}` : ""}`,
  preview: (preview) => (preview ? "previews" : "no previews"),
  cost: ({ min, max, currency }) =>
    [
      ...(min === undefined ? [] : [`total cost at least ${money(min, currency, "en")}`]),
      ...(max === undefined ? [] : [`that fit a budget of ${money(max, currency, "en")}`]),
    ].join(", "),
};
