import { describe, expect, it } from "vitest";
import { type Asked, ask, names, notes } from "./ask.ts";

const CHEAPEST = { by: "price", order: "asc" } as const;
const rank = (asked: Omit<Asked, "intent"> = {}, now?: string) =>
  ask({ intent: "rank", sort: CHEAPEST, ...asked }, now);
const top = (asked: Omit<Asked, "intent">, now?: string) => names(rank(asked, now)).slice(0, 3);

describe("the cheapest", () => {
  it("is a priced chat model of its own lab: no plan, zero, embedding, router or null side", () => {
    const answer = rank();
    expect(names(answer)).toEqual([
      "deepseek-v4-flash@deepseek",
      "deepseek-v4-pro@deepseek",
      "qwen-plus@alibaba",
      "gpt-5-mini@openai",
      "mistral-large-2512@mistral",
      "gemini-2.5-flash@google",
      "claude-haiku-4-5@anthropic",
      "glm-5.2@zai",
      "mistral-large-2411@mistral",
      "o3@openai",
    ]);
    expect(answer.rows.every(({ state }) => state === "priced")).toBe(true);
  });

  it.each<[string, Omit<Asked, "intent">, string[]]>([
    [
      "by input",
      { sort: { by: "input", order: "asc" } },
      ["deepseek-v4-flash@deepseek", "gpt-5-mini@openai", "gemini-2.5-flash@google"],
    ],
    [
      "in Chinese, on Chinese sites",
      { language: "zh" },
      ["qwen-plus@alibaba-cn", "deepseek-v4-flash@deepseek", "deepseek-v4-pro@deepseek"],
    ],
    [
      "of a context",
      { filters: { context: { min: 1_000_001 } } },
      ["gemini-2.5-flash@google", "gemini-3.1-pro-preview@google"],
    ],
    ["up to a context", { filters: { context: { max: 128_000 } } }, ["gpt-4o@openai"]],
    [
      "with abilities",
      { filters: { abilities: { all: ["vision", "audio"] } } },
      ["gemini-2.5-flash@google", "gemini-3.1-pro-preview@google"],
    ],
    [
      "without one",
      { filters: { abilities: { none: ["vision"] } } },
      ["deepseek-v4-pro@deepseek", "glm-5.2@zai", "qwen3.7-max@alibaba"],
    ],
    [
      "of a lab",
      { filters: { labs: { in: ["google"] } } },
      ["gemini-2.5-flash@google", "gemini-3.1-pro-preview@google"],
    ],
    ["not of labs", { filters: { labs: { out: ["deepseek", "alibaba"] } }, limit: 1 }, ["gpt-5-mini@openai"]],
    [
      "of a family",
      { filters: { families: { in: ["gpt"] } }, limit: 3 },
      ["gpt-oss-120b@groq", "gpt-5-mini@openai", "gpt-4o@openai"],
    ],
    ["of a country", { filters: { origin: "us" }, limit: 1 }, ["gpt-5-mini@openai"]],
    ["overseas", { filters: { origin: "overseas" }, limit: 2 }, ["gpt-5-mini@openai", "mistral-large-2512@mistral"]],
    [
      "with open weights, hosts and all",
      { filters: { openWeights: true }, limit: 3 },
      ["deepseek-v4-flash@deepseek", "gpt-oss-120b@groq", "deepseek-v4-pro@deepseek"],
    ],
    [
      "at a provider, router or not",
      { filters: { providers: { in: ["openrouter"] } } },
      ["gpt-oss-120b@openrouter", "llama-3.3-70b-instruct@openrouter", "deepseek-v4-pro@openrouter"],
    ],
    ["at hosts", { filters: { offers: "hosted" } }, ["gpt-oss-120b@groq", "llama-3.3-70b-instruct@groq"]],
    [
      "anywhere",
      { filters: { offers: "any" }, limit: 2 },
      ["gpt-oss-120b@openrouter", "llama-3.3-70b-instruct@openrouter"],
    ],
    ["by the beginning of names", { filters: { names: { in: ["gemini 3.x"] } } }, ["gemini-3.1-pro-preview@google"]],
    [
      "not by a beginning",
      { filters: { labs: { in: ["openai"] }, names: { out: ["gpt-4", "gpt-oss"] } } },
      ["gpt-5-mini@openai", "o3@openai", "gpt-5.5@openai"],
    ],
    ["no preview", { filters: { labs: { in: ["google"] }, preview: false } }, ["gemini-2.5-flash@google"]],
    [
      "released since",
      { filters: { released: { from: "2026-05-20" }, origin: "cn" } },
      ["glm-5.2@zai", "qwen3.7-max@alibaba"],
    ],
    ["retired ones", { filters: { status: "retired", labs: { in: ["openai"] } } }, ["gpt-4-turbo@openai"]],
    ["the second", { limit: 1, offset: 1 }, ["deepseek-v4-pro@deepseek"]],
    ["free ones", { filters: { free: true } }, ["glm-4.7-flash@zai"]],
    ["free ones too", { filters: { free: "any" }, limit: 1 }, ["glm-4.7-flash@zai"]],
    ["embeddings", { filters: { abilities: { all: ["embedding"] } } }, ["text-embedding-3-small@openai"]],
    [
      "by another blend",
      { blend: { input: 1, output: 3 }, filters: { origin: "us" }, limit: 2 },
      ["gpt-5-mini@openai", "gemini-2.5-flash@google"],
    ],
    [
      "with thinking",
      { filters: { abilities: { all: ["reasoning"] }, labs: { in: ["alibaba"] } } },
      ["qwen-plus@alibaba", "qwen3.7-max@alibaba"],
    ],
  ])("%s", (_, asked, expected) => {
    expect(top(asked)).toEqual(expected);
  });

  it.each<[string, Omit<Asked, "intent">, string[]]>([
    [
      "under a price on both sides",
      { filters: { price: [{ on: "price", under: 2, currency: "USD", per: 1e6 }] } },
      ["deepseek-v4-flash@deepseek", "deepseek-v4-pro@deepseek", "qwen-plus@alibaba"],
    ],
    [
      "at most the output price of one",
      { filters: { price: [{ on: "output", max: 2, currency: "USD", per: 1e6 }], origin: "us" } },
      ["gpt-5-mini@openai"],
    ],
    [
      "strictly below it",
      { filters: { price: [{ on: "output", under: 2, currency: "USD", per: 1e6 }], origin: "us" } },
      [],
    ],
    [
      "per thousand tokens",
      { filters: { price: [{ on: "input", max: 0.00025, currency: "USD", per: 1000 }], origin: "us" } },
      ["gpt-5-mini@openai"],
    ],
    [
      "in a range",
      { filters: { price: [{ on: "input", min: 2, max: 2.5, currency: "USD", per: 1e6 }], labs: { in: ["openai"] } } },
      ["o3@openai", "gpt-4o@openai"],
    ],
    [
      "in the other currency, at the day's rate",
      { filters: { price: [{ on: "input", max: 1.8, currency: "CNY", per: 1e6 }], origin: "us" } },
      ["gpt-5-mini@openai"],
    ],
    [
      "cheaper than another",
      { filters: { than: [{ on: "price", model: "anthropic/claude-haiku-4-5", is: "less" }], origin: "us" } },
      ["gpt-5-mini@openai", "gemini-2.5-flash@google"],
    ],
    [
      "at most half of another",
      {
        filters: {
          than: [{ on: "input", model: "openai/gpt-4o", is: "at_most", times: 0.5 }],
          labs: { in: ["anthropic", "openai"] },
        },
      },
      ["gpt-5-mini@openai", "claude-haiku-4-5@anthropic"],
    ],
    [
      "of a lab, what it sells itself",
      { filters: { labs: { in: ["openai"] } }, limit: 2 },
      ["gpt-5-mini@openai", "o3@openai"],
    ],
    ["of a lab that sells nothing, at hosts", { filters: { labs: { in: ["meta"] } } }, ["llama-3.3-70b-instruct@groq"]],
    [
      "with more context than another",
      { filters: { than: [{ on: "context", model: "openai/gpt-5.5", is: "more" }], origin: "us" } },
      ["gemini-2.5-flash@google", "claude-sonnet-5@anthropic", "gemini-3.1-pro-preview@google"],
    ],
  ])("%s", (_, asked, expected) => {
    expect(top(asked)).toEqual(expected);
  });

  it.each<[string, Omit<Asked, "intent">, string[]]>([
    [
      "context",
      { sort: { by: "context", order: "desc" } },
      ["gemini-2.5-flash@google", "gemini-3.1-pro-preview@google", "deepseek-v4-flash@deepseek"],
    ],
    [
      "newest",
      { sort: { by: "released", order: "desc" } },
      ["claude-sonnet-5@anthropic", "glm-5.2@zai", "qwen3.7-max@alibaba"],
    ],
    [
      "dearest",
      { sort: { by: "price", order: "desc" } },
      ["gpt-5.5@openai", "claude-opus-4-8@anthropic", "gemini-3.1-pro-preview@google"],
    ],
    [
      "cached input",
      { sort: { by: "cache_read", order: "asc" } },
      ["deepseek-v4-flash@deepseek", "deepseek-v4-pro@deepseek", "gpt-5-mini@openai"],
    ],
    [
      "cache discount",
      { sort: { by: "cache_ratio", order: "asc" } },
      ["deepseek-v4-pro@deepseek", "deepseek-v4-flash@deepseek", "claude-sonnet-5@anthropic"],
    ],
    ["batch input", { sort: { by: "batch_input", order: "asc" } }, ["gpt-5-mini@openai", "gpt-5.5@openai"]],
    [
      "longest answer under a price",
      {
        sort: { by: "max_output", order: "desc" },
        filters: { price: [{ on: "output", under: 5, currency: "USD", per: 1e6 }] },
      },
      ["deepseek-v4-flash@deepseek", "deepseek-v4-pro@deepseek", "glm-5.2@zai"],
    ],
  ])("is ordered by %s", (_, asked, expected) => {
    expect(top(asked)).toEqual(expected);
  });

  it("of a past day knows only what was known and sold then", () => {
    expect(names(rank({ asOf: "2025-01-01" }))).toEqual(["gpt-4o@openai", "gpt-4-turbo@openai"]);
  });

  it("of each lab", () => {
    const answer = rank({ groupBy: "lab", filters: { origin: "us" } });
    expect(answer.rows.map(({ group, model }) => [group, model])).toEqual([
      ["openai", "openai/gpt-5-mini"],
      ["google", "google/gemini-2.5-flash"],
      ["anthropic", "anthropic/claude-haiku-4-5"],
    ]);
  });

  it("two each, Chinese and overseas", () => {
    const answer = rank({ groupBy: "origin", limit: 2 });
    expect(answer.rows.map(({ group }) => group)).toEqual(["cn", "cn", "overseas", "overseas"]);
  });

  it("for a workload is by its cost, in the tier of its request", () => {
    const answer = rank({
      workload: { input: 300_000, output: 1000, requests: 10 },
      filters: { labs: { in: ["openai", "google"] } },
    });
    expect(answer.rows.map(({ model, cost }) => [model, cost])).toEqual([
      ["openai/gpt-5-mini", "0.77"],
      ["google/gemini-2.5-flash", "0.925"],
      ["google/gemini-3.1-pro-preview", "12.18"],
      ["openai/gpt-5.5", "30.45"],
    ]);
    expect(notes(answer, "too_long")).toEqual([{ tokens: 300_000, count: 2 }]);
  });
});

describe("a ranking says", () => {
  const answer = rank();
  it("which blend, and by which rate currencies were put in one order", () => {
    expect(notes(answer, "blend")).toEqual([{ input: 3, output: 1 }]);
    expect(notes(answer, "fx")).toMatchObject([{ source: "ecb" }]);
  });

  it("which free ones, which with a side unknown, which unverified were left out", () => {
    expect(notes(answer, "free_left_out")).toEqual([{ models: ["zhipuai/glm-4.7-flash"], count: 1 }]);
    expect(notes(answer, "null_side")[0]?.rows.map(({ model, unit, value }) => [model, unit, value])).toContainEqual([
      "alibaba/qwen-vl-x",
      "input",
      "0.5",
    ]);
    expect(notes(rank({ language: "zh" }), "unverified_left_out")).toEqual([
      { models: ["alibaba/qwen3.7-max"], count: 1 },
    ]);
  });

  it("the best of the open weights that only hosts serve", () => {
    expect(notes(answer, "best_hosted")).toMatchObject([{ model: "openai/gpt-oss-120b", provider: "groq" }]);
    expect(notes(rank({ filters: { labs: { in: ["openai"] } } }), "best_hosted")).toMatchObject([
      { model: "openai/gpt-oss-120b", provider: "groq" },
    ]);
    expect(notes(rank({ filters: { openWeights: true } }), "best_hosted")).toEqual([]);
  });

  it("how many state nothing of an ability", () => {
    const [left] = notes(rank({ filters: { abilities: { all: ["structured_output"] } } }), "ability_not_stated");
    expect(left?.ability).toBe("structured_output");
    expect(left?.count).toBeGreaterThan(3);
  });

  it("that a model is sold on the other site only", () => {
    expect(
      notes(
        rank({ language: "zh", filters: { labs: { in: ["alibaba"] } }, sort: { by: "input", order: "asc" } }),
        "one_site_only",
      ),
    ).toMatchObject([{ models: ["alibaba/qwen-vl-x"], site: "intl" }]);
  });

  it("what a bound by another model came to", () => {
    const bound = rank({ filters: { than: [{ on: "price", model: "openai/gpt-4o", is: "less", times: 0.5 }] } });
    expect(notes(bound, "than")).toEqual([{ model: "openai/gpt-4o", on: "price", value: "2.1875", currency: "USD" }]);
    expect(
      notes(rank({ filters: { than: [{ on: "price", model: "openai/gpt-9", is: "less" }] } }), "than_unknown"),
    ).toHaveLength(1);
  });
});

describe("offers of one model", () => {
  it("are ranked, one a provider", () => {
    expect(names(rank({ models: ["meta/llama-3.3-70b-instruct"] }))).toEqual([
      "llama-3.3-70b-instruct@groq",
      "llama-3.3-70b-instruct@togetherai",
    ]);
  });
});
