import { groupBy } from "../group-by.ts";
import type { PlacedPrice } from "../merge/placed.ts";
import { compare } from "../merge/runs.ts";
import { agrees } from "../merge/same.ts";
import type { Sellers } from "./worth.ts";

/** So many others who charged the old price show that it was real. */
const WITNESSES = 2;

/**
 * A step beyond the usual size is a slip mended, unless others charged the price before it: then it was real, and the
 * step is a move. A step to what the sister site charges stays a correction.
 */
export function settleJumps(prices: readonly PlacedPrice[], sellers: Sellers): PlacedPrice[] {
  const byModel = groupBy(prices, (fact) => fact.model);
  return prices.map((fact) => {
    if (!fact.jump || !isReal(fact, byModel.get(fact.model) ?? [], sellers)) return fact;
    const { kind: _, ...move } = fact;
    return move;
  });
}

function isReal(fact: PlacedPrice, all: readonly PlacedPrice[], sellers: Sellers): boolean {
  const before = last(all.filter((one) => isSameId(one, fact) && one.seen < fact.seen));
  if (!before) return false;
  const sister = sellers.get(fact.provider)?.sister;
  const others = groupBy(
    all.filter((one) => one.provider !== fact.provider && one.currency === fact.currency && one.seen <= fact.seen),
    (one) => one.provider,
  );
  const standing = last((sister && others.get(sister)) || []);
  if (standing && agrees(standing, fact)) return false;
  const witnesses = [...others].filter(([id, own]) => id !== sister && own.some((one) => agrees(one, before)));
  return witnesses.length >= WITNESSES;
}

function isSameId(a: PlacedPrice, b: PlacedPrice): boolean {
  return a.source === b.source && a.provider === b.provider && a.id === b.id;
}

function last(facts: readonly PlacedPrice[]): PlacedPrice | undefined {
  return [...facts].sort((a, b) => compare(a.seen, b.seen)).at(-1);
}
