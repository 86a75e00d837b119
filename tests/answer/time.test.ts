import { describe, expect, it } from "vitest";
import { type Asked, ask, notes } from "./ask.ts";

describe("a price history", () => {
  const history = (asked: Omit<Asked, "intent">, now?: string) => ask({ intent: "history", ...asked }, now);
  const course = (asked: Omit<Asked, "intent">, now?: string) =>
    history(asked, now).rows.map(({ from, to, input, output }) => [from, to, input, output]);

  it.each<[string, Omit<Asked, "intent">, (string | null | undefined)[][]]>([
    [
      "oldest first, to this day",
      { models: ["openai/o3"] },
      [
        ["2025-04-16", "2025-06-09", "10", "40"],
        ["2025-06-10", null, "2", "8"],
      ],
    ],
    [
      "in a period",
      { models: ["openai/o3"], period: { from: "2025-06-10", to: "2025-12-31" } },
      [["2025-06-10", null, "2", "8"]],
    ],
    [
      "with a side that was not stated",
      { models: ["bytedance/doubao-pro-32k"] },
      [
        ["2024-05-15", "2025-01-31", "0.8", null],
        ["2025-02-01", null, "0.8", "2"],
      ],
    ],
    [
      "not what is known only later",
      { models: ["deepseek/deepseek-v4-pro"] },
      [
        ["2026-04-24", "2026-05-25", "12", "24"],
        ["2026-05-26", null, "3", "6"],
      ],
    ],
    ["not what was corrected", { models: ["mistral/mistral-large-2512"] }, [["2025-12-02", null, "0.5", "1.5"]]],
  ])("%s", (_, asked, expected) => {
    expect(course(asked)).toEqual(expected);
  });

  it("knows more later", () => {
    expect(course({ models: ["deepseek/deepseek-v4-pro"] }, "2026-11-23T00:00:00Z").at(-1)).toEqual([
      "2026-08-14",
      null,
      "9",
      "27",
    ]);
  });

  it("tells the way from first to last, and has steps to draw", () => {
    const answer = history({ models: ["openai/o3"] });
    expect(answer.derived?.[0]).toMatchObject({
      figure: "percent",
      value: "-80",
      on: "input",
      base: "2025-04-16",
      of: "2025-06-10",
    });
    expect(answer.chart?.series[0]?.points).toEqual([
      { x: "2025-04-16", y: "10" },
      { x: "2025-06-10", y: "2" },
    ]);
    expect(notes(history({ models: ["mistral/mistral-large-2512"] }), "corrections_left_out")).toEqual([{ count: 1 }]);
  });
});

describe("what changed", () => {
  const changes = (asked: Omit<Asked, "intent">, now?: string) => ask({ intent: "changes", ...asked }, now);
  const moves = (asked: Omit<Asked, "intent">, now?: string) =>
    changes(asked, now).rows.map(({ model, unit, before, after, percent, move, date }) => [
      model,
      unit,
      before,
      after,
      percent,
      move,
      date,
    ]);

  it("in a period: a row a model, unit and day", () => {
    expect(moves({ moves: ["down"], period: { from: "2026-05-01", to: "2026-07-02" } })).toEqual([
      ["deepseek/deepseek-v4-pro", "input", "12", "3", "-75", "down", "2026-05-26"],
      ["deepseek/deepseek-v4-pro", "output", "24", "6", "-75", "down", "2026-05-26"],
      ["deepseek/deepseek-v4-pro", "cache_read", "1", "0.025", "-97.5", "down", "2026-05-26"],
    ]);
  });

  it("routers only where they are named", () => {
    const [row] = changes({
      moves: ["down"],
      period: { from: "2026-06-01", to: "2026-07-02" },
      filters: { providers: { in: ["openrouter"] } },
    }).rows;
    expect(row).toMatchObject({ provider: "openrouter", before: "0.5", after: "0.435", percent: "-13" });
  });

  it.each<[string, Omit<Asked, "intent">, string | undefined, string[]]>([
    ["nothing in a quiet week", { moves: ["down"], period: { from: "2026-06-22", to: "2026-06-28" } }, undefined, []],
    [
      "new models by their release",
      { moves: ["new"], period: { from: "2026-06-01", to: "2026-06-30" } },
      undefined,
      ["anthropic/claude-sonnet-5", "zhipuai/glm-5.2"],
    ],
    [
      "none that is released later",
      { moves: ["new"], period: { from: "2026-08-01", to: "2026-09-30" } },
      undefined,
      [],
    ],
    [
      "which is known then",
      { moves: ["new"], period: { from: "2026-08-01", to: "2026-09-30" } },
      "2026-11-23T00:00:00Z",
      ["openai/gpt-6"],
    ],
    [
      "of a lab",
      {
        period: { from: "2025-06-01", to: "2025-06-30" },
        filters: { labs: { in: ["openai"] } },
        moves: ["down"],
        fields: ["output"],
      },
      undefined,
      ["openai/o3"],
    ],
    ["no corrections", { period: { from: "2025-12-01", to: "2025-12-04" }, moves: ["down", "up"] }, undefined, []],
    [
      "a vendor's own move, found later",
      { moves: ["up"], period: { from: "2026-08-01", to: "2026-08-31" }, fields: ["input"] },
      "2026-11-23T00:00:00Z",
      ["deepseek/deepseek-v4-pro"],
    ],
  ])("%s", (_, asked, now, expected) => {
    expect(changes(asked, now).rows.map(({ model }) => model)).toEqual(expected);
  });

  it("announcements stand until they are in force", () => {
    const asked = { moves: ["announced" as const], fields: ["input" as const] };
    expect(changes(asked, "2026-11-23T00:00:00Z").rows).toMatchObject([
      { model: "anthropic/claude-sonnet-5", before: "2", after: "3", move: "announced", from: "2026-09-01" },
    ]);
    expect(changes(asked, "2026-06-24T00:00:00Z").rows).toEqual([]);
  });

  it("says which days it meant", () => {
    expect(notes(changes({}), "period")).toEqual([{ from: "2026-06-02", to: "2026-07-02" }]);
  });
});
