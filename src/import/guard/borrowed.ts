import type { Day } from "../../catalog/schema.ts";
import { isContinuous } from "../merge/authority.ts";
import { attestedOn, groupKey, isAnnounced, type PlacedPrice } from "../merge/placed.ts";
import { agrees } from "../merge/same.ts";
import { type Sellers, worth } from "./worth.ts";

/** A source that files the router's prices under the labs' names. */
const LENDER = "genai-prices";
const ROUTER = "openrouter";

export interface BorrowedContext {
  sellers: Sellers;
  /** Providers whose listing a source follows, with its last day. */
  followed: ReadonlyMap<string, Day>;
  openWeights: ReadonlySet<string>;
}

/**
 * Said by one source only, where the seller's own listing was seen later: with another price, and this one is what
 * the router charges; or without the model, and its weights are open. Then it is a host's price under a lab's name.
 */
export function isBorrowed(
  fact: PlacedPrice,
  all: PlacedPrice[],
  { sellers, followed, openWeights }: BorrowedContext,
): boolean {
  const until = followed.get(fact.provider);
  if (!until || fact.source !== LENDER || (!fact.undated && attestedOn(fact) > until)) return false;
  const kind = sellers.get(fact.provider)?.kind;
  if ((kind !== "lab" && kind !== "cloud") || fact.rates.length === 0 || isAnnounced(fact)) return false;
  const rivals = all.filter((one) => one.source !== fact.source && groupKey(one) === groupKey(fact) && worth(one) > 0);
  const since = fact.undated ? "" : attestedOn(fact);
  if (rivals.some((one) => agrees(one, fact) && attestedOn(one) >= since)) return false;
  const isListed = rivals.some((one) => isContinuous(one.source) && attestedOn(one) >= until);
  if (isListed) return all.some((one) => one.provider === ROUTER && agrees(one, fact));
  return kind === "lab" && openWeights.has(fact.model);
}
