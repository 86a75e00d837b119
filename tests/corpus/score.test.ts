import { describe, expect, it } from "vitest";
import { Line, missOf } from "./score.ts";

const line = (query: object, more: object = {}): Line =>
  Line.parse({ id: "x", conversation: "x", text: "x", kind: "x", query, ...more });
const LOOKUP = { intent: "lookup", models: ["openai/gpt-4o"] };
const RANK = { intent: "rank", filters: { context: { min: 128_000 } } };
const bound = (max: number, per: number) => ({ filters: { price: [{ on: "input", max, currency: "USD", per }] } });

describe("a reading is right", () => {
  it.each([
    ["when it is the gold one", line(LOOKUP), LOOKUP],
    ["whatever the lab of a model", line(LOOKUP), { intent: "lookup", models: ["azure/gpt-4o"] }],
    ["however the name is joined", line({ models: ["a/b-4.5"] }), { models: ["a/b-4-5"] }],
    [
      "whatever its language, asides and open keys",
      line(LOOKUP),
      { ...LOOKUP, language: "zh", unread: ["x"], currency: "USD" },
    ],
    [
      "with a default beside",
      line(RANK),
      { ...RANK, filters: { ...RANK.filters, status: "current", offers: "official" } },
    ],
    ["with null, an empty list or false for nothing", line(RANK), { ...RANK, limit: null, moves: [], count: false }],
    ["with an accepted value", line(LOOKUP, { any: { fields: [null, ["input"]] } }), { ...LOOKUP, fields: ["input"] }],
    ["without what may be absent", line({ ...RANK, limit: 1 }, { any: { limit: [1, null] } }), RANK],
    [
      "with an accepted value deeper down",
      line(RANK, { any: { "filters.context.min": [131_072] } }),
      { intent: "rank", filters: { context: { min: 131_072 } } },
    ],
    ["with the same amount per another unit", line(bound(2, 1e6)), bound(0.002, 1000)],
    ["with both sides said as the price", line({ fields: ["price"] }), { fields: ["output", "input"] }],
    [
      "with the models of a family",
      line({ intent: "lookup", families: ["sonnet"] }, { any: { models: [null, ["x/claude-sonnet-5"]] } }),
      { intent: "lookup", models: ["x/claude-sonnet-5"] },
    ],
    ["with a command in a list", line({ command: { name: "digest" } }), { command: [{ name: "digest" }] }],
    [
      "with one of a group",
      line({ intent: "rank" }, { either: [["sort.by", "groupBy"]] }),
      { intent: "rank", sort: { by: "input" } },
    ],
    [
      "with a claim whose currency is not said",
      line({ claim: [{ on: "input", is: "equal", value: 10 }] }),
      { claim: [{ on: "input", is: "equal", value: 10, currency: "USD" }] },
    ],
    ["with sets in any order", line({ ...LOOKUP, moves: ["up", "down"] }), { ...LOOKUP, moves: ["down", "up"] }],
  ])("%s", (_why, gold, query) => {
    expect(missOf(gold, query)).toBeUndefined();
  });
});

describe("a reading is a miss", () => {
  it.each([
    ["of another intent", line(LOOKUP), { ...LOOKUP, intent: "rank" }, "intent"],
    ["that is none", line(LOOKUP), undefined, "query"],
    ["of another version", line(LOOKUP), { intent: "lookup", models: ["openai/gpt-4.1"] }, "models"],
    ["with a filter too many", line(RANK), { ...RANK, filters: { ...RANK.filters, free: true } }, "filters.free"],
    ["with a filter too few", line(RANK), { intent: "rank" }, "filters"],
    ["with a limit that nobody said", line(RANK), { ...RANK, limit: 5 }, "limit"],
    [
      "with another number",
      line(RANK),
      { intent: "rank", filters: { context: { min: 131_072 } } },
      "filters.context.min",
    ],
    [
      "with the other kind of bound",
      line(bound(2, 1e6)),
      { filters: { price: [{ on: "input", under: 2, currency: "USD", per: 1e6 }] } },
      "filters.price",
    ],
    ["with another amount", line(bound(2, 1e6)), bound(2, 1000), "filters.price"],
    ["with a model too many", line(LOOKUP), { ...LOOKUP, models: ["openai/gpt-4o", "openai/o3"] }, "models"],
    [
      "with compared models turned round",
      line({ intent: "compare", models: ["a/x", "b/y"] }),
      { intent: "compare", models: ["b/y", "a/x"] },
      "models",
    ],
    [
      "with a value that is not accepted",
      line(LOOKUP, { any: { fields: [null, ["input"]] } }),
      { ...LOOKUP, fields: ["output"] },
      "fields",
    ],
    [
      "with none of a group",
      line({ intent: "rank" }, { either: [["sort.by", "groupBy"]] }),
      { intent: "rank" },
      "sort.by | groupBy",
    ],
    [
      "that repeats a default where another was asked",
      line({ filters: { status: "all" } }),
      { filters: { status: "current" } },
      "filters.status",
    ],
    ["with a workload that nobody said", line(LOOKUP), { ...LOOKUP, workload: { input: 1 } }, "workload"],
  ])("%s", (_why, gold, query, path) => {
    expect(missOf(gold, query)?.path).toBe(path);
  });
});
