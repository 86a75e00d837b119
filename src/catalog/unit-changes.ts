import { Decimal, significant } from "../lib/decimal.ts";
import type { UnitChange } from "./event.ts";
import { chooseRate, priceOf, type Situation, USUAL_CALL } from "./rates.ts";
import type { Price, Rate } from "./schema.ts";
import { UNIT_IDS } from "./units.ts";

const USUAL: Situation = { ...USUAL_CALL, thinking: false };
const DIGITS = 12;
/** One part in so many is no move. */
const NOISE = 1000;

/** The units that both prices know and that differ for a call; if none does, those that differ under a condition. */
export function unitChanges(before: Price, after: Price, situation: Situation = USUAL): UnitChange[] {
  if (before.currency !== after.currency || isOneWindowOf(before, after)) return [];
  const usual = rateChanges(chooseRate(before.rates, situation), chooseRate(after.rates, situation));
  if (usual.length > 0) return usual;
  return after.rates.flatMap((rate) => {
    const { when } = rate;
    const twin = when && before.rates.find((one) => JSON.stringify(one.when) === JSON.stringify(when));
    return twin ? rateChanges(twin, rate).map((change) => ({ ...change, when })) : [];
  });
}

/** A flat price that one of the vendor's windows has was that window's: that there are others is no move. */
function isOneWindowOf(before: Price, after: Price): boolean {
  const [flat] = before.rates;
  if (!flat || before.rates.length > 1) return false;
  const sides = ({ units }: Rate) => `${units.input} ${units.output}`;
  return after.rates.some((rate) => rate.when?.window !== undefined && sides(rate) === sides(flat));
}

function rateChanges(before: Rate | undefined, after: Rate | undefined): UnitChange[] {
  return UNIT_IDS.flatMap((unit) => {
    const [old, next] = [priceOf(before, unit), priceOf(after, unit)];
    if (!old || !next || isNoise(old, next)) return [];
    return [{ unit, before: digits(old), after: digits(next), percent: percentOf(old, next) }];
  });
}

/** Prices turned into other units and back differ in digits that nobody charges. */
function isNoise(old: Decimal, next: Decimal): boolean {
  return old.minus(next).abs().times(NOISE).lte(old);
}

function percentOf(before: Decimal, after: Decimal): string | null {
  return before.isZero() ? null : digits(after.minus(before).div(before).times(100));
}

function digits(value: Decimal): string {
  return significant(value, DIGITS);
}

/** Up or down by the sides that most pay for: input and output, else whatever moved. */
export function directionOf(changes: readonly UnitChange[]): "down" | "up" | "mixed" {
  const sides = changes.filter(({ unit }) => unit === "input" || unit === "output");
  const signs = new Set((sides.length > 0 ? sides : changes).map(({ before, after }) => new Decimal(after).gt(before)));
  if (signs.size > 1) return "mixed";
  return signs.has(true) ? "up" : "down";
}
