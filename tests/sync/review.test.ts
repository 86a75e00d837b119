import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decided, reviewed } from "../../src/sync/decide.ts";
import { reviewLines } from "../../src/sync/print.ts";
import { createReviews } from "../../src/sync/reviews.ts";
import { type SyncOptions, sync } from "../../src/sync/run.ts";
import { emptyCatalog, list } from "./helpers/catalogs.ts";
import { catalogIn, network, offerIn, sides } from "./helpers/run.ts";

let folder: string;
let embedded: string;
let options: SyncOptions;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sync-review-"));
  embedded = emptyCatalog(join(folder, "embedded"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  const data = mkdtempSync(join(folder, "data-"));
  mkdirSync(data, { recursive: true });
  options = { data, embedded, sources: [], network: network("2026-11-20") };
  await said("2026-11-01", 10, 40);
  await said("2026-11-10", 1, 4);
});

async function said(day: string, input: number, output: number) {
  const file = join(options.data, "list.json");
  writeFileSync(file, list({ openai: { o3: { input, output } } }));
  return sync({ ...options, from: [`${file}@${day}`], network: network(day) });
}

const price = () => offerIn(catalogIn(options.data, embedded), "openai:o3").prices.map(sides);

describe("the list of what is held", () => {
  it("says what, since when and why, with an id", () => {
    const [first = ""] = reviewLines(...reviewed(options));
    expect(first).toMatch(
      /^[0-9a-f]{8} {2}openai:o3 {2}USD 10\/40 -> USD 1\/4 {2}since 2026-11-10, models-dev: more than 5 times/,
    );
  });

  it("is shortened by an acceptance, which publishes at once and for good", async () => {
    const [held] = reviewed(options)[0];
    const lines = await decided(options, { accept: [held?.id ?? ""], reject: [] });
    expect(lines.join("\n")).toContain("moved: openai:o3 USD 10/40 -> USD 1/4 (released from review)");
    expect(price()).toEqual(["1/4"]);
    expect(reviewed(options)[0]).toEqual([]);
    expect((await said("2026-11-21", 1, 4)).changes).toEqual([]);
  });

  it("is shortened by a rejection, which lasts", async () => {
    const [held] = reviewed(options)[0];
    await decided(options, { accept: [], reject: [held?.id ?? ""] });
    expect(price()).toEqual(["10/40"]);
    expect((await said("2026-11-21", 1, 4)).held).toEqual([]);
    expect(price()).toEqual(["10/40"]);
  });

  it("knows no other ids, and then decides nothing", async () => {
    const [held] = reviewed(options)[0];
    await expect(decided(options, { accept: [held?.id ?? ""], reject: ["0"] })).rejects.toThrow(/is called 0/);
    expect(price()).toEqual(["10/40", "1/4"]);
  });
});

describe("a price that somebody calls wrong", () => {
  const wrong = {
    ...{ model: "openai/o3", provider: "openai", figure: "it's 2/8\u001b[2J", link: "https://openai.com/api/pricing" },
    ...{ shown: { currency: "USD" as const, input: "10", output: "40" }, by: { tenant: "t1", user: "u1" } },
    at: new Date("2026-11-11T10:00:00Z"),
  };

  it("is on the list once, with figure and link, and nothing in it reaches the terminal as a command", async () => {
    const reviews = createReviews(options.data);
    await reviews.report(wrong);
    await reviews.report({ ...wrong, at: new Date("2026-11-12T10:00:00Z") });
    const lines = reviewLines(...reviewed(options)).filter((line) => line.includes("said to be wrong"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/openai\/o3 at openai {2}said to be wrong \(USD 10\/40\), should be "it's 2\/8.*pricing"/);
    expect(lines[0]).not.toContain("\u001b");
  });

  it("is published as a correction when the operator accepts it, whatever the lists go on saying", async () => {
    await createReviews(options.data).report({ ...wrong, figure: "$2 / $8" });
    const [, [report]] = reviewed(options);
    await decided(options, { accept: [report?.id ?? ""], reject: [] });
    expect(reviewed(options)[1]).toEqual([]);
    expect(price()).toEqual(["2/8", "1/4"]);
    await said("2026-11-21", 1, 4);
    await said("2026-11-22", 10, 40);
    const catalog = catalogIn(options.data, embedded);
    const [corrected, ...more] = offerIn(catalog, "openai:o3").prices;
    expect(more).toEqual([]);
    expect(corrected).toMatchObject({ kind: "correction", checked: "2026-11-20", currency: "USD" });
    expect(sides(corrected)).toBe("2/8");
    expect(catalog.sources.get(corrected?.source ?? "")?.url).toBe(wrong.link);
  });

  it.each(["it is cheaper", "$2", "$2 / ¥8", "$1 / $2 / $3"])("cannot be accepted where it says %j", async (figure) => {
    await createReviews(options.data).report({ ...wrong, figure });
    const [, [report]] = reviewed(options);
    await expect(decided(options, { accept: [report?.id ?? ""], reject: [] })).rejects.toThrow(/no two figures/);
    expect(reviewed(options)[1]).toHaveLength(1);
  });

  it("is taken off the list when somebody has seen to it", async () => {
    await createReviews(options.data).report(wrong);
    const [, [report]] = reviewed(options);
    expect(await decided(options, { accept: [], reject: [report?.id ?? ""] })).toEqual([
      `${report?.id} is off the list`,
    ]);
    expect(reviewed(options)[1]).toEqual([]);
    expect(price()).toEqual(["10/40", "1/4"]);
  });
});
