import { describe, expect, it } from "vitest";
import { read } from "./helper.ts";

describe("a question that leans on the one before", () => {
  it.each([
    ["o3 price", "and the output?", { intent: "lookup", models: ["openai/o3"], fields: ["output"] }],
    ["o3多少钱", "那gpt-4.1呢", { intent: "lookup", models: ["openai/gpt-4.1"] }],
    [
      "cheapest vision model",
      "what about with tools too?",
      { intent: "rank", filters: { abilities: { all: ["vision", "tools"] } } },
    ],
    [
      "cheapest 200k model",
      "only chinese ones",
      { intent: "rank", filters: { context: { min: 200_000 }, origin: "cn" } },
    ],
    ["最便宜的五个模型", "不要免费的", { intent: "rank", limit: 5, filters: { free: false } }],
    ["top 4 cheapest on input", "and by output?", { intent: "rank", limit: 4, sort: { by: "output", order: "asc" } }],
    [
      "o3 for 100 calls, 2k in 1k out",
      "what about 300 calls?",
      { intent: "cost", models: ["openai/o3"], workload: { input: 2_000, output: 1_000, requests: 300 } },
    ],
    [
      "o3 for 10M in and 1M out, cost?",
      "and with 40% cached?",
      { intent: "cost", workload: { input: 10_000_000, cachedInput: 4_000_000, output: 1_000_000 } },
    ],
    [
      "o3跑一千万输入一百万输出多少钱",
      "换成gpt-4.1呢",
      { intent: "cost", models: ["openai/gpt-4.1"], workload: { input: 10_000_000, output: 1_000_000 } },
    ],
    ["o3 price", "in yuan please", { intent: "lookup", models: ["openai/o3"], currency: "CNY" }],
    ["gpt-4o price in may 2025", "and now?", { intent: "lookup", models: ["openai/gpt-4o"] }],
  ])("%s → %s", (first, second, expected) => {
    const query = read(first, second);
    expect(query).toMatchObject(expected);
    expect(query.follows).toBe(true);
  });

  it("forgets the day when now is asked", () => {
    expect(read("gpt-4o price in may 2025", "and now?").asOf).toBeUndefined();
  });

  it.each([
    ["cheapest vision model", "price of o3", { intent: "lookup", models: ["openai/o3"] }],
    ["cheapest vision model", "which labs do you know", { intent: "list", of: "labs" }],
    ["o3多少钱", "最便宜的国产视觉模型是哪个", { intent: "rank" }],
    ["o3 price", "help", { intent: "help" }],
  ])("%s → %s stands alone", (first, second, expected) => {
    const query = read(first, second);
    expect(query).toMatchObject(expected);
    expect(query).toEqual(read(second));
  });
});
