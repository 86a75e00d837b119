import { describe, expect, it } from "vitest";
import { type Asked, ask, names, notes, prices } from "./ask.ts";

const lookup = (asked: Omit<Asked, "intent">, now?: string) => ask({ intent: "lookup", ...asked }, now);

describe("the price of a model", () => {
  it.each<[string, Omit<Asked, "intent">, string[], string]>([
    ["of its own lab", { models: ["openai/gpt-5-mini"] }, ["gpt-5-mini@openai"], "USD 0.25/2"],
    ["in the tier of a usual call", { models: ["openai/gpt-5.5"] }, ["gpt-5.5@openai"], "USD 5/30"],
    [
      "in the tier named, edge inside",
      { models: ["openai/gpt-5.5"], tier: { promptTokens: 272_000 } },
      ["gpt-5.5@openai"],
      "USD 5/30",
    ],
    [
      "in the tier named, one over",
      { models: ["openai/gpt-5.5"], tier: { promptTokens: 272_001 } },
      ["gpt-5.5@openai"],
      "USD 10/45",
    ],
    ["English means the international site", { models: ["zhipuai/glm-5.2"] }, ["glm-5.2@zai"], "USD 1.4/4.4"],
    [
      "Chinese means the Chinese site",
      { models: ["zhipuai/glm-5.2"], language: "zh" },
      ["glm-5.2@zhipuai"],
      "CNY 6/18",
    ],
    [
      "of a seller with two lists, too",
      { models: ["deepseek/deepseek-v4-flash"], language: "zh" },
      ["deepseek-v4-flash@deepseek"],
      "CNY 1/2",
    ],
    ["and its other list", { models: ["deepseek/deepseek-v4-flash"] }, ["deepseek-v4-flash@deepseek"], "USD 0.14/0.28"],
    [
      "at a provider named",
      { models: ["deepseek/deepseek-v4-pro"], filters: { providers: { in: ["openrouter"] } } },
      ["deepseek-v4-pro@openrouter"],
      "USD 0.435/0.87",
    ],
    [
      "without thinking unless asked",
      { models: ["alibaba/qwen-plus"], language: "zh" },
      ["qwen-plus@alibaba-cn"],
      "CNY 0.8/2",
    ],
    [
      "with thinking",
      { models: ["alibaba/qwen-plus"], language: "zh", filters: { abilities: { all: ["reasoning"] } } },
      ["qwen-plus@alibaba-cn"],
      "CNY 0.8/8",
    ],
    ["on a past day", { models: ["openai/gpt-4o"], asOf: "2024-06-30" }, ["gpt-4o@openai"], "USD 5/15"],
    ["before any is known", { models: ["openai/gpt-4o"], asOf: "2024-05-14" }, ["gpt-4o@openai"], "USD null/null"],
    [
      "a side that no source states",
      { models: ["bytedance/doubao-pro-32k"], asOf: "2024-05-15" },
      ["doubao-pro-32k@volcengine"],
      "CNY 0.8/null",
    ],
  ])("%s", (_, asked, rows, price) => {
    const answer = lookup(asked);
    expect(names(answer)).toEqual(rows);
    expect(answer.rows[0] && prices(answer.rows[0])).toBe(price);
  });

  it("of a model that only hosts serve names them, cheapest first, and no router", () => {
    const answer = lookup({ models: ["meta/llama-3.3-70b-instruct"] });
    expect(names(answer)).toEqual(["llama-3.3-70b-instruct@groq", "llama-3.3-70b-instruct@togetherai"]);
    expect(notes(answer, "hosted_only")).toEqual([{ model: "meta/llama-3.3-70b-instruct", hosts: 2 }]);
  });

  it("at any provider names routers, too", () => {
    const answer = lookup({ models: ["openai/gpt-oss-120b"], fields: ["providers"], filters: { offers: "any" } });
    expect(names(answer)).toEqual(["gpt-oss-120b@openrouter", "gpt-oss-120b@groq", "gpt-oss-120b@togetherai"]);
  });

  it("says what the other site asks", () => {
    const [other] = notes(lookup({ models: ["zhipuai/glm-5.2"] }), "other_site");
    expect(other).toMatchObject({ provider: "zhipuai", currency: "CNY", input: "6", output: "18", site: "cn" });
  });

  it("shows an unverified figure with that word, and never converts it", () => {
    const [row] = lookup({ models: ["alibaba/qwen3.7-max"], language: "zh", currency: "CNY" }).rows;
    expect([row?.state, row?.currency, row?.converted]).toEqual(["unverified", "USD", undefined]);
  });

  it("keeps list price and token package apart", () => {
    const answer = lookup({ models: ["tencent/hunyuan-standard"], asOf: "2024-05-18", language: "zh" });
    expect(answer.rows[0]?.input).toBe("10");
    expect(notes(answer, "package")).toMatchObject([{ list: "package", input: "6.9", output: null }]);
  });

  it("tells the earliest price that is known, and a past answer says that facts are today's", () => {
    const answer = lookup({ models: ["openai/gpt-4o"], asOf: "2024-05-14" });
    expect(notes(answer, "earliest")).toMatchObject([{ day: "2024-05-21", input: "5", output: "15" }]);
    expect(notes(answer, "facts_today")).toEqual([{ asOf: "2024-05-14" }]);
  });

  it("tells what is announced and not confirmed", () => {
    const [next] = notes(lookup({ models: ["anthropic/claude-sonnet-5"] }, "2026-11-23T00:00:00Z"), "announced");
    expect(next).toMatchObject({ input: "3", output: "15", from: "2026-09-01", source: "later" });
  });

  it.each([
    ["2026-08-20T02:00:00Z", "peak", "9"],
    ["2026-08-20T12:00:00Z", "else", "4.5"],
    ["2026-08-22T02:00:00Z", "else", "4.5"],
  ])("at %s shows the peak price and says that %s applies", (now, window, input) => {
    const answer = lookup({ models: ["deepseek/deepseek-v4-pro"], language: "zh" }, now);
    expect(answer.rows[0]?.input).toBe("9");
    expect(notes(answer, "window_now")).toMatchObject([{ now: window, input, timezone: "Asia/Shanghai" }]);
    expect(answer.rows[0]?.tiers).toHaveLength(2);
  });

  it("says by whom and when", () => {
    expect(lookup({ models: ["openai/gpt-4o"] }).rows[0]).toMatchObject({
      source: "models-dev",
      checked: "2026-06-01",
    });
    expect(lookup({ models: ["openai/gpt-5.5"] }).rows[0]).toMatchObject({ source: "models-dev", seen: "2026-07-01" });
  });

  it("says where sources disagree", () => {
    expect(notes(lookup({ models: ["openai/o3"] }), "disagreement")).toMatchObject([
      { input: "2", output: "8", others: [{ input: "10", output: "40", sources: [{ source: "later" }] }] },
    ]);
  });

  it("says what a name points to on that day", () => {
    const alias = (asOf?: string) =>
      notes(lookup({ models: ["mistral/mistral-large-latest"], ...(asOf && { asOf }) }), "alias")[0]?.to;
    expect([alias(), alias("2025-06-30")]).toEqual(["mistral/mistral-large-2512", "mistral/mistral-large-2411"]);
  });

  it("converts where a currency is asked, by the nearest dated rate, and names it", () => {
    const answer = lookup({ models: ["openai/gpt-5-mini"], currency: "CNY" });
    expect(answer.rows[0]?.converted).toMatchObject({ currency: "CNY", input: "1.70805", output: "13.6644" });
    expect(notes(answer, "fx")).toEqual([{ rate: "6.8322", day: "2026-04-13", source: "ecb" }]);
  });

  it("the question's own rate wins over the operator's, and that over the series", () => {
    const asked: Asked = { intent: "lookup", models: ["openai/gpt-5-mini"], currency: "CNY" };
    const input = (answer: ReturnType<typeof ask>) => answer.rows[0]?.converted?.input;
    expect(input(ask(asked, undefined, { fx: { rate: "7.1" } }))).toBe("1.775");
    expect(input(ask({ ...asked, fx: 7.3 }, undefined, { fx: { rate: "7.1" } }))).toBe("1.825");
  });

  it.each([
    ["openai/gpt-9", "unknown_model"],
    ["openai/gpt-6", "unknown_model"],
  ])("of %s is not found", (model, code) => {
    const answer = lookup({ models: [model] });
    expect([answer.outcome, answer.notes.map((note) => note.code)]).toEqual(["not_found", [code]]);
  });

  it("of a model released later than the day asked says so", () => {
    const answer = lookup({ models: ["openai/o3"], asOf: "2025-01-01" });
    expect(notes(answer, "not_released")).toEqual([{ model: "openai/o3", asOf: "2025-01-01", released: "2025-04-16" }]);
  });

  it("says when a provider does not have it", () => {
    const answer = lookup({ models: ["openai/o3"], filters: { providers: { in: ["groq"] } } });
    expect([answer.outcome, notes(answer, "no_offer")]).toEqual(["empty", [{ model: "openai/o3", provider: "groq" }]]);
  });
});

describe("a family", () => {
  it("is its current models, newest first", () => {
    const answer = lookup({ families: ["claude"] });
    expect(names(answer)).toEqual([
      "claude-sonnet-5@anthropic",
      "claude-opus-4-8@anthropic",
      "claude-haiku-4-5@anthropic",
    ]);
    expect(answer.count).toBe(3);
  });

  it("leaves out what is deprecated, released later, or an alias", () => {
    expect(names(lookup({ families: ["gpt"] }))).toEqual([
      "gpt-5.5@openai",
      "gpt-5-mini@openai",
      "gpt-oss-120b@groq",
      "gpt-4o@openai",
    ]);
  });
});

describe("facts", () => {
  it.each<[NonNullable<Asked["fields"]>, string, Record<string, unknown>]>([
    [["context", "max_output"], "openai/gpt-5.5", { context: 400_000, max_output: 128_000 }],
    [["audio"], "openai/gpt-5-mini", { audio: false }],
    [["audio"], "google/gemini-2.5-flash", { audio: true }],
    [["audio"], "zhipuai/glm-5.2", { audio: null }],
    [["cache"], "openai/gpt-5.5", { cache: true }],
    [["open_weights", "released"], "zhipuai/glm-5.2", { open_weights: true, released: "2026-06-01" }],
    [["open_weights"], "anthropic/claude-opus-4-8", { open_weights: null }],
    [["knowledge", "status"], "openai/gpt-4-turbo", { knowledge: null, status: "deprecated" }],
    [["free"], "zhipuai/glm-4.7-flash", { free: true }],
    [["free"], "openai/gpt-4o", { free: false }],
    [["cache_write"], "anthropic/claude-opus-4-8", { cache_write_5m: "6.25", cache_write_1h: "10" }],
    [["batch"], "openai/gpt-5.5", { batch_input: "2.5", batch_output: "15" }],
    [["batch"], "openai/o3", { batch: null }],
    [["embedding"], "openai/text-embedding-3-small", { embedding: true }],
  ])("%j of %s", (fields, model, expected) => {
    expect(lookup({ models: [model], fields }).rows[0]?.facts).toEqual(expected);
  });

  it("cache writes are told in times of the input", () => {
    const { derived } = lookup({
      models: ["anthropic/claude-opus-4-8"],
      fields: ["cache_write", "input"],
      derive: "times",
    });
    expect(derived?.map(({ value, of, base }) => [value, of, base])).toEqual([
      ["1.25", "cache_write_5m", "input"],
      ["2", "cache_write_1h", "input"],
    ]);
  });
});

describe("a claim", () => {
  const usd = { currency: "USD" } as const;
  it.each<[string, string, NonNullable<Asked["claim"]>, string, (string | null)[]]>([
    ["that holds", "openai/gpt-5.5", [{ on: "input", is: "equal", value: 5, ...usd }], "yes", ["5"]],
    [
      "of which a part does not",
      "openai/gpt-5.5",
      [
        { on: "input", is: "equal", value: 5, ...usd },
        { on: "output", is: "equal", value: 40, ...usd },
      ],
      "no",
      ["5", "30"],
    ],
    ["an old price", "openai/o3", [{ on: "input", is: "equal", value: 10, ...usd }], "no", ["2"]],
    [
      "an old price on its own day",
      "openai/o3",
      [{ on: "input", is: "equal", value: 10, asOf: "2025-05-31", ...usd }],
      "yes",
      ["10"],
    ],
    ["less", "zhipuai/glm-5.2", [{ on: "input", is: "less", value: 2, ...usd }], "yes", ["1.4"]],
    ["not less than itself", "zhipuai/glm-5.2", [{ on: "input", is: "less", value: 1.4, ...usd }], "no", ["1.4"]],
    ["free in any currency", "zhipuai/glm-4.7-flash", [{ on: "price", is: "equal", value: 0, ...usd }], "yes", ["0"]],
    [
      "in the currency of the other site",
      "zhipuai/glm-5.2",
      [{ on: "input", is: "equal", value: 6, currency: "CNY" }],
      "yes",
      ["6"],
    ],
    [
      "of a figure that nobody states",
      "alibaba/qwen-vl-x",
      [{ on: "output", is: "less", value: 9, ...usd }],
      "unknown",
      [null],
    ],
    [
      "of a context in binary thousands",
      "meta/llama-3.3-70b-instruct",
      [{ on: "context", is: "equal", value: 128_000 }],
      "yes",
      ["131072"],
    ],
  ])("%s", (_, model, claim, verdict, actual) => {
    const answer = lookup({ models: [model], claim });
    expect(answer.verdict).toBe(verdict);
    expect(notes(answer, "claim").map((note) => note.actual)).toEqual(actual);
  });
});
