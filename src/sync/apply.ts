import type { Offer } from "../catalog/schema.ts";
import { figures } from "../import/merge/placed.ts";
import type { Base } from "./base.ts";
import type { Candidate } from "./candidate.ts";
import { candidatesOf } from "./candidates.ts";
import type { Change } from "./change.ts";
import { listing, listingChanges, relisted } from "./gone.ts";
import { createScene } from "./guard/scene.ts";
import { verdict } from "./guard/verdict.ts";
import { type Heard, hear } from "./hear.ts";
import { followed, limitsIn } from "./limits.ts";
import { match, type Words } from "./match.ts";
import { contextOf, newModels, newOffers } from "./newcomers.ts";
import { priceNow } from "./now.ts";
import { priceFrom } from "./price.ts";
import { withSources } from "./provenance.ts";
import { type Held, type HeldGone, type HeldPrice, wordOf } from "./review.ts";
import type { Applied, Said } from "./said.ts";
import { type Desk, settle } from "./settle.ts";

/**
 * Lays what the sources say now over a catalog: new prices are appended, old ones stay as history, and what the
 * guard does not believe is held. The same words over the result change nothing.
 */
export function apply(base: Base, said: Said): Applied {
  const { extracts, curated, decisions, today } = said;
  const heard = hear(base, extracts, curated);
  const context = contextOf(base, heard, extracts);
  const built = newOffers(match(base.offers, heard).fresh, base, heard, curated, context);
  const known = [...base.offers, ...built.map(({ offer }) => offer)];
  const words = withAccepted(match(known, heard).words, said, heard);
  const history = new Map([...base.history, ...built.map((one) => [one.offer.id, one.history] as const)]);
  const was = said.held.filter((one): one is HeldPrice => one.what === "price");
  const before = { base, held: heldGone(said.held), ...(said.listed && { listed: said.listed }) };
  const lists = listing(before, heard, words, decisions);
  const offers = known.map((offer) => relisted(offer, lists));
  const candidates = candidatesOf({ offers, built, history, words, heard, held: was, today });
  const { sellers, kinds } = heard;
  const isNew = new Set(built.map(({ offer }) => offer.id));
  const standing = standingIn(
    offers.filter(({ id }) => !isNew.has(id)),
    said,
  );
  const scene = createScene(offers, { sellers, kinds, candidates, standing });
  const desk: Desk = {
    ...{ said, heard, words, context, history, cards: limitsIn(heard) },
    held: [],
    changes: [...built.map(({ offer }): Change => ({ what: "new", offer: offer.id })), ...listingChanges(lists)],
  };
  const settled = offers.map((offer) => {
    const candidate = candidates.get(offer.id);
    return settle(offer, candidate, candidate && verdict(candidate, scene, curated, decisions), desk);
  });
  const held = [...desk.held, ...unheard(was, words, heard, said), ...lists.held];
  desk.changes.push(...withdrawn(was, held, candidates));
  const models = [...base.models, ...newModels(built, base, heard, curated)];
  const final = settled.map((offer) => withReports(offer, held, context.zeros, heard));
  const next = { ...base, models: followed(models, final, heard), offers: final, history };
  return {
    base: withSources(next, said, heard),
    held: held.sort((a, b) => (a.id < b.id ? -1 : 1)),
    listed: lists.listed,
    changes: desk.changes,
    unplaced: heard.unplaced,
  };
}

function standingIn(offers: readonly Offer[], { today }: Said) {
  return new Map(
    offers.flatMap((offer) => {
      const price = priceNow(offer.prices, today);
      return price && price.rates.length > 0 && !offer.gone ? [[offer.id, price] as const] : [];
    }),
  );
}

/** What an operator has accepted speaks again, though its source was not heard this time. */
function withAccepted(words: Map<string, Words>, { held, decisions }: Said, heard: Heard): Map<string, Words> {
  for (const one of held) {
    if (one.what !== "price" || heard.days.has(one.source) || decisions.get(one.id) !== "accepted") continue;
    const known = words.get(one.offer) ?? { now: new Map(), later: [] };
    words.set(one.offer, { ...known, now: new Map([...known.now, [one.source, wordOf(one)]]) });
  }
  return words;
}

/** What stays held because its source was not heard this time. */
function unheard(held: HeldPrice[], words: ReadonlyMap<string, Words>, heard: Heard, { decisions }: Said): HeldPrice[] {
  return held.filter(
    ({ id, offer, source }) => !heard.days.has(source) && !decisions.has(id) && !words.get(offer)?.now.has(source),
  );
}

function withdrawn(was: HeldPrice[], held: readonly Held[], candidates: ReadonlyMap<string, Candidate>): Change[] {
  const kept = new Set(held.map(({ id }) => id));
  const gone = was.filter(({ id, offer }) => !kept.has(id) && !candidates.has(offer));
  return gone.map(({ offer, source, fact }) => ({ what: "withdrawn", offer, source, after: figures(fact) }));
}

function heldGone(held: readonly Held[]): HeldGone[] {
  return held.filter((one): one is HeldGone => one.what === "gone");
}

/** What is held stands beside the price as a report, as long as it is held. */
function withReports(offer: Offer, held: readonly Held[], zeros: ReadonlySet<string>, heard: Heard): Offer {
  const own = held.filter((one): one is HeldPrice => one.what === "price" && one.offer === offer.id);
  const told = offer.prices.filter(({ kind }) => kind !== "unconfirmed");
  const seller = heard.sellers.get(offer.provider);
  if (!seller || (own.length === 0 && told.length === offer.prices.length)) return offer;
  const words = { now: new Map(), later: [] };
  const reports = own.map((one) => priceFrom(wordOf(one), "unconfirmed", { words, seller, zeros }));
  return { ...offer, prices: [...told, ...reports] };
}
