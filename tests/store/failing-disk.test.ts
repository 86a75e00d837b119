import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { question, watch } from "../helpers/records.ts";
import { createTestClock } from "../helpers/test-clock.ts";

const clock = createTestClock();
let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-disk-"));
  store = await openEmbeddedStore(folder, clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const set = (per: number) =>
  store.settings.change("t1", "user", "u1", () => ({ tenant: "t1", scope: "user", id: "u1", per }));
const per = async () => (await store.settings.get("t1", "user", "u1"))?.per;

it("a file that can't be written takes back its changes, and works again when the disk does", async () => {
  await set(1);
  mkdirSync(join(folder, "settings.json.tmp"));
  const failed = await Promise.allSettled([set(2), set(3)]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await per()).toBe(1);
  rmSync(join(folder, "settings.json.tmp"), { recursive: true });
  await set(4);
  await store.close();
  store = await openEmbeddedStore(folder, clock);
  expect(await per()).toBe(4);
});

it("a journal that can't be written takes back its changes, leaves no trace, and works again", async () => {
  await store.claims.claim(question("e1"));
  const handle = await open("/dev/null");
  const methods = Object.getPrototypeOf(handle) as { appendFile(bytes: Buffer): Promise<void> };
  await handle.close();
  const { appendFile } = methods;
  vi.spyOn(methods, "appendFile").mockImplementationOnce(async function (this: typeof methods, bytes: Buffer) {
    await appendFile.call(this, bytes.subarray(0, 20));
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  });
  // The second one is told of a claim that did not last, and so must not be told that it came too late.
  const both = await Promise.allSettled([store.claims.claim(question("e2")), store.claims.claim(question("e2"))]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await store.claims.claim(question("e2"))).toBe(true);
  await store.close();
  store = await openEmbeddedStore(folder, clock);
  expect(await store.claims.claim(question("e1"))).toBe(false);
  expect(await store.claims.claim(question("e2"))).toBe(false);
});

it("a question does not wait for a file that takes forever to be written", async () => {
  const slow = join(folder, "watches.json.tmp");
  execFileSync("mkfifo", [slow]);
  const change = store.watches.change("t1", "w1", () => watch("t1", "w1"));
  let written = false;
  const settled = change.then(
    () => true,
    () => true,
  );
  void settled.then((done) => {
    written = done;
  });
  await store.claims.claim(question("e1"));
  await store.deliveries.begin({ tenant: "t1", key: "k1", channel: "c1" });
  expect(written).toBe(false);
  const reader = await open(slow, "r");
  await settled;
  await reader.close();
});

it("a store in use compacts its journal, and keeps one generation more than it needs", async () => {
  await store.close();
  store = await openEmbeddedStore(folder, clock, { compactAfter: 2000 });
  const ids = Array.from({ length: 200 }, (_, i) => `e${i}`);
  for (const id of ids) {
    await store.claims.claim(question(id));
    await store.claims.done("t1", id);
  }
  await store.close();
  const files = readdirSync(join(folder, "journal"));
  const newest = Math.max(...files.map((name) => Number(name.replace(/\D/g, ""))));
  expect(newest).toBeGreaterThan(4);
  expect(files.length).toBeLessThanOrEqual(5);
  store = await openEmbeddedStore(folder, clock);
  for (const id of ids) expect(await store.claims.get("t1", id)).toMatchObject({ state: "done" });
});
