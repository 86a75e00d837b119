import { ABILITIES, type Ability } from "../catalog/abilities.ts";
import type { Market, Quote } from "../catalog/catalog.ts";
import { priceOf, type Situation } from "../catalog/rates.ts";
import type { Currency, Rate } from "../catalog/schema.ts";
import type { Decimal } from "../lib/decimal.ts";
import { currencyOf, outputOf, rateOf } from "./price.ts";
import { remember } from "./remember.ts";

/** One offer as rankings look at it: its rate in a situation and its facts, ready to be filtered and ordered. */
export interface Candidate {
  quote: Quote;
  rate: Rate | undefined;
  currency: Currency;
  input: Decimal | null;
  output: Decimal | null;
  context: number | undefined;
  maxOutput: number | undefined;
  /** Bits of the abilities that are true, and of those that any source states. */
  has: number;
  stated: number;
}

const BIT = new Map(ABILITIES.map((ability, at) => [ability, 1 << at]));

export function bitsOf(abilities: readonly Ability[]): number {
  return abilities.reduce((bits, ability) => bits | (BIT.get(ability) ?? 0), 0);
}

export function abilitiesOf(bits: number): Ability[] {
  return ABILITIES.filter((ability) => bits & (BIT.get(ability) ?? 0));
}

/** What the kind of a model says of its abilities. */
const BY_KIND: Partial<Record<Quote["model"]["kind"], Ability>> = {
  embedding: "embedding",
  image: "image_output",
  speech: "audio_output",
};

/** An ability as any source states it: of the model, by its kind, or by a price that only it explains. */
export function ability(quote: Quote, rate: Rate | undefined, name: Ability): boolean | undefined {
  if (BY_KIND[quote.model.kind] === name) return true;
  if (name === "cache" && typeof rate?.units.cache_read === "string") return true;
  if (name === "batch" && typeof rate?.units.batch_input === "string") return true;
  return quote.model.abilities[name];
}

function candidateOf(quote: Quote, situation: Situation): Candidate {
  const rate = rateOf(quote.price, situation);
  let has = 0;
  let stated = 0;
  for (const [name, bit] of BIT) {
    const value = ability(quote, rate, name);
    if (value !== undefined) stated |= bit;
    if (value === true) has |= bit;
  }
  return {
    quote,
    rate,
    currency: currencyOf(quote),
    input: priceOf(rate, "input"),
    output: outputOf(quote, rate),
    context: quote.offer.context ?? quote.model.context,
    maxOutput: quote.offer.maxOutput ?? quote.model.maxOutput,
    has,
    stated,
  };
}

/** Situations differ little between questions (thinking or not, a tier); a few are worth keeping per market. */
const SITUATIONS_KEPT = 8;
const made = new WeakMap<Market, Map<string, Map<Quote, Candidate>>>();

/** Makes candidates of a market's quotes in one situation, each once. */
export function candidates(market: Market, situation: Situation): (quote: Quote) => Candidate {
  const key = situationKey(situation);
  const perMarket = made.get(market) ?? new Map<string, Map<Quote, Candidate>>();
  made.set(market, perMarket);
  const known = remember(perMarket, key, SITUATIONS_KEPT, () => new Map<Quote, Candidate>());
  return (quote) => {
    const before = known.get(quote);
    if (before) return before;
    const candidate = candidateOf(quote, situation);
    known.set(quote, candidate);
    return candidate;
  };
}

export function situationKey({ prompt, output, thinking }: Situation): string {
  return `${prompt} ${output} ${thinking}`;
}
