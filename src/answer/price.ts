import type { Quote } from "../catalog/catalog.ts";
import { chooseRate, priceOf, type Situation } from "../catalog/rates.ts";
import type { Currency, Price, Rate } from "../catalog/schema.ts";
import { Decimal } from "../lib/decimal.ts";

export interface Blend {
  input: number;
  output: number;
}

/** The rate of a price in a situation; nothing where no price is in force. */
export function rateOf(price: Price | undefined, situation: Situation): Rate | undefined {
  return price && chooseRate(price.rates, situation);
}

/** What a model bills for output; one that answers with no tokens (embedding, rerank) bills nothing for them. */
export function outputOf(quote: Quote, rate: Rate | undefined): Decimal | null {
  const output = priceOf(rate, "output");
  const silent = quote.model.kind === "embedding" || quote.model.kind === "rerank";
  return output ?? (silent && rate ? new Decimal(0) : null);
}

/** The blended price; `null` where a side that counts is not known. */
export function blended(input: Decimal | null, output: Decimal | null, blend: Blend): Decimal | null {
  const sides: [Decimal | null, number][] = [
    [input, blend.input],
    [output, blend.output],
  ];
  let sum = new Decimal(0);
  for (const [price, weight] of sides) {
    if (weight === 0) continue;
    if (price === null) return null;
    sum = sum.plus(price.times(weight));
  }
  const weights = new Decimal(blend.input).plus(blend.output);
  return weights.isZero() ? null : sum.div(weights);
}

/** The currency of an offer: of its price, or what its site bills in. */
export function currencyOf(quote: Quote, price = quote.price): Currency {
  return price?.currency ?? quote.provider.bills;
}
