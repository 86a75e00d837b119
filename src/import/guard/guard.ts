import type { Currency, Day, Model } from "../../catalog/schema.ts";
import type { Curated } from "../curated.ts";
import { groupBy } from "../group-by.ts";
import { isContinuous } from "../merge/authority.ts";
import { figures, groupKey, type PlacedPrice } from "../merge/placed.ts";
import { compare } from "../merge/runs.ts";
import { type BorrowedContext, isBorrowed } from "./borrowed.ts";
import { dust } from "./dust.ts";
import { outliers } from "./outliers.ts";
import { slipOf } from "./slips.ts";
import { spikes } from "./spikes.ts";
import { median, worth } from "./worth.ts";
import { yuanAsDollars } from "./yuan.ts";

/** A price that is not believed: kept out of the catalog and listed. */
export interface Held {
  source: string;
  provider: string;
  id: string;
  model: string;
  currency: Currency;
  input: string | null;
  output: string | null;
  day: Day;
  why: string;
}

export interface Guarded {
  prices: PlacedPrice[];
  held: Held[];
}

export interface GuardContext extends BorrowedContext {
  kinds: ReadonlyMap<string, Model["kind"]>;
}

/** Takes out what cannot be true. Where the offer is still listed, "no price known" stays in its place. */
export function guard(prices: PlacedPrice[], slips: Curated["slips"], context: GuardContext): Guarded {
  const why = new Map<PlacedPrice, string>();
  for (const fact of prices) {
    const known = fact.suspect ?? slipOf(fact, slips);
    if (known) why.set(fact, known);
  }
  for (const [model, own] of groupBy(prices, (fact) => fact.model)) {
    judge(own, context, why, context.kinds.get(model) ?? "text");
  }
  const held = [...why].map(([fact, reason]) => heldOf(fact, reason));
  const kept = prices.flatMap((fact) => {
    if (!why.has(fact)) return [fact];
    return isContinuous(fact.source) ? [{ ...fact, rates: [] }] : [];
  });
  return { prices: kept, held: merged(held) };
}

/** All facts about one model, test by test; what one test holds out no longer counts as a peer in the next. */
function judge(
  facts: PlacedPrice[],
  context: BorrowedContext,
  why: Map<PlacedPrice, string>,
  kind: Model["kind"],
): void {
  const rest = () => facts.filter((fact) => !why.has(fact) && worth(fact) > 0);
  const hold = (found: PlacedPrice[], reason: string) => {
    for (const fact of found) why.set(fact, reason);
  };
  hold(yuanAsDollars(rest(), context.sellers), "the yuan figures of the model's Chinese list in a dollar field");
  const middle = median(rest().map(worth));
  for (const own of groupBy(rest(), (fact) => `${groupKey(fact)}|${fact.id}|${fact.source}`).values()) {
    hold(spikes(own, middle), "a slip of the unit, against the source's own other prices");
  }
  hold(outliers(rest(), context.sellers), "far from all peers of the model, and another source gives another price");
  hold(dust(rest(), kind), "too little for tokens on both sides, and no second source says so");
  const borrowed = rest().filter((fact) => isBorrowed(fact, facts, context));
  hold(borrowed, "a host's price under the lab's name: the lab's own listing does not have it");
}

function heldOf(fact: PlacedPrice, why: string): Held {
  const { source, provider, id, model } = fact;
  return { source, provider, id, model, ...figures(fact), day: fact.seen, why };
}

/** One line for a figure that several snapshots of a source repeat. */
function merged(held: Held[]): Held[] {
  const sorted = [...held].sort((a, b) => compare(a.day, b.day));
  const once = groupBy(sorted, ({ day: _, ...rest }) => JSON.stringify(rest));
  return [...once.values()]
    .flatMap((same) => same.slice(0, 1))
    .sort(
      (a, b) =>
        compare(a.source, b.source) ||
        compare(`${a.provider} ${a.id}`, `${b.provider} ${b.id}`) ||
        compare(a.day, b.day),
    );
}
