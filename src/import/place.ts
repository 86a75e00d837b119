import { canonicalise } from "./canonical/canonicalise.ts";
import type { Extract, Rejected, Seller } from "./fact.ts";
import type { Place, PlacedCard, PlacedEnd, PlacedPrice } from "./merge/placed.ts";
import type { SellerInfo } from "./merge/providers.ts";

export interface Placed {
  prices: PlacedPrice[];
  cards: PlacedCard[];
  ends: PlacedEnd[];
  unplaced: (Rejected & { source: string })[];
}

/** The provider ids of each source that differ from the catalog's own: source → its id (or id:lab) → ours. */
export type ProviderIds = Record<string, Record<string, string>>;

/** Puts every record at its provider and canonical model; what fits nowhere is listed with the reason. */
export function place(extracts: Extract[], providers: ReadonlyMap<string, SellerInfo>, ids: ProviderIds): Placed {
  const { find, unplaced } = createFinder(extracts, providers, ids);
  const found = <T extends Seller>(pick: (extract: Extract) => T[]) =>
    extracts.flatMap((extract) =>
      pick(extract).flatMap((record) => {
        const at = find(extract.source, record);
        return at ? [{ record, at, seller: providers.get(at.provider) }] : [];
      }),
    );
  return {
    prices: found((extract) => extract.prices).map(({ record, at, seller }) => ({
      ...record,
      ...placeOf(at),
      ...siteOf(record, seller),
    })),
    cards: found((extract) => extract.cards).map(({ record, at }) => ({ ...record, ...at })),
    ends: found((extract) => extract.ends).map(({ record, at, seller }) => ({
      ...record,
      ...placeOf(at),
      ...siteOf({ currency: NATIVE_SOURCES.has(at.source) ? "CNY" : "USD" }, seller),
    })),
    unplaced,
  };
}

/** Sources of Chinese lists: what they take off is off the Chinese list. */
const NATIVE_SOURCES = new Set(["lobehub", "one-api"]);

type Found = Place & { lab: string };

function createFinder(extracts: Extract[], providers: ReadonlyMap<string, SellerInfo>, ids: ProviderIds) {
  const named = namesOf(extracts);
  const memo = new Map<string, Found | string>();
  const unplaced: Placed["unplaced"] = [];
  const find = (source: string, seller: Seller): Found | undefined => {
    const key = `${source}\n${seller.provider}\n${seller.id}`;
    let found = memo.get(key);
    if (found === undefined) {
      found = locate(source, { ...named.get(key), ...seller }, providers, ids);
      memo.set(key, found);
      if (typeof found === "string") unplaced.push({ source, where: `${seller.provider} ${seller.id}`, why: found });
    }
    return typeof found === "string" ? undefined : found;
  };
  return { find, unplaced };
}

function placeOf({ lab: _, ...at }: Found): Place {
  return at;
}

/** Histories often give only ids; the name of the same id elsewhere helps to place it. */
function namesOf(extracts: Extract[]): Map<string, Partial<Seller>> {
  const names = new Map<string, Partial<Seller>>();
  for (const { source, cards } of extracts) {
    for (const { provider, id, name, family } of cards) {
      names.set(`${source}\n${provider}\n${id}`, { ...(name && { name }), ...(family && { family }) });
    }
  }
  return names;
}

function locate(
  source: string,
  seller: Seller,
  providers: ReadonlyMap<string, SellerInfo>,
  ids: ProviderIds,
): Found | string {
  const provider = ids[source]?.[seller.provider] ?? seller.provider;
  if (!providers.has(provider)) return `the provider ${seller.provider} is not in the catalog`;
  const { id, name, family } = seller;
  const placement = canonicalise({ provider, id, ...(name && { name }), ...(family && { family }) });
  if ("unplaced" in placement) return placement.unplaced;
  const shop = ids[source]?.[`${seller.provider}:${placement.lab}`] ?? provider;
  return { source, ...placement, provider: shop };
}

/** A vendor with one entry and two lists: prices in the other currency than it bills in stand on the other list. */
function siteOf(
  fact: { currency: string; site?: Place["site"] },
  provider: SellerInfo | undefined,
): Pick<Place, "site"> {
  if (fact.site) return { site: fact.site };
  if (!provider?.twoLists) return {};
  return { site: fact.currency === "CNY" ? "cn" : "intl" };
}
