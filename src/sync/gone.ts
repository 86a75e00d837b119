import type { Day, Offer, Price } from "../catalog/schema.ts";
import { groupBy } from "../import/group-by.ts";
import type { Base } from "./base.ts";
import type { Change } from "./change.ts";
import type { Heard } from "./hear.ts";
import { LISTER } from "./lister.ts";
import { listedAs, type Words } from "./match.ts";
import { type Decisions, type HeldGone, idOf } from "./review.ts";

/** Fewer models than this may all go on one day. */
const FEW = 4;
const HALF = 0.5;

export interface Listing {
  /** Offers that are no longer listed, each with the day since when. */
  gone: ReadonlyMap<string, Day>;
  /** Offers that were gone and are listed again. */
  back: ReadonlySet<string>;
  held: HeldGone[];
  /** All offers that the lister lists now, sorted. */
  listed: readonly string[];
}

/** How things stood after the last sync. */
export interface Before {
  base: Base;
  held: readonly HeldGone[];
  /** What the lister listed; absent before the first sync. */
  listed?: readonly string[];
}

/**
 * What the lister no longer lists, and what it lists again. Absence counts only within providers that it contains;
 * a provider that loses half of its models at once is held for review.
 */
export function listing(
  before: Before,
  heard: Heard,
  words: ReadonlyMap<string, Words>,
  decisions: Decisions,
): Listing {
  const { base } = before;
  const day = heard.days.get(LISTER);
  const was = new Set(before.listed ?? listedIn(base));
  if (day === undefined) return decidedOn(before, was, decisions);
  const isUnread = (offer: Offer) => was.has(offer.id) && heard.unread.has(`${offer.provider} ${listedAs(offer)}`);
  const fresh = [...words].filter(([, said]) => said.now.has(LISTER)).map(([id]) => id);
  const now = new Set([...fresh, ...base.offers.filter(isUnread).map(({ id }) => id)]);
  const all = missingBy(before, heard, was, now, decisions);
  const gone = all.flatMap(({ isGone, missing, since }) => (isGone ? missing.map((id) => [id, since] as const) : []));
  const kept = all.flatMap(({ isGone, missing }) => (isGone ? [] : missing));
  return {
    gone: new Map(gone),
    held: all.flatMap(({ doubtful }) => (doubtful && !decisions.has(doubtful.id) ? [doubtful] : [])),
    back: before.listed ? again(base, now, was) : new Set(),
    listed: [...now, ...kept].sort(),
  };
}

function again({ offers }: Base, now: ReadonlySet<string>, was: ReadonlySet<string>): Set<string> {
  return new Set(offers.filter(({ id, gone }) => gone && now.has(id) && !was.has(id)).map(({ id }) => id));
}

interface Missing {
  missing: string[];
  since: Day;
  /** Not only missing, but believed to be gone. */
  isGone: boolean;
  doubtful: HeldGone | undefined;
}

/** What each provider had and has no more. */
function missingBy(
  { base, held }: Before,
  heard: Heard,
  was: ReadonlySet<string>,
  now: ReadonlySet<string>,
  decisions: Decisions,
): Missing[] {
  const day = heard.days.get(LISTER) ?? "";
  const here = new Set(heard.prices.filter(({ source }) => source === LISTER).map(({ provider }) => provider));
  return [...groupBy(base.offers, (offer) => offer.provider)].map(([provider, offers]) => {
    const listed = offers.filter(({ id, gone }) => !gone && was.has(id)).map(({ id }) => id);
    const missing = listed.filter((id) => !now.has(id));
    const known = held.find((one) => one.provider === provider);
    if (!here.has(provider)) return { missing, since: day, isGone: false, doubtful: known };
    const doubtful = doubt(provider, missing, listed.length, known?.since ?? day);
    const isGone = !doubtful || decisions.get(doubtful.id) === "accepted";
    return { missing, since: doubtful?.since ?? day, isGone, doubtful };
  });
}

/** Without word from the lister only an operator's decisions change anything. */
function decidedOn({ held }: Before, was: ReadonlySet<string>, decisions: Decisions): Listing {
  const accepted = held.filter(({ id }) => decisions.get(id) === "accepted");
  const gone = new Map(accepted.flatMap(({ offers, since }) => offers.map((id) => [id, since] as const)));
  const open = held.filter(({ id }) => !decisions.has(id));
  return { gone, back: new Set(), held: open, listed: [...was].filter((id) => !gone.has(id)).sort() };
}

function doubt(provider: string, missing: string[], listed: number, since: Day): HeldGone | undefined {
  if (missing.length < FEW || missing.length <= listed * HALF) return undefined;
  const offers = [...missing].sort();
  const id = idOf(provider, LISTER, ...offers);
  return { what: "gone", id, provider, source: LISTER, why: "half_gone", since, offers };
}

/** What a catalog that was never synced knows to be listed: what its newest snapshot of the lister still had. */
function listedIn({ offers, sources }: Base): string[] {
  const day = sources.find(({ id }) => id === LISTER)?.date;
  const isOf = ({ source, seen, lastSeen = seen, confirmed = [], disagreement }: Price) =>
    (source === LISTER && lastSeen === day) ||
    confirmed.some((one) => one.source === LISTER && one.day === day) ||
    disagreement.some((one) => one.source === LISTER && one.date === day);
  return offers.filter(({ prices }) => prices.some(isOf)).map(({ id }) => id);
}

/** An offer as it is listed now. */
export function relisted(offer: Offer, { gone, back }: Listing): Offer {
  const since = gone.get(offer.id);
  if (since === undefined && !back.has(offer.id)) return offer;
  const { gone: _, absent: __, ...listed } = offer;
  return since === undefined ? listed : { ...listed, gone: since };
}

/** What the listing changes, for the report. */
export function listingChanges({ gone, back }: Listing): Change[] {
  return [
    ...[...gone.keys()].map((offer): Change => ({ what: "gone", offer })),
    ...[...back].map((offer): Change => ({ what: "back", offer })),
  ];
}
