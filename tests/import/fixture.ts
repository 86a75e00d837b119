import { join } from "node:path";
import type { Model, Offer, Price, Provider } from "../../src/catalog/schema.ts";
import type { SnapshotFile } from "../../src/import/fact.ts";
import type { Held } from "../../src/import/guard/guard.ts";
import { type Imported, importCatalog } from "../../src/import/run.ts";
import { readSnapshots } from "../../src/import/snapshots.ts";

export const FIXTURES = join(import.meta.dirname, "../fixtures/import");
const CATALOG = join(import.meta.dirname, "../../catalog");
const ALL = [
  "models-dev.json@2026-07-01",
  "models-dev.history.jsonl",
  "providers.json",
  "cny-list-prices.json",
  "cny-price-history.jsonl",
  "genai-prices.json",
  "llm-prices.json",
  "portkey.json",
  "litellm-history.jsonl",
  "cny-2023-2025.jsonl",
  "price-war-2024-05.json",
  "ecb-usd-cny.csv",
  "eurofxref-daily.xml",
];

export function snapshots(names: readonly string[] = ALL): SnapshotFile[] {
  return readSnapshots(names.map((name) => join(FIXTURES, name)));
}

export function imported(files: SnapshotFile[] = snapshots(), untested = false): Imported {
  return importCatalog(files, CATALOG, { untested });
}

export function records<T>({ files }: Imported, folder: string): T[] {
  const own = files.filter(({ path }) => path === folder || path.startsWith(`${folder}/`));
  return own.flatMap(({ text }) => JSON.parse(text) as T[]);
}

/** An offer as the catalog has it, with its whole timeline. */
export function offerIn(run: Imported, id: string): Offer & { timeline: Price[] } {
  const offer = records<Offer>(run, "offers").find((one) => one.id === id);
  if (!offer) throw new Error(`no offer ${id}`);
  const past = records<{ offer: string; prices: Price[] }>(run, "history").find((one) => one.offer === id);
  return { ...offer, timeline: [...(past?.prices ?? []), ...offer.prices] };
}

export function modelIn(run: Imported, id: string): Model {
  const model = records<Model>(run, "models").find((one) => one.id === id);
  if (!model) throw new Error(`no model ${id}`);
  return model;
}

export function heldIn(run: Imported): Held[] {
  return records<Held>(run, "held.json");
}

export function providerIn(run: Imported, id: string): Provider | undefined {
  return records<Provider>(run, "providers.json").find((one) => one.id === id);
}

/** "0.3/15" of the first rate, which is how lists are spoken of. */
export function sides(price: Price | undefined): string {
  const units = price?.rates[0]?.units ?? {};
  return `${units.input ?? null}/${units.output ?? null}`;
}
