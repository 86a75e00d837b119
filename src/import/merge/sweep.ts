import type { Price } from "../../catalog/schema.ts";
import { shift } from "../day.ts";
import { usualRate } from "../rates.ts";
import { authorityOf, isBygone, isContinuous } from "./authority.ts";
import type { Entry } from "./entry.ts";
import { attestedOn, figures, type PlacedPrice, startOf } from "./placed.ts";
import { agrees, identical } from "./same.ts";

/** So long after a check a listing that never followed it outweighs the check. */
const CHECK_HOLDS_DAYS = 180;

/** Goes through facts in the order of their days: each one begins an entry, repeats the current one, or is silenced. */
export function sweep(ordered: PlacedPrice[], vendors: ReadonlySet<string>): Entry[] {
  const entries: Entry[] = [];
  const spoken = new Map<string, PlacedPrice>();
  for (const fact of ordered) {
    const before = spoken.get(fact.source);
    const current = entries.at(-1);
    if (!current) entries.push({ fact, confirmed: [], kind: fact.kind ?? "first_seen" });
    else if (isBetterDated(fact, current)) entries.push({ fact: openEnded(fact), confirmed: [], kind: "first_seen" });
    else if (repeats(current, fact, before, vendors)) current.confirmed.push(fact);
    else if (!isSilenced(fact, entries, ordered, vendors)) {
      entries.push({ fact, confirmed: [], kind: kindOf(fact, before, current) });
    }
    spoken.set(fact.source, fact);
  }
  return entries;
}

/** The same price, which an old price table only knew by some day, with days that its source states. */
function isBetterDated(fact: PlacedPrice, { fact: held }: Entry): boolean {
  return (
    isBygone(held.source) && !isBygone(fact.source) && (fact.from ?? fact.until) !== undefined && agrees(held, fact)
  );
}

/** An end that only says how far the evidence reaches ends nothing while another source lists the price on. */
function openEnded(fact: PlacedPrice): PlacedPrice {
  if (fact.from === undefined) return fact;
  const { until: _, ...open } = fact;
  return open;
}

/** Another source with the same price; a vendor's own page with other conditions says more than that. */
function repeats(
  current: Entry,
  fact: PlacedPrice,
  before: PlacedPrice | undefined,
  vendors: ReadonlySet<string>,
): boolean {
  if (current.fact.until && current.fact.until !== fact.until) return false;
  if (vendors.has(fact.source) && !identical(current.fact, fact)) return false;
  if (knowsMore(fact, current.fact)) return false;
  const own = current.fact.source === fact.source || (before !== undefined && current.confirmed.includes(before));
  return !own && agrees(current.fact, fact);
}

/**
 * A differing fact is silenced while a stronger source stands by its own, and when a source that follows every
 * change still said otherwise long after, or changed its price only later.
 */
function isSilenced(fact: PlacedPrice, entries: Entry[], all: PlacedPrice[], vendors: ReadonlySet<string>): boolean {
  const rank = authorityOf(fact, vendors);
  const day = startOf(fact);
  const stronger = entries.some(({ fact: held, confirmed }) =>
    [held, ...confirmed].some(
      (one) => authorityOf(one, vendors) > rank && startOf(one) <= day && day <= attestedOn(one),
    ),
  );
  if (stronger) return true;
  const current = entries.at(-1)?.fact;
  if (!current || !isContinuous(current.source) || current.source === fact.source || fact.from) return false;
  if (attestedOn(current) > shift(day, CHECK_HOLDS_DAYS)) return true;
  return all.some((other) => other.source === current.source && startOf(other) > day);
}

/** It has the side that was not known. */
function knowsMore(fact: PlacedPrice, than: PlacedPrice): boolean {
  const [a, b] = [figures(fact), figures(than)];
  return (b.input === null && a.input !== null) || (b.output === null && a.output !== null);
}

/** A move has a witness: a source that gave the price before and after, or a stated first day. */
function kindOf(fact: PlacedPrice, before: PlacedPrice | undefined, current: Entry): Price["kind"] {
  if (fact.kind || current.fact.rates.length === 0) return fact.kind ?? "first_seen";
  const witnessed = before !== undefined || fact.from !== undefined;
  return witnessed && differs(current.fact.rates, fact.rates) ? "move" : "first_seen";
}

/** Some unit that both know has another price; a unit or step that only one of them has is no move. */
function differs(before: PlacedPrice["rates"], after: PlacedPrice["rates"]): boolean {
  const [a, b] = [usualRate(before)?.units ?? {}, usualRate(after)?.units ?? {}];
  return Object.entries(b).some(([unit, price]) => {
    const old = a[unit as keyof typeof a];
    return old != null && price != null && old !== price;
  });
}
