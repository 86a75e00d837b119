import { describe, expect, it } from "vitest";
import { draw } from "./draw.ts";

const text = { type: "plain_text", text: "hello", emoji: false } as const;
const now = new Date("2026-07-02T09:00:00Z");

describe("the picture of a message", () => {
  it("draws its blocks, and says where a table is a stand-in", () => {
    const cell = (word: string) => ({ type: "raw_text", text: word }) as const;
    const table = {
      type: "data_table",
      caption: "c",
      rows: [[cell("Model")], [cell("gpt-4o")]],
      page_size: 10,
      row_header_column_index: 0,
    } as const;
    const html = draw(
      [
        { type: "section", text },
        { ...table, rows: table.rows.map((row) => [...row]) },
      ],
      now,
    );
    expect(html).toContain("hello");
    expect(html).toContain("gpt-4o");
    expect(html).toContain("stand-in");
  });

  it("fails on a block that it can't draw", () => {
    const input = {
      type: "input",
      block_id: "b",
      label: text,
      optional: true,
      element: { type: "number_input", action_id: "v", is_decimal_allowed: true },
    } as const;
    expect(() => draw([input], now)).toThrow("input can't be drawn");
  });
});
