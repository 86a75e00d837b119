import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Catalog } from "./catalog.ts";
import { checksumOf, readChecksums } from "./checksums.ts";
import { createCatalog, type HistoryReader, type Records } from "./create.ts";
import { createReader, dangling, type Reader, readRecord } from "./read-records.ts";
import { Family, FxSeries, History, Lab, Model, Offer, type Price, Provider, Source } from "./schema.ts";

const Nicknames = z.record(z.string(), z.array(z.string()));

/**
 * The catalog of a folder: `providers.json`, `sources.json`, `fx.json`, `curated/labs.json` with `labs.json` (labs that
 * only sources name), `curated/families.json`, `curated/nicknames.json`, `models/*.json`, `offers/*.json`; `history/*.json` is read when it is needed first.
 * Files that `checksums.json` knows unchanged were checked when they were written and are not checked again.
 * @throws OperatorError with file, path and reason if a file breaks the schema or refers to what is not there.
 */
export function loadCatalog(folder: string): Catalog {
  const steps = loading(folder);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in slices, for a program that has something else to do meanwhile: `pause` is waited for between them.
 * @throws OperatorError as `loadCatalog`
 */
export async function loadCatalogSlowly(folder: string, pause: () => Promise<void>): Promise<Catalog> {
  const steps = loading(folder);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Loads a catalog file by file. */
function* loading(folder: string): Generator<undefined, Catalog> {
  const reader = createReader(folder, readChecksums(folder), checksumOf);
  const { record } = reader;
  const records: Records = {
    labs: [
      ...record("curated/labs.json", z.array(Lab)),
      ...(existsSync(join(folder, "labs.json")) ? record("labs.json", z.array(Lab)) : []),
    ],
    families: record("curated/families.json", z.array(Family)),
    providers: record("providers.json", z.array(Provider)),
    sources: record("sources.json", z.array(Source)),
    fx: record("fx.json", FxSeries),
    models: [],
    offers: [],
  };
  for (const file of reader.files("models")) {
    records.models.push(...record(file, z.array(Model)));
    yield;
  }
  for (const file of reader.files("offers")) {
    records.offers.push(...record(file, z.array(Offer)));
    yield;
  }
  check(folder, records);
  yield;
  return createCatalog({ ...records, models: withNicknames(folder, records.models) }, historyOf(folder, reader));
}

/** `curated/nicknames.json`, if it is there: what people call a model beyond its id and name. */
function withNicknames(folder: string, models: readonly Model[]): Model[] {
  const file = join(folder, "curated/nicknames.json");
  const nicknames = new Map(Object.entries(existsSync(file) ? readRecord(file, Nicknames) : {}));
  const named = models.map((model) => {
    const extra = nicknames.get(model.id) ?? [];
    nicknames.delete(model.id);
    return extra.length === 0 ? model : { ...model, names: [...model.names, ...extra] };
  });
  const [unknown] = nicknames.keys();
  if (unknown !== undefined) throw dangling(file, unknown, "model", unknown);
  return named;
}

/** Reads the history of a provider once, when it is asked for. */
function historyOf(folder: string, { record }: Reader): HistoryReader {
  const schema = z.array(History);
  const read = new Map<string, Map<string, Price[]>>();
  return (provider, offer) => {
    let known = read.get(provider);
    if (!known) {
      const path = `history/${provider}.json`;
      const entries = existsSync(join(folder, path)) ? record(path, schema) : [];
      known = new Map(entries.map((entry) => [entry.offer, entry.prices]));
      read.set(provider, known);
    }
    return known.get(offer) ?? [];
  };
}

function check(folder: string, records: Records): void {
  const models = new Set(records.models.map(({ id }) => id));
  const providers = new Set(records.providers.map(({ id }) => id));
  const sources = new Set(records.sources.map(({ id }) => id));
  const labs = new Set(records.labs.map(({ id }) => id));
  for (const { id, lab } of records.models) if (!labs.has(lab)) throw dangling(join(folder, "models"), id, "lab", lab);
  const at = join(folder, "offers");
  for (const { id, model, provider, prices } of records.offers) {
    if (!models.has(model)) throw dangling(at, id, "model", model);
    if (!providers.has(provider)) throw dangling(at, id, "provider", provider);
    for (const { source } of prices) if (!sources.has(source)) throw dangling(at, id, "source", source);
  }
}
