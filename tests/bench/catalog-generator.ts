import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Family, Lab, Model, Offer, Price, Provider, Rate } from "../../src/catalog/schema.ts";
import { lines, writeCatalog } from "../../src/import/write.ts";
import { Decimal } from "../../src/lib/decimal.ts";
import { createInventor, type Inventor } from "./invented-names.ts";
import { createRandom, type Random } from "./random.ts";

/** The records of a catalog that grow and shrink with its size. */
interface Records {
  labs: Lab[];
  families: Family[];
  providers: Provider[];
  models: Model[];
  offers: Offer[];
}

/**
 * A catalog of `count` offers: models of the real one with all their offers, drawn by the seed, those of `always`
 * first; with the labs, providers and families that they need.
 */
export function subset(catalog: Catalog, count: number, seed: number, always: readonly string[]): Records {
  const models = new Set<Model>();
  const offers: Offer[] = [];
  const add = (id: string): void => {
    const model = catalog.models.get(id);
    if (!model || models.has(model) || offers.length >= count) return;
    models.add(model);
    offers.push(...catalog.offersOf(id).slice(0, count - offers.length));
    for (const { to } of model.alias ?? []) add(to);
  };
  for (const id of [...always, ...createRandom(seed).shuffled([...catalog.models.keys()])]) add(id);
  const labs = new Set([...models].map(({ lab }) => lab));
  const sellers = new Set(offers.map(({ provider }) => provider));
  return {
    models: [...models].map((model) => withAliases(model, models)),
    offers,
    labs: [...catalog.labs.values()].filter(({ id }) => labs.has(id)),
    families: [...catalog.families.values()].filter(({ lab }) => labs.has(lab)),
    providers: [...catalog.providers.values()].filter(({ id }) => sellers.has(id)),
  };
}

function withAliases(model: Model, kept: ReadonlySet<Model>): Model {
  const ids = new Set([...kept].map(({ id }) => id));
  return model.alias ? { ...model, alias: model.alias.filter(({ to }) => ids.has(to)) } : model;
}

/**
 * A catalog of `count` offers: the real one, and after it new worlds modelled on it until there are enough. In each
 * world every lab, family and model has a new name, every lab's shop and half of the other sellers are new, and the
 * prices differ; sizes, abilities, dates, tiers and the number of offers a model are those of the real one.
 */
export function grown(catalog: Catalog, count: number, seed: number): Records {
  const random = createRandom(seed);
  const all: Records = {
    labs: [...catalog.labs.values()],
    families: [...catalog.families.values()],
    providers: [...catalog.providers.values()],
    models: [...catalog.models.values()],
    offers: [...catalog.offers],
  };
  const taken = new Set([...catalog.models.keys()].flatMap((id) => id.split(/[^a-z]+/)));
  while (all.offers.length < count) {
    const world = newWorld(catalog, createInventor(random, taken), random, count - all.offers.length);
    for (const key of ["labs", "families", "providers", "models", "offers"] as const) {
      (all[key] as unknown[]).push(...world[key]);
    }
  }
  return all;
}

function newWorld(catalog: Catalog, inventor: Inventor, random: Random, most: number): Records {
  const { rename } = inventor;
  const named = <T extends { id: string; name: { en: string }; names: string[] }>(record: T): T => ({
    ...record,
    id: rename(record.id),
    name: { en: rename(record.name.en) },
    names: nicknames(inventor, record.names),
  });
  const replaced = [...catalog.providers.values()].filter(
    ({ kind, sister }) => kind === "lab" || kind === "cloud" || sister !== undefined || random.below(2) === 0,
  );
  const sellers = new Map(replaced.map((provider) => [provider.id, newProvider(named(provider), rename)]));
  const world: Records = {
    labs: [...catalog.labs.values()].map(named),
    families: [...catalog.families.values()].map((family) => newFamily(named(family), rename)),
    providers: [...sellers.values()],
    models: [],
    offers: [],
  };
  const newId = (id: string) => id.split("/").map(rename).join("/");
  for (const model of random.shuffled([...catalog.models.values()])) {
    if (world.offers.length >= most) break;
    world.models.push(newModel(model, inventor, newId));
    const factor = new Decimal(50 + random.below(150)).div(100);
    for (const offer of catalog.offersOf(model.id).slice(0, most - world.offers.length)) {
      const provider = sellers.get(offer.provider)?.id ?? offer.provider;
      const id = `${provider}:${rename(offer.id.slice(offer.provider.length + 1))}`;
      const prices = offer.prices.map((price) => newPrice(price, factor));
      world.offers.push({ ...offer, id, provider, model: newId(model.id), prices });
    }
  }
  return world;
}

function newProvider(provider: Provider, rename: Inventor["rename"]): Provider {
  const { sister, ownShopOf } = provider;
  return { ...provider, ownShopOf: ownShopOf.map(rename), ...(sister !== undefined && { sister: rename(sister) }) };
}

function newFamily(family: Family, rename: Inventor["rename"]): Family {
  const { parent, lab } = family;
  return { ...family, lab: rename(lab), ...(parent !== undefined && { parent: rename(parent) }) };
}

function newModel(model: Model, inventor: Inventor, newId: (id: string) => string): Model {
  const { rename } = inventor;
  const { alias } = model;
  return {
    ...model,
    id: newId(model.id),
    lab: rename(model.lab),
    name: rename(model.name),
    families: model.families.map(rename),
    names: nicknames(inventor, model.names),
    facts: [],
    ...(alias && { alias: alias.map((one) => ({ ...one, to: newId(one.to) })) }),
  };
}

function nicknames(inventor: Inventor, names: readonly string[]): string[] {
  return names.flatMap((name) => inventor.nickname(name) ?? []);
}

function newPrice(price: Price, factor: Decimal): Price {
  const scaled = (amount: string | null) => (amount === null ? null : new Decimal(amount).times(factor).toFixed());
  const units = ({ units }: Rate) => Object.entries(units).map(([unit, amount]) => [unit, scaled(amount)]);
  const rates = price.rates.map((rate) => ({ ...rate, units: Object.fromEntries(units(rate)) as Rate["units"] }));
  return { ...price, rates, disagreement: [] };
}

/** Writes the records as a catalog directory; sources, exchange rates and history are the real ones in `from`. */
export function writeRecords(folder: string, records: Records, from: string): void {
  const files = <T>(under: string, items: T[], key: (item: T) => string) => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      const group = groups.get(key(item));
      if (group) group.push(item);
      else groups.set(key(item), [item]);
    }
    return [...groups].map(([id, some]) => ({ path: `${under}/${id}.json`, text: lines(some) }));
  };
  writeCatalog(folder, [
    { path: "curated/labs.json", text: lines(records.labs) },
    { path: "curated/families.json", text: lines(records.families) },
    { path: "providers.json", text: lines(records.providers) },
    ...files("models", records.models, ({ lab }) => lab),
    ...files("offers", records.offers, ({ provider }) => provider),
  ]);
  for (const same of ["sources.json", "fx.json", "history"]) {
    cpSync(join(from, same), join(folder, same), { recursive: true });
  }
}
