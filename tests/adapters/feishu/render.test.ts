import { describe, expect, it } from "vitest";
import { render } from "../../../adapters/feishu/render.ts";
import type { Content } from "../../../src/ports/core.ts";
import type { View } from "../../../src/view/view.ts";
import { buttonsOf, textsOf } from "./read-card.ts";

const view: View = {
  language: "zh",
  understood: "价格",
  assumed: [],
  title: "答案",
  facts: ["一条事实"],
  notes: ["一个条件"],
  sources: ["来源甲：https://example.com"],
  freshness: "价格是今天的。",
  actions: [],
  choices: [],
};
const answer = (changes: Partial<View> = {}, more: object = {}): Content => ({
  kind: "answer",
  view: { ...view, ...changes },
  buttons: [],
  choices: [],
  ...more,
});
const elements = (content: Content) => render(content).body.elements as unknown as Record<string, unknown>[];
const only = (content: Content, tag: string) => elements(content).filter((element) => element.tag === tag);
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: "x", label: `按钮${index}`, value: "v".repeat(1800) }));

describe("an answer as a card", () => {
  it("stands in the view's order: question, table, chart, facts, notes, sources, buttons", () => {
    const table = {
      columns: [{ key: "m", label: "模型", align: "left" as const }],
      rows: [["甲"]],
      total: 1,
      shown: 1,
    };
    const points = [
      { x: "甲", y: "1" },
      { x: "乙", y: "2" },
    ];
    const chart = { kind: "bar", unit: "input", currency: "CNY", series: [{ name: "input", points }] } as const;
    const drawn = elements(answer({ table, chart: chart as never }, { buttons: buttons(1) }));
    expect(drawn.map(({ tag }) => tag)).toEqual(["div", "table", "chart", "div", "div", "div", "div", "column_set"]);
    const shown = textsOf(render(answer({ table })).body).join("\n");
    expect(shown.indexOf("理解为：价格")).toBeLessThan(shown.indexOf("甲"));
    expect(shown.indexOf("一条事实")).toBeLessThan(shown.indexOf("- 一个条件"));
  });

  it("shows figures to the right, as the view has them, in cells of plain text", () => {
    const columns = [
      { key: "m", label: "模型", align: "left" as const },
      { key: "p", label: "价格", align: "right" as const },
    ];
    const [table] = only(answer({ table: { columns, rows: [["甲", "¥3"]], total: 1, shown: 1 } }), "table");
    expect(table).toMatchObject({
      columns: [
        { display_name: "模型", data_type: "text", horizontal_align: "left" },
        { display_name: "价格", data_type: "text", horizontal_align: "right" },
      ],
      rows: [{ c0: "甲", c1: "¥3" }],
    });
  });

  it("draws a history in steps by day, for no price slides, and keeps the platform from adding rules", () => {
    const series = [
      {
        name: "output",
        points: [
          { x: "2025-01-01", y: "4" },
          { x: "2024-01-01", y: "8" },
        ],
      },
      { name: "input", points: [{ x: "2024-06-01", y: "2" }] },
    ];
    const chart = { kind: "step" as const, unit: "input" as const, currency: "USD" as const, series };
    const [{ chart_spec: spec } = {}] = only(answer({ chart }), "chart");
    expect(spec).toMatchObject({ type: "line", line: { style: { curveType: "stepAfter" } }, media: [] });
    const { values } = (spec as { data: { values: { name: string; price: number }[] } }).data;
    expect(values.map(({ name }) => name)).toEqual(["2024-01-01", "2024-06-01", "2025-01-01"]);
    expect(values.map(({ price }) => price)).toEqual([8, 2, 4]);
  });

  it("draws no chart of one point, and says how many points it leaves out", () => {
    const bars = (count: number) => {
      const points = Array.from({ length: count }, (_, index) => ({ x: `模型${index}`, y: "1" }));
      return {
        kind: "bar" as const,
        unit: "input" as const,
        currency: "CNY" as const,
        series: [{ name: "input", points }],
      };
    };
    expect(only(answer({ chart: bars(1) }), "chart")).toEqual([]);
    const many = answer({ chart: bars(41) });
    expect(only(many, "chart")).toHaveLength(1);
    expect(textsOf(render(many)).join()).toContain("41 个点中的 40 个");
  });

  it("shows five buttons at most, the rest behind a panel, and drops the lightest where there is no room", () => {
    expect(buttonsOf(only(answer({}, { buttons: buttons(5) }), "column_set"))).toHaveLength(5);
    const six = answer({}, { buttons: buttons(6) });
    expect(buttonsOf(only(six, "column_set"))).toHaveLength(5);
    expect(buttonsOf(only(six, "collapsible_panel")).map(({ label }) => label)).toEqual(["按钮5"]);
    const all = buttonsOf(render(answer({}, { buttons: buttons(30) }))).map(({ label }) => label);
    expect(all.length).toBeLessThan(30);
    expect(all).toEqual(buttons(all.length).map(({ label }) => label));
  });

  it("draws no button for what a button can't carry", () => {
    const odd = [
      { code: "x", label: "空", value: "" },
      { code: "x", label: "长", value: "x".repeat(1901) },
    ];
    expect(buttonsOf(render(answer({}, { buttons: odd })))).toEqual([]);
  });

  it("offers what to choose from, and counts what finds no room", () => {
    const choices = buttons(11).map((button) => ({ ...button, value: "v" }));
    const card = render(answer({ choose: "选一个：" }, { choices }));
    expect(buttonsOf(card)).toHaveLength(10);
    expect(textsOf(card)).toContain("选一个：");
    expect(textsOf(card).join()).toContain("省略了 1 行");
  });

  it("has all of a long title in its body, since a header shows a few lines only", () => {
    const title = "长".repeat(400);
    const card = render(answer({ title }));
    expect(card.header.title.content).toHaveLength(300);
    expect(textsOf(card.body)).toContain(title);
  });
});

describe("a notice", () => {
  it.each([
    ["你好", 0],
    ["长".repeat(81), 1],
  ])("that says %s has %i paragraphs under its title", (text, count) => {
    expect(elements({ kind: "notice", language: "zh", text, buttons: [] })).toHaveLength(count);
  });
});

describe("a form", () => {
  it("asks for everything, with what is set", () => {
    const options = [
      { label: "中文", value: "zh" },
      { label: "英文", value: "en" },
    ];
    const fields = [
      {
        kind: "text",
        name: "a",
        label: "甲",
        required: true,
        maxLength: 5000,
        value: "x",
        placeholder: "p",
        hint: "h",
      },
      { kind: "number", name: "b", label: "乙", required: false, decimals: true },
      { kind: "select", name: "c", label: "丙", required: false, options, value: "en" },
      { kind: "multiselect", name: "d", label: "丁", required: false, options, values: ["zh", "gone"] },
    ];
    const form = {
      name: "settings",
      language: "zh",
      title: "设置",
      submit: "保存",
      cancel: "取消",
      state: "{}",
      fields,
    };
    const [drawn] = only({ kind: "form", form } as never, "form");
    expect(drawn?.elements).toMatchObject([
      { tag: "input", name: "a", required: true, max_length: 1000, default_value: "x" },
      { tag: "div", text: { content: "h" } },
      { tag: "input", name: "b", required: false },
      { tag: "div", text: { content: "丙" } },
      { tag: "select_static", name: "c", initial_index: 2 },
      { tag: "div", text: { content: "丁" } },
      { tag: "multi_select_static", name: "d", selected_values: ["zh"] },
      { tag: "button", form_action_type: "submit", behaviors: [{ value: { v: 1, s: "settings", t: "{}" } }] },
    ]);
  });
});
