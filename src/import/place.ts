import { canonicalise } from "./canonical/canonicalise.ts";
import type { Extract, Rejected, Seller } from "./fact.ts";
import type { SellerInfo } from "./merge/providers.ts";
import type { Place, PlacedCard, PlacedEnd, PlacedPrice } from "./merge/placed.ts";

export interface Placed {
  prices: PlacedPrice[];
  cards: PlacedCard[];
  ends: PlacedEnd[];
  unplaced: (Rejected & { source: string })[];
}

/** The provider ids of each source that differ from the catalog's own: source → its id → ours. */
export type ProviderIds = Record<string, Record<string, string>>;

/** Puts every record at its provider and canonical model; what fits nowhere is listed with the reason. */
export function place(extracts: Extract[], providers: ReadonlyMap<string, SellerInfo>, ids: ProviderIds): Placed {
  const out: Placed = { prices: [], cards: [], ends: [], unplaced: [] };
  const named = namesOf(extracts);
  const memo = new Map<string, (Place & { lab: string }) | string>();

  const find = (source: string, seller: Seller): (Place & { lab: string }) | undefined => {
    const key = `${source}\n${seller.provider}\n${seller.id}`;
    let found = memo.get(key);
    if (found === undefined) {
      found = locate(source, { ...named.get(key), ...seller }, providers, ids);
      memo.set(key, found);
      if (typeof found === "string") {
        out.unplaced.push({ source, where: `${seller.provider} ${seller.id}`, why: found });
      }
    }
    return typeof found === "string" ? undefined : found;
  };

  for (const extract of extracts) {
    for (const fact of extract.prices) {
      const at = find(extract.source, fact);
      if (at) out.prices.push({ ...fact, ...placeOf(at), ...siteOf(fact, providers.get(at.provider)) });
    }
    for (const card of extract.cards) {
      const at = find(extract.source, card);
      if (at) out.cards.push({ ...card, ...at });
    }
    for (const end of extract.ends) {
      const at = find(extract.source, end);
      if (at) out.ends.push({ ...end, ...placeOf(at) });
    }
  }
  return out;
}

function placeOf({ lab: _, ...at }: Place & { lab: string }): Place {
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
): (Place & { lab: string }) | string {
  const provider = ids[source]?.[seller.provider] ?? seller.provider;
  if (!providers.has(provider)) return `the provider ${seller.provider} is not in the catalog`;
  const { id, name, family } = seller;
  const placement = canonicalise({ provider, id, ...(name && { name }), ...(family && { family }) });
  return "unplaced" in placement ? placement.unplaced : { source, provider, ...placement };
}

/** A vendor with one entry and two lists: prices in the other currency than it bills in stand on the other list. */
function siteOf(fact: { currency: string; site?: Place["site"] }, provider: SellerInfo | undefined): Pick<Place, "site"> {
  if (fact.site) return { site: fact.site };
  if (!provider?.twoLists) return {};
  return { site: fact.currency === "CNY" ? "cn" : "intl" };
}
