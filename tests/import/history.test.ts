import { expect, it } from "vitest";
import type { PriceFact } from "../../src/import/fact.ts";
import { modelsDevHistory } from "../../src/import/sources/models-dev-history.ts";
import { imported, offerIn, sides } from "./fixture.ts";

const row = (change: string, rest: object) => ({
  date: "2026-05-12T10:00:00Z",
  commit: "0",
  provider: "openai",
  model: "gpt-x",
  change,
  before: null,
  after: null,
  ...rest,
});

function follow(...rows: object[]): { facts: PriceFact[]; ends: { id: string; day: string }[] } {
  const data = rows.map((value, at) => ({ line: at + 1, value }));
  const { prices, ends } = modelsDevHistory.parse({ name: "history.jsonl", data });
  return { facts: prices, ends };
}

const added = row("added", { date: "2026-04-01T00:00:00Z", after: { name: "X", cost: { input: 1, output: 2 } } });

it("takes a threshold that was only written down for no change of price", () => {
  const before = { input: 1, output: 2, context_over_200k: { input: 2, output: 4 } };
  const after = { ...before, tiers: [{ input: 2, output: 4, tier: { type: "context", size: 272_000 } }] };
  const { facts } = follow(
    row("added", { date: "2026-04-01T00:00:00Z", after: { cost: before } }),
    row("price", { kind: "format", age_days: 41, before, after }),
  );
  expect(facts).toHaveLength(1);
  expect(facts[0]?.rates[1]?.when).toEqual({ promptOver: 272_000 });
});

it.each([
  [
    "a change inherited from another provider",
    { via: "extends", age_days: 100 },
    { input: 0.5, output: 1 },
    "first_seen",
  ],
  ["a change in the first days", { age_days: 1 }, { input: 0.5, output: 1 }, "correction"],
  ["a change by more than five times", { age_days: 100 }, { input: 10, output: 20 }, "correction"],
  ["a change like any other", { age_days: 100 }, { input: 0.5, output: 1 }, undefined],
])("classes %s", (_, rest, after, kind) => {
  const { facts } = follow(added, row("price", { kind: "headline", before: { input: 1, output: 2 }, after, ...rest }));
  expect(facts.at(-1)?.kind).toBe(kind);
});

it("follows an id through its renames, and knows when it went", () => {
  const { facts, ends } = follow(
    added,
    row("renamed", { model: "gpt-y", before: { provider: "openai", model: "gpt-x" }, after: {} }),
    row("removed", { model: "gpt-y", date: "2026-06-01T00:00:00Z" }),
  );
  expect(facts.map(({ id }) => id)).toEqual(["gpt-y"]);
  expect(ends).toEqual([{ provider: "openai", id: "gpt-y", day: "2026-06-01" }]);
});

const run = imported();

it("tells the course of a price over all sources, each move once", () => {
  const course = offerIn(run, "deepseek:deepseek-chat").timeline;
  expect(course.filter(({ kind }) => kind === "move").map((price) => [price.from ?? price.seen, sides(price)])).toEqual(
    [
      ["2025-02-08", "0.27/1.1"],
      ["2025-08-25", "0.57/1.68"],
      ["2025-11-17", "0.28/0.42"],
      ["2026-04-25", "0.14/0.28"],
      ["2026-06-06", "0.14/0.28"],
    ],
  );
});

it("is known from the first day on which a source of today said so", () => {
  const cut = offerIn(run, "deepseek:deepseek-chat").timeline.find((price) => price.from === "2025-02-08");
  expect(cut).toMatchObject({ source: "models-dev", seen: "2025-06-10" });
  expect(cut?.confirmed?.map(({ source }) => source)).toEqual(expect.arrayContaining(["litellm", "llm-prices"]));
});

it("keeps a fact about the past apart from what followed", () => {
  expect(offerIn(run, "openai:gpt-5.6-luna").timeline.map((price) => [sides(price), price.from, price.until])).toEqual([
    ["1/6", undefined, "2026-07-29"],
    ["0.2/1.2", "2026-07-30", undefined],
  ]);
});

it("lets native yuan and the vendor's page follow each other on the Chinese list", () => {
  const course = offerIn(run, "deepseek:deepseek-v4-pro@cn").timeline.map((price) => [price.source, sides(price)]);
  expect(course.at(0)).toEqual(["lobehub", "12/24"]);
  expect(course.at(-1)).toEqual(["deepseek-docs", "9/27"]);
});
