import type { PlacedPrice } from "../merge/placed.ts";
import type { SellerInfo } from "../merge/providers.ts";
import { headline } from "../rates.ts";

export type Sellers = ReadonlyMap<string, SellerInfo>;

/** From what is compared with it a price may differ by this factor before it needs an explanation. */
export const FAR = 5;
/** Enough for a check of plausibility; no price is ever converted by it. */
const CNY_PER_USD = 7;

/** Input and output blended 3:1 in dollars, as rough as a check of plausibility needs it; 0 where not known. */
export function worth(fact: Pick<PlacedPrice, "rates" | "currency">): number {
  const { input, output } = headline(fact.rates);
  if (input === null && output === null) return 0;
  const sum = input === null || output === null ? Number(input ?? output) : (3 * Number(input) + Number(output)) / 4;
  return fact.currency === "CNY" ? sum / CNY_PER_USD : sum;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function factor(a: number, b: number): number {
  return Math.max(a / b, b / a);
}

/** Said of the lab's own shop. */
export function isOfficial(fact: PlacedPrice, providers: Sellers): boolean {
  const lab = fact.model.slice(0, fact.model.indexOf("/"));
  return providers.get(fact.provider)?.ownShopOf.includes(lab) ?? false;
}
