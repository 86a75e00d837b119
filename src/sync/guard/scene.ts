import type { Model, Offer, Price } from "../../catalog/schema.ts";
import { groupBy } from "../../import/group-by.ts";
import { worth } from "../../import/guard/worth.ts";
import type { PlacedPrice } from "../../import/merge/placed.ts";
import type { SellerInfo } from "../../import/merge/providers.ts";
import type { Candidate } from "../candidate.ts";

/** All that one change is judged against: what stood before the sync, and all other changes of the same sync. */
export interface Scene {
  sellers: ReadonlyMap<string, SellerInfo>;
  /** The price in force before, by offer id. */
  standing: ReadonlyMap<string, Price>;
  candidates: ReadonlyMap<string, Candidate>;
  kinds: ReadonlyMap<string, Model["kind"]>;
  offersOf(model: string): readonly Offer[];
}

type Priced = Pick<PlacedPrice, "currency" | "rates">;

export function createScene(offers: readonly Offer[], parts: Omit<Scene, "offersOf">): Scene {
  const byModel = groupBy(offers, (offer) => offer.model);
  return { ...parts, offersOf: (model) => byModel.get(model) ?? [] };
}

/** Sold by the model's lab itself. */
export function isOwnShop({ offer, seller }: Pick<Candidate, "offer" | "seller">): boolean {
  return seller.ownShopOf.includes(offer.model.slice(0, offer.model.indexOf("/")));
}

/** Offers of the same model, region and variant at the lab's other site. */
export function sisters({ offer, seller }: Candidate, scene: Scene): Offer[] {
  if (seller.sister === undefined) return [];
  return scene
    .offersOf(offer.model)
    .filter(
      (one) =>
        one.provider === seller.sister && one.region === offer.region && one.variant === offer.variant && !one.gone,
    );
}

/** The prices that the lab's own shops took before, with the changes that they make now. */
export function ownShops({ offer }: Candidate, scene: Scene): { before?: Price; change?: Candidate }[] {
  return scene.offersOf(offer.model).flatMap((one) => {
    const seller = scene.sellers.get(one.provider);
    if (one.id === offer.id || !seller || !isOwnShop({ offer: one, seller })) return [];
    const [before, change] = [scene.standing.get(one.id), scene.candidates.get(one.id)];
    return [{ ...(before && { before }), ...(change && { change }) }];
  });
}

/**
 * What every other provider takes for the model in the same variant, before this sync and after it; where nothing
 * stands, what is claimed.
 */
export function peers({ offer }: Candidate, scene: Scene): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const one of scene.offersOf(offer.model)) {
    if (one.provider === offer.provider || one.variant !== offer.variant || one.gone) continue;
    const told = [scene.standing.get(one.id), scene.candidates.get(one.id)?.fact];
    const own = told.flatMap((price) => (price && worth(price) > 0 ? [worth(price)] : []));
    if (own.length > 0) values.set(one.provider, [...(values.get(one.provider) ?? []), ...own]);
  }
  return values;
}

/** What stood before, or what is claimed where nothing stands. */
export function priceOf(id: string, scene: Scene): Priced | undefined {
  return scene.standing.get(id) ?? scene.candidates.get(id)?.fact;
}
