import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import type { Step } from "../../src/sync/disk/publish.ts";
import { currentVersion, openCatalog, versionNames } from "../../src/sync/disk/versions.ts";
import { sync } from "../../src/sync/run.ts";
import { syncInChild } from "./crash/crash.ts";
import { emptyCatalog, list } from "./helpers/catalogs.ts";
import { catalogIn, network, offerIn, sides } from "./helpers/run.ts";

let folder: string;
let embedded: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sync-crash-"));
  embedded = emptyCatalog(join(folder, "embedded"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (data: string, name: string, price: number) => {
  const file = join(data, `${name}.json`);
  writeFileSync(file, list({ openai: { "gpt-4o": { input: price, output: 10 } } }));
  return file;
};

async function start(step: string) {
  const data = join(folder, step);
  mkdirSync(data);
  const from = [`${fileOf(data, "first", 2.5)}@2026-11-01`];
  await sync({ data, embedded, from, sources: [], network: network("2026-11-01") });
  return data;
}

const orders = (data: string, price: number, day: string) => ({
  ...{ data, embedded, now: `${day}T08:00:00Z` },
  from: `${fileOf(data, day, price)}@${day}`,
});

const price = (data: string) => sides(offerIn(catalogIn(data, embedded), "openai:gpt-4o").prices[0]);

const NOT_YET: Step[] = ["begun", "written", "flushed", "checked", "renamed"];

describe("a sync that is killed", () => {
  it.each(NOT_YET)("at the step %s leaves the last good catalog, and the next one goes through", async (step) => {
    const data = await start(step);
    const version = currentVersion(data);
    const killed = await syncInChild({ ...orders(data, 2, "2026-11-02"), diesAt: step });
    expect(killed).toMatchObject({ signal: "SIGKILL", step });
    expect(currentVersion(data)).toBe(version);
    expect(price(data)).toBe("2.5/10");
    const report = await sync({
      data,
      embedded,
      from: [orders(data, 3, "2026-11-03").from],
      sources: [],
      network: network("2026-11-03"),
    });
    expect(report.version).toBe(currentVersion(data));
    expect(price(data)).toBe("3/10");
    expect(readdirSync(join(data, "catalog")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("once it has named the new catalog leaves that one", async () => {
    const data = await start("pointed");
    const killed = await syncInChild({ ...orders(data, 2, "2026-11-02"), diesAt: "pointed" });
    expect(killed).toMatchObject({ signal: "SIGKILL", step: "pointed" });
    expect(price(data)).toBe("2/10");
    expect(existsSync(join(data, "sync.lock"))).toBe(true);
    await sync({
      data,
      embedded,
      from: [orders(data, 3, "2026-11-03").from],
      sources: [],
      network: network("2026-11-03"),
    });
    expect(price(data)).toBe("3/10");
  });
});

describe("a data folder that was damaged", () => {
  it("is read from the newest version that loads, and says which did not", async () => {
    const data = await start("damaged");
    await sync({
      data,
      embedded,
      from: [orders(data, 2, "2026-11-02").from],
      sources: [],
      network: network("2026-11-02"),
    });
    const [newest = "", older = ""] = versionNames(data);
    writeFileSync(join(data, "catalog", newest, "offers/openai.json"), '[{"id": "openai:gpt');
    const opened = openCatalog(data, embedded, loadCatalog);
    expect(opened.version).toBe(older);
    expect(opened.faults.join()).toContain(`${newest}: `);
    writeFileSync(join(data, "catalog", older, "models/openai.json"), "");
    expect(openCatalog(data, embedded, loadCatalog)).not.toHaveProperty("version");
  });

  it("is read though what names the version is garbage", async () => {
    const data = await start("pointer");
    writeFileSync(join(data, "catalog/current"), "../../etc\n");
    expect(price(data)).toBe("2.5/10");
  });
});

describe("two syncs at once", () => {
  it("are refused, and the first goes on", async () => {
    const data = await start("busy");
    const run = (day: string, amount: number) =>
      sync({ data, embedded, from: [orders(data, amount, day).from], sources: [], network: network(day) });
    writeFileSync(join(data, "sync.lock"), String(process.pid));
    await expect(run("2026-11-02", 2)).rejects.toThrow(/running already/);
    rmSync(join(data, "sync.lock"));
    await run("2026-11-02", 2);
    expect(price(data)).toBe("2/10");
  });
});
