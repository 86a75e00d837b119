import type { Curated } from "../curated.ts";
import type { PlacedPrice } from "../merge/placed.ts";
import { headline } from "../rates.ts";

/** Why a figure is a slip that is known by hand, or undefined where it is none. */
export function slipOf(fact: PlacedPrice, slips: Curated["slips"]): string | undefined {
  const { input, output } = headline(fact.rates);
  return slips.find(
    (slip) =>
      slip.source === fact.source &&
      slip.provider === fact.provider &&
      slip.id === fact.id &&
      slip.input === input &&
      slip.output === output,
  )?.why;
}
