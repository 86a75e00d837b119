import type { Currency, Day } from "../../catalog/schema.ts";
import type { Card, End, PriceFact } from "../fact.ts";
import { type Headline, headline } from "../rates.ts";

/** Where a source's record belongs in the catalog. */
export interface Place {
  source: string;
  /** Set where one vendor keeps a Chinese and an international list under one roof. */
  site?: "cn" | "intl";
  provider: string;
  model: string;
  region?: string;
  variant?: string;
  free?: boolean;
}

export type PlacedPrice = PriceFact & Place;
export type PlacedCard = Card & Place & { lab: string };
export type PlacedEnd = End & Place;

/** The offers of one model at one provider that may be one and the same. */
export function groupKey(place: { [key in keyof Omit<Place, "source">]: Place[key] | undefined }): string {
  const { provider, site, model, region, variant, free } = place;
  return [provider, site, model, region, variant, free ? "free" : ""].join("|");
}

/** The day from which a fact holds, as far as it is known: a stated end alone proves only its own day. */
export function startOf(fact: { from?: Day | undefined; until?: Day | undefined; seen: Day }): Day {
  return fact.from ?? (fact.until && fact.until < fact.seen ? fact.until : fact.seen);
}

/** The last day on which the source stood by the fact. */
export function attestedOn(fact: { checked?: Day | undefined; lastSeen?: Day | undefined; seen: Day }): Day {
  return [fact.checked, fact.lastSeen, fact.seen].reduce<Day>((a, b) => (b && b > a ? b : a), fact.seen);
}

/** True while the fact lies ahead of everything that its source knew. */
export function isAnnounced(fact: PlacedPrice): boolean {
  return fact.from !== undefined && fact.from > attestedOn(fact);
}

export type Figures = Headline & { currency: Currency };

export function figures(fact: Pick<PriceFact, "currency" | "rates">): Figures {
  return { ...headline(fact.rates), currency: fact.currency };
}
