import type { Market, Quote } from "../catalog/catalog.ts";
import type { Query } from "../query/query.ts";
import { remember } from "./remember.ts";

/** Which offers a ranking or list looks at. */
export interface Scope {
  /** `joined`: the labs' own APIs, and hosts for models whose lab has none; `lab`: hosts only for labs without an API. */
  offers: "official" | "lab" | "joined" | "hosted" | "direct" | "any";
  /** Only these providers, whatever they are. */
  providers?: readonly string[];
  site: "cn" | "intl";
}

/**
 * Naming a family, a beginning of names or open weights asks for models that only hosts serve, too; naming a lab
 * asks for what it sells itself, unless it sells nothing.
 */
export function scopeOf({ filters }: Query, site: "cn" | "intl"): Scope {
  if (filters?.providers?.in) return { offers: "any", providers: filters.providers.in, site };
  if (filters?.offers === "hosted" || filters?.offers === "any") return { offers: filters.offers, site };
  if (filters?.free === true) return { offers: "direct", site };
  if (filters?.offers === "official") return { offers: "official", site };
  const named = filters?.families?.in ?? filters?.names?.in ?? filters?.openWeights;
  return { offers: named ? "joined" : filters?.labs?.in ? "lab" : "official", site };
}

export function scopeKey({ offers, providers = [], site }: Scope): string {
  return [offers, site, ...providers].join(" ");
}

const SCOPES_KEPT = 24;
const kept = new WeakMap<Market, Map<string, Quote[]>>();

/** The quotes of a scope. Plans and local runs have no price per token; of two sites, the one of the language counts. */
export function quotesIn(market: Market, scope: Scope): readonly Quote[] {
  const scopes = kept.get(market) ?? new Map<string, Quote[]>();
  kept.set(market, scopes);
  return remember(scopes, scopeKey(scope), SCOPES_KEPT, () =>
    market.models.flatMap((id) => withinModel(market, market.of(id), scope)),
  );
}

const sellers = new WeakMap<Market, ReadonlySet<string>>();

/** The labs of which some model has a price at their own API or shop. */
function sellingLabs(market: Market): ReadonlySet<string> {
  const known = sellers.get(market);
  if (known) return known;
  const own = market.quotes.filter(({ official, gone, price }) => official && !gone && price?.state === "priced");
  const labs = new Set(own.map(({ model }) => model.lab));
  sellers.set(market, labs);
  return labs;
}

function withinModel(market: Market, quotes: readonly Quote[], { offers, providers, site }: Scope): Quote[] {
  const sold = quotes.filter(({ provider }) => provider.kind !== "plan" && provider.kind !== "local");
  if (providers) return sold.filter(({ provider }) => providers.includes(provider.id));
  const hasOwn = quotes.some(({ official, gone }) => official && !gone);
  const direct = sold.filter(({ provider }) => provider.kind !== "aggregator");
  const own = sold.filter(({ official }) => official);
  const chosen = {
    official: () => own,
    lab: () => (hasOwn || sold.some(({ model }) => sellingLabs(market).has(model.lab)) ? own : direct),
    joined: () => (hasOwn ? own : direct),
    hosted: () => direct.filter(({ official }) => !official),
    direct: () => direct,
    any: () => sold,
  }[offers]();
  return chosen.filter((quote) => isOnSite(quote, chosen, site));
}

/**
 * False where the seller's other site has the model, and that one is the site of the language. On a past day of which
 * only this site's price is known, that one counts.
 */
export function isOnSite({ provider, site, price }: Quote, quotes: readonly Quote[], wanted: "cn" | "intl"): boolean {
  if (site === undefined || site === wanted) return true;
  const isSeller = (id: string) => id === provider.id || id === provider.sister;
  const isKnown = (other: Quote) => other.price !== undefined || price === undefined;
  return !quotes.some((other) => other.site === wanted && !other.gone && isKnown(other) && isSeller(other.provider.id));
}
