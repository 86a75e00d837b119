import type { Offer, Price } from "../catalog/schema.ts";
import type { Context } from "../import/merge/offers.ts";
import { figures } from "../import/merge/placed.ts";
import type { Candidate } from "./candidate.ts";
import type { Change } from "./change.ts";
import type { Verdict } from "./guard/verdict.ts";
import type { Heard } from "./hear.ts";
import { limited, type limitsIn } from "./limits.ts";
import type { Words } from "./match.ts";
import { priceNow } from "./now.ts";
import { priceFrom, replaced, weighed } from "./price.ts";
import { factOf, type HeldPrice, idOfPrice } from "./review.ts";
import type { Said } from "./said.ts";

/** All that is known when offers are settled, and what comes of it. */
export interface Desk {
  readonly said: Said;
  readonly heard: Heard;
  readonly words: ReadonlyMap<string, Words>;
  readonly context: Context;
  readonly cards: ReturnType<typeof limitsIn>;
  readonly history: Map<string, readonly Price[]>;
  readonly held: HeldPrice[];
  readonly changes: Change[];
}

const NONE: Words = { now: new Map(), later: [] };

/** One offer after the sync: its price, and what is said beside it. */
export function settle(
  offer: Offer,
  candidate: Candidate | undefined,
  verdict: Verdict | undefined,
  desk: Desk,
): Offer {
  const listed = limited(offer, desk.cards);
  const words = desk.words.get(offer.id) ?? NONE;
  const priced = candidate && verdict ? decided(listed, candidate, verdict, desk) : listed;
  const seller = desk.heard.sellers.get(offer.provider);
  if (!seller || words === NONE) return priced;
  const now = priceNow(priced.prices, desk.said.today);
  const believed = candidate && typeof verdict === "object" && "hold" in verdict ? without(words, candidate) : words;
  const prices = priced.prices.map((price) => (price === now ? weighed(price, believed, seller) : price));
  return { ...priced, prices: [...prices, ...announced(prices, offer, words, seller, desk)] };
}

function without(words: Words, { fact }: Candidate): Words {
  return { ...words, now: new Map([...words.now].filter(([source]) => source !== fact.source)) };
}

function decided(offer: Offer, candidate: Candidate, verdict: Verdict, desk: Desk): Offer {
  if (verdict === "pass" || "hold" in verdict) {
    if (verdict !== "pass") hold(candidate, verdict.hold, desk);
    return candidate.isNew ? { ...offer, prices: [] } : offer;
  }
  return candidate.isNew ? offer : published(offer, candidate, verdict.publish, desk);
}

function hold(candidate: Candidate, why: HeldPrice["why"], { held, changes }: Desk): void {
  const { offer, fact, held: was } = candidate;
  const id = idOfPrice(offer.id, fact);
  const since = was?.id === id ? was.since : fact.seen;
  const { before, after } = move(candidate);
  held.push({
    what: "price",
    id,
    offer: offer.id,
    source: fact.source,
    why,
    since,
    stands: before,
    fact: factOf(fact),
  });
  if (was?.id !== id) changes.push({ what: "held", why, offer: offer.id, source: fact.source, before, after });
}

function published(offer: Offer, candidate: Candidate, kind: Price["kind"], desk: Desk): Offer {
  const { fact, held, seller, words } = candidate;
  const released = held !== undefined && held.id === idOfPrice(offer.id, fact);
  const { zeros } = desk.context;
  const price = priceFrom(fact, kind, { words, seller, zeros, ...(released && { since: held.since }) });
  const after = replaced(offer, desk.history.get(offer.id) ?? [], price, desk.said.today);
  desk.history.set(offer.id, after.history);
  desk.changes.push({ what: "price", kind, released, offer: offer.id, source: fact.source, ...move(candidate) });
  return { ...offer, prices: after.prices };
}

function move({ before, fact }: Candidate): Pick<Extract<Change, { what: "price" }>, "before" | "after"> {
  return { before: before && before.rates.length > 0 ? figures(before) : null, after: figures(fact) };
}

/** Prices for later days that the offer does not have yet. */
function announced(
  prices: readonly Price[],
  { id }: Offer,
  words: Words,
  seller: Candidate["seller"],
  { context, changes }: Desk,
): Price[] {
  const added: Price[] = [];
  for (const fact of words.later) {
    if ([...prices, ...added].some((price) => price.from === fact.from)) continue;
    added.push(priceFrom(fact, "announced", { words: NONE, seller, zeros: context.zeros }));
    changes.push({ what: "announced", offer: id, from: fact.from ?? "", after: figures(fact) });
  }
  return added;
}
