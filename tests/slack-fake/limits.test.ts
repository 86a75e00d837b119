import { describe, expect, it } from "vitest";
import { refusedBlocks, refusedMessage, refusedView } from "./limits.ts";

type Json = Record<string, unknown>;

const chars = (length: number) => "x".repeat(length);
const plain = (length: number) => ({ type: "plain_text", text: chars(length) });
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const section = (length = 1) => ({ type: "section", text: plain(length) });
const button = (at = 0, more: Json = {}) => ({
  type: "button",
  action_id: `a${at}`,
  text: plain(1),
  value: "v",
  ...more,
});
const actions = (elements: unknown[]) => ({ type: "actions", elements });
const raw = (length: number) => ({ type: "raw_text", text: chars(length) });
const table = (rows: unknown[][], more: Json = {}) => ({ type: "data_table", caption: "c", rows, ...more });
const rows = (count: number, width = 1, length = 1) => many(count, () => many(width, () => raw(length)));
const chart = (series: number, categories: number, more: Json = {}, label = 1) => {
  const labels = many(categories, (at) => String(at).padStart(label, "x"));
  return {
    type: "data_visualization",
    title: "t",
    chart: {
      type: "bar",
      series: many(series, (at) => ({ name: `s${at}`, data: labels.map((name) => ({ label: name, value: 1 })) })),
      axis_config: { categories: labels },
    },
    ...more,
  };
};
const input = (element: Json, more: Json = {}) => ({ type: "input", block_id: "b", label: plain(1), element, ...more });
const options = (count: number, text = 1, value = 3) =>
  many(count, (at) => ({ text: plain(text), value: String(at).padStart(value, "0") }));
const select = (of: unknown[], more: Json = {}) =>
  input({ type: "static_select", action_id: "a", options: of, ...more });
const modal = (more: Json) => ({ type: "modal", title: plain(1), submit: plain(1), blocks: [section()], ...more });

const message = (...blocks: unknown[]) => refusedMessage({ text: "t", blocks })?.error;
const view = (more: Json) => refusedView(modal(more))?.error;
const inView = (block: unknown) => refusedBlocks([block], "modal")?.error;

/** [what, the limit, what comes of a message or view of that size]. */
const LIMITS: readonly [string, number, (size: number) => string | undefined][] = [
  ["blocks in a message", 50, (size) => message(...many(size, () => ({ type: "divider" })))],
  ["blocks in a view", 100, (size) => view({ blocks: many(size, () => ({ type: "divider" })) })],
  ["characters over all blocks", 13_200, (size) => message(...many(6, () => section(2000)), section(size - 12_000))],
  ["characters of a text without blocks", 40_000, (size) => refusedMessage({ text: chars(size) })?.error],
  ["section text", 3000, (size) => message(section(size))],
  ["section fields", 10, (size) => message({ type: "section", fields: many(size, () => plain(1)) })],
  ["field text", 2000, (size) => message({ type: "section", fields: [plain(size)] })],
  ["header text", 150, (size) => message({ type: "header", text: plain(size) })],
  ["context elements", 10, (size) => message({ type: "context", elements: many(size, () => plain(1)) })],
  ["actions elements", 25, (size) => message(actions(many(size, (at) => button(at))))],
  ["button text", 75, (size) => message(actions([button(0, { text: plain(size) })]))],
  ["button value", 2000, (size) => message(actions([button(0, { value: chars(size) })]))],
  ["action_id", 255, (size) => message(actions([button(0, { action_id: chars(size) })]))],
  ["block_id", 255, (size) => message({ ...section(), block_id: chars(size) })],
  ["table rows", 101, (size) => message(table(rows(size)))],
  ["table columns", 20, (size) => message(table(rows(2, size)))],
  ["table characters", 10_000, (size) => message(table([[raw(1)], [raw(size - 2)]]))],
  ["table page", 100, (size) => message(table(rows(2), { page_size: size }))],
  ["tables in a message", 1, (size) => message(...many(size, () => table(rows(2))))],
  ["charts in a message", 2, (size) => message(...many(size, () => chart(1, 2)))],
  ["chart title", 50, (size) => message(chart(1, 2, { title: chars(size) }))],
  ["chart series", 6, (size) => message(chart(size, 2))],
  ["chart categories", 20, (size) => message(chart(1, size))],
  ["chart label", 20, (size) => message(chart(1, 2, {}, size))],
  ["input label", 2000, (size) => inView(input({ type: "plain_text_input", action_id: "a" }, { label: plain(size) }))],
  ["input hint", 2000, (size) => inView(input({ type: "plain_text_input", action_id: "a" }, { hint: plain(size) }))],
  ["placeholder", 150, (size) => inView(input({ type: "plain_text_input", action_id: "a", placeholder: plain(size) }))],
  ["input max_length", 3000, (size) => inView(input({ type: "plain_text_input", action_id: "a", max_length: size }))],
  ["options", 100, (size) => inView(select(options(size)))],
  ["option text", 75, (size) => inView(select(options(1, size)))],
  ["option value", 75, (size) => inView(select(options(1, 1, size)))],
  ["modal title", 24, (size) => view({ title: plain(size) })],
  ["modal submit", 24, (size) => view({ submit: plain(size) })],
  ["modal close", 24, (size) => view({ close: plain(size) })],
  ["private_metadata", 3000, (size) => view({ private_metadata: chars(size) })],
];

describe("the fake Slack", () => {
  it.each(LIMITS)("takes %s up to %i and refuses one more", (_, limit, outcome) => {
    expect(outcome(limit)).toBeUndefined();
    expect(outcome(limit + 1)).toMatch(/^(invalid_blocks|msg_blocks_too_long|msg_too_long|invalid_arguments)$/);
  });

  it.each<[string, unknown]>([
    ["an empty cell", table([[raw(1)], [raw(0)]])],
    ["a table without a body", table(rows(1))],
    ["rows of unequal length", table([[raw(1), raw(1)], [raw(1)]])],
    [
      "a chart whose series lacks a point",
      { ...chart(1, 2), chart: { ...chart(1, 2).chart, axis_config: { categories: ["0", "1", "2"] } } },
    ],
    [
      "two series of one name",
      {
        ...chart(1, 2),
        chart: { ...chart(1, 2).chart, series: [chart(1, 2).chart.series[0], chart(1, 2).chart.series[0]] },
      },
    ],
    ["two buttons of one id", actions([button(), button()])],
    ["an empty text", section(0)],
    ["an unknown block", { type: "hologram" }],
    ["an alert in a message", { type: "alert", text: plain(1) }],
    [
      "an overflow menu with what we put on buttons",
      actions([{ type: "overflow", action_id: "a", options: options(2, 1, 200) }]),
    ],
  ])("refuses %s", (_, block) => {
    expect(message(block)).toBe("invalid_blocks");
  });

  it("refuses tables and charts outside messages", () => {
    expect(inView(table(rows(2)))).toBe("invalid_blocks");
    expect(refusedBlocks([chart(1, 2)], "home")?.error).toBe("invalid_blocks");
  });

  it("wants a text with the blocks, and a button that sends what is typed", () => {
    expect(refusedMessage({ blocks: [section()] })?.error).toBe("no_text");
    expect(refusedView({ type: "modal", title: plain(1), blocks: [select(options(1))] })?.error).toBe(
      "invalid_arguments",
    );
  });
});
