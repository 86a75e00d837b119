import { groupBy } from "../group-by.ts";
import { admitted } from "./admit.ts";
import { authorityOf } from "./authority.ts";
import type { Entry } from "./entry.ts";
import { isAnnounced, type PlacedPrice, startOf } from "./placed.ts";
import { compare, runsOf } from "./runs.ts";
import { agrees } from "./same.ts";
import { sweep } from "./sweep.ts";

export interface Timeline {
  /** List prices in force one after the other, oldest first. */
  entries: Entry[];
  /** Promotions and prepaid packages, which stand beside the list. */
  aside: Entry[];
  announced: Entry[];
  /** The last word of each source, for agreement and disagreement with the current price. */
  lastWords: PlacedPrice[];
}

/** One series of prices from all that was said of one offer. */
export function timelineOf(facts: PlacedPrice[], vendors: ReadonlySet<string>): Timeline {
  const bySource = groupBy(facts, (fact) => fact.source);
  const perSource = [...bySource.values()].map((own) => runsOf(own.filter(isListPrice)));
  const runs = perSource.flat();
  const lastWords = perSource.flatMap((own) => own.filter((fact) => !isAnnounced(fact)).slice(-1));
  const usable = admitted(runs, vendors);
  const ordered = usable
    .filter((fact) => !isAnnounced(fact))
    .sort((a, b) => compare(startOf(a), startOf(b)) || authorityOf(b, vendors) - authorityOf(a, vendors));
  const entries = sweep(ordered, vendors);
  const aside = facts
    .filter((fact) => !isListPrice(fact))
    .sort((a, b) => compare(startOf(a), startOf(b)))
    .map((fact): Entry => ({ fact, confirmed: [], kind: fact.kind ?? "first_seen" }));
  return { entries, aside, announced: announcements(usable.filter(isAnnounced), entries), lastWords };
}

function isListPrice(fact: PlacedPrice): boolean {
  return (fact.list ?? "list") === "list";
}

/** Announcements that no source has since confirmed or made obsolete. */
function announcements(facts: PlacedPrice[], entries: Entry[]): Entry[] {
  const kept: Entry[] = [];
  for (const fact of [...facts].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.seen, b.seen))) {
    const same = kept.find(
      (entry) => entry.kind === "announced" && entry.fact.from === fact.from && agrees(entry.fact, fact),
    );
    const real = entries.some((entry) => fact.from && startOf(entry.fact) >= fact.from && agrees(entry.fact, fact));
    if (real) continue;
    const kind = fact.kind === "cancelled" ? "cancelled" : "announced";
    if (!same || kind === "cancelled") kept.push({ fact, confirmed: [], kind });
    else same.confirmed.push(fact);
  }
  return kept;
}
