import { describe, expect, it } from "vitest";
import { cut, tableLines, width } from "../../src/view/text-table.ts";
import type { Table } from "../../src/view/view.ts";

const table: Table = {
  columns: [
    { key: "model", label: "模型", align: "left" },
    { key: "input", label: "输入/百万", align: "right" },
  ],
  rows: [
    ["豆包 Pro 32k", "¥0.8"],
    ["gpt-4o-mini", "≈¥1.08"],
    ["😀 a very long name of a model", "未说明"],
  ],
  total: 3,
  shown: 3,
};

describe("a table as text", () => {
  it("aligns Chinese, Latin and emoji cells", () => {
    const ends = tableLines(table).map((line) => width(line));
    expect(new Set(ends).size).toBe(1);
    expect(`\n${tableLines(table).join("\n")}`).toMatchInlineSnapshot(`
      "
      模型                            输入/百万
      豆包 Pro 32k                         ¥0.8
      gpt-4o-mini                        ≈¥1.08
      😀 a very long name of a model     未说明"
    `);
  });

  it("fits a width by cutting names, never figures", () => {
    const lines = tableLines(table, 28);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(28);
    expect(lines[3]).toContain("…");
    expect(lines[2]).toContain("≈¥1.08");
  });
});

it.each([
  ["abc", 3],
  ["豆包", 4],
  ["¥0.8", 4],
  ["（x）", 5],
  ["😀", 2],
  ["é", 1],
])("%s takes %d cells", (text, cells) => {
  expect(width(text)).toBe(cells);
});

it.each([
  ["豆包模型", 5, "豆包…"],
  ["abc", 3, "abc"],
  ["abcdef", 4, "abc…"],
])("%s cut to %d cells is %s", (text, cells, kept) => {
  expect(cut(text, cells)).toBe(kept);
});
