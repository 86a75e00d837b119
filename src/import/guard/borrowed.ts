import type { Day } from "../../catalog/schema.ts";
import { isContinuous } from "../merge/authority.ts";
import { attestedOn, type PlacedPrice } from "../merge/placed.ts";
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
 * Said by one source only, of a lab whose listing was seen later without the model or with another price: what the
 * router charges, or anything about open weights, is a host's price under the lab's name.
 */
export function isBorrowed(
  fact: PlacedPrice,
  all: PlacedPrice[],
  { sellers, followed, openWeights }: BorrowedContext,
): boolean {
  const until = followed.get(fact.provider);
  if (!until || fact.source !== LENDER || (!fact.undated && attestedOn(fact) > until)) return false;
  if (sellers.get(fact.provider)?.kind !== "lab" || fact.rates.length === 0) return false;
  const others = all.filter(
    (one) => one.source !== fact.source && one.provider === fact.provider && one.site === fact.site,
  );
  const rivals = others.filter((one) => worth(one) > 0);
  if (rivals.some((one) => agrees(one, fact))) return false;
  const isRouters = all.some((one) => one.provider === ROUTER && agrees(one, fact));
  const isListed = rivals.some((one) => isContinuous(one.source) && attestedOn(one) >= until);
  return isListed ? isRouters : isRouters || openWeights.has(fact.model);
}
