import type { Currency, Price } from "../catalog/schema.ts";
import { near } from "../import/amount.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import { agrees } from "../import/merge/same.ts";
import { headline } from "../import/rates.ts";

/** Whether a source had said the same of the offer before, as far as its timeline and disagreements tell. */
export function saidBefore(timeline: readonly Price[], now: Price | undefined, fact: PlacedPrice): boolean {
  const dissent = now?.disagreement.find((one) => one.source === fact.source);
  if (dissent) return sameFigures(dissent, fact);
  const last = timeline.findLast((price) => isWordOf(price, fact.source));
  return last !== undefined && last !== now && agrees(last, fact);
}

/** Whether a source has spoken of the offer at all. */
export function hasSpoken(timeline: readonly Price[], source: string): boolean {
  return timeline.some((price) => isWordOf(price, source) || price.disagreement.some((one) => one.source === source));
}

function isWordOf({ source, confirmed = [] }: Price, other: string): boolean {
  return source === other || confirmed.some((one) => one.source === other);
}

interface Figures {
  currency: Currency;
  input: string | null;
  output: string | null;
}

/** The same input and output, within a percent. */
function sameFigures(figures: Figures, fact: Pick<PlacedPrice, "currency" | "rates">): boolean {
  const { input, output } = headline(fact.rates);
  return figures.currency === fact.currency && side(figures.input, input) && side(figures.output, output);
}

function side(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : near(a, b);
}
