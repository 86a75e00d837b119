import type { Offer, Price } from "../catalog/schema.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import type { SellerInfo } from "../import/merge/providers.ts";
import type { Words } from "./match.ts";
import type { HeldPrice } from "./review.ts";

/** A source's word that differs from what the catalog has for an offer. */
export interface Candidate {
  offer: Offer;
  seller: SellerInfo;
  fact: PlacedPrice;
  words: Words;
  /** The price in force in the catalog, where one is known. */
  before?: Price;
  /** What was held of the offer before. */
  held?: HeldPrice;
  /** The offer is new, with this word as its first. */
  isNew: boolean;
  /** The source has not said so before of any price of the offer, and the price in force is another's. */
  isFirstWord: boolean;
  /** Only units or conditions that were not known before. */
  isMore: boolean;
}

/** What the last word on an offer was, believed or not. */
export function claimed({ before, held }: Candidate): Pick<PlacedPrice, "currency" | "rates"> | undefined {
  return before && before.rates.length > 0 ? before : held?.fact;
}
