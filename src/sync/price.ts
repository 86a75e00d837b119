import type { Day, Offer, Price } from "../catalog/schema.ts";
import { knownOn } from "../catalog/timeline.ts";
import { enriched } from "../import/merge/enrich.ts";
import { allZero } from "../import/merge/free.ts";
import { attestedOn, figures, type PlacedPrice } from "../import/merge/placed.ts";
import type { SellerInfo } from "../import/merge/providers.ts";
import { agrees } from "../import/merge/same.ts";
import { judge } from "../import/merge/state.ts";
import { LISTER } from "./lister.ts";
import type { Words } from "./match.ts";
import { isForeign } from "./pick.ts";

/** The price that a word becomes. `since`: the first day on which its source said so, if before the word's own. */
export function priceFrom(
  fact: PlacedPrice,
  kind: Price["kind"],
  { words, seller, zeros, since }: { words: Words; seller: SellerInfo; zeros: ReadonlySet<string>; since?: Day },
): Price {
  const others = [...words.now.values()].filter((word) => word.source !== fact.source);
  const shown = enriched(fact, others);
  const confirmed = others.filter((word) => word.rates.length > 0 && agrees(word, fact));
  const { state, rates } = judge({ fact: shown, confirmed, kind }, seller, zeros);
  const wasHeld = since !== undefined && since < fact.seen;
  const seen = wasHeld ? since : fact.seen;
  const last = attestedOn(fact);
  return {
    state,
    currency: rates.length > 0 ? fact.currency : seller.bills,
    list: "list",
    rates,
    ...(fact.from && { from: fact.from }),
    ...(fact.until && { until: fact.until }),
    source: fact.source,
    seen,
    ...(last > seen && { lastSeen: last }),
    ...(fact.checked && { checked: fact.checked }),
    kind,
    ...(wasHeld && { accepted: fact.seen }),
    disagreement: [],
    agree: 0,
    ...(fact.note && { note: fact.note }),
  };
}

/** Puts a new list price in the place of the old ones, which become history; what stands aside or ahead stays. */
export function replaced(
  offer: Offer,
  history: readonly Price[],
  price: Price,
  day: Day,
): { prices: Price[]; history: Price[] } {
  const stays = (one: Price) =>
    one.list !== "list" || one.kind === "cancelled" || one.kind === "unconfirmed" || (one.from ?? "") > day;
  const isAhead = (one: Price) => one.from !== undefined && one.from > knownOn(one) && one.kind === "announced";
  const kept = offer.prices.filter((one) => stays(one) || isAhead(one));
  const past = offer.prices.filter((one) => !kept.includes(one));
  return { prices: [price, ...kept], history: [...history, ...past] };
}

/** What all sources say beside the price in force: who repeats it, who agrees, who disagrees. */
export function weighed(price: Price, words: Words, seller: SellerInfo): Price {
  const told = [...words.now.values()].filter((word) => !isForeign(word, price, seller));
  const same = told.filter((word) => agrees(price, word) || (price.rates.length === 0 && allZero(word)));
  const own = same.find((word) => word.source === price.source);
  const last = own && attestedOn(own);
  const known = price.confirmed ?? [];
  const confirmed = confirmations(price, same);
  const disagreement = dissent(price, told, same);
  const agreeing = new Set([...same, ...known].map(({ source }) => source));
  agreeing.delete(price.source);
  const added = disagreement.filter((one) => !price.disagreement.some(({ source }) => source === one.source)).length;
  const { lastSeen: _, confirmed: __, ...rest } = price;
  const seenLast = last !== undefined && last > (price.lastSeen ?? price.seen) ? last : price.lastSeen;
  return {
    ...rest,
    ...(seenLast && { lastSeen: seenLast }),
    disagreement,
    ...(confirmed.length > 0 && { confirmed }),
    agree: price.rates.length > 0 ? Math.max(agreeing.size, price.agree - added) : price.agree,
  };
}

/** The lister that repeats a price confirms it, and so do sources that did before; what was checked stays of its day. */
function confirmations(price: Price, same: readonly PlacedPrice[]): NonNullable<Price["confirmed"]> {
  const known = price.confirmed ?? [];
  const renewed = known.map((one) => {
    const word = same.find(({ source }) => source === one.source);
    const day = word && !one.checked ? attestedOn(word) : one.day;
    return day > one.day ? { ...one, day } : one;
  });
  const listed =
    price.source === LISTER || price.rates.length === 0 ? undefined : same.find(({ source }) => source === LISTER);
  const isNew = listed && !known.some(({ source }) => source === LISTER);
  const all = isNew ? [...renewed, { source: LISTER, day: attestedOn(listed) }] : renewed;
  return all.sort((a, b) => compare(a.day, b.day) || compare(a.source, b.source));
}

/** Sources that were not heard keep what they said; one that says the same as before keeps its day if it checked it. */
function dissent(price: Price, told: PlacedPrice[], same: PlacedPrice[]): Price["disagreement"] {
  if (price.rates.length === 0) return price.disagreement;
  const heard = new Set(told.map(({ source }) => source));
  const kept = price.disagreement.filter(({ source }) => !heard.has(source));
  const now = told
    .filter((word) => !same.includes(word) && word.source !== price.source && word.currency === price.currency)
    .filter((word) => word.rates.length > 0 && !allZero(word))
    .map((word) => opinion(word, price));
  return [...kept, ...now].sort((a, b) => compare(a.source, b.source));
}

function opinion(word: PlacedPrice, price: Price): Price["disagreement"][number] {
  const { currency, input, output } = figures(word);
  const old = price.disagreement.find(({ source }) => source === word.source);
  if (old?.checked && old.input === input && old.output === output) return old;
  return { source: word.source, currency, input, output, date: attestedOn(word), checked: word.checked !== undefined };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
