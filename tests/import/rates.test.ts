import { describe, expect, it } from "vitest";
import { amount, near } from "../../src/import/amount.ts";
import { kindByModalities, kindByName } from "../../src/import/kind.ts";
import { headline, partition, stepped, usualRate } from "../../src/import/rates.ts";

describe("amount", () => {
  it.each([
    [0.30000000000000004, 1, "0.3"],
    [1e-7, 1, "0.0000001"],
    ["0.00003", 1_000_000, "30"],
    [0.00025, 10_000, "2.5"],
    [0, 1, "0"],
  ])("cleans %s × %s to %s", (value, factor, clean) => {
    expect(amount(value, factor)).toBe(clean);
  });

  it.each([[-1], ["dear"], [""], [null], [Number.NaN], [undefined]])("knows no amount in %s", (value) => {
    expect(amount(value)).toBeUndefined();
  });

  it("takes a difference of a percent for the same price", () => {
    expect([near("1", "0.991"), near("1", "0.98")]).toEqual([true, false]);
  });
});

describe("partition", () => {
  it("crosses the steps of units that step differently, and joins equal neighbours", () => {
    const rates = partition({
      input: [
        { prompt: [0, 32_000], price: "1" },
        { prompt: [32_000, null], price: "2" },
      ],
      output: [
        { prompt: [0, 32_000], output: [0, 200], price: "3" },
        { prompt: [0, 32_000], output: [200, null], price: "4" },
        { prompt: [32_000, 128_000], price: "5" },
        { prompt: [128_000, null], price: "5" },
      ],
      cache_read: [{ price: "0.1" }],
    });
    expect(rates).toEqual([
      { when: { promptUpTo: 32_000, outputUpTo: 200 }, units: { input: "1", output: "3", cache_read: "0.1" } },
      { when: { promptUpTo: 32_000, outputOver: 200 }, units: { input: "1", output: "4", cache_read: "0.1" } },
      { when: { promptOver: 32_000 }, units: { input: "2", output: "5", cache_read: "0.1" } },
    ]);
  });

  it("needs no condition where nothing steps", () => {
    expect(partition({ input: [{ price: "1" }] })).toEqual([{ units: { input: "1" } }]);
  });
});

it("compares prices by a call of 8,000 tokens in and 1,000 out, not thinking", () => {
  const rates = stepped({ input: "1", output: "2" }, [
    { over: 4_000, units: { input: "3", output: "4" } },
    { over: 200_000, units: { input: "5", output: "6" } },
  ]);
  expect(headline(rates)).toEqual({ input: "3", output: "4" });
  expect(usualRate([])).toBeUndefined();
});

describe("kinds", () => {
  it.each([
    ["cohere/rerank-v3.5", "rerank"],
    ["openai/text-embedding-3-small", "embedding"],
    ["google/gemini-2.5-flash-image", "image"],
    ["openai/whisper-1", "speech"],
    ["meta/llama-guard-4-12b", "moderation"],
    ["google/veo-3.1-generate-preview", "video"],
    ["openai/gpt-5.4", undefined],
  ])("tells %s by its name as %s", (id, kind) => {
    expect(kindByName(id)).toBe(kind);
  });

  it.each([
    [["text", "image"], ["text"], "text"],
    [["text"], ["text", "image"], "image"],
    [["text"], ["audio"], "speech"],
    [["audio"], ["text"], "speech"],
    [["text", "audio"], ["text", "audio"], "text"],
    [["text"], ["video"], "video"],
  ])("tells %j → %j as %s", (input, output, kind) => {
    expect(kindByModalities(input, output)).toBe(kind);
  });
});
