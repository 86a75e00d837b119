import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const EMBEDDED = join(import.meta.dirname, "../../../catalog");

/** A catalog without models and offers: what is known of labs, providers, sources and rates, as it comes with the program. */
export function emptyCatalog(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ["curated", "providers.json", "sources.json", "fx.json", "SOURCES.md"]) {
    cpSync(join(EMBEDDED, name), join(folder, name), { recursive: true });
  }
  const sources = [
    { id: "models-dev", name: "models.dev", url: "https://models.dev", licence: "MIT", date: "2020-01-01" },
  ];
  writeFileSync(join(folder, "sources.json"), JSON.stringify(sources));
  writeFileSync(join(folder, "curated/nicknames.json"), "{}");
  return folder;
}

type Cost = Record<string, number>;

/** A models.dev file: provider → id → cost; `null` for a model without a cost. */
export function list(providers: Record<string, Record<string, Cost | null>>): string {
  const entries = Object.entries(providers).map(([id, models]) => {
    const own = Object.entries(models).map(([model, cost]) => [
      model,
      { id: model, name: model, ...(cost && { cost }) },
    ]);
    return [id, { id, name: id, models: Object.fromEntries(own) }];
  });
  return JSON.stringify(Object.fromEntries(entries));
}
