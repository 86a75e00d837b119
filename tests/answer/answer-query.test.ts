import { describe, expect, it } from "vitest";
import { toJson } from "../../src/answer/to-json.ts";
import { type Asked, ask } from "./ask.ts";

describe("every answer", () => {
  it.each<[Asked["intent"], string]>([
    ["command", "unavailable"],
    ["help", "help"],
    ["clarify", "clarify"],
    ["unknown", "unknown"],
  ])("to %s is %s, without rows", (intent, outcome) => {
    expect(ask({ intent })).toMatchObject({ outcome, rows: [], today: "2026-07-02" });
  });

  it("says which sources it rests on, and how old they are", () => {
    const { freshness } = ask({ intent: "compare", models: ["openai/gpt-4o", "openai/gpt-5.5"] });
    expect(freshness).toMatchObject({
      oldest: "2026-06-01",
      newest: "2026-07-01",
      sources: [{ id: "models-dev", date: "2026-07-01", checked: false }],
    });
  });

  it("says when all it knows is old", () => {
    expect(ask({ intent: "lookup", models: ["openai/gpt-5.5"] }, "2026-11-23T00:00:00Z").notes).toContainEqual({
      code: "stale",
      args: { days: 145 },
    });
  });

  it("offers what makes sense next, each a whole query", () => {
    const actions = (asked: Asked) => ask(asked).actions.map(({ code }) => code);
    expect(actions({ intent: "rank", sort: { by: "price", order: "asc" } })).toEqual([
      "more_rows",
      "by_input",
      "by_output",
      "with_vision",
      "with_tools",
      "compare_top",
      "other_currency",
      "per_1k",
    ]);
    expect(actions({ intent: "lookup", models: ["openai/o3"] })).toEqual([
      "history",
      "hosts",
      "other_currency",
      "per_1k",
    ]);
    const [top] = ask({ intent: "rank", limit: 3 }).actions.filter(({ code }) => code === "compare_top");
    expect(top?.query).toEqual({
      intent: "compare",
      language: "en",
      models: ["deepseek/deepseek-v4-flash", "deepseek/deepseek-v4-pro", "alibaba/qwen-plus"],
    });
  });

  it("draws a ranking in one currency", () => {
    const { chart } = ask({
      intent: "rank",
      limit: 2,
      sort: { by: "input", order: "asc" },
      filters: { labs: { in: ["deepseek"] } },
    });
    expect(chart).toMatchObject({ kind: "bar", unit: "input", currency: "USD" });
  });
});

describe("for programs", () => {
  it("a row has the contract's keys", () => {
    const { rows } = toJson(ask({ intent: "lookup", models: ["openai/gpt-5.5"] }));
    expect(rows[0]).toMatchObject({
      model: "openai/gpt-5.5",
      provider: "openai",
      state: "priced",
      currency: "USD",
      input: "5",
      output: "30",
      cacheRead: "0.5",
      context: 400_000,
      tier: { promptUpTo: 272_000 },
      source: "models-dev",
      seen: "2026-07-01",
    });
    expect(rows[0]).not.toHaveProperty("checked");
  });

  it("an asked currency is the row's, and what is billed stands beside it", () => {
    const { rows } = toJson(ask({ intent: "lookup", models: ["openai/gpt-5-mini"], currency: "CNY" }));
    expect(rows[0]).toMatchObject({
      currency: "CNY",
      input: "1.70805",
      cacheRead: "0.170805",
      billed: { currency: "USD", input: "0.25" },
    });
  });

  it("what is not known is null", () => {
    const { rows } = toJson(ask({ intent: "lookup", models: ["alibaba/qwen-vl-x"] }));
    expect(rows[0]).toMatchObject({ input: "0.5", output: null });
  });

  it("an interval of a history", () => {
    const { rows } = toJson(ask({ intent: "history", models: ["openai/o3"] }));
    expect(rows[1]).toMatchObject({
      model: "openai/o3",
      provider: "openai",
      from: "2025-06-10",
      to: null,
      input: "2",
      output: "8",
      kind: "move",
      source: "models-dev",
    });
  });

  it("a change", () => {
    const { rows } = toJson(
      ask({ intent: "changes", moves: ["down"], period: { from: "2026-05-01", to: "2026-07-02" } }),
    );
    expect(rows[0]).toMatchObject({
      model: "deepseek/deepseek-v4-pro",
      unit: "input",
      before: "12",
      after: "3",
      percent: "-75",
      move: "down",
      date: "2026-05-26",
      offers: 0,
    });
  });
});
