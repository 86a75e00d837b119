import { ABILITIES, type Ability } from "../catalog/abilities.ts";
import type { Quote } from "../catalog/catalog.ts";
import { nearPrice, priceOf, type Situation, USUAL_CALL } from "../catalog/rates.ts";
import type { Currency, Rate } from "../catalog/schema.ts";
import type { Decimal } from "../lib/decimal.ts";
import { currencyOf, outputOf, rateOf } from "./price.ts";

/** One offer as rankings look at it: its rate in a situation and its facts, ready to be filtered and ordered. */
export interface Candidate {
  quote: Quote;
  rate: Rate | undefined;
  currency: Currency;
  input: Decimal | null;
  output: Decimal | null;
  /** The same as floats, for comparing; NaN where they are not known. */
  near: { input: number; output: number };
  /** Whether both are whole millionths, so that floats can hold exact sums of them. */
  isWhole: boolean;
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

/** Abilities that a price may tell of. */
const BY_PRICE = ["cache", "batch"] as const;

/** An ability as any source states it: of the model, by its kind, or by a price that only it explains. */
export function ability(quote: Quote, rate: Rate | undefined, name: Ability): boolean | undefined {
  if (BY_KIND[quote.model.kind] === name) return true;
  if (name === "cache" && typeof rate?.units.cache_read === "string") return true;
  if (name === "batch" && typeof rate?.units.batch_input === "string") return true;
  return quote.model.abilities[name];
}

interface Bits {
  has: number;
  stated: number;
}
const bitsOfModels = new WeakMap<Quote["model"], Bits>();

/** The abilities that hold for a model whatever its price, in bits. */
function modelBits(quote: Quote): Bits {
  const known = bitsOfModels.get(quote.model);
  if (known) return known;
  const bits = { has: 0, stated: 0 };
  for (const [name, bit] of BIT) {
    const value = ability(quote, undefined, name);
    if (value !== undefined) bits.stated |= bit;
    if (value === true) bits.has |= bit;
  }
  bitsOfModels.set(quote.model, bits);
  return bits;
}

const MILLIONTHS = /^\d{1,6}(?:\.\d{1,6})?$/;

function isWhole(amount: string | null | undefined): boolean {
  return amount === null || amount === undefined || MILLIONTHS.test(amount);
}

function candidateOf(quote: Quote, situation: Situation): Candidate {
  const rate = rateOf(quote.price, situation);
  const bits = modelBits(quote);
  const priced = rate ? bitsOf(BY_PRICE.filter((name) => ability(quote, rate, name) === true)) : 0;
  const output = outputOf(quote, rate);
  const stated = nearPrice(rate, "output");
  const { input: inputDigits, output: outputDigits } = rate?.units ?? {};
  return {
    quote,
    rate,
    currency: currencyOf(quote),
    input: priceOf(rate, "input"),
    output,
    near: { input: nearPrice(rate, "input"), output: Number.isNaN(stated) && output ? 0 : stated },
    isWhole: isWhole(inputDigits) && isWhole(outputDigits),
    context: quote.offer.context ?? quote.model.context,
    maxOutput: quote.offer.maxOutput ?? quote.model.maxOutput,
    has: bits.has | priced,
    stated: bits.stated | priced,
  };
}

const USUAL: Situation = { ...USUAL_CALL, thinking: false };
const usual = new WeakMap<Quote, Candidate>();
const usualThinking = new WeakMap<Quote, Candidate>();

/** The candidate of a quote in the usual situation, made once. */
export function usualCandidate(quote: Quote): Candidate {
  return kept(usual, quote, USUAL);
}

/** Puts candidates in a situation; most have one rate for all of them. */
export function candidateIn(situation: Situation): (candidate: Candidate) => Candidate {
  const { prompt, output, thinking, window } = situation;
  const isUsual = prompt === USUAL.prompt && output === USUAL.output && window === undefined;
  if (isUsual && !thinking) return (candidate) => candidate;
  return (candidate) => {
    if (hasOneRate(candidate.quote)) return candidate;
    return isUsual ? kept(usualThinking, candidate.quote, situation) : candidateOf(candidate.quote, situation);
  };
}

function kept(candidates: WeakMap<Quote, Candidate>, quote: Quote, situation: Situation): Candidate {
  let candidate = candidates.get(quote);
  if (!candidate) {
    candidate = candidateOf(quote, situation);
    candidates.set(quote, candidate);
  }
  return candidate;
}

function hasOneRate({ price }: Quote): boolean {
  return price === undefined || (price.rates.length <= 1 && price.rates[0]?.when === undefined);
}
