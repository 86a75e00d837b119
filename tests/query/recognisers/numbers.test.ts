import { describe, expect, it } from "vitest";
import { normalise } from "../../../src/query/normalise.ts";
import { numberAt } from "../../../src/query/recognisers/numbers.ts";
import { tokenise } from "../../../src/query/tokens.ts";

const numberIn = (source: string) => numberAt(tokenise(normalise(source).text), 0);

describe("a number as it is typed", () => {
  it.each([
    ["64k", 64_000],
    ["64 K", 64_000],
    ["1.05M", 1_050_000],
    ["7mm", 7_000_000],
    ["3.6bn", 3_600_000_000],
    ["0.4 billion", 400_000_000],
    ["12w", 120_000],
    ["2,750,000", 2_750_000],
    ["65536", 65_536],
    ["６４ｋ", 64_000],
    [".25", 0.25],
    ["seventeen", 17],
    ["forty-two", 42],
    ["three hundred", 300],
    ["two hundred and fifty thousand", 250_000],
    ["half a million", 500_000],
    ["quarter million", 250_000],
    ["a million", 1_000_000],
    ["a dozen", 12],
    ["三千五百", 3_500],
    ["六十四万", 640_000],
    ["一百二十八万", 1_280_000],
    ["两亿", 200_000_000],
    ["1.5亿", 150_000_000],
    ["3千万", 30_000_000],
    ["十二", 12],
    ["两百五", 250],
    ["一万二", 12_000],
    ["一千零二十四", 1_024],
    ["三点五万", 35_000],
    ["sixty-four thousand", 64_000],
    ["百万", 1_000_000],
    ["貳拾萬", 200_000],
    ["25万", 250_000],
    ["一点五", 1.5],
  ])("%s is %d", (source, n) => {
    expect(numberIn(source)?.n).toBeCloseTo(n, 9);
  });

  it.each(["4th", "3rd", "第七", "fifth"])("%s is an ordinal", (source) => {
    expect(numberIn(source)).toMatchObject({ ordinal: true });
  });

  it.each([
    ["128k", true],
    ["20万", true],
    ["128", false],
    ["五", false],
  ])("%s has a magnitude: %s", (source, big) => {
    expect(numberIn(source)?.big).toBe(big);
  });

  it.each(["token", "买", "-", "kilo", "tenor"])("%s is no number", (source) => {
    expect(numberIn(source)).toBeUndefined();
  });
});
