import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperatorError } from "../../src/lib/errors.ts";
import { lineOf } from "../../src/store/embedded/journal-line.ts";
import type { Migration } from "../../src/store/embedded/migrations.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { question, subscription } from "../helpers/records.ts";
import { createTestClock } from "../helpers/test-clock.ts";

const clock = createTestClock();
let folder = "";
const open = (migrations?: readonly Migration[]) =>
  openEmbeddedStore(folder, clock, migrations === undefined ? {} : { migrations });
const file = (name: string) => join(folder, name);
const log = () =>
  file(
    `journal/${readdirSync(file("journal"))
      .filter((name) => name.startsWith("log"))
      .at(-1)}`,
  );
const base = () =>
  file(
    `journal/${readdirSync(file("journal"))
      .filter((name) => name.startsWith("base"))
      .at(-1)}`,
  );
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(path, change(readFileSync(path, "utf8")));

/** Why the store does not open: what the operator reads. */
async function refusal(): Promise<string> {
  const error: unknown = await open().then(
    (store) => store.close(),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(OperatorError);
  expect(error).toMatchObject({ code: "bad_store" });
  return (error as Error).message;
}

/** Two subscriptions, one after the other, and three claims, each flushed alone. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-damage-"));
  const store = await open();
  for (const channel of ["c1", "c2"])
    await store.subscriptions.change("t1", channel, () => subscription("t1", channel));
  for (const id of ["e1", "e2", "e3"]) await store.claims.claim(question(id));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a damaged file of records", () => {
  it.each<[string, (text: string) => string, string]>([
    ["cut off", (text) => text.slice(0, -20), "JSON"],
    ["empty", () => "", "JSON"],
    ["no records", () => '{"version":1}', "repository"],
    ["a wrong type", (text) => text.replace('"weekday":1', '"weekday":"Monday"'), "records[0], line 4"],
    ["a key too many", (text) => text.replace('"weekday":1', '"weekday":1,"wekday":2'), "wekday"],
    ["of another repository", (text) => text.replace("subscriptions", "watches"), "watches"],
  ])("is refused with file, place and repair: %s", async (_, change, said) => {
    edit(file("subscriptions.json"), change);
    const message = await refusal();
    expect(message).toContain(file("subscriptions.json"));
    expect(message).toContain(said);
    expect(message).toContain("cp subscriptions.json.bak subscriptions.json");
  });

  it("is not written over, and the last good copy opens", async () => {
    edit(file("subscriptions.json"), (text) => text.slice(0, -20));
    const damaged = readFileSync(file("subscriptions.json"));
    await refusal();
    expect(readFileSync(file("subscriptions.json"))).toEqual(damaged);
    copyFileSync(file("subscriptions.json.bak"), file("subscriptions.json"));
    const store = await open();
    expect((await store.subscriptions.list("t1")).map(({ channel }) => channel)).toEqual(["c1"]);
    await store.close();
  });

  it("that is missing while its copy is there is refused", async () => {
    rmSync(file("subscriptions.json"));
    expect(await refusal()).toContain("missing");
  });

  it("of a newer version is refused without a word of repair by hand", async () => {
    edit(file("subscriptions.json"), (text) => text.replace('"version":1', '"version":7'));
    const message = await refusal();
    expect(message).toContain("is of version 7, this program knows up to 1");
    expect(message).toContain("start the newer program");
  });
});

describe("a damaged journal", () => {
  it("is refused with file, line and repair, which then works", async () => {
    edit(log(), (text) => text.replace('"e2"', '"e9"'));
    const message = await refusal();
    expect(message).toContain(`${log()}: line 3`);
    expect(message).toContain(`sed -i 3d ${basename(log())}`);
    edit(log(), (text) => text.split("\n").toSpliced(2, 1).join("\n"));
    const store = await open();
    const known = await Promise.all(["e1", "e2", "e3"].map((id) => store.claims.get("t1", id)));
    expect(known.map((claim) => claim?.id)).toEqual(["e1", undefined, "e3"]);
    await store.close();
  });

  it("whose last line a crash tore is no damage, though all before it counts", async () => {
    for (const torn of ["00", '1c291ca3 {"entries":[["claims","[\\"t1', "\0".repeat(100)]) {
      edit(log(), (text) => text + torn);
      const store = await open();
      expect(await store.claims.claim(question("e3"))).toBe(false);
      await store.close();
    }
  });

  it("with a record of a wrong type is refused", async () => {
    const entry = ["claims", '["t1","e4"]', { tenant: "t1", id: "e4", state: "lost" }];
    edit(log(), (text) => text + lineOf(JSON.stringify({ entries: [entry] })));
    expect(await refusal()).toMatch(/line 5: a record of claims: state/);
  });

  it("of a newer version is refused", async () => {
    edit(log(), () => lineOf('{"version":7}'));
    expect(await refusal()).toContain("is of version 7, this program knows up to 1");
  });

  it("without one of its logs is refused", async () => {
    rmSync(log());
    expect(await refusal()).toContain("is missing");
  });

  it("with a damaged base is refused, and without that base nothing is lost", async () => {
    const again = await open();
    await again.claims.claim(question("e4"));
    await again.close();
    edit(base(), (text) => text.slice(0, text.length / 2));
    const message = await refusal();
    expect(message).toContain(base());
    expect(message).toContain(`rm ${basename(base())}`);
    renameSync(base(), file("damaged"));
    const store = await open();
    for (const id of ["e1", "e2", "e3", "e4"]) expect(await store.claims.claim(question(id))).toBe(false);
    await store.close();
  });

  it("cut off or changed anywhere gives all that was flushed before that place, or is refused", async () => {
    const path = log();
    const whole = readFileSync(path);
    const kept = join(folder, "kept");
    cpSync(file("journal"), kept, { recursive: true });
    const openedWith = async (bytes: Buffer) => {
      rmSync(file("journal"), { recursive: true });
      cpSync(kept, file("journal"), { recursive: true });
      writeFileSync(path, bytes);
      const store = await open();
      const known = await Promise.all(["e1", "e2", "e3"].map((id) => store.claims.get("t1", id)));
      await store.close();
      return known.filter((claim) => claim !== undefined).length;
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (at) => {
        const flushed = whole.subarray(0, at).filter((byte) => byte === 10).length - 1;
        expect(await openedWith(whole.subarray(0, at))).toBe(Math.max(0, flushed));
      }),
      { numRuns: 30 },
    );
    const lastLine = whole.lastIndexOf(10, whole.length - 2);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = bytes[at]! ^ change;
        fc.pre(bytes[at] !== 10);
        if (at > lastLine) expect(await openedWith(bytes)).toBe(2);
        else await expect(openedWith(bytes)).rejects.toThrow(path);
      }),
      { numRuns: 30 },
    );
  });
});

describe("migrations", () => {
  const to2: Migration = (shelf, record) =>
    shelf === "subscriptions" ? { ...(record as object), quiet: true } : record;

  it("bring every older record up to date, in files and journal, and are written back", async () => {
    const seen: string[] = [];
    const store = await open([
      (shelf, record) => {
        seen.push(shelf);
        return to2(shelf, record);
      },
    ]);
    expect(await store.subscriptions.get("t1", "c1")).toMatchObject({ quiet: true });
    expect(new Set(seen)).toEqual(new Set(["subscriptions", "claims"]));
    await store.subscriptions.change("t1", "c3", () => subscription("t1", "c3"));
    await store.close();
    const again = await open([() => expect.unreachable("it is up to date"), to2].slice(1));
    expect(await again.subscriptions.get("t1", "c3")).toMatchObject({ quiet: false });
    await again.close();
    expect(await refusal()).toContain("is of version 2, this program knows up to 1");
  });
});
