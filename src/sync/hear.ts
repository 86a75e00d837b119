import type { Day, Model } from "../catalog/schema.ts";
import type { Curated } from "../import/curated.ts";
import type { Extract } from "../import/fact.ts";
import { groupBy } from "../import/group-by.ts";
import { kindsOf } from "../import/merge/models.ts";
import type { PlacedCard, PlacedPrice } from "../import/merge/placed.ts";
import { providersOf, type SellerInfo } from "../import/merge/providers.ts";
import { sided } from "../import/merge/sides.ts";
import { place } from "../import/place.ts";
import type { Base } from "./base.ts";
import { LISTER } from "./lister.ts";

/** The live price file of LiteLLM, which bears witness but lists nothing by itself. */
export const WITNESS = "litellm-live";

/** Live sources that name providers as another source of the import does. */
const NAMED_LIKE: Record<string, string> = { [WITNESS]: "litellm" };

/** What all sources say at one time, put at the catalog's own providers and models. */
export interface Heard {
  prices: PlacedPrice[];
  cards: PlacedCard[];
  sellers: ReadonlyMap<string, SellerInfo>;
  kinds: ReadonlyMap<string, Model["kind"]>;
  /** The day of each source's snapshot. */
  days: ReadonlyMap<string, Day>;
  /** Records of the lister that could not be read, as "provider id": they are listed, whatever they say. */
  unread: ReadonlySet<string>;
  /** Records that fit no provider or model. */
  unplaced: number;
}

/** Places what the sources say; providers and models that the catalog knows stay what they are. */
export function hear(base: Base, extracts: readonly Extract[], curated: Curated): Heard {
  const sellers = sellersOf(base, extracts, curated);
  const ids = { ...curated["provider-ids"] };
  for (const [live, source] of Object.entries(NAMED_LIKE)) ids[live] = ids[source] ?? {};
  const placed = place([...extracts], sellers, ids);
  const cards = groupBy(placed.cards, (card) => card.model);
  const known = new Map(base.models.map(({ id, kind }) => [id, kind]));
  const told = kindsOf(new Set([...cards.keys(), ...placed.prices.map(({ model }) => model)]), cards, sellers);
  const kinds = new Map([...told, ...known]);
  const days = new Map<string, Day>();
  for (const { source, day } of extracts) if (day > (days.get(source) ?? "")) days.set(source, day);
  return {
    prices: placed.prices.map((fact) => sided(fact, kinds.get(fact.model) ?? "text")),
    cards: placed.cards,
    sellers,
    kinds,
    days,
    unread: new Set(
      extracts.filter(({ source }) => source === LISTER).flatMap((one) => one.rejected.map(({ where }) => where)),
    ),
    unplaced: placed.unplaced.length,
  };
}

function sellersOf(base: Base, extracts: readonly Extract[], curated: Curated): Map<string, SellerInfo> {
  const sellers = providersOf([...extracts], curated);
  const overlays = new Map(curated.providers.map((overlay) => [overlay.id, overlay]));
  for (const provider of base.providers) {
    const { zeros, twoLists = false } = overlays.get(provider.id) ?? { zeros: undefined };
    sellers.set(provider.id, { ...provider, ...(zeros && { zeros }), twoLists });
  }
  return sellers;
}
