import type { Day, Offer } from "../catalog/schema.ts";
import { groupBy } from "../import/group-by.ts";
import { attestedOn, groupKey, type PlacedPrice, startOf } from "../import/merge/placed.ts";
import { agrees } from "../import/merge/same.ts";
import { type Heard, WITNESS } from "./hear.ts";
import { LISTER } from "./lister.ts";
import { priceNow } from "./now.ts";

/** What the sources say of one offer now. */
export interface Words {
  /** The price that each source gives for today. */
  now: Map<string, PlacedPrice>;
  /** Prices that sources announce for later days. */
  later: PlacedPrice[];
}

export interface Matched {
  /** By offer id. */
  words: Map<string, Words>;
  /** Facts that speak of no offer of the catalog. */
  fresh: PlacedPrice[];
}

const LOOSE = /[^a-z0-9]+/g;
const loose = (id: string) => id.toLowerCase().replace(LOOSE, "-");
const FREE = /[:-]free$/;
const CN = /@cn$/;

/** The id at the provider that an offer's id carries. */
export function listedAs(offer: Offer): string {
  return offer.id.slice(offer.provider.length + 1).replace(CN, "");
}

/** The group of offers that may be one and the same, as the importer forms it. */
function groupOf(offer: Offer): string {
  return groupKey({ ...offer, free: FREE.test(listedAs(offer)) });
}

/**
 * Finds the offer that each fact speaks of. A source that lists ids has an offer for each; one that renamed an id
 * speaks of the same offer still; ids that only repeat an offer say nothing new.
 */
export function match(offers: readonly Offer[], heard: Heard): Matched {
  const known = groupBy(offers, groupOf);
  const out: Matched = { words: new Map(), fresh: [] };
  for (const [key, facts] of groupBy(heard.prices, groupKey)) {
    const own = known.get(key) ?? [];
    for (const [source, said] of groupBy(facts, (fact) => fact.source)) {
      const day = heard.days.get(source) ?? "";
      const lines = [...groupBy(said, (fact) => loose(fact.id)).values()];
      if (source === LISTER) matchList(lines, own, out, day);
      else matchWitness(lines, own, out, day, source);
    }
  }
  return out;
}

type Line = PlacedPrice[];

function matchList(lines: Line[], offers: Offer[], out: Matched, day: Day): void {
  const taken = new Map<string, PlacedPrice>();
  const left = lines.filter((line) => {
    const offer = offers.find((one) => loose(listedAs(one)) === loose(line[0]?.id ?? ""));
    return !offer || !give(out, offer, line, day, taken);
  });
  for (const line of left) {
    const now = current(line, day);
    const renamed = offers.find((offer) => !taken.has(offer.id) && now && isSame(offer, now, day));
    if (renamed) give(out, renamed, line, day, taken);
    else if (!now || ![...taken.values()].some((other) => agrees(other, now))) {
      out.fresh.push(...line);
      if (now) taken.set(`${now.provider}:${now.id}`, now);
    }
  }
}

/** Other sources spell ids as they like: what the group has but one of, they mean. */
function matchWitness(lines: Line[], offers: Offer[], out: Matched, day: Day, source: string): void {
  const taken = new Map<string, PlacedPrice>();
  const left = lines.filter((line) => {
    const offer = offers.find((one) => loose(listedAs(one)) === loose(line[0]?.id ?? ""));
    return !offer || !give(out, offer, line, day, taken);
  });
  const living = offers.filter((offer) => !offer.gone);
  for (const line of left) {
    const now = current(line, day);
    if (offers.length === 0 && source !== WITNESS && !line.some((fact) => fact.undated)) out.fresh.push(...line);
    const open = living.filter((offer) => !taken.has(offer.id));
    const meant = open.find((offer) => now && isSame(offer, now, day)) ?? (living.length === 1 ? open[0] : undefined);
    if (meant) give(out, meant, line, day, taken);
  }
}

function give(out: Matched, offer: Offer, line: Line, day: Day, taken: Map<string, PlacedPrice>): boolean {
  const now = current(line, day);
  if (!now || taken.has(offer.id)) return false;
  taken.set(offer.id, now);
  const words: Words = out.words.get(offer.id) ?? { now: new Map(), later: [] };
  words.now.set(now.source, now);
  words.later.push(...line.filter((fact) => isLater(fact, day) && fact.rates.length > 0));
  out.words.set(offer.id, words);
  return true;
}

/** Of several dated facts the one that the source holds for true on `day`. */
function current(line: Line, day: Day): PlacedPrice | undefined {
  const list = line.filter((fact) => (fact.list ?? "list") === "list" && !isLater(fact, day) && !isOver(fact, day));
  return list.reduce<PlacedPrice | undefined>(
    (last, fact) => (last && startOf(last) > startOf(fact) ? last : fact),
    undefined,
  );
}

function isLater(fact: PlacedPrice, day: Day): boolean {
  return fact.from !== undefined && fact.from > day && fact.from > attestedOn(fact);
}

function isOver(fact: PlacedPrice, day: Day): boolean {
  return fact.until !== undefined && fact.until < day;
}

function isSame(offer: Offer, fact: PlacedPrice, day: Day): boolean {
  const price = priceNow(offer.prices, day);
  return price !== undefined && agrees(price, fact);
}
