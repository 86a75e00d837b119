import type { Currency, Rate } from "../../catalog/schema.ts";
import { near } from "../amount.ts";
import { headline } from "../rates.ts";

interface Priced {
  currency: Currency;
  rates: Rate[];
}

/** The same to the last unit and condition: how a source is compared with itself. */
export function identical(a: Priced, b: Priced): boolean {
  return a.currency === b.currency && JSON.stringify(a.rates) === JSON.stringify(b.rates);
}

/** The same input and output for the usual call, within a percent: how sources are compared with each other. */
export function agrees(a: Priced, b: Priced): boolean {
  if (a.currency !== b.currency || (a.rates.length === 0) !== (b.rates.length === 0)) return false;
  const [x, y] = [headline(a.rates), headline(b.rates)];
  return sideAgrees(x.input, y.input) && sideAgrees(x.output, y.output);
}

/** A side that one of them does not know contradicts nothing. */
function sideAgrees(a: string | null, b: string | null): boolean {
  return a === null || b === null || near(a, b);
}
