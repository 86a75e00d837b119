import type { Price, PriceState } from "../../catalog/schema.ts";
import type { Entry } from "./entry.ts";
import { allZero } from "./free.ts";
import type { PlacedPrice } from "./placed.ts";
import type { SellerInfo } from "./providers.ts";

/** What a fact's figures amount to at a provider, and the rates that may be shown. */
export interface Judged {
  state: PriceState;
  rates: Price["rates"];
}

/** Zero is free only if the id says so, the native list does, or two sources do for the lab's own shop. */
function zeroState(fact: PlacedPrice, provider: SellerInfo, entry: Entry, zeros: ReadonlySet<string>): PriceState {
  const lab = fact.model.slice(0, fact.model.indexOf("/"));
  const sayers = new Set([entry.fact, ...entry.confirmed].map((one) => one.source));
  if (fact.free || fact.source === "lobehub" || sayers.has("lobehub")) return "free";
  if ((sayers.size > 1 || zeros.has(fact.model)) && provider.ownShopOf.includes(lab)) return "free";
  return provider.zeros ?? "unknown";
}

/**
 * Unknown is not zero, zero is not free, a plan is no price, and dollars on a yuan site are not verified.
 * @param zeros models for which the native list of the vendor's Chinese site says zero
 */
export function judge(entry: Entry, provider: SellerInfo, zeros: ReadonlySet<string>): Judged {
  const { fact } = entry;
  if (provider.kind === "plan" || provider.kind === "local") return { state: "plan", rates: [] };
  if (fact.rates.length === 0) return { state: "unknown", rates: [] };
  if (allZero(fact)) {
    const state = zeroState(fact, provider, entry, zeros);
    return { state, rates: state === "free" ? fact.rates : [] };
  }
  const foreign = fact.currency === "USD" && provider.bills === "CNY";
  return { state: foreign || fact.currencyUnsure ? "unverified" : "priced", rates: fact.rates };
}
