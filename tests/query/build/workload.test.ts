import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("workloads", () => {
  it.each([
    ["o3, 400 requests, 6k in 900 out each, cost?", { input: 6_000, output: 900, requests: 400 }],
    [
      "cost of 250 calls a day for 20 days on o3, 3k input 500 output",
      { input: 3_000, output: 500, requests: 5_000, days: 20 },
    ],
    [
      "monthly bill on o3 for 40 requests a day, 2k tokens in and 300 out",
      { input: 2_000, output: 300, requests: 1_200, days: 30 },
    ],
    ["o3 with 12M input and 3M output tokens, how much", { input: 12_000_000, output: 3_000_000 }],
    ["o3: 10M in, 60% cached, 1M out", { input: 10_000_000, cachedInput: 6_000_000, output: 1_000_000 }],
    ["a single o3 call with a 90k prompt and 2k answer", { input: 90_000, output: 2_000, requests: 1 }],
    ["o3每天800次，每次输入4千输出600，跑两周多少钱", { input: 4_000, output: 600, requests: 11_200, days: 14 }],
    ["o3跑五百万输入八十万输出多少钱", { input: 5_000_000, output: 800_000 }],
    [
      "o3输入2000万其中七成命中缓存，输出200万，多少钱",
      { input: 20_000_000, cachedInput: 14_000_000, output: 2_000_000 },
    ],
    ["o3 batch, 8M in and 2M out, what does it cost", { input: 8_000_000, output: 2_000_000, batch: true }],
    ["翻译12万字用o3要多少钱", { text: { amount: 120_000, unit: "zh_chars" } }],
    ["o3 summarising 700 pages, cost?", { text: { amount: 700, unit: "pages" } }],
    ["o3 on 40k words, price please", { text: { amount: 40_000, unit: "words" } }],
    [
      "o3 for a quarter, 100 requests per day, 1k in 1k out",
      { input: 1_000, output: 1_000, requests: 9_100, days: 91 },
    ],
    ["20M tokens on o3, 3:1 in to out, cost", { input: 15_000_000, output: 5_000_000 }],
  ])("%s", (text, workload) => {
    const query = read(text);
    expect(query.workload).toEqual(workload);
    expect(query.intent).toBe("cost");
  });

  it.each(["o3 price", "cheapest 200k model", "top 20 models", "o3 max output tokens?", "o3 over 200k prompts price"])(
    "%s: none",
    (text) => {
      expect(read(text).workload).toBeUndefined();
    },
  );
});

describe("budgets", () => {
  it.each([
    ["what does $35 get me on o3", { amount: 35, currency: "USD" }],
    ["how many gpt-4.1 tokens for 20 bucks", { amount: 20, currency: "USD" }],
    ["三百块能用o3多少token", { amount: 300, currency: "CNY" }],
    ["8刀能买多少o3输出", { amount: 8, currency: "USD" }],
  ])("%s", (text, budget) => {
    expect(read(text)).toMatchObject({ intent: "budget", budget });
  });

  it("names the side that the money buys", () => {
    expect(read("8刀能买多少o3输出").fields).toEqual(["output"]);
    expect(read("input tokens of o3 for $9").fields).toEqual(["input"]);
  });
});
