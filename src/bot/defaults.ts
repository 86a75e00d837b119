import type { Defaults } from "../query/defaults.ts";
import { type Filters, ON_PRICES, type Query } from "../query/query.ts";
import type { Reading } from "../query/reading.ts";

const FILTERED: readonly Query["intent"][] = ["rank", "list", "changes"];

/** Filters that speak of the same thing: one that a question says stands for all of its group. */
const GROUPS: readonly (readonly (keyof Filters)[])[] = [
  ["labs", "families", "names", "origin"],
  ["offers", "providers", "openWeights"],
];
const groupOf = (key: keyof Filters): readonly (keyof Filters)[] => GROUPS.find((keys) => keys.includes(key)) ?? [key];

/** A reading with the defaults filled in where its question says nothing; they are named in the answer. */
export function withDefaults(reading: Reading, defaults: Defaults): Reading {
  const { query } = reading;
  if (!ON_PRICES.has(query.intent)) return reading;
  const { set, assumed } = displayed(query, defaults);
  const filters = FILTERED.includes(query.intent) && !query.models ? added(query.filters, defaults.filters) : {};
  const isFiltered = Object.keys(filters).length > 0;
  return {
    ...reading,
    query: { ...query, ...set, ...(isFiltered && { filters: joined(query.filters, filters) }) },
    assumed: [...reading.assumed, ...assumed],
    ...(isFiltered && { defaults: { filters, asked: query } }),
  };
}

type Set = Pick<Query, "currency" | "per" | "blend">;

/** How figures are shown. A claim is compared in its own currency, a sub-unit is of one. */
function displayed(query: Query, { currency, per, blend }: Defaults): { set: Set; assumed: Reading["assumed"] } {
  const set: Set = {};
  const assumed: Reading["assumed"] = [];
  if (currency && !query.currency && !query.unit && !query.claim) {
    set.currency = currency;
    assumed.push({ code: "set_currency", args: { currency } });
  }
  if (per && !query.per && !query.unit && !query.workload && !query.budget) {
    set.per = per;
    assumed.push({ code: "set_per", args: { per } });
  }
  if (blend && !query.blend && query.intent === "rank" && query.sort?.by === "price") {
    set.blend = blend;
    assumed.push({ code: "set_blend", args: { ratio: `${blend.input}:${blend.output}` } });
  }
  return { set, assumed };
}

/** The default filters of which the question says nothing. */
function added(said: Filters = {}, defaults: Filters = {}): Filters {
  const entries = Object.entries(defaults).filter(
    ([key, value]) => value !== undefined && !groupOf(key as keyof Filters).some((one) => isSaid(one, said)),
  );
  return Object.fromEntries(entries) as Filters;
}

/** Abilities add up; of the others what the question says stands alone. */
const isSaid = (key: keyof Filters, said: Filters): boolean => key !== "abilities" && said[key] !== undefined;

function joined(said: Filters = {}, defaults: Filters): Filters {
  if (!said.abilities || !defaults.abilities) return { ...defaults, ...said };
  const { all = [], none = [] } = said.abilities;
  const more = (defaults.abilities.all ?? []).filter((ability) => !all.includes(ability) && !none.includes(ability));
  const less = (defaults.abilities.none ?? []).filter((ability) => !all.includes(ability) && !none.includes(ability));
  const abilities = {
    ...(all.length + more.length > 0 && { all: [...all, ...more] }),
    ...(none.length + less.length > 0 && { none: [...none, ...less] }),
  };
  return { ...defaults, ...said, abilities };
}
