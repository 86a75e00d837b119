import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checksumOf, readChecksums, schemaOf } from "../../src/catalog/checksums.ts";
import { loadCatalog } from "../../src/catalog/load.ts";

const CATALOG = "catalog";
const folder = mkdtempSync(join(tmpdir(), "catalog-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("fits the schema of today in every file, its checksums aside", () => {
  cpSync(CATALOG, folder, { recursive: true });
  rmSync(join(folder, "checksums.json"));
  const catalog = loadCatalog(folder);
  for (const offer of catalog.offers) catalog.timeline(offer);
  expect(catalog.offers.length).toBeGreaterThan(5000);
});

it("has the checksums of its files", () => {
  const changed = [...readChecksums(CATALOG)].filter(
    ([path, sum]) => checksumOf(readFileSync(join(CATALOG, path))) !== sum,
  );
  expect(changed.map(([path]) => path)).toEqual([]);
});

it.each([
  ["offers/openai.json", true],
  ["history/openai.json", true],
  ["curated/labs.json", false],
  ["held.json", false],
])("%s is checked when it is written: %s", (path, isChecked) => {
  expect(schemaOf(path) !== undefined).toBe(isChecked);
});
