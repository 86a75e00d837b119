import type { Ability } from "../../catalog/abilities.ts";
import type { Model, Offer } from "../../catalog/schema.ts";
import type { ModelOverlay } from "../curated.ts";
import { kindByName } from "../kind.ts";
import type { PlacedCard } from "./placed.ts";
import type { SellerInfo } from "./providers.ts";
import { compare } from "./runs.ts";

const PREVIEW = /(?:^|[-./])(?:preview|exp|experimental|beta|alpha)(?:$|[-.\d])/;

/** The kind of every model: what its name tells, else what most cards say, the lab's own first. */
export function kindsOf(
  ids: Iterable<string>,
  cards: ReadonlyMap<string, PlacedCard[]>,
  own: OwnShops,
): Map<string, Model["kind"]> {
  const kindOf = (id: string) => kindByName(id) ?? voted(cards.get(id) ?? [], own, (card) => card.kind) ?? "text";
  return new Map([...ids].map((id) => [id, kindOf(id)]));
}

export type OwnShops = ReadonlyMap<string, SellerInfo>;

/** Said by the lab's own shop. */
export function isOwn(card: PlacedCard, providers: OwnShops): boolean {
  return providers.get(card.provider)?.ownShopOf.includes(card.lab) ?? false;
}

/** The lab's own newest word, else what most say; the smaller value where it is a draw. */
function voted<T extends string | number>(
  cards: PlacedCard[],
  providers: OwnShops,
  pick: (card: PlacedCard) => T | undefined,
): T | undefined {
  const own = cards.filter((card) => isOwn(card, providers) && pick(card) !== undefined);
  const last = [...own].sort((a, b) => compare(a.day, b.day)).at(-1);
  if (last) return pick(last);
  const votes = new Map<T, number>();
  for (const card of cards) {
    const value = pick(card);
    if (value !== undefined) votes.set(value, (votes.get(value) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0];
}

/** True if any source says so; false only if one does and none says yes; else not stated. */
function abilitiesOf(cards: PlacedCard[]): Model["abilities"] {
  const merged: Partial<Record<Ability, boolean>> = {};
  for (const { abilities } of cards) {
    for (const [name, value] of Object.entries(abilities) as [Ability, boolean][]) {
      merged[name] = merged[name] || value;
    }
  }
  return merged;
}

export interface ModelParts {
  id: string;
  /** What it is called. */
  name: string;
  cards: PlacedCard[];
  offers: Offer[];
  /** Ids of offers that nothing shows to be sold still. */
  doubtful: ReadonlySet<string>;
  kind: Model["kind"];
  families: string[];
}

/** One model, merged over all that speak of it. */
export function buildModel(parts: ModelParts, providers: OwnShops, overlay: ModelOverlay | undefined): Model {
  const { id, cards, kind } = parts;
  const lab = id.slice(0, id.indexOf("/"));
  const pick = <T extends string | number>(of: (card: PlacedCard) => T | undefined) => voted(cards, providers, of);
  const own = cards.filter((card) => isOwn(card, providers));
  const context = pick((card) => card.context);
  const maxOutput = pick((card) => card.maxOutput);
  const released = releasedOf(own.length > 0 ? own : cards);
  const knowledge = pick((card) => card.knowledge);
  const preview = PREVIEW.test(id) || (own.length > 0 && own.every((card) => card.preview));
  return {
    id,
    lab,
    name: parts.name,
    families: parts.families,
    names: [],
    kind,
    ...(context && { context }),
    ...(maxOutput && { maxOutput }),
    abilities: withPriced(abilitiesOf(cards), parts, providers),
    ...(cards.some((card) => card.openWeights) && { openWeights: true }),
    ...(released && { released }),
    ...(knowledge && { knowledge }),
    status: statusOf(parts, own, providers),
    preview,
    facts: [],
    ...(overlay as Partial<Model>),
  };
}

function releasedOf(cards: PlacedCard[]): Model["released"] {
  return cards
    .flatMap((card) => card.released ?? [])
    .sort(compare)
    .at(0);
}

/** A price for cached or batched tokens says that the lab's API has them; embedding follows from the kind. */
function withPriced(abilities: Model["abilities"], parts: ModelParts, providers: OwnShops): Model["abilities"] {
  const lab = parts.id.slice(0, parts.id.indexOf("/"));
  const own = parts.offers.filter((offer) => providers.get(offer.provider)?.ownShopOf.includes(lab));
  const units = new Set(
    own.flatMap((offer) => offer.prices.flatMap((price) => price.rates.flatMap((rate) => Object.keys(rate.units)))),
  );
  return {
    ...abilities,
    ...(units.has("cache_read") && { cache: true }),
    ...(units.has("batch_input") && { batch: true }),
    ...(parts.kind === "embedding" && { embedding: true }),
  };
}

/** Retired where nobody sells it any more, deprecated where its lab says so or no longer lists it itself. */
function statusOf(
  { id, cards, offers, doubtful }: ModelParts,
  own: PlacedCard[],
  providers: OwnShops,
): Model["status"] {
  const lab = id.slice(0, id.indexOf("/"));
  const live = offers.filter((offer) => !offer.gone);
  if (offers.length > 0 && live.length === 0) return "retired";
  const stated = own.length > 0 ? own : cards;
  const newest = stated
    .map((card) => card.day)
    .sort(compare)
    .at(-1);
  const latest = stated.filter((card) => card.day === newest);
  if (latest.length > 0 && latest.every((card) => card.deprecated)) return "deprecated";
  const shops = offers.filter((offer) => providers.get(offer.provider)?.ownShopOf.includes(lab));
  const isSold = (offer: Offer) => !offer.gone && !doubtful.has(offer.id);
  const hosted = cards.some((card) => card.openWeights) && live.some(isSold);
  return shops.length > 0 && !shops.some(isSold) && !hosted ? "deprecated" : "current";
}
