import type { Day, Offer, Price } from "../catalog/schema.ts";
import type { BuiltOffer } from "../import/merge/offers.ts";
import type { Candidate } from "./candidate.ts";
import type { Heard } from "./hear.ts";
import type { Words } from "./match.ts";
import { pick } from "./pick.ts";
import type { HeldPrice } from "./review.ts";

interface Weighing {
  offers: readonly Offer[];
  built: readonly BuiltOffer[];
  history: ReadonlyMap<string, readonly Price[]>;
  words: ReadonlyMap<string, Words>;
  heard: Heard;
  held: readonly HeldPrice[];
  today: Day;
}

/** The words of all offers that differ from what the catalog has, one an offer. */
export function candidatesOf({ offers, built, history, words, heard, held, today }: Weighing): Map<string, Candidate> {
  const fresh = new Set(built.map(({ offer }) => offer.id));
  const heldOf = new Map(held.map((one) => [one.offer, one]));
  const found = new Map<string, Candidate>();
  for (const offer of offers) {
    const seller = heard.sellers.get(offer.provider);
    const said = words.get(offer.id);
    if (!seller || !said) continue;
    const candidate = fresh.has(offer.id)
      ? firstWord(offer, seller, said)
      : pick({ offer, seller, history: history.get(offer.id) ?? [], words: said, day: today });
    const was = heldOf.get(offer.id);
    if (candidate) found.set(offer.id, { isNew: fresh.has(offer.id), ...candidate, ...(was && { held: was }) });
  }
  return found;
}

function firstWord(
  offer: Offer,
  seller: Candidate["seller"],
  words: Words,
): Omit<Candidate, "held" | "isNew"> | undefined {
  const price = offer.prices.find(({ rates }) => rates.length > 0);
  const fact = price && words.now.get(price.source);
  return fact && { offer, seller, fact, words, isFirstWord: true, isMore: false };
}
