import { beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { answerQuery } from "../../src/answer/answer-query.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { Query } from "../../src/query/query.ts";
import { catalogOf } from "../catalog/small-catalog.ts";
import { type Asked, notes } from "./ask.ts";

/** What the catalog that comes with the program knows of the past. */
let catalog: Catalog;
beforeAll(() => {
  catalog = loadCatalog("catalog");
});

function ask(asked: Asked, now = "2026-11-27T09:00:00Z"): Answer {
  const query = Query.parse({ language: "en", ...asked });
  return answerQuery({ query, readAs: [], assumed: [], trace: () => [] }, catalog, new Date(now));
}
const lookup = (model: string, rest: Partial<Asked> = {}, now?: string) =>
  ask({ intent: "lookup", models: [model], ...rest }, now);

describe("a ranking of May 2024", () => {
  const may = { intent: "rank" as const, asOf: "2024-05-31" };

  it("has what is known of that month, each with the day of its source", () => {
    const { rows } = ask({ ...may, filters: { context: { min: 128_000 } }, limit: 20 });
    expect(rows.map(({ model, input, output, seen }) => [model, input, output, seen])).toEqual(
      expect.arrayContaining([
        ["deepseek/deepseek-coder", "0.14", "0.28", "2024-05-31"],
        ["anthropic/claude-3-haiku-20240307", "0.25", "1.25", "2024-03-26"],
        ["openai/gpt-4o", "5", "15", "2024-05-31"],
      ]),
    );
    expect(rows.every(({ blend }) => typeof blend === "string")).toBe(true);
  });

  it("names beneath, cheapest first, what is known by its input price, and since when", () => {
    const [note] = notes(ask({ ...may, language: "zh", filters: { context: { min: 128_000 } } }), "null_side");
    const listed = note?.rows.map(({ model, value, since, listed: by }) => [model, value, since ?? `by ${by}`]);
    expect(listed).toEqual(
      expect.arrayContaining([
        ["bytedance/doubao-pro-128k", "5", "2024-05-15"],
        ["moonshotai/moonshot-v1-128k", "60", "by 2024-02-18"],
      ]),
    );
    const values = note?.rows.map(({ value }) => Number(value)) ?? [];
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it("goes by input where no output price of that day is known, and says so", () => {
    const answer = ask({ ...may, language: "zh", filters: { origin: "cn" }, limit: 3 });
    expect(answer.rows[0]).toMatchObject({
      model: "bytedance/doubao-pro-32k",
      input: "0.8",
      output: null,
      blend: null,
    });
    expect(notes(answer, "by_input")).toEqual([{ why: "unknown" }]);
    expect(answer.rows.map(({ input }) => Number(input))).toEqual([0.8, 1, 1]);
  });
});

describe("a past price says", () => {
  it("that it lies between two states of a list that lags", () => {
    const answer = lookup("alibaba/qwen-plus", { language: "zh", asOf: "2024-08-31" });
    expect(notes(answer, "between")).toMatchObject([
      { input: "20", known: "2023-12-17", next: { input: "0.8" }, by: "2025-02-16" },
    ]);
  });

  it("nothing of the kind where the vendor's day is stated", () => {
    expect(notes(lookup("openai/o3", { asOf: "2025-06-09" }), "between")).toEqual([]);
  });

  it("what it is today, where the two are compared", () => {
    const answer = lookup("openai/gpt-4o", { asOf: "2024-05-31", derive: "percent" });
    expect(answer.derived).toContainEqual(
      expect.objectContaining({ figure: "percent", value: "-50", on: "input", of: "2026-11-27", base: "2024-05-31" }),
    );
    expect(notes(answer, "today_price")).toMatchObject([{ input: "2.5", output: "10" }]);
  });

  it("what the name pointed to, where the name has no price of that day", () => {
    const answer = lookup("anthropic/claude-3-5-sonnet-latest", { asOf: "2024-07-31" });
    expect(notes(answer, "alias")).toMatchObject([
      { to: "anthropic/claude-3-5-sonnet-20240620", price: { input: "3", output: "15" } },
    ]);
  });
});

describe("the course of a price", () => {
  const course = (model: string) =>
    ask({ intent: "history", models: [model] }).rows.map(({ from, to, input, dated }) => [from, to, input, dated]);

  it("has no step for what one source says otherwise of a single day, and marks the vendor's own day", () => {
    expect(course("openai/o3")).toEqual([
      ["2025-05-07", "2025-06-09", "10", false],
      ["2025-06-10", null, "2", true],
    ]);
  });

  it("has no step for a time of which no price is known, between two of the same", () => {
    expect(course("moonshotai/kimi-k3").map(([, , input]) => input)).not.toContain(null);
  });

  it("tells of a period that lies behind what became of it", () => {
    const answer = ask({
      intent: "history",
      models: ["openai/gpt-4o"],
      period: { from: "2024-05-01", to: "2024-05-31" },
    });
    expect(answer.rows.map(({ input, to }) => [input, to])).toEqual([["5", "2024-10-15"]]);
    expect(answer.derived).toContainEqual(
      expect.objectContaining({ value: "-50", on: "input", base: "2024-05-31", of: "2026-11-27" }),
    );
  });
});

describe("a price that will not last", () => {
  it("until when, and what is announced", () => {
    const answer = lookup("google/gemini-3.6-flash");
    expect(answer.rows[0]).toMatchObject({ input: "0.75", output: "3.75" });
    expect(notes(answer, "announced")).toMatchObject([{ input: "1.5", output: "7.5", from: "2027-01-01", due: false }]);
  });

  it("does not become what was announced on its day, before a source repeats it", () => {
    const answer = lookup("google/gemini-3.6-flash", {}, "2027-01-02T09:00:00Z");
    expect(answer.rows[0]).toMatchObject({ input: "0.75", output: "3.75" });
    expect(notes(answer, "announced")).toMatchObject([{ from: "2027-01-01", due: true }]);
  });

  it.each([
    ["announced", "2026-08-05T09:00:00Z", { due: false }, false],
    ["then said to be cancelled", "2026-11-27T09:00:00Z", { cancelled: { seen: "2026-08-10" } }, true],
  ])("%s, the price of Sonnet 5 stays", (_, now, said, isCancelled) => {
    const answer = lookup("anthropic/claude-sonnet-5", {}, now);
    expect(answer.rows[0]).toMatchObject({ input: "2", output: "10" });
    const [note] = notes(answer, "announced");
    expect(note).toMatchObject({ input: "3", output: "15", from: "2026-09-01", ...said });
    expect(note?.cancelled !== undefined).toBe(isCancelled);
  });

  it.each([
    ["2026-09-09T12:00:00Z", "0.4", [{ until: "2026-09-09", promotion: true, next: { input: "0.8", output: "2.8" } }]],
    ["2026-09-10T12:00:00Z", "0.8", []],
  ])("a promotion, asked on %s", (now, input, said) => {
    const answer = lookup("zhipuai/glm-5.3-flash", { language: "zh" }, now);
    expect(answer.rows[0]?.input).toBe(input);
    expect(notes(answer, "price_until")).toMatchObject(said);
  });
});

describe("time-of-day prices now", () => {
  it.each([
    ["Friday morning in Beijing", "2026-11-27T02:00:00Z", "peak", "9"],
    ["Friday evening", "2026-11-27T12:00:00Z", "else", "4.5"],
    ["a Saturday", "2026-11-28T02:00:00Z", "else", "4.5"],
    ["National Day", "2026-10-01T02:00:00Z", "else", "4.5"],
    ["a Saturday worked for a holiday", "2026-10-10T02:00:00Z", "else", "4.5"],
  ])("%s", (_, now, window, input) => {
    const answer = lookup("deepseek/deepseek-v4-pro", { language: "zh" }, now);
    expect(notes(answer, "window_now")).toMatchObject([{ now: window, input }]);
    expect(notes(answer, "holidays_unknown")).toEqual([]);
  });

  it("say which years of holidays are known, by the year in Beijing", () => {
    const answer = lookup("deepseek/deepseek-v4-pro", {}, "2026-12-31T17:00:00Z");
    expect(notes(answer, "holidays_unknown")).toEqual([{ year: 2027, knownTo: 2026 }]);
  });
});

describe("sources that disagree", () => {
  it("are counted on both sides, with the price of the rule in front", () => {
    const answer = lookup("openai/o3");
    expect(answer.rows[0]).toMatchObject({ input: "2", output: "8", sayers: 4 });
    expect(notes(answer, "disagreement")).toMatchObject([
      { count: 4, input: "2", others: [{ input: "10", output: "40", sources: [{ source: "llm-prices" }] }] },
    ]);
  });

  it("are not those who spoke before the vendor's own day", () => {
    const [note] = notes(lookup("deepseek/deepseek-v4-pro"), "disagreement");
    const sources = note?.others.flatMap((other) => other.sources);
    expect(sources).toMatchObject([{ source: "portkey", date: "2026-08-21" }]);
  });

  it("are only those known at the clock", () => {
    const answer = lookup("openai/o3", {}, "2026-07-02T09:00:00Z");
    expect(notes(answer, "disagreement")).toEqual([]);
  });
});

describe("a price held for review", () => {
  const before = { input: "10", output: "40", seen: "2026-01-01", lastSeen: "2026-11-01" };
  const report = { input: "2", output: "8", seen: "2026-11-20", kind: "unconfirmed" as const };
  const held = catalogOf("2026-11-20", { acme: { prices: [before, report] } });
  const released = catalogOf("2026-11-25", {
    acme: { prices: [before, { ...report, kind: "move", accepted: "2026-11-25" }] },
  });
  const answer = (of: Catalog, asked: Asked) => {
    const query = Query.parse({ language: "en", ...asked });
    return answerQuery({ query, readAs: [], assumed: [], trace: () => [] }, of, new Date("2026-11-27T09:00:00Z"));
  };
  const named: Asked[] = [
    { intent: "lookup", models: ["acme/one"] },
    { intent: "rank" },
    { intent: "cost", models: ["acme/one"], workload: { input: 1_000_000, output: 0 } },
  ];

  it.each(named.map((asked) => [asked.intent, asked] as const))("is said and does not count, in a %s", (_, asked) => {
    const said = answer(held, asked);
    expect(said.rows[0]).toMatchObject({ input: "10", output: "40" });
    expect(notes(said, "unconfirmed")).toMatchObject([{ input: "2", output: "8", seen: "2026-11-20" }]);
  });

  it("is no move among the changes, and is told of", () => {
    const said = answer(held, { intent: "changes" });
    expect(said.rows).toEqual([]);
    expect(notes(said, "unconfirmed")).toHaveLength(1);
  });

  it("counts from its own day once it is released", () => {
    expect(answer(released, named[0]!).rows[0]).toMatchObject({ input: "2", output: "8" });
    expect(notes(answer(released, named[0]!), "unconfirmed")).toEqual([]);
    const [row] = answer(released, { intent: "changes", fields: ["input"] }).rows;
    expect(row).toMatchObject({ before: "10", after: "2", move: "down", date: "2026-11-20" });
  });
});

it("ranks embeddings by what they bill, and blends nothing", () => {
  const answer = ask({ intent: "rank", filters: { abilities: { all: ["embedding"] } }, limit: 3 });
  expect(answer.rows[0]).toMatchObject({ model: "openai/text-embedding-3-small", input: "0.02", blend: null });
  expect(notes(answer, "by_input")).toEqual([{ why: "embedding" }]);
  expect(notes(answer, "blend")).toEqual([]);
});

describe("what changed", () => {
  const changes = (asked: Omit<Asked, "intent">) =>
    ask({ intent: "changes", limit: 200, ...asked }).rows.map(({ model, unit, before, after, move, date, dated }) =>
      [model, unit, before, after, move, dated ? date : `by ${date}`].join(" "),
    );

  it("in June 2026 at labs: large cuts that others' prices had shown to be real, no corrections, no moving names", () => {
    const rows = changes({ moves: ["down"], fields: ["input"], period: { from: "2026-06-01", to: "2026-06-30" } });
    expect(rows).toEqual(
      expect.arrayContaining([
        "xiaomi/mimo-v2.5 input 0.4 0.14 down by 2026-06-29",
        "minimax/minimax-m3 input 0.6 0.3 down by 2026-06-25",
      ]),
    );
    expect(rows.filter((row) => row.includes("glm-5.1") && row.includes(" 6 "))).toEqual([]);
    expect(rows.filter((row) => row.includes("-latest"))).toEqual([]);
  });

  it("at one lab: names that move on too, which is said", () => {
    const answer = ask({
      intent: "changes",
      filters: { labs: { in: ["mistral"] } },
      period: { from: "2026-06-01", to: "2026-06-30" },
    });
    expect(answer.rows.map(({ model }) => model)).toContain("mistral/mistral-medium-latest");
    expect(notes(answer, "moving_names")).toEqual([{ models: ["mistral/mistral-medium-latest"], count: 1 }]);
  });

  it("lately at a lab of which nothing is known lately: its last changes, and that the lists end before", () => {
    const answer = ask({ intent: "changes", filters: { labs: { in: ["deepseek"] } } });
    expect(notes(answer, "period")).toEqual([{ from: "2025-11-27", to: "2026-11-27" }]);
    expect(answer.rows[0]).toMatchObject({ model: "deepseek/deepseek-flash", move: "new", date: "2026-09-10" });
    expect(notes(answer, "lists_end")[0]?.lists).toContainEqual({ source: "models-dev", date: "2026-07-01" });
  });

  it("of what is promised only what still stands", () => {
    const answer = ask({ intent: "changes", moves: ["announced"], fields: ["input"] });
    expect(answer.rows.map(({ model, from }) => [model, from])).toEqual([
      ["google/gemini-3.6-flash", "2027-01-01"],
      ["google/gemini-3.7-flash", "2027-01-01"],
    ]);
  });

  it("in the summer of 2024: no slip that was mended", () => {
    const rows = changes({ moves: ["up"], period: { from: "2024-06-01", to: "2024-08-31" } });
    expect(rows.filter((row) => row.includes("gemini-1.5-pro"))).toEqual([]);
  });

  it("in 2025: a source that caught up is no second cut", () => {
    const rows = changes({
      models: ["openai/o1-mini"],
      fields: ["input"],
      period: { from: "2025-01-01", to: "2025-12-31" },
    });
    expect(rows).toEqual([
      "openai/o1-mini input 3 1.1 down by 2025-02-11",
      "openai/o1-mini input 3 1.21 down by 2025-03-17",
    ]);
  });

  it("by the vendor's own day where it is stated", () => {
    const rows = changes({ moves: ["down"], period: { from: "2024-05-01", to: "2024-05-31" } });
    expect(rows).toContain("zhipuai/glm-3-turbo input 5 1 down 2024-05-11");
  });
});
