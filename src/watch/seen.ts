import { mainOffer } from "../answer/offers.ts";
import { blended, outputOf, rateOf } from "../answer/price.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { priceOf } from "../catalog/rates.ts";
import type { Currency, PriceState } from "../catalog/schema.ts";
import { contextOf } from "../digest/subject.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Language } from "../query/query.ts";

/** The sides that a watch can be about, exact and in the offer's own currency. */
export interface Sides {
  input: Decimal | null;
  output: Decimal | null;
  cache_read: Decimal | null;
  /** Of three tokens in to one out. */
  price: Decimal | null;
}

/** What a lookup of a model shows: its offer, and what that costs. */
export interface Seen {
  offer: string;
  provider: string;
  currency: Currency;
  state: PriceState;
  sides: Sides;
}

/** An amount of one currency in another, by today's rate; nothing where no rate is known. */
export type Convert = (amount: Decimal, from: Currency, to: Currency) => Decimal | undefined;

export function convertOn(catalog: Catalog, now: Date): Convert {
  const { money } = contextOf({ catalog, now, language: "en" }, { intent: "lookup" });
  return (amount, from, to) => money.peek(amount, from, to);
}

const FREE = new Decimal(0);

/** The offer of a model that a lookup in a language shows; nothing where it has no price in force. */
export function seenOf(catalog: Catalog, now: Date, language: Language, model: string): Seen | undefined {
  const context = contextOf({ catalog, now, language }, { intent: "lookup", models: [model] });
  const quote = mainOffer(context, model);
  if (!quote?.price || quote.gone) return undefined;
  const { offer, provider, price } = quote;
  const { currency, state } = price;
  const seen = { offer: offer.id, provider: provider.id, currency, state };
  if (state === "free") return { ...seen, sides: { input: FREE, output: FREE, cache_read: FREE, price: FREE } };
  if (state !== "priced") return undefined;
  const rate = rateOf(price, context.situation);
  const [input, output] = [priceOf(rate, "input"), outputOf(quote, rate)];
  const blend = blended(input, output, context.blend);
  return { ...seen, sides: { input, output, cache_read: priceOf(rate, "cache_read"), price: blend } };
}
