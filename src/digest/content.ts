import type { Context } from "../answer/context.ts";
import { mainOffer } from "../answer/offers.ts";
import type { Quote } from "../catalog/catalog.ts";
import { addDays, dayOf } from "../catalog/days.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import { groupEvents } from "../catalog/group-events.ts";
import { offerEvents } from "../catalog/offer-events.ts";
import type { Aside, EditionContent, Freshness, Standing } from "../view/edition/content.ts";
import { moveChart } from "./chart.ts";
import { AHEAD_DAYS, endingSoon, pricesOf, sectionsOf } from "./sections.ts";
import { apart, ledFrom, netted } from "./sellers.ts";
import { contextOf, type Subject, wants } from "./subject.ts";
import type { Wish } from "./wish.ts";

/** What an edition is made of. */
export interface Material extends Subject {
  /** What was accepted after `from`, up to and with `to`. */
  events: readonly CatalogEvent[];
  from: Date;
  to: Date;
  timezone: string;
  sections?: Wish["sections"];
  /** The cheapest by class, today and at `from`. */
  leaderboard: readonly Standing[];
  /** Ids of the sources that the last sync heard nothing of. */
  failed?: readonly string[];
}

/** What an edition says, in no language's words; its language only decides which of a vendor's two sites speaks. */
export function contentOf(material: Material): EditionContent {
  const { catalog, now, filters, from, to, timezone, sections: wanted } = material;
  const today = dayOf(now);
  const market = catalog.market(today, today);
  const quoteOf = ({ model, offer }: CatalogEvent) => market.of(model).find((one) => one.offer.id === offer);
  const isWanted = wants(material);
  const context = contextOf(material, { intent: "lookup" });
  const fits = (event: CatalogEvent) => {
    const quote = quoteOf(event);
    return quote !== undefined && isWanted(quote);
  };
  const events = groupEvents(
    netted(apart(catalog, [...material.events, ...standing(material, market.quotes)]).filter(fits)),
  );
  const told = oneSite(events.filter(speaks(material, (model) => market.of(model))), material);
  const ending = endingSoon(market.quotes, to).filter(isWanted);
  const sections = sectionsOf(told, (event) => shownOf(context, event) ?? quoteOf(event), ending, wanted);
  const isQuiet = sections.length === 0;
  const board = isQuiet || (wanted && !wanted.includes("leaderboard")) ? [] : [...material.leaderboard];
  const chart = moveChart(sections, catalog);
  return {
    ...{ from, to, timezone, sections, leaderboard: board, aside: asideOf(events, told), fresh: freshness(material) },
    ...(filters && { filters }),
    ...(chart && { chart }),
    missed: [],
  };
}

/** The offer by which a new model is told: what a lookup shows, or the vendor's other site where only that states a price. */
function shownOf(context: Context, { model }: CatalogEvent): Quote | undefined {
  const main = mainOffer(context, model);
  if (pricesOf(main?.price)) return main;
  return context.market.of(model).find(({ official, gone, price }) => official && !gone && pricesOf(price)) ?? main;
}

/** What was announced before and comes in the days ahead: no news, but worth a reminder. */
function standing({ catalog, now, to, events }: Material, quotes: readonly Quote[]): CatalogEvent[] {
  const today = dayOf(now);
  const last = addDays(dayOf(to), AHEAD_DAYS);
  const told = new Set(events.filter(({ kind }) => kind === "announced").map(({ offer }) => offer));
  return quotes
    .filter(({ announced, offer }) => announced.some(({ from = "" }) => from <= last) && !told.has(offer.id))
    .flatMap(({ offer }) => offerEvents(catalog, offer, today))
    .filter((event) => event.kind === "announced" && event.pending && event.effective <= last);
}

/** Whose doings are told line by line: vendors', anybody's who was asked for by name, those of hosts where no vendor sells. */
function speaks({ filters }: Material, quotesOf: (model: string) => readonly Quote[]) {
  return (event: CatalogEvent): boolean => {
    if (event.official || filters?.providers?.in) return event.kind !== "limit" && event.kind !== "new_host";
    const bySeller = event.kind === "announced" || event.kind === "new_model";
    return bySeller && !quotesOf(event.model).some(({ official }) => official);
  };
}

/** Of a vendor's two sites that did the same the one of the language speaks, where it did. */
function oneSite(events: readonly CatalogEvent[], { language }: Material): CatalogEvent[] {
  const site = language === "zh" ? "cn" : "intl";
  const chosen = new Map<string, CatalogEvent>();
  for (const event of events.map((one) => ledFrom(one, site))) {
    const way = event.kind === "price" ? event.direction : "";
    const key = event.official ? `${event.model} ${event.kind} ${way}` : JSON.stringify([event.offer, event.kind]);
    const before = chosen.get(key);
    if (!before || (before.site !== site && event.site === site)) chosen.set(key, event);
  }
  return [...chosen.values()];
}

const MOVES: ReadonlySet<CatalogEvent["kind"]> = new Set(["price", "free", "paid", "promotion"]);

function asideOf(events: readonly CatalogEvent[], told: readonly CatalogEvent[]): Aside {
  const spoken = new Set(told.map(({ model, kind }) => `${model} ${kind}`));
  const left = events.filter(({ model, kind }) => !spoken.has(`${model} ${kind}`));
  const count = (is: (event: CatalogEvent) => boolean) => left.filter(is).length;
  return {
    corrections: events.filter(({ kind }) => kind === "correction").length,
    listings: count(({ kind }) => kind === "limit" || kind === "new_host" || kind === "retired"),
    hosts: count(({ kind }) => MOVES.has(kind)),
    unconfirmed: count(({ kind }) => kind === "unconfirmed"),
  };
}

function freshness({ catalog, now, failed = [] }: Material): Freshness {
  const today = dayOf(now);
  const known = [...catalog.sources.values()].filter(({ date }) => date <= today);
  const newest = known.reduce((a, b) => (b.date > a.date ? b : a), known[0] ?? { date: today, name: "" });
  return { day: newest.date, source: newest.name, failed: failed.map((id) => catalog.sources.get(id)?.name ?? id) };
}
