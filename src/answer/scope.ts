import type { Catalog, Market, Quote } from "../catalog/catalog.ts";
import type { Query } from "../query/query.ts";

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

/** The quotes of a scope. Plans and local runs have no price per token; of two sites, the one of the language counts. */
export function quotesIn(catalog: Catalog, market: Market, scope: Scope): Quote[] {
  const models = scope.providers?.flatMap((id) => catalog.modelsAt(id)) ?? market.models;
  return [...new Set(models)].flatMap((id) => withinModel(market, market.of(id), scope));
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
  const chosen = sold.filter(isChosen(market, quotes, sold, offers));
  return chosen.filter((quote) => isOnSite(quote, chosen, site));
}

const isOwn = ({ official }: Quote): boolean => official;
const isDirect = ({ provider }: Quote): boolean => provider.kind !== "aggregator";

/** Which of a model's offers a scope takes, by who else sells the model. */
function isChosen(
  market: Market,
  quotes: readonly Quote[],
  sold: readonly Quote[],
  offers: Scope["offers"],
): (quote: Quote) => boolean {
  if (offers === "any") return () => true;
  if (offers === "official") return isOwn;
  if (offers === "direct") return isDirect;
  if (offers === "hosted") return (quote) => isDirect(quote) && !quote.official;
  const hasOwn = quotes.some(({ official, gone }) => official && !gone);
  const sells = offers === "lab" && sold.some(({ model }) => sellingLabs(market).has(model.lab));
  return hasOwn || sells ? isOwn : isDirect;
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
