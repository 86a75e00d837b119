import { Decimal } from "../../lib/decimal.ts";
import { groupBy } from "../group-by.ts";
import { figures, groupKey, type PlacedPrice } from "../merge/placed.ts";
import { compare } from "../merge/runs.ts";
import { agrees } from "../merge/same.ts";

/** What a region adds to the plain price. */
const SURCHARGE = "1.1";

/**
 * An offer of a region that was filed at the plain price, and later with the region's surcharge on both sides, was
 * filed wrongly before: nobody raised a price.
 */
export function settleSurcharges(prices: readonly PlacedPrice[]): PlacedPrice[] {
  const plain = groupBy(
    prices.filter(({ region }) => region === undefined || region === "global"),
    ({ provider, model }) => `${provider} ${model}`,
  );
  const own = groupBy(
    prices.filter(({ region }) => region !== undefined && region !== "global"),
    (fact) => `${groupKey(fact)} ${fact.id} ${fact.source}`,
  );
  const late = new Set<PlacedPrice>();
  for (const facts of own.values()) {
    const sorted = [...facts].sort((a, b) => compare(a.seen, b.seen));
    sorted.forEach((fact, at) => {
      const before = sorted[at - 1];
      if (!before || fact.kind !== undefined || !isRaised(before, fact)) return;
      const others = plain.get(`${fact.provider} ${fact.model}`) ?? [];
      if (others.some((other) => agrees(other, before))) late.add(fact);
    });
  }
  return prices.map((fact) => (late.has(fact) ? { ...fact, kind: "correction" as const } : fact));
}

function isRaised(before: PlacedPrice, after: PlacedPrice): boolean {
  const [old, next] = [figures(before), figures(after)];
  return (
    old.currency === next.currency &&
    [[old.input, next.input] as const, [old.output, next.output] as const].every(
      ([a, b]) => a !== null && b !== null && new Decimal(a).times(SURCHARGE).eq(b),
    )
  );
}
