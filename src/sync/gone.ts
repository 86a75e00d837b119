import type { Day, Price } from "../catalog/schema.ts";
import { groupBy } from "../import/group-by.ts";
import type { Base } from "./base.ts";
import { type Heard, LISTER } from "./hear.ts";
import type { Words } from "./match.ts";
import { type Decisions, type HeldGone, idOf } from "./review.ts";

/** Fewer models than this may all go on one day. */
const FEW = 4;
const HALF = 0.5;

export interface Listing {
  /** Offers that are no longer listed, since this day. */
  gone: ReadonlySet<string>;
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
  if (day === undefined) return { gone: new Set(), back: new Set(), held: [...before.held], listed: [...was].sort() };
  const here = new Set(heard.prices.filter(({ source }) => source === LISTER).map(({ provider }) => provider));
  const now = new Set([...words].filter(([, said]) => said.now.has(LISTER)).map(([id]) => id));
  const out = { gone: new Set<string>(), held: before.held.filter(({ provider }) => !here.has(provider)) };
  const kept = new Set(now);
  for (const [provider, offers] of groupBy(base.offers, (offer) => offer.provider)) {
    const listed = offers.filter(({ id, gone }) => !gone && was.has(id)).map(({ id }) => id);
    const missing = listed.filter((id) => !now.has(id));
    const since = before.held.find((one) => one.provider === provider)?.since ?? day;
    const doubtful = here.has(provider) ? doubt(provider, missing, listed.length, since) : undefined;
    const decision = doubtful && decisions.get(doubtful.id);
    if (doubtful && decision === undefined) out.held.push(doubtful);
    const isGone = here.has(provider) && (!doubtful || decision === "accepted");
    for (const id of missing) (isGone ? out.gone : kept).add(id);
  }
  const back = before.listed ? base.offers.filter(({ id, gone }) => gone && now.has(id) && !was.has(id)) : [];
  return { ...out, back: new Set(back.map(({ id }) => id)), listed: [...kept].sort() };
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
