import { describe, expect, it } from "vitest";
import { chooseRate, dimensions, type Situation, USUAL_CALL } from "../../src/catalog/rates.ts";
import type { Rate } from "../../src/catalog/schema.ts";

const usual: Situation = { ...USUAL_CALL, thinking: false };
const rate = (input: string, when?: Rate["when"]): Rate => (when ? { when, units: { input } } : { units: { input } });

const byPrompt = [rate("1", { promptUpTo: 200_000 }), rate("2", { promptOver: 200_000 })];
const byBoth = [
  rate("4", { promptUpTo: 32_000, outputUpTo: 200 }),
  rate("6", { promptUpTo: 32_000, outputOver: 200 }),
  rate("8", { promptOver: 32_000, promptUpTo: 128_000 }),
];
const thinking = [rate("1", { thinking: false }), rate("4", { thinking: true })];
const onlyThinking = [rate("4", { thinking: true, promptUpTo: 1e6 })];
const windows = [rate("3", { window: "else" }), rate("6", { window: "peak" })];

describe("the rate of a request", () => {
  it.each<[string, Rate[], Partial<Situation>, string | undefined]>([
    ["the only one", [rate("7")], {}, "7"],
    ["the upper edge is inside", byPrompt, { prompt: 200_000 }, "1"],
    ["one token over it is not", byPrompt, { prompt: 200_001 }, "2"],
    ["one token under it", byPrompt, { prompt: 199_999 }, "1"],
    ["a call of no tokens", byPrompt, { prompt: 0 }, "1"],
    ["output at its edge", byBoth, { output: 200 }, "4"],
    ["output over its edge", byBoth, { output: 201 }, "6"],
    ["prompt over 32k, any output", byBoth, { prompt: 32_001, output: 100 }, "8"],
    ["beyond the last step nothing is known", byBoth, { prompt: 128_001 }, undefined],
    ["without thinking", thinking, {}, "1"],
    ["with thinking", thinking, { thinking: true }, "4"],
    ["a model that always thinks", onlyThinking, {}, "4"],
    ["the dearest window where none is named", windows, {}, "6"],
    ["the window named", windows, { window: "else" }, "3"],
    ["a window whose price nobody states", [rate("6", { window: "peak" })], { window: "else" }, undefined],
    ["the rate with most conditions", [rate("1"), rate("2", { promptOver: 1000 })], {}, "2"],
  ])("%s", (_, rates, situation, expected) => {
    expect(chooseRate(rates, { ...usual, ...situation })?.units.input).toBe(expected);
  });

  it.each([
    [[rate("1")], []],
    [byBoth, ["prompt", "output"]],
    [thinking, ["thinking"]],
    [windows, ["window"]],
  ])("says by what prices differ", (rates, expected) => {
    expect(dimensions(rates as Rate[])).toEqual(expected);
  });
});
