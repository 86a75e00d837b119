import type { Price, Rate } from "../catalog/schema.ts";
import { allZero } from "../import/merge/free.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import { agrees } from "../import/merge/same.ts";
import { headline, usualRate } from "../import/rates.ts";

/**
 * How a source's word stands to the price of the catalog: the same; the same with units or conditions that the
 * catalog does not have (`more`); another price (`other`); or it knows of no price (`silent`).
 */
export type Standing = "same" | "more" | "other" | "silent";

export function standing(price: Price | undefined, fact: PlacedPrice): Standing {
  if (fact.rates.length === 0) return "silent";
  if (!price) return "other";
  if (price.rates.length === 0) return allZero(fact) || price.state === "plan" ? "same" : "other";
  if (price.source !== fact.source) return agrees(price, fact) ? "same" : "other";
  if (price.currency !== fact.currency) return "other";
  const [old, now] = [usualRate(price.rates)?.units ?? {}, usualRate(fact.rates)?.units ?? {}];
  if (changedUnits(old, now).length > 0) return "other";
  return addsUnits(old, now) || addsSteps(price.rates, fact.rates) ? "more" : "same";
}

type Units = Rate["units"];

/** Units that both know, with another price. */
function changedUnits(old: Units, now: Units): string[] {
  return Object.entries(now)
    .filter(([unit, price]) => {
      const before = old[unit as keyof Units];
      return before != null && price != null && before !== price;
    })
    .map(([unit]) => unit);
}

function addsUnits(old: Units, now: Units): boolean {
  return Object.entries(now).some(([unit, price]) => price != null && old[unit as keyof Units] == null);
}

/** Conditions or their prices that differ beside the usual rate; a source without steps denies nobody's. */
function addsSteps(old: readonly Rate[], now: readonly Rate[]): boolean {
  if (now.length === 1) return false;
  return now.some(({ when, units }) => {
    const twin = old.find((rate) => JSON.stringify(rate.when ?? {}) === JSON.stringify(when ?? {}));
    return !twin || changedUnits(twin.units, units).length > 0;
  });
}

type Priced = Pick<PlacedPrice, "currency" | "rates">;

/** The same input and output within a percent, and both known: what one has to say to bear witness for another. */
export function isSamePrice(a: Priced, b: Priced): boolean {
  const [x, y] = [headline(a.rates), headline(b.rates)];
  return agrees(a, b) && (["input", "output"] as const).every((side) => (x[side] === null) === (y[side] === null));
}
