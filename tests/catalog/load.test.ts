import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checksumOf } from "../../src/catalog/checksums.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { OperatorError } from "../../src/lib/errors.ts";

const FIXTURE = "tests/fixtures/catalog";
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the fixture with one file rewritten. */
function broken(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  folders.push(folder);
  cpSync(FIXTURE, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  return folder;
}

/** A copy of a catalog with the checksums of all its files. */
function withChecksums(original: string): string {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  folders.push(folder);
  cpSync(original, folder, { recursive: true });
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith(".json"));
  const sums = paths.map((path) => [path, checksumOf(readFileSync(join(folder, path)))]);
  writeFileSync(join(folder, "checksums.json"), JSON.stringify(Object.fromEntries(sums)));
  return folder;
}

describe("a catalog", () => {
  it("is loaded with its indexes", () => {
    const catalog = loadCatalog(FIXTURE);
    expect(catalog.offersOf("deepseek/deepseek-v4-flash")).toHaveLength(2);
    expect(catalog.modelsOf("claude").map(({ id }) => id)).toEqual([
      "anthropic/claude-sonnet-5",
      "anthropic/claude-opus-4-8",
      "anthropic/claude-haiku-4-5",
    ]);
  });

  it("opens its history when it is asked for", () => {
    const catalog = loadCatalog(FIXTURE);
    const [offer] = catalog.offersOf("openai/gpt-4o");
    expect(offer && catalog.timeline(offer).map(({ seen }) => seen)).toEqual(["2024-05-21", "2024-11-15"]);
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    ["no JSON", "fx.json", (text) => text.slice(1), /fx\.json: .+ \(.*catalog:import\)/],
    [
      "an amount that is no plain number",
      "offers/openai.json",
      (text) => text.replace('"0.25"', '"1e-7"'),
      /offers\/openai\.json: at 1\.prices\.0\.rates\.0\.units\.input: an amount/,
    ],
    [
      "an unknown unit",
      "offers/openai.json",
      (text) => text.replace('"batch_input"', '"flex_input"'),
      /offers\/openai\.json: at 0\.prices/,
    ],
    [
      "an unknown key",
      "models/openai.json",
      (text) => text.replace('"knowledge"', '"knowlege"'),
      /models\/openai\.json: at 0: .*knowlege/,
    ],
    [
      "a model that is not there",
      "offers/openai.json",
      (text) => text.replace('"model":"openai/o3"', '"model":"openai/o33"'),
      /openai:o3: model "openai\/o33" does not exist/,
    ],
    [
      "a source that is not there",
      "offers/openai.json",
      (text) => text.replaceAll('"models-dev"', '"models-def"'),
      /source "models-def" does not exist/,
    ],
    [
      "a lab that is not there",
      "models/openai.json",
      (text) => text.replaceAll('"lab":"openai"', '"lab":"opnai"'),
      /lab "opnai" does not exist/,
    ],
  ])("with %s is refused, with file, path and remedy", (_, file, change, message) => {
    expect(() => loadCatalog(broken(file, change))).toThrow(OperatorError);
    expect(() => loadCatalog(broken(file, change))).toThrow(message);
  });

  it("is loaded with the same records, whether its files are checked or known from their checksums", () => {
    const checked = loadCatalog(FIXTURE);
    const known = loadCatalog(withChecksums(FIXTURE));
    expect([...known.models.values()]).toEqual([...checked.models.values()]);
    expect([...known.providers.values()]).toEqual([...checked.providers.values()]);
    expect(known.offers).toEqual(checked.offers);
    expect(known.offers.map(known.timeline)).toEqual(checked.offers.map(checked.timeline));
  });

  it("is checked where a file is no longer the one that was written", () => {
    const folder = withChecksums(FIXTURE);
    const file = join(folder, "offers/openai.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"0.25"', '"1e-7"'));
    expect(() => loadCatalog(folder)).toThrow(/offers\/openai\.json: at 1\.prices/);
    writeFileSync(file, text.replace('"0.25"', '"0.26"'));
    const [offer] = loadCatalog(folder).offersOf("openai/o3");
    expect(offer?.prices[0]?.list).toBe("list");
  });

  it("is checked where a file has no checksum", () => {
    const folder = withChecksums(FIXTURE);
    writeFileSync(join(folder, "offers/new.json"), '[{"id": "new:x"}]');
    expect(() => loadCatalog(folder)).toThrow(/offers\/new\.json: at 0\.provider/);
  });

  it("without a file is refused", () => {
    expect(() => loadCatalog(join(FIXTURE, "nowhere"))).toThrow(OperatorError);
  });
});
