import { describe, expect, it } from "vitest";
import { costOf, type Usage } from "../../src/catalog/cost.ts";
import type { Rate } from "../../src/catalog/schema.ts";

const rate: Rate = {
  units: { input: "3", output: "15", cache_read: "0.3", audio_input: "10", batch_input: "1.5", batch_output: "7.5" },
};
const none: Usage = { input: 0, output: 0, cachedInput: 0, audioInput: 0, batch: false };

describe("what a usage costs", () => {
  it.each<[string, Rate, Partial<Usage>, string | undefined]>([
    ["both sides", rate, { input: 1e6, output: 1e6 }, "18"],
    ["one token", rate, { input: 1 }, "0.000003"],
    ["requests multiply", rate, { input: 2000, output: 400, requests: 90_000 }, "1080"],
    [
      "cached tokens are part of the input",
      rate,
      { input: 8000, cachedInput: 5600, output: 600, requests: 200_000 },
      "3576",
    ],
    ["audio tokens are part of the input", rate, { input: 1000, audioInput: 400 }, "0.0058"],
    ["batch", rate, { input: 1e6, output: 1e6, batch: true }, "9"],
    ["batch with cached tokens and no price for them", rate, { input: 1e6, cachedInput: 1, batch: true }, undefined],
    ["no cached price", { units: { input: "1", output: "2" } }, { input: 100, cachedInput: 50 }, undefined],
    ["a side that is not known", { units: { input: "1", output: null } }, { input: 1, output: 1 }, undefined],
    ["an unknown side that is not used", { units: { input: "1", output: null } }, { input: 1e6 }, "1"],
    ["free costs zero", { units: { input: "0", output: "0" } }, { input: 1e6, output: 1e6 }, "0"],
    ["a fee per thousand requests", { units: { input: "1", request: "5" } }, { input: 1000, requests: 2000 }, "12"],
    [
      "digits that a binary float would lose",
      { units: { input: "0.1", output: "0.2" } },
      { input: 3, output: 3 },
      "0.0000009",
    ],
  ])("%s", (_, price, usage, expected) => {
    expect(costOf(price, { ...none, ...usage }).total?.toFixed()).toBe(expected);
  });

  it("names the unit that is missing", () => {
    expect(costOf({ units: { input: "1" } }, { ...none, input: 10, cachedInput: 5, output: 1 }).missing).toBe(
      "cache_read",
    );
  });

  it("says when a batch price was wanted and is not known", () => {
    const cost = costOf({ units: { input: "1", output: "2" } }, { ...none, input: 1e6, batch: true });
    expect([cost.noBatch, cost.total?.toFixed()]).toEqual([true, "1"]);
  });

  it("shows its arithmetic", () => {
    const { lines } = costOf(rate, { ...none, input: 2000, output: 400, cachedInput: 500, requests: 10 });
    expect(lines.map(({ unit, tokens, requests, price }) => [unit, tokens, requests, price])).toEqual([
      ["input", 1500, 10, "3"],
      ["cache_read", 500, 10, "0.3"],
      ["output", 400, 10, "15"],
    ]);
  });

  it("leaves a fee out of totals without requests, and says it", () => {
    const cost = costOf({ units: { input: "1", request: "5" } }, { ...none, input: 1e6 });
    expect([cost.total?.toFixed(), cost.fee]).toEqual(["1", "5"]);
  });
});
