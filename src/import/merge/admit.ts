import { isZero } from "../amount.ts";
import { AUTHORITY, authorityOf, isBygone, isContinuous } from "./authority.ts";
import { type PlacedPrice, startOf } from "./placed.ts";
import { compare } from "./runs.ts";

/**
 * The facts that may shape the timeline. Undated ones only where nothing dated is known; bygone ones only for the
 * days before a source that followed every change began.
 */
export function admitted(runs: PlacedPrice[], vendors: ReadonlySet<string>): PlacedPrice[] {
  const dated = runs.filter((fact) => authorityOf(fact, vendors) > AUTHORITY.filler);
  const fillers = runs.filter((fact) => !dated.includes(fact));
  const isListed = dated.length > 0;
  const fills = fillers.some((fact) => isPriced(fact) && !(isListed && isBygone(fact.source)));
  if (!isListed || (!dated.some(isPriced) && fills)) return bestFillers(fillers);
  const began = dated
    .filter((fact) => isContinuous(fact.source))
    .map(startOf)
    .sort(compare)[0];
  const bygone = runs.filter((fact) => isBygone(fact.source) && (began === undefined || startOf(fact) < began));
  return [...bygone, ...dated];
}

const FILLERS = ["litellm", "one-api", "genai-prices", "portkey", "llm-prices", "openrouter"];

/** Old states first, then one source of today: the best of those that have it. */
function bestFillers(runs: PlacedPrice[]): PlacedPrice[] {
  const today = FILLERS.slice(2).find((source) => runs.some((fact) => fact.source === source));
  return runs.filter((fact) => isBygone(fact.source) || fact.source === today);
}

function isPriced(fact: PlacedPrice): boolean {
  return fact.rates.some(({ units }) => Object.values(units).some((price) => price !== null && !isZero(price)));
}
