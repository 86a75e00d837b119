import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { main } from "../../src/import/cli.ts";
import { importCatalog } from "../../src/import/run.ts";
import { writeCatalog } from "../../src/import/write.ts";
import { FIXTURES, imported, offerIn, records, snapshots } from "./fixture.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "catalog-"));
  cpSync(join(import.meta.dirname, "../../catalog/curated"), join(folder, "curated"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("writes the same bytes for the same input, in whatever order it is named", () => {
  const once = imported(snapshots());
  const again = imported([...snapshots()].reverse());
  expect(again.files).toEqual(once.files);
});

it("writes a catalog that the program loads", () => {
  // The nicknames of models that the small snapshots do not have.
  writeFileSync(join(folder, "curated/nicknames.json"), "{}");
  writeCatalog(folder, importCatalog(snapshots(), folder).files);
  const catalog = loadCatalog(folder);
  const offer = catalog.offers.find(({ id }) => id === "openai:gpt-4o");
  expect(offer && catalog.timeline(offer).length).toBeGreaterThan(2);
});

it("leaves nothing of an earlier import behind", () => {
  writeCatalog(folder, [{ path: "offers/gone.json", text: "[]\n" }]);
  writeCatalog(folder, [{ path: "offers/here.json", text: "[]\n" }]);
  expect(() => readFileSync(join(folder, "offers/gone.json"))).toThrow();
});

it("refuses to write what the program would refuse to read", () => {
  const text = '[{"id":"openai:x","provider":"openai","model":"openai/x","prices":[{"state":"dear"}]}]';
  expect(() => writeCatalog(folder, [{ path: "offers/openai.json", text }])).toThrow(
    /offers\/openai\.json: at 0\.prices/,
  );
  expect(() => readFileSync(join(folder, "offers/openai.json"))).toThrow();
});

it("keeps one record a line, sorted", () => {
  const run = imported();
  const file = run.files.find(({ path }) => path === "offers/openai.json");
  const ids = records<{ id: string }>(run, "offers/openai.json").map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(file?.text.split("\n")).toHaveLength(ids.length + 3);
});

describe("bad records", () => {
  it("reports each alone and goes on", () => {
    const files = snapshots(["models-dev.json@2026-07-01", "providers.json", "models-dev.history.jsonl"]);
    const [api, , history] = files;
    const data = structuredClone(api?.data) as Record<string, { models: Record<string, unknown> }>;
    Object.assign(data.openai?.models ?? {}, { "gpt-4o": { id: "gpt-4o", cost: { input: "free" } } });
    const lines = [...((history?.data ?? []) as unknown[]), { line: 9999, value: undefined }];
    const run = imported(
      files.map((file) => (file === api ? { ...file, data } : file === history ? { ...file, data: lines } : file)),
    );
    expect(run.rejected.map(({ where }) => where).sort()).toEqual(["line 9999", "openai gpt-4o"]);
    expect(run.rejected.find(({ where }) => where === "openai gpt-4o")?.why).toContain("cost.input");
    expect(offerIn(run, "openai:o3").prices).toHaveLength(1);
  });

  it("lists what it could not place", () => {
    const data = { data: [] };
    expect(() => imported([{ name: "strange.json", data }])).toThrow(/strange\.json/);
    const left = records<{ source: string; why: string }>(imported(), "unplaced.json");
    expect(left.every(({ why }) => why.length > 0)).toBe(true);
  });
});

it("refuses a snapshot that does not say from which day it is", () => {
  expect(() => imported(snapshots(["models-dev.json"]))).toThrow(/@YYYY-MM-DD/);
});

it("refuses curated data that does not fit, with file, path and reason", () => {
  writeFileSync(join(folder, "curated/slips.json"), '[{"source": 1}]');
  expect(() => importCatalog(snapshots(), folder)).toThrow(/slips\.json: 0\.source/);
});

describe("the command", () => {
  it("writes the catalog and says what it holds", () => {
    expect(
      main([join(FIXTURES, "models-dev.json@2026-07-01"), join(FIXTURES, "providers.json"), "--out", folder]),
    ).toBe(0);
    expect(readFileSync(join(folder, "offers/openai.json"), "utf8")).toContain("openai:gpt-4o");
  });

  it.each([[[]], [["--nonsense"]], [["no-such-file.json"]]])("refuses %j with status 2", (argv) => {
    expect(main(argv)).toBe(2);
  });
});
