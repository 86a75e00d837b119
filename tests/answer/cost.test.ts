import { describe, expect, it } from "vitest";
import { type Asked, ask, names, notes } from "./ask.ts";

const cost = (asked: Omit<Asked, "intent">) => ask({ intent: "cost", ...asked });
const budget = (asked: Omit<Asked, "intent">) => ask({ intent: "budget", ...asked });

describe("the cost of a workload", () => {
  it.each<[string, Omit<Asked, "intent">, string | null]>([
    ["totals", { models: ["anthropic/claude-sonnet-5"], workload: { input: 310e6, output: 45e6 } }, "1070"],
    [
      "requests",
      { models: ["openai/gpt-5-mini"], workload: { input: 2000, output: 500, requests: 1_500_000, days: 30 } },
      "2250",
    ],
    [
      "the tier of its request",
      { models: ["openai/gpt-5.5"], workload: { input: 400_000, output: 10_000, requests: 1 } },
      "4.45",
    ],
    ["at the edge", { models: ["openai/gpt-5.5"], workload: { input: 272_000, output: 0, requests: 1 } }, "1.36"],
    ["one over it", { models: ["openai/gpt-5.5"], workload: { input: 272_001, output: 0, requests: 1 } }, "2.72001"],
    ["totals stay in the tier of a usual call", { models: ["openai/gpt-5.5"], workload: { input: 1e9 } }, "5000"],
    [
      "totals in the tier named",
      { models: ["openai/gpt-5.5"], workload: { input: 1e9 }, tier: { promptTokens: 272_001 } },
      "10000",
    ],
    [
      "short answers in a tier by output",
      { models: ["zhipuai/glm-5.2"], language: "zh", workload: { input: 1000, output: 200, requests: 1000 } },
      "6.4",
    ],
    [
      "a longer answer",
      { models: ["zhipuai/glm-5.2"], language: "zh", workload: { input: 1000, output: 201, requests: 1000 } },
      "9.618",
    ],
    [
      "cache hits",
      {
        models: ["anthropic/claude-haiku-4-5"],
        workload: { input: 2000, output: 300, requests: 30_000, cachedInput: 1400 },
      },
      "67.2",
    ],
    [
      "no price for cache hits",
      { models: ["alibaba/qwen3.7-max"], workload: { input: 2000, cachedInput: 100, requests: 1 } },
      null,
    ],
    ["audio", { models: ["google/gemini-2.5-flash"], workload: { input: 115_200, audioInput: 115_200 } }, "0.1152"],
    ["batch", { models: ["openai/gpt-5.5"], workload: { input: 1e6, output: 1e6, batch: true } }, "17.5"],
    ["a side that is not known", { models: ["alibaba/qwen-vl-x"], workload: { input: 1e6, output: 1 } }, null],
    [
      "the peak price",
      { models: ["deepseek/deepseek-v4-flash"], language: "zh", workload: { input: 1e6, output: 1e6 } },
      "3",
    ],
    ["a past day", { models: ["openai/gpt-4o"], asOf: "2024-06-30", workload: { input: 100e6, output: 20e6 } }, "800"],
    ["before any price is known", { models: ["openai/gpt-4o"], asOf: "2024-05-14", workload: { input: 100e6 } }, null],
    ["free", { models: ["zhipuai/glm-4.7-flash"], workload: { input: 1e9, output: 1e9 } }, "0"],
    [
      "unverified figures cost nothing that could be said",
      { models: ["alibaba/qwen3.7-max"], language: "zh", workload: { input: 1e6 } },
      null,
    ],
    [
      "at a price that the question sets",
      {
        given: [
          { on: "input", amount: 0.2, currency: "USD", per: 1e6 },
          { on: "output", amount: 0.8, currency: "USD", per: 1e6 },
        ],
        workload: { input: 50e6, output: 10e6 },
      },
      "18",
    ],
    [
      "at another price for a model",
      {
        models: ["openai/o3"],
        given: [{ model: "openai/o3", on: "price", amount: 0.001, currency: "USD", per: 1000 }],
        workload: { input: 1e6 },
      },
      "1",
    ],
  ])("%s", (_, asked, expected) => {
    expect(cost(asked).rows[0]?.cost).toBe(expected);
  });

  it("says by which call a rate was picked for totals, and only for them", () => {
    const asked = { models: ["openai/gpt-5.5"], workload: { input: 1e9 } };
    expect(notes(cost(asked), "default_call")).toEqual([{ input: 8000, output: 1000 }]);
    expect(notes(cost({ ...asked, workload: { input: 1000, requests: 10 } }), "default_call")).toEqual([]);
  });

  it("names the unit whose price is missing", () => {
    const answer = cost({ models: ["alibaba/qwen3.7-max"], workload: { input: 2000, cachedInput: 100, requests: 1 } });
    expect(notes(answer, "no_unit_price")).toEqual([
      { model: "alibaba/qwen3.7-max", provider: "alibaba", unit: "cache_read" },
    ]);
  });

  it("says when there is no batch price, and uses the standard one", () => {
    const answer = cost({ models: ["openai/o3"], workload: { input: 1e6, batch: true } });
    expect([answer.rows[0]?.cost, notes(answer, "no_batch")]).toEqual(["2", [{ models: ["openai/o3"], count: 1 }]]);
  });

  it("says when a request does not fit", () => {
    const answer = cost({ models: ["openai/gpt-4o"], workload: { input: 300_000, requests: 1 } });
    expect(notes(answer, "exceeds_context")).toEqual([{ model: "openai/gpt-4o", context: 128_000, tokens: 300_000 }]);
  });

  it("of tokens with no side named is told for both", () => {
    const answer = cost({ models: ["deepseek/deepseek-v4-flash"], workload: { tokens: 2.4e9 } });
    expect(answer.derived?.map(({ on, value }) => [on, value])).toEqual([
      ["input", "336"],
      ["output", "672"],
    ]);
    expect(answer.rows[0]?.cost).toBeNull();
    expect(notes(answer, "side_unsaid")).toEqual([{ tokens: 2.4e9 }]);
  });

  it.each<[NonNullable<NonNullable<Asked["workload"]>["text"]>, number[], string, object]>([
    [{ amount: 750_000, unit: "zh_chars" }, [500_000, 416_667, 750_000], "0.5", { low: "0.416667", high: "0.75" }],
    [{ amount: 90_000, unit: "words" }, [120_000, 112_500, 150_000], "0.12", { low: "0.1125", high: "0.15" }],
    [{ amount: 300, unit: "pages" }, [200_000, 187_500, 250_000], "0.2", { low: "0.1875", high: "0.25" }],
  ])("a text is a range: %j", (text, tokens, expected, range) => {
    const answer = cost({ models: ["anthropic/claude-haiku-4-5"], workload: { text } });
    const [note] = notes(answer, "text_ratio");
    expect([note?.tokens, note?.tokensLow, note?.tokensHigh]).toEqual(tokens);
    expect([answer.rows[0]?.cost, answer.rows[0]?.costRange]).toEqual([expected, range]);
  });

  it("of several models stands in the order named, or by cost where a count is asked", () => {
    const asked = { models: ["openai/gpt-5.5", "openai/gpt-5-mini"], workload: { input: 1e6 } };
    expect(names(cost(asked))).toEqual(["gpt-5.5@openai", "gpt-5-mini@openai"]);
    expect(names(cost({ ...asked, limit: 1 }))).toEqual(["gpt-5-mini@openai"]);
  });

  it("of no model named ranks all", () => {
    expect(names(cost({ workload: { input: 1e6, output: 1e6 }, limit: 2 }))).toEqual([
      "deepseek-v4-flash@deepseek",
      "deepseek-v4-pro@deepseek",
    ]);
  });

  it("shows its arithmetic and converts its sum", () => {
    const [row] = cost({
      models: ["openai/gpt-5-mini"],
      currency: "CNY",
      workload: { input: 2000, output: 500, requests: 10 },
    }).rows;
    expect(row?.costLines).toEqual([
      { unit: "input", tokens: 2000, requests: 10, price: "0.25", amount: "0.005" },
      { unit: "output", tokens: 500, requests: 10, price: "2", amount: "0.01" },
    ]);
    expect(row?.converted?.cost).toBe("0.102483");
  });

  it("without a workload asks back", () => {
    expect(cost({ models: ["openai/o3"] }).outcome).toBe("clarify");
  });
});

describe("what a budget buys", () => {
  it.each<[string, Omit<Asked, "intent">, object | undefined]>([
    [
      "input, then output",
      { models: ["openai/gpt-5-mini"], budget: { amount: 10, currency: "USD" } },
      { input: 40_000_000, output: 5_000_000 },
    ],
    [
      "all on output",
      { models: ["openai/gpt-5.5"], budget: { amount: 50, currency: "USD" }, fields: ["output"] },
      { output: 1_666_666 },
    ],
    [
      "all on input",
      { models: ["openai/gpt-5.5"], budget: { amount: 50, currency: "USD" }, fields: ["input"] },
      { input: 10_000_000 },
    ],
    [
      "a mix",
      { models: ["openai/gpt-5.5"], budget: { amount: 100, currency: "USD" }, blend: { input: 4, output: 1 } },
      { mixed: 10_000_000 },
    ],
    [
      "calls",
      {
        models: ["anthropic/claude-haiku-4-5"],
        budget: { amount: 0.25, currency: "USD" },
        workload: { input: 2000, output: 400, requests: 1 },
      },
      { units: 62 },
    ],
    [
      "calls in the tier of their length",
      { models: ["openai/gpt-5.5"], budget: { amount: 10, currency: "USD" }, workload: { input: 300_000, output: 0 } },
      { units: 3 },
    ],
    [
      "one yuan",
      {
        models: ["bytedance/doubao-pro-32k"],
        language: "zh",
        budget: { amount: 1, currency: "CNY" },
        fields: ["input"],
      },
      { input: 1_250_000 },
    ],
    [
      "one yuan on a past day, one side known",
      {
        models: ["bytedance/doubao-pro-32k"],
        language: "zh",
        asOf: "2024-05-15",
        budget: { amount: 1, currency: "CNY" },
      },
      { input: 1_250_000 },
    ],
    [
      "yuan for a price in dollars",
      { models: ["openai/o3"], budget: { amount: 68.322, currency: "CNY" }, fields: ["input"] },
      { input: 5_000_000 },
    ],
    [
      "at a price that the question sets",
      {
        given: [{ on: "input", amount: 0.5, currency: "USD", per: 1e6 }],
        budget: { amount: 1, currency: "USD" },
        fields: ["input"],
      },
      { input: 2_000_000 },
    ],
    [
      "free tokens have no number",
      { models: ["zhipuai/glm-4.7-flash"], budget: { amount: 1, currency: "USD" } },
      undefined,
    ],
    [
      "batch calls",
      {
        models: ["openai/gpt-5.5"],
        budget: { amount: 1, currency: "USD" },
        workload: { input: 10_000, output: 1000, batch: true },
      },
      { units: 25 },
    ],
  ])("%s", (_, asked, expected) => {
    expect(budget(asked).rows[0]?.tokens).toEqual(expected);
  });

  it("without a model ranks by tokens", () => {
    const answer = budget({
      budget: { amount: 5, currency: "USD" },
      fields: ["input"],
      sort: { by: "tokens", order: "desc" },
      limit: 3,
    });
    expect(answer.rows.map(({ model, tokens }) => [model, tokens?.input])).toEqual([
      ["deepseek/deepseek-v4-flash", 35_714_285],
      ["openai/gpt-5-mini", 20_000_000],
      ["google/gemini-2.5-flash", 16_666_666],
    ]);
  });

  it("compares two", () => {
    const { derived } = budget({
      models: ["openai/gpt-5-mini", "openai/o3"],
      budget: { amount: 20, currency: "USD" },
      fields: ["output"],
      derive: "times",
    });
    expect(derived).toEqual([
      { figure: "times", value: "4", on: "tokens", of: "openai/gpt-5-mini", base: "openai/o3" },
    ]);
  });
});
