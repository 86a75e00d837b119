import type { Day, Offer, Price } from "../catalog/schema.ts";
import { knownOn, saidLast } from "../catalog/timeline.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import type { SellerInfo } from "../import/merge/providers.ts";
import { agrees } from "../import/merge/same.ts";
import type { Candidate } from "./candidate.ts";
import { standing } from "./compare.ts";
import { LISTER } from "./lister.ts";
import type { Words } from "./match.ts";
import { hasSpoken, saidBefore } from "./memory.ts";
import { priceNow } from "./now.ts";
import { isOperator } from "./operator.ts";

/** What is known of one offer when its words are weighed. */
export interface Known {
  offer: Offer;
  seller: SellerInfo;
  history: readonly Price[];
  words: Words;
  day: Day;
}

/** Price tables that date nothing: whoever lists the offer knows better. */
const UNDATED = new Set(["portkey", "openrouter", "litellm", "llm-prices", "one-api"]);

/** The word, if any, by which the price of an offer may change; the lister's before others. */
export function pick(known: Known): Omit<Candidate, "held" | "isNew"> | undefined {
  const { offer, seller, words, day } = known;
  const before = priceNow(offer.prices, day);
  const ordered = [...words.now.values()].sort((a, b) => Number(b.source === LISTER) - Number(a.source === LISTER));
  for (const fact of ordered) {
    if (isForeign(fact, before, seller)) continue;
    const stands = standing(before, fact);
    if (stands === "same" || stands === "silent") continue;
    const weight = stands === "more" ? "own" : weightOf(fact, before, known);
    if (weight === undefined) continue;
    return {
      ...{ offer, seller, fact, words, ...(before && { before }) },
      isFirstWord: weight === "first",
      isMore: stands === "more",
    };
  }
  return undefined;
}

/** Dollars for a site whose own list, in yuan, is known. */
export function isForeign(fact: PlacedPrice, before: Price | undefined, seller: SellerInfo): boolean {
  return seller.bills === "CNY" && before?.currency === "CNY" && before.rates.length > 0 && fact.currency === "USD";
}

/**
 * Whether a differing word is news: from the source that gave the price, from the lister that changed its own, or
 * dated later than anything that speaks for the price. What a source has said all along is no news.
 */
function weightOf(fact: PlacedPrice, before: Price | undefined, known: Known): "own" | "first" | undefined {
  const timeline = [...known.history, ...known.offer.prices].filter(({ kind }) => kind !== "unconfirmed");
  if (isOperator(fact.source)) return "own";
  if (isUnproven(timeline, fact)) return undefined;
  if (!before || before.rates.length === 0) return fact.undated ? undefined : "own";
  if (before.source === fact.source) return "own";
  if (saidBefore(timeline, before, fact) || isCancelled(timeline, fact)) return undefined;
  if (fact.source !== LISTER) return isNewer(fact, before, known) ? "own" : undefined;
  if (hasSpoken(timeline, LISTER)) return "own";
  return UNDATED.has(before.source) ? "first" : undefined;
}

/** Dated later than anything that speaks for the price, the lister's word of today included. */
function isNewer(fact: PlacedPrice, before: Price, known: Known): boolean {
  const since = fact.from ?? fact.checked;
  if (fact.undated || since === undefined || isContradicted(before, known)) return false;
  return since > saidLast(before, known.day);
}

/** Announced before its day, and only repeated since by a source that does not say when it checked. */
function isUnproven(timeline: readonly Price[], fact: PlacedPrice): boolean {
  const { from, checked = "" } = fact;
  if (from === undefined || fact.source === LISTER || checked >= from) return false;
  return timeline.some((price) => price.from === from && knownOn(price) < from && agrees(price, fact));
}

/** The lister stands by the price at the same time. */
function isContradicted(before: Price, { words }: Known): boolean {
  const listed = words.now.get(LISTER);
  return listed !== undefined && listed.rates.length > 0 && agrees(before, listed);
}

function isCancelled(timeline: readonly Price[], fact: PlacedPrice): boolean {
  return timeline.some((price) => price.kind === "cancelled" && price.from === fact.from && agrees(price, fact));
}
