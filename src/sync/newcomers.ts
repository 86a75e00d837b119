import type { Model } from "../catalog/schema.ts";
import { familiesOf } from "../import/canonical/families.ts";
import { followedProviders, listedModels } from "../import/coverage.ts";
import type { Curated } from "../import/curated.ts";
import type { Extract } from "../import/fact.ts";
import { groupBy } from "../import/group-by.ts";
import { guard } from "../import/guard/guard.ts";
import { offersIn } from "../import/merge/group.ts";
import { buildModel, isOwn } from "../import/merge/models.ts";
import { type BuiltOffer, buildOffer, type Context } from "../import/merge/offers.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import { skeleton, twinOf } from "../import/merge/twins.ts";
import { firstDays, listingsOf } from "../import/merge/unlisted.ts";
import { displayNames } from "../import/names/display.ts";
import type { Base } from "./base.ts";
import type { Heard } from "./hear.ts";
import { LISTER } from "./lister.ts";

/** What the importer needs to know to build offers, from what was heard and what the catalog knows. */
export function contextOf(base: Base, heard: Heard, extracts: readonly Extract[]): Context {
  const lister = heard.days.get(LISTER);
  return {
    providers: heard.sellers,
    vendors: new Set(),
    ended: new Map(),
    followed: followedProviders([...extracts], heard.prices),
    listings: listingsOf(heard.prices, new Map(lister ? [[LISTER, lister]] : [])),
    firstDays: firstDays(heard.prices, heard.cards),
    kinds: heard.kinds,
    zeros: givenAway(base, heard),
  };
}

/** Models that the lab's own shop is known to give away. */
function givenAway(base: Base, heard: Heard): Set<string> {
  const free = base.offers.filter(({ provider, model, prices }) => {
    const isOwnShop = heard.sellers.get(provider)?.ownShopOf.includes(model.slice(0, model.indexOf("/")));
    return isOwnShop && prices.some((price) => price.state === "free" && price.source === "lobehub");
  });
  return new Set(free.map(({ model }) => model));
}

/** Offers of facts that speak of none that the catalog has, built as the importer builds them. */
export function newOffers(
  fresh: readonly PlacedPrice[],
  base: Base,
  heard: Heard,
  curated: Curated,
  context: Context,
): BuiltOffer[] {
  const prices = believed(fresh, heard, curated, context);
  const models = new Set([...listedModels(heard.prices), ...base.models.map(({ id }) => id)]);
  const listed = groupBy(models, skeleton);
  const taken = new Set(base.offers.map(({ id }) => id));
  const cards = heard.cards;
  return offersIn({ prices, cards, ends: [] }, context.followed).flatMap((facts) => {
    const built = twinOf(facts, listed) ?? buildOffer(facts, context);
    return "offer" in built && !taken.has(built.offer.id) ? [built] : [];
  });
}

/** What only price tables know has to pass the importer's own guard; the lister's words are judged with all others. */
function believed(
  fresh: readonly PlacedPrice[],
  heard: Heard,
  curated: Curated,
  { followed, kinds }: Context,
): PlacedPrice[] {
  const wanted = new Set(fresh.map(({ model }) => model));
  const openWeights = new Set(heard.cards.filter((card) => card.openWeights).map(({ model }) => model));
  const facts = heard.prices.filter(({ model, source }) => wanted.has(model) && source !== LISTER);
  const { prices } = guard(facts, curated.slips, { sellers: heard.sellers, followed, openWeights, kinds });
  const passed = new Set(prices);
  return fresh.filter((fact) => fact.source === LISTER || passed.has(fact));
}

/** Models of offers that are new, as far as the catalog does not have them. */
export function newModels(offers: readonly BuiltOffer[], base: Base, heard: Heard, curated: Curated): Model[] {
  const known = new Set(base.models.map(({ id }) => id));
  const sold = groupBy(
    offers.filter(({ offer }) => !known.has(offer.model)),
    ({ offer }) => offer.model,
  );
  const cards = groupBy(
    heard.cards.filter(({ model }) => sold.has(model)),
    (card) => card.model,
  );
  const overlays = new Map(curated.models.map((model) => [model.id, model]));
  const own = (id: string) => (cards.get(id) ?? []).filter((card) => isOwn(card, heard.sellers));
  const names = displayNames([...sold.keys()].map((id) => ({ id, cards: cards.get(id) ?? [], own: own(id) })));
  return [...sold].map(([id, built]) => {
    const parts = {
      id,
      name: names.get(id) ?? id,
      cards: cards.get(id) ?? [],
      offers: built.map(({ offer }) => offer),
      doubtful: new Set(built.filter(({ doubtful }) => doubtful).map(({ offer }) => offer.id)),
      kind: heard.kinds.get(id) ?? ("text" as const),
      families: familiesOf(id),
    };
    return buildModel(parts, heard.sellers, overlays.get(id));
  });
}
