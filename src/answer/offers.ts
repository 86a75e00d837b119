import type { Quote } from "../catalog/catalog.ts";
import { priceOf } from "../catalog/rates.ts";
import { askedCurrency, type Context } from "./context.ts";
import { blended, currencyOf, outputOf, rateOf } from "./price.ts";
import { isOnSite } from "./scope.ts";

/** The offers of one model that a question about it means, and those that it is told of beside them. */
export interface Offers {
  /** One a seller and site, best first. */
  quotes: Quote[];
  /** Of the lab's other site. */
  otherSite: Quote[];
  kind: "official" | "hosted" | "asked";
}

/** Whether the question speaks of hosts or providers, so that all who serve a model are meant. */
export function asksForHosts({ query }: Context): boolean {
  const { filters, fields } = query;
  return fields?.includes("providers") === true || filters?.offers === "hosted" || filters?.offers === "any";
}

/** The offers of a model: those of the providers named, else the lab's own on the site of the language, else hosts. */
export function offersFor(context: Context, modelId: string): Offers {
  const all = context.market.of(modelId);
  const { in: wanted, out: unwanted = [] } = context.query.filters?.providers ?? {};
  const open = all.filter(({ provider }) => !unwanted.includes(provider.id));
  if (wanted) {
    const sites = wanted.map((id) => named(context, open, id));
    const quotes = sites.flatMap((asked) => asked.filter((quote) => isOnSite(quote, asked, context.site)));
    return { quotes, otherSite: sites.flat().filter((quote) => !quotes.includes(quote)), kind: "asked" };
  }
  if (asksForHosts(context)) return { quotes: hosts(context, open), otherSite: [], kind: "asked" };
  return own(context, open);
}

/**
 * The offers of one model to set beside each other: of the providers named, or all. A price that the question sets
 * is held against the lab's own.
 */
export function offersOfAll(context: Context, modelId: string): Quote[] {
  const { filters, given } = context.query;
  if (filters?.providers?.in || filters?.offers || asksForHosts(context)) return offersFor(context, modelId).quotes;
  const all = context.market.of(modelId).filter(({ provider }) => !filters?.providers?.out?.includes(provider.id));
  if (given) return own(context, all).quotes;
  const onSite = all.filter((quote) => isOnSite(quote, all, context.site));
  return hosts(context, onSite);
}

/** The offer by which a model is compared where no host is asked for. */
export function mainOffer(context: Context, modelId: string): Quote | undefined {
  return own(context, context.market.of(modelId)).quotes[0];
}

/** The lab's own offers on the site of the language, or on its other site; else hosts. */
function own(context: Context, open: readonly Quote[]): Offers {
  const official = open.filter((quote) => quote.official);
  if (official.length === 0) return { quotes: hosts(context, open), otherSite: [], kind: "hosted" };
  const here = official.filter(({ site }) => site === undefined || site === context.site);
  const there = official.filter((quote) => !here.includes(quote));
  const best = onePerSite(context, here).sort(byWorth);
  if (best.length === 0)
    return {
      quotes: onePerSite(context, there),
      otherSite: [],
      kind: "official",
    };
  return {
    quotes: best,
    otherSite: onePerSite(context, there),
    kind: "official",
  };
}

/** A provider named; its sister site where only that one has the model. */
function named(context: Context, quotes: readonly Quote[], id: string): Quote[] {
  const at = (provider: string | undefined) =>
    onePerSite(
      context,
      quotes.filter((quote) => quote.provider.id === provider),
    );
  const found = at(id);
  return found.length > 0 ? found : at(context.catalog.providers.get(id)?.sister);
}

/** All who serve a model, cheapest first; routers only where any provider is asked for or nobody else serves it. */
function hosts(context: Context, quotes: readonly Quote[]): Quote[] {
  const { offers } = context.query.filters ?? {};
  const serving = quotes.filter(({ provider }) => provider.kind !== "plan" && provider.kind !== "local");
  const scoped = offers === "hosted" ? serving.filter(({ official }) => !official) : serving;
  const direct = scoped.filter(({ provider }) => provider.kind !== "aggregator");
  const chosen = offers === "any" || direct.length === 0 ? scoped : direct;
  const rows = onePerSite(context, chosen.length > 0 ? chosen : quotes);
  return sortByBlend(context, rows);
}

/** Cheapest first; what cannot be compared comes last. */
function sortByBlend(context: Context, quotes: Quote[]): Quote[] {
  const keyed = quotes.map((quote) => ({
    quote,
    key: blendKey(context, quote),
  }));
  keyed.sort((a, b) => {
    if (!a.key || !b.key) return Number(!a.key) - Number(!b.key);
    return a.key.cmp(b.key) || byId(a.quote, b.quote);
  });
  return keyed.map(({ quote }) => quote);
}

function byId(a: Quote, b: Quote): number {
  return a.offer.id < b.offer.id ? -1 : 1;
}

function blendKey(context: Context, quote: Quote) {
  if (quote.gone || (quote.price?.state !== "priced" && quote.price?.state !== "free")) return undefined;
  const rate = rateOf(quote.price, context.situation);
  const blend = blended(priceOf(rate, "input"), outputOf(quote, rate), context.blend);
  return blend === null ? undefined : context.money.comparable(blend, currencyOf(quote));
}

/** A site may list a model several times, by region, precision or as a free variant: its plain entry stands. */
function onePerSite(context: Context, quotes: readonly Quote[]): Quote[] {
  const chosen = new Map<string, Quote>();
  for (const quote of quotes) {
    const seller = `${quote.provider.id} ${quote.site}`;
    const before = chosen.get(seller);
    chosen.set(seller, before ? plainer(context, before, quote) : quote);
  }
  return [...chosen.values()];
}

function plainer(context: Context, a: Quote, b: Quote): Quote {
  const difference = oddity(context, a) - oddity(context, b);
  if (difference !== 0) return difference < 0 ? a : b;
  return sortByBlend(context, [a, b])[0] ?? a;
}

const STATES = ["priced", "free", "unverified", "trial", "unknown", "plan"];

function oddity(context: Context, { offer, price, gone, model }: Quote): number {
  const state = STATES.indexOf(price?.state ?? "unknown");
  const region = offer.region === undefined ? 0 : offer.region === "global" ? 1 : 2;
  const other = askedCurrency(context) !== undefined && price?.currency !== askedCurrency(context) ? 1 : 0;
  const own = offer.id.endsWith(`:${model.id.slice(model.id.indexOf("/") + 1)}`) ? 0 : 1;
  return (gone ? 1e5 : 0) + state * 1e4 + region * 1e3 + (offer.variant ? 1e2 : 0) + other * 10 + own;
}

/** A live price before none, the lab itself before a cloud. */
function byWorth(a: Quote, b: Quote): number {
  return worth(a) - worth(b) || byId(a, b);
}

function worth({ provider, price, gone }: Quote): number {
  const state = price?.state === "priced" || price?.state === "free" ? 0 : 1;
  return (gone ? 4 : 0) + state * 2 + (provider.kind === "lab" ? 0 : 1);
}
