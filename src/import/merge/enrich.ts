import type { Rate } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import { type Units, usualRate } from "../rates.ts";
import { isBygone } from "./authority.ts";
import type { PlacedPrice } from "./placed.ts";
import { agrees } from "./same.ts";

/** Units that one source records and another leaves out, though both mean the same price. */
const LENT: readonly UnitId[] = ["batch_input", "batch_output", "batch_cache_read", "cache_write_1h"];
/** These are lent only by sources that date their prices. */
const LENT_IF_DATED: readonly UnitId[] = [
  "cache_read",
  "cache_write",
  "audio_input",
  "image_output",
  "web_search",
  "request",
];

/** Completes a price by units and steps of sources that agree with it on input and output. */
export function enriched(fact: PlacedPrice, lastWords: PlacedPrice[]): PlacedPrice {
  const lenders = lastWords
    .filter((one) => one.source !== fact.source && !isBygone(one.source) && one.rates.length > 0 && agrees(fact, one))
    .sort((a, b) => Number(a.undated ?? false) - Number(b.undated ?? false));
  const rates = lenders.reduce((own, lender) => lend(own, lender), fact.rates);
  return rates === fact.rates ? fact : { ...fact, rates };
}

function lend(own: Rate[], lender: PlacedPrice): Rate[] {
  const usual = usualRate(own);
  if (!usual?.units.input || !usual.units.output) return own;
  const steps = own.length === 1 && lender.rates.length > 1 && !lender.undated ? stepsFrom(usual, lender.rates) : own;
  return steps.map((rate) => {
    const twin =
      lender.rates.find((one) => sameWhen(one, rate)) ?? (rate === usual ? usualRate(lender.rates) : undefined);
    const units = lender.undated ? LENT : [...LENT, ...LENT_IF_DATED];
    return twin ? { ...rate, units: { ...rate.units, ...missing(units, rate.units, twin.units) } } : rate;
  });
}

/** A source that follows the steps by length beats one that knows only the lowest. */
function stepsFrom(usual: Rate, rates: Rate[]): Rate[] {
  return rates.every(({ when }) => when && !when.window && when.thinking === undefined) ? rates : [usual];
}

function sameWhen(a: Rate, b: Rate): boolean {
  return JSON.stringify(a.when ?? {}) === JSON.stringify(b.when ?? {});
}

/** A batch price that is no cheaper than the plain one is a copy of it. */
function missing(wanted: readonly UnitId[], units: Units, from: Units): Units {
  const lent = wanted.filter((unit) => units[unit] === undefined && from[unit] !== undefined && from[unit] !== null);
  const cheap = lent.filter(
    (unit) => !unit.startsWith("batch_") || Number(from[unit]) < Number(units[PLAIN[unit] ?? unit] ?? Infinity),
  );
  return Object.fromEntries(cheap.map((unit) => [unit, from[unit]]));
}

const PLAIN: Partial<Record<UnitId, UnitId>> = {
  batch_input: "input",
  batch_output: "output",
  batch_cache_read: "cache_read",
};
