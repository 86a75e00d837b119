import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { readBase } from "../../src/sync/base.ts";
import { readState } from "../../src/sync/disk/state.ts";
import { currentVersion, openCatalog } from "../../src/sync/disk/versions.ts";
import { createRandom } from "../bench/random.ts";
import { syncInChild } from "../sync/crash/crash.ts";
import { EMBEDDED } from "../sync/helpers/catalogs.ts";
import { weekly } from "../sync/helpers/weekly.ts";

/**
 * Kills syncs of the real catalog at random times, again and again, and looks each time whether the last good catalog
 * loads and is one that was written whole. `npm run soak:sync -- [KILLS] [SEED]`.
 */
const kills = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

const MARKED = "openai:gpt-4o";
const dayAt = (number: number) => new Date(Date.UTC(2026, 11, 1 + number)).toISOString().slice(0, 10);

/** A list that differs from day to day, so that every sync has something to write. */
function listOf(number: number): string {
  const list = JSON.parse(weekly("2026-07-01"));
  list.openai.models["gpt-4o"].cost.input = 2.5 + number / 10;
  return JSON.stringify(list);
}

say(`soak:sync: ${kills} kills, seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), "llmprice-soak-"));
const data = join(folder, "data");
mkdirSync(data);
const orders = (number: number) => {
  const file = join(folder, "list.json");
  writeFileSync(file, listOf(number));
  return { data, embedded: EMBEDDED, from: `${file}@${dayAt(number)}`, now: `${dayAt(number)}T08:00:00Z` };
};

/** What the catalog that counts says the marked price is; throws where it does not load whole. */
function marked(): string {
  const { folder: whole, faults } = openCatalog(data, EMBEDDED, loadCatalog);
  if (faults.length > 0) throw new Error(faults.join("; "));
  readState(whole);
  const offer = readBase(whole).offers.find(({ id }) => id === MARKED);
  return offer?.prices[0]?.rates[0]?.units.input ?? "";
}

try {
  const { took } = await syncInChild(orders(0));
  // Half of them somewhere in the whole sync, half in the write, which is its smaller part.
  const kill = () =>
    random.below(2) === 0
      ? { word: "started", afterMs: random.below(Math.ceil(took)) }
      : { word: random.pick(["begun", "written", "checked"] as const), afterMs: random.below(Math.ceil(took / 5)) };
  const steps: Record<string, number> = {};
  let wrote = 0;
  for (let done = 1; done <= kills; done += 1) {
    const before = { price: marked(), version: currentVersion(data) };
    const killed = await syncInChild(orders(done), kill());
    const after = { price: marked(), version: currentVersion(data) };
    const expected = after.version === before.version ? before.price : String(2.5 + done / 10);
    if (after.price !== expected) throw new Error(`${after.price} in place of ${expected} after ${killed.step}`);
    steps[killed.step] = (steps[killed.step] ?? 0) + 1;
    if (after.version !== before.version) wrote += 1;
    if (done % 10 === 0) say(`${done} kills, the last good catalog loaded each time`);
  }
  await syncInChild(orders(kills + 1));
  if (marked() !== String(2.5 + (kills + 1) / 10)) throw new Error("the sync after the last kill did not go through");
  say(`last step reached before death: ${JSON.stringify(steps)}; ${wrote} had named the new catalog`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
