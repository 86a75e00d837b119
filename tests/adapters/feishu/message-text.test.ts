import { describe, expect, it } from "vitest";
import { saidIn, textOf } from "../../../adapters/feishu/message-text.ts";

const SELF = "ou_self";
const mentions = [
  { key: "@_user_1", name: "llmprice", id: { open_id: SELF } },
  { key: "@_user_10", name: "Tom", id: { open_id: "ou_tom" } },
  { key: "@_user_2", name: "$& Ann", id: { open_id: "ou_ann" } },
];
const text = (value: unknown, type = "text") => textOf(type, JSON.stringify(value), mentions, SELF);

describe("the text of a message", () => {
  it.each([
    ["@_user_1 gpt-4o", "gpt-4o"],
    ["gpt-4o @_user_1", "gpt-4o"],
    // The key of one mention is the beginning of another's.
    ["@_user_1 @_user_10 gpt-4o", "Tom gpt-4o"],
    ["@_user_2 gpt-4o", "$& Ann gpt-4o"],
    ["@_user_7 gpt-4o", "gpt-4o"],
    ["@_all gpt-4o", "gpt-4o"],
    ["\u00a0@_user_1\u3000gpt-4o\ufeff", "gpt-4o"],
    ["me@_user_inc.com", "me@_user_inc.com"],
  ])("%j is %j", (typed, read) => expect(text({ text: typed })).toBe(read));

  it("of a post is its title and lines, pictures left out", () => {
    const content = [
      [
        { tag: "text", text: "gpt-4o" },
        { tag: "img", image_key: "k" },
      ],
      [{ tag: "md", text: "and o3" }],
    ];
    expect(text({ title: "Prices", content }, "post")).toBe("Prices\ngpt-4o\nand o3");
    expect(text({ en_us: { content } }, "post")).toBe("gpt-4o\nand o3");
  });

  it.each([
    ["image", { image_key: "k" }],
    ["text", { other: 1 }],
    ["post", { content: "x" }],
    ["post", null],
    ["share_chat", { chat_id: "oc_1" }],
  ])("of a %s such as %j is none", (type, value) => expect(text(value, type)).toBeUndefined());

  it("of what is no JSON is none", () => expect(textOf("text", "{", [], SELF)).toBeUndefined());
});

describe("what is said", () => {
  it.each([
    ["/llmprice gpt-4o", "gpt-4o", false],
    ["／llmprice gpt-4o", "gpt-4o", false],
    ["/ LLMPrice   gpt-4o", "gpt-4o", false],
    ["/llmprice", "", false],
    ["`/llmprice gpt-4o`", "gpt-4o", false],
    ["llmprice gpt-4o", "llmprice gpt-4o", false],
    ["/llmprices gpt-4o", "/llmprices gpt-4o", false],
    ["/llmprice-counter x", "/llmprice-counter x", false],
    ["/llmprice-count some `text`\nof two lines", "some `text`\nof two lines", true],
    ["/llmprice_count x", "x", true],
    ["/llmprice-count", "", true],
    ["gpt-4o /llmprice", "gpt-4o /llmprice", false],
  ])("in %j is %j (to be counted: %j)", (typed, said, counts) => {
    expect(saidIn(typed)).toEqual({ text: said, counts });
  });
});
