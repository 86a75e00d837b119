import { describe, expect, it } from "vitest";
import { found } from "../helper.ts";

describe("counts of something", () => {
  it.each([
    ["750 calls", { n: 750, unit: "request" }],
    ["40k requests", { n: 40_000, unit: "request" }],
    ["45 days", { n: 45, unit: "day" }],
    ["9 weeks", { n: 9, unit: "week" }],
    ["16k tokens", { n: 16_000, unit: "token" }],
    ["2.2M toks", { n: 2_200_000, unit: "token" }],
    ["3500 words", { n: 3_500, unit: "word" }],
    ["85 pages", { n: 85, unit: "page" }],
    ["a 60-page report", { n: 60, unit: "page" }],
    ["6千次调用", { n: 6_000, unit: "request" }],
    ["25天", { n: 25, unit: "day" }],
    ["3 quarters", { n: 3, unit: "quarter" }],
    ["四个月", { n: 4, unit: "month" }],
    ["9万汉字", { n: 90_000, unit: "zhchar" }],
    ["三百页", { n: 300, unit: "page" }],
    ["80万token", { n: 800_000, unit: "token" }],
    ["5億tokens", { n: 500_000_000, unit: "token" }],
  ])("%s", (source, quantity) => {
    expect(found("qty", source)).toEqual([expect.objectContaining(quantity)]);
  });

  it.each(["gpt", "cheapest", "3:1", "$7", "第三个"])("%s counts nothing", (source) => {
    expect(found("qty", source)).toEqual([]);
  });
});

describe("the tokens that a price is for", () => {
  it.each([
    ["per 1M tokens", 1_000_000],
    ["per million", 1_000_000],
    ["per 1k", 1_000],
    ["per 100k tokens", 100_000],
    ["每千token", 1_000],
    ["每百万", 1_000_000],
    ["每1万token", 10_000],
    ["per token", 1],
  ])("%s", (source, tokens) => {
    expect(found("per", source)).toEqual([{ tokens }]);
  });

  it.each(["per day", "8M in / 2M out", "每天", "per request"])("%s is no unit of a price", (source) => {
    expect(found("per", source)).toEqual([]);
  });
});
