import type { Model, Offer, Price } from "../../catalog/schema.ts";
import type { Rejected } from "../fact.ts";
import type { OfferFacts } from "./group.ts";
import { attestedOn, figures, type PlacedCard, type PlacedPrice } from "./placed.ts";
import type { SellerInfo } from "./providers.ts";
import { compare } from "./runs.ts";
import { sided } from "./sides.ts";
import { judge } from "./state.ts";
import { assent, dissent, type Entry, type Timeline, timelineOf } from "./timeline.ts";

export interface Context {
  providers: ReadonlyMap<string, SellerInfo>;
  kinds: ReadonlyMap<string, Model["kind"]>;
  vendors: ReadonlySet<string>;
}

export interface BuiltOffer {
  offer: Offer;
  history: Price[];
}

/** An offer with its timeline: the newest fact and announcements in the offer, the rest as history. */
export function buildOffer(facts: OfferFacts, context: Context): BuiltOffer | Rejected {
  const first = facts.prices[0];
  const provider = first && context.providers.get(first.provider);
  if (!first || !provider) return { where: facts.id, why: "no fact, or an unknown provider" };
  const kind = context.kinds.get(first.model) ?? "text";
  const native = facts.prices.some((fact) => fact.currency === "CNY");
  const own = facts.prices.filter((fact) => !(native && provider.bills === "CNY" && fact.currency === "USD"));
  const timeline = timelineOf(
    own.map((fact) => sided(fact, kind)),
    context.vendors,
  );
  const prices = pricesOf(timeline, provider);
  const current = prices.inForce.at(-1);
  if (!current && prices.announced.length === 0) return { where: facts.id, why: "no usable fact" };
  const packages = prices.inForce.filter((price) => price !== current && isBesideList(price, current));
  const offer: Offer = {
    id: `${first.provider}:${facts.id}${first.site === "cn" ? "@cn" : ""}`,
    provider: first.provider,
    model: first.model,
    ...(first.site && { site: first.site }),
    ...(first.region && { region: first.region }),
    ...(first.variant && { variant: first.variant }),
    ...limitsOf(facts.cards, first.provider, facts.id),
    ...(facts.gone && { gone: facts.gone }),
    prices: [...packages, ...(current ? [current] : []), ...prices.announced],
  };
  return { offer, history: prices.inForce.filter((price) => price !== current && !packages.includes(price)) };
}

/** A package is sold beside the list, so both are today's. */
function isBesideList(price: Price, current: Price | undefined): boolean {
  return current !== undefined && !price.until && price.list !== current.list && price.from === current.from;
}

function limitsOf(cards: PlacedCard[], provider: string, id: string): Pick<Offer, "context" | "maxOutput"> {
  const own = cards.filter((card) => card.provider === provider).sort((a, b) => compare(a.day, b.day));
  const card = own.findLast((one) => one.id === id) ?? own.at(-1);
  return { ...(card?.context && { context: card.context }), ...(card?.maxOutput && { maxOutput: card.maxOutput }) };
}

function pricesOf(timeline: Timeline, provider: SellerInfo): { inForce: Price[]; announced: Price[] } {
  const last = timeline.entries.at(-1);
  const inForce = timeline.entries.map((entry) => priceOf(entry, provider, entry === last ? timeline.lastWords : []));
  const announced = timeline.announced.map((entry) => priceOf(entry, provider, []));
  return { inForce: withoutRepeats(inForce), announced };
}

/** Two neighbours may look alike once zeros and plans are judged; the older one stays. */
function withoutRepeats(prices: Price[]): Price[] {
  const kept: Price[] = [];
  for (const price of prices) {
    const before = kept.at(-1);
    const same = before && before.state === price.state && before.rates.length === 0 && price.rates.length === 0;
    if (!same) kept.push(price);
    else {
      const last = price.lastSeen ?? price.seen;
      kept[kept.length - 1] = { ...before, ...(last > before.seen && { lastSeen: last }) };
    }
  }
  return kept;
}

function priceOf(entry: Entry, provider: SellerInfo, lastWords: PlacedPrice[]): Price {
  const { fact } = entry;
  const { state, rates } = judge(entry, provider);
  const disagreement = rates.length > 0 ? dissent(entry, lastWords).map(opinion) : [];
  const confirmed = confirmations(entry);
  const stated = entry.confirmed.find((one) => one.from && one.from <= fact.seen)?.from;
  const from = fact.from ?? stated;
  return {
    state,
    currency: rates.length > 0 ? fact.currency : provider.bills,
    list: fact.list ?? "list",
    rates,
    ...(from && { from }),
    ...(fact.until && { until: fact.until }),
    source: fact.source,
    seen: fact.seen,
    ...(fact.lastSeen && fact.lastSeen > fact.seen && { lastSeen: fact.lastSeen }),
    ...(fact.checked && { checked: fact.checked }),
    kind: entry.kind,
    disagreement,
    ...(confirmed.length > 0 && { confirmed }),
    agree: assent(entry, lastWords),
    ...(fact.note && { note: fact.note }),
  };
}

function confirmations({ fact, confirmed }: Entry): NonNullable<Price["confirmed"]> {
  const latest = new Map<string, PlacedPrice>();
  for (const one of confirmed) if (one.source !== fact.source) latest.set(one.source, one);
  return [...latest.values()]
    .map((one) => ({ source: one.source, day: attestedOn(one), ...(one.checked && { checked: true }) }))
    .sort((a, b) => compare(a.day, b.day) || compare(a.source, b.source));
}

function opinion(fact: PlacedPrice): Price["disagreement"][number] {
  const { currency, input, output } = figures(fact);
  return { source: fact.source, currency, input, output, date: attestedOn(fact), checked: fact.checked !== undefined };
}
