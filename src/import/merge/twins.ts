import type { Rejected } from "../fact.ts";
import type { OfferFacts } from "./group.ts";

/** Parts of a name that make no other model: dates, "latest", the words of test releases. */
const PASSING = /^(?:\d{2,4}|\d{6,8}|latest|beta|exp|experimental|preview|sa|ma|gv\d)$/;
const PARTS = /[-/]/;

/** A name without its passing parts: grok-4.20-beta-0309-reasoning and grok-4.20-0309-reasoning have one skeleton. */
export function skeleton(model: string): string {
  return model
    .split(PARTS)
    .filter((part) => !PASSING.test(part))
    .join("-");
}

/**
 * Ids that only undated sources list, and that are a model of a followed listing but for a date, "latest" or "beta",
 * say nothing that the model itself does not.
 * @param listed the followed models by their skeletons
 */
export function twinOf(
  facts: OfferFacts,
  listed: ReadonlyMap<string, string[]>,
): (Rejected & { source: string }) | undefined {
  const [first] = facts.prices;
  if (!first || !facts.prices.every((fact) => fact.undated)) return undefined;
  const same = listed.get(skeleton(first.model)) ?? [];
  if (same.length === 0 || same.includes(first.model)) return undefined;
  const why = `only an undated source has it, and but for a date or a test's name it is ${same[0]}`;
  return { source: first.source, where: `${first.provider} ${facts.id}`, why };
}
