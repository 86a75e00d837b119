import { describe, expect, it } from "vitest";
import type { Quote } from "../../src/catalog/catalog.ts";
import { loadCatalog } from "../../src/catalog/load.ts";

const catalog = loadCatalog("tests/fixtures/catalog");
const input = (quote: Quote | undefined) => quote?.price?.rates[0]?.units.input;

describe("the market of a day", () => {
  it.each([
    ["today's price", "openai/gpt-4o", "2026-07-02", "2026-07-02", "2.5"],
    ["a past one, from history", "openai/gpt-4o", "2024-06-30", "2026-07-02", "5"],
    ["before the earliest known", "openai/gpt-4o", "2024-05-14", "2026-07-02", undefined],
    ["a price from later is not known yet", "deepseek/deepseek-v4-pro", "2026-07-02", "2026-07-02", "3"],
    ["once it is", "deepseek/deepseek-v4-pro", "2026-08-20", "2026-08-20", "9"],
    ["a rise that was only announced", "anthropic/claude-sonnet-5", "2026-11-23", "2026-11-23", "2"],
    ["the list price beside a package", "tencent/hunyuan-standard", "2024-05-18", "2026-07-02", "10"],
    ["the page of three days before", "tencent/hunyuan-standard", "2024-05-15", "2026-07-02", "12"],
  ])("%s", (_, model, day, now, expected) => {
    expect(input(catalog.market(day, now).of(model)[0])).toBe(expected);
  });

  it.each([
    ["openai/gpt-6", "2026-07-02", "2026-07-02", false],
    ["openai/gpt-6", "2026-09-02", "2026-09-02", true],
    ["openai/o3", "2025-04-15", "2026-07-02", false],
    ["openai/o3", "2025-04-16", "2026-07-02", true],
    ["bytedance/doubao-pro-32k", "2024-05-01", "2024-05-01", false],
    ["bytedance/doubao-pro-32k", "2026-07-02", "2026-07-02", true],
    ["mistral/mistral-large-latest", "2025-06-03", "2026-07-02", false],
    ["mistral/mistral-large-latest", "2025-06-04", "2026-07-02", true],
    ["nobody/nothing", "2026-07-02", "2026-07-02", false],
  ])("%s exists on %s known by %s: %s", (model, day, now, expected) => {
    expect(catalog.market(day, now).has(model)).toBe(expected);
  });

  it("tells the earliest known price where the day lies before it", () => {
    const [quote] = catalog.market("2024-05-14", "2026-07-02").of("openai/gpt-4o");
    expect(quote?.earliest?.seen).toBe("2024-05-21");
  });

  it("knows the lab's own shops, and no plan among them", () => {
    const official = (model: string) =>
      catalog
        .market("2026-07-02", "2026-07-02")
        .of(model)
        .filter((quote) => quote.official)
        .map(({ provider }) => provider.id)
        .sort();
    expect(official("google/gemini-2.5-flash")).toEqual(["google", "google-vertex"]);
    expect(official("zhipuai/glm-5.2")).toEqual(["zai", "zhipuai"]);
    expect(official("meta/llama-3.3-70b-instruct")).toEqual([]);
  });

  it("is kept for the next question of the same day", () => {
    expect(catalog.market("2026-07-02", "2026-07-02")).toBe(catalog.market("2026-07-02", "2026-07-02"));
  });
});
