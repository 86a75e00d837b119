import type { Day } from "../../catalog/schema.ts";
import { shift } from "../day.ts";
import { isBygone, isContinuous } from "./authority.ts";
import { attestedOn, type PlacedCard, type PlacedPrice, startOf } from "./placed.ts";

/** A dated word counts for this long after the provider's listing was last seen without the model. */
export const WORD_HOLDS_DAYS = 180;

/** A provider's own whole list, as a followed source last saw it. */
export interface Listing {
  day: Day;
  /** The highest major version of each line of models on it: gpt → 5. */
  majors: ReadonlyMap<string, number>;
}

/** A vendor's list on one site. */
export function listingKey({ provider, site }: { provider: string; site?: string | undefined }): string {
  return `${provider}|${site ?? ""}`;
}

/** The newest list of every provider that a followed source still has in its last snapshot. */
export function listingsOf(prices: PlacedPrice[], snapshots: ReadonlyMap<string, Day>): Map<string, Listing> {
  const lists = new Map<string, { day: Day; majors: Map<string, number> }>();
  for (const fact of prices) {
    const day = snapshots.get(fact.source);
    if (!day || !isContinuous(fact.source) || attestedOn(fact) < day) continue;
    const list = lists.get(listingKey(fact)) ?? { day, majors: new Map() };
    lists.set(listingKey(fact), list);
    if (day > list.day) list.day = day;
    const line = lineOf(fact.model);
    if (line && line.major > (list.majors.get(line.name) ?? 0)) list.majors.set(line.name, line.major);
  }
  return lists;
}

const LINE = /\/([a-z]+)-?(?:[a-z]+-)?v?(\d{1,2})(?=$|[.o-])/;

function lineOf(model: string): { name: string; major: number } | undefined {
  const [, name, major] = LINE.exec(model) ?? [];
  return name === undefined ? undefined : { name, major: Number(major) };
}

const DAY_IN_ID = /(20[12]\d)-?([01]\d)-?([0-3]\d)(?=$|\D)/;
const MONTH_YEAR = /-([01]\d)-(20[12]\d)(?=$|-)/;
const YEAR_MONTH = /-(2[3-9])(0[1-9]|1[0-2])(?=$|-)/;

/** The day or month that an id carries, as a day. */
function dayInId(id: string): Day | undefined {
  const [, year, month, day] = DAY_IN_ID.exec(id) ?? [];
  if (year) return `${year}-${month}-${day}`;
  const [, month2, year2] = MONTH_YEAR.exec(id) ?? [];
  if (year2) return `${year2}-${month2}-01`;
  const [, short, month3] = YEAR_MONTH.exec(id) ?? [];
  return short ? `20${short}-${month3}-01` : undefined;
}

/** The first day on which each model is known to have existed; undated price tables prove none. */
export function firstDays(prices: PlacedPrice[], cards: PlacedCard[]): Map<string, Day> {
  const first = new Map<string, Day>();
  const tell = (model: string, day: Day | undefined) => {
    if (day !== undefined && day < (first.get(model) ?? "9999")) first.set(model, day);
  };
  for (const fact of prices) {
    tell(fact.model, dayInId(fact.id));
    if (!fact.undated) tell(fact.model, startOf(fact));
  }
  for (const card of cards) tell(card.model, card.released);
  return first;
}

/**
 * The day of the provider's own list, if the list should have the offer and has not: nothing but old or undated words
 * speaks of it, and the model existed before that day, or belongs to an older generation than the list's newest.
 */
export function unlistedSince(
  facts: PlacedPrice[],
  listing: Listing | undefined,
  first: Day | undefined,
): Day | undefined {
  const model = facts[0]?.model;
  if (!listing || model === undefined || facts.some((fact) => isContinuous(fact.source))) return undefined;
  const holds = shift(listing.day, -WORD_HOLDS_DAYS);
  if (facts.some((fact) => !fact.undated && !isBygone(fact.source) && attestedOn(fact) >= holds)) return undefined;
  const line = lineOf(model);
  const isOlder = line !== undefined && line.major < (listing.majors.get(line.name) ?? 0);
  return isOlder || (first !== undefined && first < listing.day) ? listing.day : undefined;
}
