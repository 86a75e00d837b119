import type { Provider } from "../../catalog/schema.ts";
import type { Curated, ProviderOverlay } from "../curated.ts";
import type { Extract, ProviderFact } from "../fact.ts";

/** A provider with what only the importer needs to know of it. */
export interface SellerInfo extends Provider {
  zeros?: ProviderOverlay["zeros"];
  twoLists: boolean;
}

const DEFAULTS = { names: [], ownShopOf: [], bills: "USD", pricingPages: [], windows: [] } as const;

/** All providers: what the sources call them, how they were classed, and the hand-written overlay on top. */
export function providersOf(extracts: Extract[], curated: Curated): Map<string, SellerInfo> {
  const all = new Map<string, SellerInfo>();
  for (const { source, providers } of extracts) {
    for (const fact of providers) {
      const id = curated["provider-ids"][source]?.[fact.id] ?? fact.id;
      all.set(id, told(all.get(id), id, fact));
    }
  }
  for (const { zeros, twoLists, ...overlay } of curated.providers) {
    const known = all.get(overlay.id) ?? blank(overlay.id);
    const own = { ...(zeros && { zeros }), twoLists: twoLists ?? false };
    all.set(overlay.id, { ...known, ...(overlay as Partial<Provider>), ...own });
  }
  for (const [id, names] of Object.entries(curated["provider-names"])) {
    const known = all.get(id);
    if (known) known.names = [...new Set([...known.names, ...names])];
  }
  return all;
}

/** The first source that names a provider names it; classes and pages are added by whoever has them. */
function told(known: SellerInfo | undefined, id: string, fact: ProviderFact): SellerInfo {
  const pages = new Set([...(known?.pricingPages ?? []), ...(fact.pages ?? [])]);
  return {
    ...blank(id),
    ...known,
    ...(fact.name && !known && { name: { en: fact.name } }),
    ...(fact.kind && { kind: fact.kind, ...(fact.kind === "lab" && { ownShopOf: [id] }) }),
    ...(fact.bills && { bills: fact.bills }),
    pricingPages: [...pages],
  };
}

function blank(id: string): SellerInfo {
  return {
    id,
    name: { en: id },
    kind: "host",
    twoLists: false,
    ...DEFAULTS,
    names: [],
    ownShopOf: [],
    pricingPages: [],
    windows: [],
  };
}

/** The record that goes into the catalog. */
export function providerRecord({ zeros: _, twoLists: __, ...provider }: SellerInfo): Provider {
  return provider;
}
