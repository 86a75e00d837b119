import { groupBy } from "../group-by.ts";
import type { Day, Price } from "../../catalog/schema.ts";
import { shift } from "../day.ts";
import { AUTHORITY, authorityOf, isBygone, isContinuous } from "./authority.ts";
import { attestedOn, figures, isAnnounced, type PlacedPrice, startOf } from "./placed.ts";
import { compare, runsOf } from "./runs.ts";
import { agrees } from "./same.ts";

/** A stretch of the timeline: the fact that began it and those that repeated it later. */
export interface Entry {
  fact: PlacedPrice;
  confirmed: PlacedPrice[];
  kind: Price["kind"];
}

export interface Timeline {
  /** In force one after the other, oldest first. */
  entries: Entry[];
  announced: Entry[];
  /** The last word of each source, for agreement and disagreement with the current price. */
  lastWords: PlacedPrice[];
}

/** Sources that disagree this many days before a price appeared are still named beside it. */
const CONTEMPORARY_DAYS = 60;

/** One series of prices from all that was said of one offer. */
export function timelineOf(facts: PlacedPrice[], vendors: ReadonlySet<string>): Timeline {
  const bySource = groupBy(facts, (fact) => fact.source);
  const runs = [...bySource.values()].flatMap(runsOf);
  const lastWords = [...bySource.values()].flatMap((own) => runsOf(own).filter((fact) => !isAnnounced(fact)).slice(-1));
  const usable = admitted(runs, vendors);
  const ordered = usable
    .filter((fact) => !isAnnounced(fact))
    .sort((a, b) => compare(startOf(a), startOf(b)) || authorityOf(a, vendors) - authorityOf(b, vendors));
  const entries = sweep(ordered, vendors);
  return { entries, announced: announcements(usable.filter(isAnnounced), entries), lastWords };
}

/**
 * The facts that may shape the timeline. Undated ones only where nothing dated is known; bygone ones only for the
 * days before a source that followed every change began.
 */
function admitted(runs: PlacedPrice[], vendors: ReadonlySet<string>): PlacedPrice[] {
  const dated = runs.filter((fact) => authorityOf(fact, vendors) > AUTHORITY.filler);
  if (dated.length === 0) return bestFillers(runs);
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

function sweep(ordered: PlacedPrice[], vendors: ReadonlySet<string>): Entry[] {
  const entries: Entry[] = [];
  const spoken = new Map<string, PlacedPrice>();
  for (const fact of ordered) {
    const before = spoken.get(fact.source);
    const current = entries.at(-1);
    if (!current) entries.push({ fact, confirmed: [], kind: fact.kind ?? "first_seen" });
    else if (repeats(current, fact, before)) current.confirmed.push(fact);
    else if (!isSilenced(fact, entries, ordered, vendors)) {
      entries.push({ fact, confirmed: [], kind: kindOf(fact, before, current) });
    }
    spoken.set(fact.source, fact);
  }
  return entries;
}

/** Another source, or the same one that only added a detail to a price that stands. */
function repeats(current: Entry, fact: PlacedPrice, before: PlacedPrice | undefined): boolean {
  if ((current.fact.list ?? "list") !== (fact.list ?? "list") || current.fact.until) return false;
  const own = current.fact.source === fact.source || (before !== undefined && current.confirmed.includes(before));
  return !own && agrees(current.fact, fact);
}

/**
 * A differing fact is silenced while a stronger source stands by its own, and when a source that follows every
 * change still said otherwise and changed its price only later.
 */
function isSilenced(fact: PlacedPrice, entries: Entry[], all: PlacedPrice[], vendors: ReadonlySet<string>): boolean {
  const rank = authorityOf(fact, vendors);
  const day = startOf(fact);
  const stronger = entries.some(({ fact: held, confirmed }) =>
    [held, ...confirmed].some(
      (one) => authorityOf(one, vendors) > rank && startOf(one) <= day && day <= attestedOn(one) && !one.list,
    ),
  );
  if (stronger) return true;
  const current = entries.at(-1)?.fact;
  if (!current || !isContinuous(current.source) || current.source === fact.source || fact.from) return false;
  return all.some((other) => other.source === current.source && startOf(other) > day);
}

/** A move has a witness: a source that gave the price before and after, or a stated first day. */
function kindOf(fact: PlacedPrice, before: PlacedPrice | undefined, current: Entry): Price["kind"] {
  if (fact.kind === "correction" || current.fact.rates.length === 0) return fact.kind ?? "first_seen";
  return before !== undefined || fact.from !== undefined ? "move" : "first_seen";
}

/** Announcements that no source has since confirmed or made obsolete. */
function announcements(facts: PlacedPrice[], entries: Entry[]): Entry[] {
  const kept: Entry[] = [];
  for (const fact of [...facts].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.seen, b.seen))) {
    const same = kept.find((entry) => entry.fact.from === fact.from && agrees(entry.fact, fact));
    const real = entries.some((entry) => fact.from && startOf(entry.fact) >= fact.from && agrees(entry.fact, fact));
    if (real) continue;
    if (!same) kept.push({ fact, confirmed: [], kind: fact.kind === "cancelled" ? "cancelled" : "announced" });
    else {
      same.confirmed.push(fact);
      if (fact.kind === "cancelled") Object.assign(same, { kind: "cancelled", fact: { ...same.fact, note: fact.note } });
    }
  }
  return kept;
}

/** The figures of other sources that differ from an entry at about the same time. */
export function dissent(entry: Entry, lastWords: PlacedPrice[]): PlacedPrice[] {
  const since = shift(startOf(entry.fact), -CONTEMPORARY_DAYS);
  return lastWords.filter(
    (fact) =>
      fact.source !== entry.fact.source &&
      fact.currency === entry.fact.currency &&
      fact.rates.length > 0 &&
      !fact.until &&
      (attestedOn(fact) as Day) >= since &&
      !agrees(entry.fact, fact) &&
      Object.values(figures(fact)).some((side) => side !== null),
  );
}

/** How many further sources give the same price. */
export function assent(entry: Entry, lastWords: PlacedPrice[]): number {
  const sources = lastWords.filter(
    (fact) => fact.source !== entry.fact.source && fact.rates.length > 0 && agrees(entry.fact, fact),
  );
  return new Set(sources.map((fact) => fact.source)).size;
}
