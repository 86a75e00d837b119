import { describe, expect, it } from "vitest";
import { CardFault, checkCard } from "./cards.ts";

/** Each limit of the fake: what is at it is taken, one more is refused. */

const plain = (content: string) => ({ tag: "plain_text", content });
const div = (content = "x") => ({ tag: "div", text: plain(content) });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const card = (elements: unknown[], more: object = {}) => ({
  schema: "2.0",
  config: { update_multi: true },
  header: { title: plain("t") },
  body: { elements },
  ...more,
});
const column = (name: string) => ({ name, display_name: name, data_type: "text" });
const table = (columns = 1, pageSize = 10) => ({
  tag: "table",
  page_size: pageSize,
  columns: many(columns, (index) => column(`c${index}`)),
  rows: [],
});
const chart = { tag: "chart", chart_spec: { type: "bar" } };
const button = (more: object = {}) => ({ tag: "button", text: plain("b"), ...more });
const submit = { ...button(), name: "submit", form_action_type: "submit" };
const form = (...elements: object[]) => ({ tag: "form", name: "form", elements: [...elements, submit] });
const input = (more: object = {}) => ({ tag: "input", name: "i", ...more });
const nested = (depth: number): object =>
  depth === 0 ? div() : { tag: "collapsible_panel", header: { title: plain("p") }, elements: [nested(depth - 1)] };

const refusal = (value: unknown, bytes = 1000): number | undefined => {
  try {
    checkCard(value, bytes);
    return undefined;
  } catch (error) {
    if (error instanceof CardFault) return error.code;
    throw error;
  }
};

describe("a card at its limit is taken, and one more is refused", () => {
  it.each([["bytes", 30 * 1024, 230025]])("%s", (_, most, code) => {
    expect(refusal(card([]), most)).toBeUndefined();
    expect(refusal(card([]), most + 1)).toBe(code);
  });

  const limits: [name: string, code: number, most: unknown, over: unknown][] = [
    // A div and its text are two elements, the title is one.
    ["elements", 300305, card([...many(99, () => div()), { tag: "hr" }]), card(many(100, () => div()))],
    ["tables", 230099, card(many(3, () => table())), card(many(4, () => table()))],
    ["columns of a table", 230099, card([table(50)]), card([table(51)])],
    ["rows on a page", 230099, card([table(1, 10)]), card([table(1, 11)])],
    ["charts", 230099, card(many(5, () => chart)), card(many(6, () => chart))],
    ["levels", 230099, card([nested(5)]), card([nested(6)])],
    [
      "length of an input",
      230099,
      card([form(input({ max_length: 1000 }))]),
      card([form(input({ max_length: 1001 }))]),
    ],
    [
      "text in an input",
      230099,
      card([form(input({ max_length: 3, default_value: "abc" }))]),
      card([form(input({ max_length: 3, default_value: "abcd" }))]),
    ],
    [
      "an element's id",
      230099,
      card([{ ...div(), element_id: "a".repeat(20) }]),
      card([{ ...div(), element_id: "a".repeat(21) }]),
    ],
  ];
  it.each(limits)("%s", (_, code, most, over) => {
    expect(refusal(most)).toBeUndefined();
    expect(refusal(over)).toBe(code);
  });
});

describe("a card is refused", () => {
  const select = { tag: "select_static", name: "s", options: [{ text: plain("a"), value: "a" }] };
  const faults: [name: string, value: unknown][] = [
    ["of another schema", { ...card([]), schema: "1.0" }],
    ["with an unknown property", card([], { elements: [] })],
    ["with an unknown property of its config", { ...card([]), config: { wide_screen_mode: true } }],
    ["with an unknown property of its header", { ...card([]), header: { title: plain("t"), ud_icon: {} } }],
    ["that is not for all", { ...card([]), config: { update_multi: false } }],
    ["with a component of 1.0", card([{ tag: "action", actions: [] }])],
    ["with a note", card([{ tag: "note", elements: [] }])],
    ["with an unknown property of a component", card([{ ...div(), extra: button() }])],
    ["with an unknown property of a text", card([{ tag: "div", text: { ...plain("x"), emoji: true } }])],
    ["with an unknown property of a column", card([{ ...table(), columns: [{ ...column("c"), align: "left" }] }])],
    ["with a cell of no column", card([{ ...table(), rows: [{ other: "x" }] }])],
    [
      "with a table in a panel",
      card([{ tag: "collapsible_panel", header: { title: plain("p") }, elements: [table()] }]),
    ],
    ["with a table in a form", card([form(table())])],
    ["with a form in a column", card([{ tag: "column_set", columns: [{ tag: "column", elements: [form()] }] }])],
    ["with a form that can't be sent", card([{ tag: "form", name: "f", elements: [input()] }])],
    ["with two names alike in a form", card([form(input(), input())])],
    ["with a nameless input in a form", card([form({ tag: "input" })])],
    ["with a button that submits nothing", card([submit])],
    ["with a choice of many outside of a form", card([{ ...select, tag: "multi_select_static" }])],
    [
      "with a chosen value that is none",
      card([form({ ...select, tag: "multi_select_static", selected_values: ["b"] })]),
    ],
    ["with a first choice that is none", card([form({ ...select, initial_index: 2 })])],
    ["with a callback value that is no object", card([button({ behaviors: [{ type: "callback", value: "x" }] })])],
    [
      "with two ids alike",
      card([
        { ...div(), element_id: "a" },
        { ...div(), element_id: "a" },
      ]),
    ],
  ];
  it.each(faults)("%s", (_, value) => expect(refusal(value)).toBe(230099));

  it("but not where all is well", () => {
    const good = card([
      form(input(), { ...select, initial_index: 1 }),
      button({ behaviors: [{ type: "callback", value: {} }] }),
    ]);
    expect(refusal(good)).toBeUndefined();
  });
});
