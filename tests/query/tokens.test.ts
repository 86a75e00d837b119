import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../../src/query/tokens.ts";

const texts = (source: string): string[] => tokenise(source).map(({ text }) => text);

describe("tokenise", () => {
  it.each([
    ["128k ctx", ["128", "k", "ctx"]],
    ["1mtok", ["1", "m", "tok"]],
    ["200kctx", ["200", "k", "ctx"]],
    ["1,000,000 tokens", ["1,000,000", "tokens"]],
    ["1_000", ["1", "_", "000"]],
    ["$.50", ["$", ".50"]],
    ["v2.5", ["v", "2.5"]],
    ["isn't it", ["isn't", "it"]],
    ["上下文128k的", ["上", "下", "文", "128", "k", "的"]],
    ["see https://example.com/a?b=1 now", ["see", "url", "now"]],
    ["a\nb", ["a", "\n", "b"]],
  ])("cuts %j", (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it("gives numbers their value", () => {
    expect(tokenise("1,250.5")[0]?.n).toBe(1250.5);
  });

  it("covers the text from left to right without overlaps", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (source) => {
        let last = 0;
        for (const { start, end } of tokenise(source)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
