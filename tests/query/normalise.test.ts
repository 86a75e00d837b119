import { describe, expect, it } from "vitest";
import { MAX_LENGTH, normalise, original } from "../../src/query/normalise.ts";

describe("the plain form of a text", () => {
  it.each([
    ["ＧＰＴ－４ｏ　ｍｉｎｉ", "GPT-4o mini"],
    ["最便宜嘅視覺模型幾錢？", "最便宜嘅视觉模型几钱?"],
    ["【１２８Ｋ】", "【128K】"],
    ["“cheapest” — it’s 3½", '"cheapest" - it\'s 30.5'],
    ["￥２．５／百萬", "¥2.5/百万"],
    ["1～3块", "1~3块"],
    ["≧ 64k", "≥ 64k"],
    ["㎞", "km"],
  ])("%s", (source, text) => {
    expect(normalise(source).text).toBe(text);
  });

  it("leaves plain text as it is", () => {
    expect(normalise("Cheapest 64k MODEL?")).toEqual({ text: "Cheapest 64k MODEL?" });
  });

  it("knows where each character stood, where lengths differ", () => {
    const source = "a½b㎞c😀d";
    const plain = normalise(source);
    expect(plain.text).toBe("a0.5bkmc😀d");
    const place = plain.text.indexOf("km");
    expect(original(source, plain, place, place + 2)).toBe("㎞");
    expect(original(source, plain, plain.text.indexOf("😀"), plain.text.length)).toBe("😀d");
  });

  it("reads up to its limit and says so", () => {
    const { text, readUpTo } = normalise("价".repeat(MAX_LENGTH + 1));
    expect(readUpTo).toBe(MAX_LENGTH);
    expect(text).toHaveLength(MAX_LENGTH);
    expect(normalise("价".repeat(MAX_LENGTH)).readUpTo).toBeUndefined();
  });
});
