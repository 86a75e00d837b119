import type { Catalog, Market } from "./catalog.ts";
import { createKnownBy } from "./known-by.ts";
import { createMarket } from "./market.ts";
import type { Day, Family, FxSeries, Lab, Model, Offer, Price, Provider, Source } from "./schema.ts";

export interface Records {
  labs: Lab[];
  families: Family[];
  providers: Provider[];
  sources: Source[];
  fx: FxSeries;
  models: Model[];
  offers: Offer[];
}

/** The older prices of an offer, oldest first. */
export type HistoryReader = (provider: string, offer: string) => readonly Price[];

/** Few, since each holds a quote for every offer; a busy chat asks about today and some past days. */
const MARKETS_KEPT = 6;

/** A catalog over valid records. `history` is called only for questions about the past. */
export function createCatalog(records: Records, history: HistoryReader): Catalog {
  const offersOf = grouped(records.offers, ({ model }) => [model]);
  const models = byId(records.models);
  const families = byId(records.families);
  const members = grouped(records.models, (model) => lineage(model, families));
  for (const list of members.values()) list.sort(newestFirst);
  const markets = new Map<string, Market>();
  let atProviders: Map<string, Offer[]> | undefined;
  let known: { now: Day; by: ReturnType<typeof createKnownBy> } | undefined;

  const catalog: Catalog = {
    labs: byId(records.labs),
    providers: byId(records.providers),
    sources: byId(records.sources),
    models,
    families,
    offers: records.offers,
    fx: records.fx,
    offersOf: (id) => offersOf.get(id) ?? [],
    modelsOf: (id) => members.get(id) ?? [],
    modelsAt(id) {
      atProviders ??= grouped(records.offers, ({ provider }) => [provider]);
      return atProviders.get(id)?.map(({ model }) => model) ?? [];
    },
    timeline: (offer) => [...history(offer.provider, offer.id), ...offer.prices],
    market(day, now) {
      const key = `${day} ${now}`;
      if (known?.now !== now) known = { now, by: createKnownBy(catalog, now) };
      const market = markets.get(key) ?? createMarket(catalog, known.by, day, now);
      markets.delete(key);
      markets.set(key, market);
      const [oldest] = markets.keys();
      if (markets.size > MARKETS_KEPT && oldest !== undefined) markets.delete(oldest);
      return market;
    },
  };
  return catalog;
}

function byId<T extends { id: string }>(records: T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function grouped<T>(records: T[], keysOf: (record: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

/** The families of a model with those that contain them. */
function lineage(model: Model, families: ReadonlyMap<string, Family>): Set<string> {
  const found = new Set<string>();
  for (const id of model.families) {
    for (let at: string | undefined = id; at !== undefined && !found.has(at); at = families.get(at)?.parent)
      found.add(at);
  }
  return found;
}

function newestFirst(a: Model, b: Model): number {
  const [day, other] = [a.released ?? "", b.released ?? ""];
  if (day !== other) return day < other ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
