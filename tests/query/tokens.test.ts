import { describe, expect, it } from "vitest";
import { tokenise } from "../../src/query/tokens.ts";

const texts = (source: string) => tokenise(source).map(({ text }) => text);

describe("tokens", () => {
  it.each([
    ["Cheapest 64k", ["cheapest", "64", "k"]],
    ["1,250,000 tokens", ["1,250,000", "tokens"]],
    ["1,25", ["1", ",", "25"]],
    ["gpt-4.1-mini", ["gpt", "-", "4.1", "-", "mini"]],
    ["$.5/M", ["$", ".5", "/", "m"]],
    ["what's it", ["what's", "it"]],
    ["每百万3块", ["每", "百", "万", "3", "块"]],
    ["2mtok 8kctx", ["2", "m", "tok", "8", "k", "ctx"]],
    ["see https://a.example/x?y=1 now", ["see", "url", "now"]],
    ["a\nb", ["a", "\n", "b"]],
    ["", []],
    [" \t ", []],
  ])("%j", (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it("have values and places", () => {
    expect(tokenise("x 1,250.5%")).toEqual([
      { type: "latin", text: "x", start: 0, end: 1, glued: false },
      { type: "number", text: "1,250.5", start: 2, end: 9, glued: false, n: 1_250.5 },
      { type: "mark", text: "%", start: 9, end: 10, glued: true },
    ]);
  });
});
