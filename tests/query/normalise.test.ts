import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_LENGTH, normalise, original } from "../../src/query/normalise.ts";

describe("normalise", () => {
  it.each([
    ["ｇｐｔ－４ｏ　１２８Ｋ", "gpt-4o 128K"],
    ["輸出價最便宜", "输出价最便宜"],
    ["$0.10–0.50", "$0.10-0.50"],
    ["￥５", "¥5"],
    ["it’s “free”", 'it\'s "free"'],
    ["≧ 200k ⩽", "≥ 200k ≤"],
    ["plain ascii stays", "plain ascii stays"],
  ])("folds %s", (typed, plain) => {
    expect(normalise(typed).text).toBe(plain);
  });

  it("keeps Chinese commas apart from those that group digits", () => {
    expect(normalise("输入3，500输出").text).toBe("输入3，500输出");
  });

  it("gives back the words as they were typed", () => {
    const source = "½ of ｏｐｕｓ";
    const plain = normalise(source);
    const at = plain.text.indexOf("opus");
    expect(original(source, plain, at, at + 4)).toBe("ｏｐｕｓ");
  });

  it("reads no further than its limit, and says so", () => {
    const { text, readUpTo } = normalise("a".repeat(MAX_LENGTH + 10));
    expect(text).toHaveLength(MAX_LENGTH);
    expect(readUpTo).toBe(MAX_LENGTH);
  });

  it("keeps every offset inside the original", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (source) => {
        const plain = normalise(source);
        for (let at = 0; at < plain.text.length; at++) {
          const start = plain.offsets?.[at] ?? at;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(source.length);
        }
      }),
    );
  });
});
