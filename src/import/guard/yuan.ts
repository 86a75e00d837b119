import type { PlacedPrice } from "../merge/placed.ts";
import { headline } from "../rates.ts";
import { isOfficial, median, type Sellers, worth } from "./worth.ts";

/** Yuan taken for dollars stand at least this far above the dollar price, where the Chinese list is the cheaper one. */
const YUAN = 1.9;

/** Dollar figures of a model that are the two numbers of its Chinese list, far above what it costs in dollars. */
export function yuanAsDollars(facts: PlacedPrice[], sellers: Sellers): PlacedPrice[] {
  const yuan = yuanPairs(facts);
  return facts.filter((fact) => fact.currency === "USD" && isYuan(fact, yuan, facts, sellers));
}

function yuanPairs(facts: PlacedPrice[]): Set<string> {
  const native = facts.filter((fact) => fact.currency === "CNY");
  return new Set(native.flatMap((fact) => fact.rates.map(({ units }) => `${units.input}/${units.output}`)));
}

function isYuan(fact: PlacedPrice, yuan: Set<string>, all: PlacedPrice[], sellers: Sellers): boolean {
  const { input, output } = headline(fact.rates);
  if (input === null || output === null || !yuan.has(`${input}/${output}`)) return false;
  const others = all.filter((one) => one.currency === "USD" && one.provider !== fact.provider);
  const official = others.filter((one) => isOfficial(one, sellers));
  const reference = official.length > 0 ? official : others;
  return reference.length > 0 && worth(fact) / median(reference.map(worth)) >= YUAN;
}
