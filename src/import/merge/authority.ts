import type { PlacedPrice } from "./placed.ts";

/**
 * Which of several prices for one offer is shown. This is the rule, and the only place where it stands:
 * 1. a vendor's own page, and a price that was written by hand with its source (`curated/prices.json`);
 * 2. the native list of the site, in the currency that it bills;
 * 3. sources that date or check what they say: the newest dated fact wins;
 * 4. old states of price files, and lists without any date, which only fill gaps.
 * A stronger source silences weaker ones for as long as it stands by its fact. Who says otherwise is kept beside the
 * price as a disagreement, and who says the same is counted.
 */
export const AUTHORITY = { vendor: 4, native: 3, dated: 2, filler: 1 } as const;

/** Followed change by change: between two changes they are known to have said the same. */
const CONTINUOUS = new Set(["models-dev", "lobehub"]);
/** Old states of price files: dated by when they were known, and only good for the time before better sources. */
const BYGONE = new Set(["litellm", "one-api"]);
const NATIVE = new Set(["lobehub"]);
const DATED = new Set(["models-dev", "price-war-2024-05"]);

export function authorityOf(fact: PlacedPrice, vendorSources: ReadonlySet<string>): number {
  if (vendorSources.has(fact.source)) return AUTHORITY.vendor;
  if (NATIVE.has(fact.source)) return AUTHORITY.native;
  if (DATED.has(fact.source)) return AUTHORITY.dated;
  return fact.undated || BYGONE.has(fact.source) ? AUTHORITY.filler : AUTHORITY.dated;
}

export function isContinuous(source: string): boolean {
  return CONTINUOUS.has(source);
}

export function isBygone(source: string): boolean {
  return BYGONE.has(source);
}

export function isNative(source: string): boolean {
  return NATIVE.has(source);
}
