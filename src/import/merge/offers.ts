import type { Day, Model, Offer, Price } from "../../catalog/schema.ts";
import { shift } from "../day.ts";
import type { Rejected } from "../fact.ts";
import { isBygone, isContinuous } from "./authority.ts";
import { enriched } from "./enrich.ts";
import type { Entry } from "./entry.ts";
import type { OfferFacts } from "./group.ts";
import { assent, dissent } from "./opinions.ts";
import { attestedOn, figures, type PlacedCard, type PlacedPrice, startOf } from "./placed.ts";
import type { SellerInfo } from "./providers.ts";
import { compare } from "./runs.ts";
import { type Judged, judge } from "./state.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import { type Listing, listingKey, unlistedSince, WORD_HOLDS_DAYS } from "./unlisted.ts";

export interface Context {
  providers: ReadonlyMap<string, SellerInfo>;
  vendors: ReadonlySet<string>;
  /** Sources that no longer say anything, with their last day. */
  ended: ReadonlyMap<string, Day>;
  /** Providers whose listing a source follows change by change, with its last day. */
  followed: ReadonlyMap<string, Day>;
  /** Whole lists of providers, by provider and site. */
  listings: ReadonlyMap<string, Listing>;
  /** The first day on which each model is known to have existed. */
  firstDays: ReadonlyMap<string, Day>;
  kinds: ReadonlyMap<string, Model["kind"]>;
  /** Models that the vendor's native list gives away. */
  zeros: ReadonlySet<string>;
}

export interface BuiltOffer {
  offer: Offer;
  history: Price[];
  /** Nothing shows that it is sold still. */
  doubtful: boolean;
}

/** An offer with its timeline: the newest fact and announcements in the offer, the rest as history. */
export function buildOffer(facts: OfferFacts, context: Context): BuiltOffer | Rejected {
  const first = facts.prices[0];
  const provider = first && context.providers.get(first.provider);
  if (!first || !provider) return { where: facts.id, why: "no fact, or an unknown provider" };
  const native = facts.prices.some((fact) => fact.currency === "CNY");
  const own = facts.prices.filter((fact) => !(native && provider.bills === "CNY" && fact.currency === "USD"));
  const timeline = timelineOf(own, context.vendors);
  const { past, today } = pricesOf(timeline, provider, context.zeros);
  if (today.length === 0) return { where: `${first.provider} ${facts.id}`, why: "no usable fact" };
  const ended = facts.gone ?? silentSince(facts.prices, context.ended);
  const gone = ended ?? absentSince(facts.prices, provider, context);
  const hasPrice = [...past, ...today].some((price) => price.rates.length > 0);
  if (gone && !hasPrice) return { where: `${first.provider} ${facts.id}`, why: "gone, and no price was ever known" };
  const offer: Offer = {
    id: `${first.provider}:${facts.id}${first.site === "cn" ? "@cn" : ""}`,
    provider: first.provider,
    model: first.model,
    ...(first.site && { site: first.site }),
    ...(first.region && { region: first.region }),
    ...(first.variant && { variant: first.variant }),
    ...limitsOf(facts.cards, first.provider, facts.id),
    ...(gone && { gone }),
    ...(gone && !facts.gone && { absent: true as const }),
    prices: today,
  };
  return { offer, history: past, doubtful: isDoubtful(facts.prices, context.followed.get(first.provider)) };
}

/** The last day of the sources that list it, if they all ended. */
function silentSince(facts: PlacedPrice[], ended: ReadonlyMap<string, Day>): Day | undefined {
  const days = facts.map(
    (fact) => ended.get(fact.source) ?? (fact.until && fact.list !== "promotion" ? fact.until : undefined),
  );
  return days.every((day) => day !== undefined) ? [...days].sort(compare).at(-1) : undefined;
}

/**
 * Since when the lab's own shop does not list it. Lists of models that write are whole; of embeddings, pictures and
 * voices they have what their keeper came across, so that absence proves nothing.
 */
function absentSince(facts: PlacedPrice[], provider: SellerInfo, context: Context): Day | undefined {
  const first = facts[0];
  if (!first || (context.kinds.get(first.model) ?? "text") !== "text") return undefined;
  if (!provider.ownShopOf.includes(labOf(first.model))) return undefined;
  return unlistedSince(facts, context.listings.get(listingKey(first)), context.firstDays.get(first.model));
}

function labOf(model: string): string {
  return model.slice(0, model.indexOf("/"));
}

/** Not in the listing that a source follows, and known only from old states or long ago. */
function isDoubtful(facts: PlacedPrice[], followedUntil: Day | undefined): boolean {
  if (followedUntil === undefined || facts.some((fact) => isContinuous(fact.source))) return false;
  const dated = facts.filter((fact) => !fact.undated && !isBygone(fact.source)).map(attestedOn);
  const old = facts.some((fact) => isBygone(fact.source));
  const stands = dated.some((day) => day >= shift(followedUntil, -WORD_HOLDS_DAYS));
  return !stands && (old || dated.length > 0);
}

function limitsOf(cards: PlacedCard[], provider: string, id: string): Pick<Offer, "context" | "maxOutput"> {
  const own = cards.filter((card) => card.provider === provider).sort((a, b) => compare(a.day, b.day));
  const card = own.findLast((one) => one.id === id) ?? own.at(-1);
  return { ...(card?.context && { context: card.context }), ...(card?.maxOutput && { maxOutput: card.maxOutput }) };
}

/** Today's: the newest list price, what stands beside it since, and what is announced. */
function pricesOf(
  timeline: Timeline,
  provider: SellerInfo,
  zeros: ReadonlySet<string>,
): { past: Price[]; today: Price[] } {
  const last = timeline.entries.at(-1);
  const listed = timeline.entries.map((entry) => {
    const shown = entry === last ? { ...entry, fact: enriched(entry.fact, timeline.lastWords) } : entry;
    return priceOf(shown, judge(shown, provider, zeros), provider, entry === last ? timeline.lastWords : []);
  });
  const list = withoutRepeats(listed);
  const current = list.at(-1);
  const since = last ? startOf(last.fact) : "";
  const isNew = (entry: Entry) => startOf(entry.fact) >= since;
  const beside = (entries: Entry[]) =>
    entries.map((entry) => priceOf(entry, judge(entry, provider, zeros), provider, []));
  return {
    past: [...list.slice(0, -1), ...beside(timeline.aside.filter((entry) => !isNew(entry)))],
    today: [...(current ? [current] : []), ...beside(timeline.aside.filter(isNew)), ...beside(timeline.announced)],
  };
}

/** Two neighbours may look alike once zeros and plans are judged; the older one stays. */
function withoutRepeats(prices: Price[]): Price[] {
  const kept: Price[] = [];
  for (const price of prices) {
    const before = kept.at(-1);
    const same = before && before.state === price.state && before.rates.length === 0 && price.rates.length === 0;
    if (!same) kept.push(price);
    else {
      const last = price.lastSeen ?? price.seen;
      kept[kept.length - 1] = { ...before, ...(last > before.seen && { lastSeen: last }) };
    }
  }
  return kept;
}

/** The price of an entry, told by the source that knew it first; who repeated it later stands beside it. */
function priceOf(entry: Entry, { state, rates }: Judged, provider: SellerInfo, lastWords: PlacedPrice[]): Price {
  const told = [entry.fact, ...entry.confirmed];
  const from = told.find((one) => one.from !== undefined)?.from;
  // Where the first day is stated, an old price table that saw it sooner adds nothing.
  const tellers = from === undefined ? told : told.filter((one) => !isBygone(one.source));
  const first = (tellers.length > 0 ? tellers : told).reduce((a, b) => (b.seen < a.seen ? b : a));
  const confirmed = confirmations(told.filter((one) => one.source !== first.source));
  const { until, note, list, currency } = entry.fact;
  return {
    state,
    currency: rates.length > 0 ? currency : provider.bills,
    list: list ?? "list",
    rates,
    ...(from && { from }),
    ...(until && { until }),
    source: first.source,
    seen: first.seen,
    ...(first.lastSeen && first.lastSeen > first.seen && { lastSeen: first.lastSeen }),
    ...(first.checked && { checked: first.checked }),
    kind: entry.kind,
    disagreement: rates.length > 0 ? dissent(entry, lastWords).map(opinion) : [],
    ...(confirmed.length > 0 && { confirmed }),
    agree: assent(entry, lastWords),
    ...(note && { note }),
  };
}

function confirmations(others: PlacedPrice[]): NonNullable<Price["confirmed"]> {
  const latest = new Map<string, PlacedPrice>();
  for (const one of others) latest.set(one.source, one);
  return [...latest.values()].map(confirmation).sort((a, b) => compare(a.day, b.day) || compare(a.source, b.source));
}

/** A source that speaks of a price that was over by then confirms only its last day. */
function confirmation(fact: PlacedPrice): NonNullable<Price["confirmed"]>[number] {
  const last = attestedOn(fact);
  if (fact.until !== undefined && fact.until < last) return { source: fact.source, day: fact.until };
  return { source: fact.source, day: last, ...(fact.checked && { checked: true }) };
}

function opinion(fact: PlacedPrice): Price["disagreement"][number] {
  const { currency, input, output } = figures(fact);
  return { source: fact.source, currency, input, output, date: attestedOn(fact), checked: fact.checked !== undefined };
}
