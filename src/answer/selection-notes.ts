import { ABILITIES, type Ability } from "../catalog/abilities.ts";
import type { Quote } from "../catalog/catalog.ts";
import type { Currency, Day } from "../catalog/schema.ts";
import { knownOn } from "../catalog/timeline.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Candidate } from "./candidates.ts";
import { type Context, isPast } from "./context.ts";
import type { FactField } from "./judge.ts";
import { plain } from "./money.ts";
import { NAMED_IN_NOTE } from "./note-list.ts";
import type { Selection } from "./select.ts";

/** Of the years when the Chinese lists are known by one side only, more are worth naming. */
const NAMED_OF_PAST = 12;

/** Says what a ranking left out, and why. */
export function noteSelection(context: Context, selection: Selection): void {
  const { notes } = context;
  const others = (list: readonly Candidate[]) => (list.length === 0 ? [] : notShown(selection, list));
  const free = others(selection.free);
  if (free.length > 0 && context.query.filters?.free !== false) {
    notes.add("free_left_out", { models: free.slice(0, NAMED_IN_NOTE), count: free.length });
  }
  noteUnranked(context, selection);
  const unverified = others(selection.unverified);
  if (unverified.length > 0) {
    notes.add("unverified_left_out", { models: unverified.slice(0, NAMED_IN_NOTE), count: unverified.length });
  }
  if (selection.unproven > 0) notes.add("unproven_left_out", { count: selection.unproven });
  for (const [what, count] of selection.unstated) noteUnstated(context, what, count);
  const tooLong = selection.tooLong.size;
  if (tooLong > 0) notes.add("too_long", { tokens: context.query.workload?.input ?? 0, count: tooLong });
}

/** The models of a list that no row stands for. */
function notShown({ models }: Selection, list: readonly Candidate[]): string[] {
  const left = list.filter(({ quote }) => !models.has(quote.model));
  return [...new Set(left.map(({ quote }) => quote.model.id))];
}

function noteUnstated({ notes }: Context, what: Ability | FactField, count: number): void {
  if (isAbility(what)) notes.add("ability_not_stated", { ability: what, count });
  else notes.add("fact_not_stated", { field: what, count });
}

function isAbility(what: Ability | FactField): what is Ability {
  return (ABILITIES as readonly string[]).includes(what);
}

/** Those with one side known are listed beneath with that side; by a workload, those whose cost cannot be told. */
function noteUnranked(context: Context, selection: Selection): void {
  const { notes, query } = context;
  if (selection.unranked.length === 0) return;
  const ids = new Set(notShown(selection, selection.unranked));
  const left = selection.unranked.filter(({ quote }) => ids.delete(quote.model.id));
  const rows = left.flatMap(({ quote, rate, currency }) => {
    const sides = (["input", "output", "cache_read"] as const).filter((unit) => typeof rate?.units[unit] === "string");
    const [unit] = sides;
    const value = unit && plain(rate?.units[unit]);
    if (!unit || !value) return [];
    return [
      { model: quote.model.id, provider: quote.provider.id, unit, value, currency, ...knownSince(context, quote) },
    ];
  });
  rows.sort((a, b) => worth(context, a).cmp(worth(context, b)));
  const isSide = query.sort === undefined || query.sort.by === "price" || query.sort.by === "cost";
  const shown = isPast(context) ? NAMED_OF_PAST : NAMED_IN_NOTE;
  if (isSide && rows.length > 0) notes.add("null_side", { rows: rows.slice(0, shown), count: rows.length });
  if (query.sort?.by === "cache_read" || query.sort?.by === "cache_ratio") {
    if (left.length > 0) notes.add("fact_not_stated", { field: "cache_read", count: left.length });
  }
  if (query.sort?.by === "batch_input" && left.length > 0) {
    notes.add("fact_not_stated", { field: "batch", count: left.length });
  }
}

/** How the price of a past day is known. */
function knownSince(context: Context, { price }: Quote): { since?: Day; listed?: Day } {
  if (!price || !isPast(context)) return {};
  return price.from === undefined ? { listed: knownOn(price) } : { since: price.from };
}

function worth({ money }: Context, { value, currency }: { value: string; currency: Currency }): Decimal {
  return money.comparable(new Decimal(value), currency);
}
