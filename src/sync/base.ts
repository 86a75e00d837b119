import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checksumOf, readChecksums } from "../catalog/checksums.ts";
import { createReader } from "../catalog/read-records.ts";
import { FxSeries, History, Lab, Model, Offer, Price, Provider, Source } from "../catalog/schema.ts";
import { compactModel, compactPrice, compactProvider } from "../import/compact.ts";
import { groupBy } from "../import/group-by.ts";
import { lines, type OutFile } from "../import/write.ts";

/** A catalog as its files have it, history included and nothing laid over it: what a sync starts from and ends with. */
export interface Base {
  labs: Lab[];
  providers: Provider[];
  sources: Source[];
  fx: FxSeries;
  models: Model[];
  offers: Offer[];
  /** The older prices of each offer, oldest first, by its id. */
  history: ReadonlyMap<string, readonly Price[]>;
}

/**
 * Reads the files of a catalog.
 * @throws OperatorError with file, path and reason if a file breaks the schema.
 */
export function readBase(folder: string): Base {
  const { record, folder: all } = createReader(folder, readChecksums(folder), checksumOf);
  const past = all("history", z.array(History));
  return {
    labs: existsSync(join(folder, "labs.json")) ? record("labs.json", z.array(Lab)) : [],
    providers: record("providers.json", z.array(Provider)),
    sources: record("sources.json", z.array(Source)),
    fx: record("fx.json", FxSeries),
    models: all("models", z.array(Model)),
    offers: all("offers", z.array(Offer)),
    history: new Map(past.map(({ offer, prices }) => [offer, prices])),
  };
}

/** The files of a catalog, as the importer writes them: records sorted, one a line, defaults left out. */
export function filesOf(base: Base): OutFile[] {
  return [
    { path: "labs.json", text: lines(sorted(base.labs).map(compactLab)) },
    { path: "providers.json", text: lines(sorted(base.providers).map(compactProvider)) },
    { path: "sources.json", text: lines(base.sources) },
    { path: "fx.json", text: `{"source":${JSON.stringify(base.fx.source)},"rates":${lines(base.fx.rates)}}\n` },
    ...[...groupBy(sorted(base.models), (model) => model.lab)].map(([lab, own]) => ({
      path: `models/${lab}.json`,
      text: lines(own.map(compactModel)),
    })),
    ...[...groupBy(sorted(base.offers), (offer) => offer.provider)].flatMap(([provider, own]) =>
      offerFiles(provider, own, base.history),
    ),
  ];
}

function offerFiles(provider: string, offers: Offer[], history: Base["history"]): OutFile[] {
  const past = offers.flatMap(({ id }) => {
    const prices = history.get(id) ?? [];
    return prices.length > 0 ? [{ offer: id, prices: prices.map(compactPrice).map(priceInOrder) }] : [];
  });
  return [
    { path: `offers/${provider}.json`, text: lines(offers.map(offerInOrder)) },
    ...(past.length > 0 ? [{ path: `history/${provider}.json`, text: lines(past) }] : []),
  ];
}

/** Keys in the order in which the importer writes them, so that the same record is the same bytes. */
function inOrder(record: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b)));
}

const PRICE_KEYS = Object.keys(Price.shape);
const OFFER_KEYS = Object.keys(Offer.shape);

function priceInOrder(price: object): object {
  return inOrder(price, PRICE_KEYS);
}

function offerInOrder(offer: Offer): object {
  return inOrder({ ...offer, prices: offer.prices.map(compactPrice).map(priceInOrder) }, OFFER_KEYS);
}

function compactLab({ names, ...lab }: Lab): object {
  return names.length > 0 ? { ...lab, names } : lab;
}

function sorted<T extends { id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}
