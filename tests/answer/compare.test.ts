import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { type Asked, ask, names, notes } from "./ask.ts";

const compare = (asked: Omit<Asked, "intent">) => ask({ intent: "compare", ...asked });
const figures = ({ derived = [] }: Answer) => derived.map(({ figure, on, value }) => `${on} ${figure} ${value}`);

describe("models side by side", () => {
  it("stand in the order named", () => {
    expect(names(compare({ models: ["openai/gpt-5.5", "openai/gpt-5-mini"] }))).toEqual([
      "gpt-5.5@openai",
      "gpt-5-mini@openai",
    ]);
  });

  it("stand in the order asked", () => {
    const answer = compare({ models: ["openai/gpt-5.5", "openai/gpt-5-mini"], sort: { by: "output", order: "asc" } });
    expect(names(answer)).toEqual(["gpt-5-mini@openai", "gpt-5.5@openai"]);
  });

  it.each<[string, Omit<Asked, "intent">, string[], string]>([
    [
      "percent, the last named is the base",
      { models: ["openai/gpt-5-mini", "openai/gpt-5.5"], derive: "percent", fields: ["input"] },
      ["input percent -95", "input times 0.05"],
      "openai/gpt-5.5",
    ],
    [
      "times",
      { models: ["openai/gpt-5.5", "openai/gpt-5-mini"], derive: "times", fields: ["output"] },
      ["output times 15"],
      "openai/gpt-5-mini",
    ],
    [
      "difference",
      { models: ["openai/gpt-5.5", "openai/gpt-5-mini"], derive: "difference", fields: ["input"] },
      ["input difference 4.75"],
      "openai/gpt-5-mini",
    ],
    [
      "both sides and the blend",
      { models: ["openai/gpt-5.5", "openai/o3"], derive: "times" },
      ["input times 2.5", "output times 3.75", "blend times 3.21428571429"],
      "openai/o3",
    ],
    [
      "across currencies",
      { models: ["zhipuai/glm-5.2", "openai/o3"], language: "zh", derive: "times", fields: ["input"] },
      ["input times 0.439097216124"],
      "openai/o3",
    ],
    [
      "of a workload",
      { models: ["openai/gpt-5-mini", "openai/o3"], derive: "percent", workload: { input: 5000, output: 1000 } },
      ["cost percent -81.9444444444", "cost times 0.180555555556"],
      "openai/o3",
    ],
    [
      "a price that was, which the question sets",
      {
        models: ["openai/o3", "openai/gpt-5-mini"],
        derive: "percent",
        fields: ["input"],
        given: [{ model: "openai/o3", on: "price", amount: 0.01, currency: "USD", per: 1000 }],
      },
      ["input percent -97.5", "input times 0.025"],
      "openai/o3",
    ],
    [
      "on a past day",
      { models: ["openai/gpt-4o", "openai/gpt-4-turbo"], derive: "percent", fields: ["input"], asOf: "2024-06-30" },
      ["input percent -50", "input times 0.5"],
      "openai/gpt-4-turbo",
    ],
  ])("%s", (_, asked, expected, base) => {
    const answer = compare(asked);
    expect(figures(answer)).toEqual(expected);
    expect(answer.derived?.[0]?.base).toBe(base);
  });

  it.each<[Omit<Asked, "intent">, string, string]>([
    [{ models: ["openai/gpt-5.5", "anthropic/claude-haiku-4-5"] }, "anthropic/claude-haiku-4-5", "blend"],
    [{ models: ["google/gemini-2.5-flash", "openai/gpt-5-mini"], fields: ["output"] }, "openai/gpt-5-mini", "output"],
    [
      { models: ["deepseek/deepseek-v4-flash", "openai/gpt-5-mini"], language: "zh" },
      "deepseek/deepseek-v4-flash",
      "blend",
    ],
    [
      { models: ["openai/gpt-5-mini", "google/gemini-2.5-flash"], blend: { input: 0, output: 1 } },
      "openai/gpt-5-mini",
      "blend",
    ],
  ])("%j: the cheaper", (asked, model, on) => {
    expect(compare({ ...asked, derive: "cheaper" }).derived?.[0]).toMatchObject({
      figure: "cheaper",
      value: model,
      on,
    });
  });

  it("no figure comes of a side that is not known", () => {
    const answer = compare({ models: ["alibaba/qwen-vl-x", "openai/o3"], derive: "times", fields: ["output"] });
    expect([answer.derived, answer.rows[0]?.output]).toEqual([undefined, null]);
  });

  it("a family is its newest release that is no preview, and the answer says so", () => {
    const answer = compare({ families: ["claude-opus", "gemini"], derive: "difference" });
    expect(names(answer)).toEqual(["claude-opus-4-8@anthropic", "gemini-2.5-flash@google"]);
    expect(notes(answer, "family_as")).toEqual([{ family: "gemini", model: "google/gemini-2.5-flash" }]);
  });
});

describe("one model", () => {
  const llama = ["meta/llama-3.3-70b-instruct"];
  it("is its offers, cheapest first, and how far they lie apart", () => {
    const answer = compare({ models: llama, derive: "difference" });
    expect(names(answer)).toEqual(["llama-3.3-70b-instruct@groq", "llama-3.3-70b-instruct@togetherai"]);
    expect(answer.derived).toEqual([
      {
        figure: "difference",
        value: "0.24",
        currency: "USD",
        on: "blend",
        of: `${llama[0]}@togetherai`,
        base: `${llama[0]}@groq`,
      },
    ]);
  });

  it("between the providers named", () => {
    const answer = compare({
      models: ["zhipuai/glm-5.2"],
      filters: { providers: { in: ["zhipuai", "zai"] } },
      fx: 7,
      currency: "CNY",
      derive: "cheaper",
    });
    expect(names(answer)).toEqual(["glm-5.2@zhipuai", "glm-5.2@zai"]);
    expect(answer.derived?.[0]).toMatchObject({ figure: "cheaper", value: "zhipuai/glm-5.2@zhipuai" });
  });

  it("has a median over its hosts", () => {
    const { derived } = compare({ models: llama, fields: ["output"], derive: "median" });
    expect(derived).toEqual([{ figure: "median", value: "0.835", on: "output", currency: "USD", count: 2 }]);
  });

  it("against a price that somebody quotes: the lab's own is the base", () => {
    const answer = compare({
      models: ["openai/o3"],
      given: [{ model: "openai/o3", on: "input", amount: 1.6, currency: "USD", per: 1e6 }],
      derive: "percent",
    });
    expect(answer.derived?.[0]).toMatchObject({
      figure: "percent",
      value: "-20",
      of: "given",
      base: "openai/o3@openai",
    });
  });
});

describe("medians", () => {
  it("of Chinese and overseas models, and their ratio", () => {
    const { derived } = compare({
      fields: ["output"],
      filters: { abilities: { all: ["reasoning"] } },
      derive: "median",
    });
    expect(derived?.map(({ figure, of, count }) => [figure, of, count])).toEqual([
      ["median", "cn", 5],
      ["median", "overseas", 8],
      ["times", "overseas", undefined],
    ]);
  });
});
