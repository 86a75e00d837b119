import { expect, it } from "vitest";
import { heldIn, imported, modelIn, offerIn, providerIn, sides } from "./fixture.ts";

/** Each trap of real price data that concerns the catalog, by its real example. */
const run = imported();
const today = (id: string) => offerIn(run, id).prices[0];

it.each([
  ["portkey", "minimax", "MiniMax-M2.7", "0.003", "a hundredth"],
  ["portkey", "togetherai", "MiniMaxAI/MiniMax-M2.5", "300", "a thousand times"],
  ["portkey", "cohere", "rerank-v3.5", "2000", "a price per search in the token field"],
  ["models-dev", "openrouter", "openai/gpt-5.4-mini", "0.00000075", "dollars per token"],
  ["models-dev", "azure", "gpt-4", "60", "the 32k price"],
  ["one-api", "stepfun", "step-1-32k", "0.015", "a price per 1K tokens"],
])("holds out the unit slip of %s at %s: %s %s (%s)", (source, provider, id, input) => {
  expect(heldIn(run)).toContainEqual(expect.objectContaining({ source, provider, id, input }));
});

it("keeps the true price where a slip was held out", () => {
  expect(sides(today("minimax:MiniMax-M2.7"))).toBe("0.3/1.2");
  expect(sides(today("togetherai:MiniMaxAI/MiniMax-M2.5"))).toBe("0.3/1.2");
  expect(sides(today("openrouter:openai/gpt-5.4-mini"))).toBe("0.75/4.5");
});

it.each([
  ["zhipuai", "glm-5v-turbo", "5", "22"],
  ["moark", "MiniMax-M2.1", "2.1", "8.4"],
  ["zenmux", "qwen/qwen3.5-plus", "0.8", "4.8"],
])("holds out yuan in the dollar field of %s %s", (provider, id, input, output) => {
  expect(heldIn(run)).toContainEqual(expect.objectContaining({ provider, id, input, output, currency: "USD" }));
});

it("lists an offer whose only price was held out, with no price", () => {
  expect(today("zenmux:qwen/qwen3.5-plus")).toMatchObject({ state: "unknown", rates: [] });
});

it("takes the native yuan, never the dollars that somebody converted", () => {
  expect(today("zhipuai:glm-4.7")).toMatchObject({ currency: "CNY", source: "lobehub", state: "priced" });
  expect(JSON.stringify(offerIn(run, "zhipuai:glm-4.7"))).not.toContain("genai-prices");
  expect(today("alibaba-cn:deepseek-v4-pro")).toMatchObject({ currency: "CNY" });
  expect(sides(today("alibaba-cn:qwen3.7-max"))).toBe("12/36");
});

it("keeps the Chinese and the international list of one model apart", () => {
  expect(today("alibaba-cn:qwen-plus")).toMatchObject({ currency: "CNY" });
  expect(today("alibaba:qwen-plus")).toMatchObject({ currency: "USD" });
  expect(providerIn(run, "alibaba-cn")).toMatchObject({ site: "cn", sister: "alibaba", bills: "CNY" });
  expect(offerIn(run, "deepseek:deepseek-v4-pro@cn")).toMatchObject({ site: "cn" });
  expect(offerIn(run, "deepseek:deepseek-v4-pro")).toMatchObject({ site: "intl" });
});

it("does not verify dollars on a site that bills in yuan", () => {
  expect(today("alibaba-cn:MiniMax/MiniMax-M2.7")).toMatchObject({ state: "unverified", currency: "USD" });
});

it("keeps regional offers of one model apart", () => {
  expect(sides(today("amazon-bedrock:eu.anthropic.claude-opus-4-7"))).toBe("5.5/27.5");
  expect(offerIn(run, "amazon-bedrock:eu.anthropic.claude-opus-4-7").region).toBe("eu");
  expect(sides(today("amazon-bedrock:global.anthropic.claude-opus-4-7"))).toBe("5/25");
});

it.each([
  ["openrouter:cognitivecomputations/dolphin-mistral-24b-venice-edition:free", "free"],
  ["zhipuai:glm-4.7-flash", "free"],
  ["zai:glm-4.7-flash", "free"],
  ["internlm:intern-s1", "free"],
  ["nvidia:meta/llama-3.1-8b-instruct", "trial"],
  ["zai-coding-plan:glm-4.7", "plan"],
  ["mistral:labs-devstral-small-2512", "unknown"],
])("reads the zero of %s as %s", (id, state) => {
  expect(today(id)?.state).toBe(state);
});

it("never turns a missing price into a zero", () => {
  expect(today("vercel:alibaba/qwen3-embedding-0.6b")).toMatchObject({ state: "unknown", rates: [] });
});

it("tells the thinking price from reasoning tokens billed apart", () => {
  expect(today("alibaba:qwen-plus")?.rates).toEqual([
    { when: { thinking: false }, units: expect.objectContaining({ output: "1.2" }) },
    { when: { thinking: true }, units: expect.objectContaining({ output: "4" }) },
  ]);
  expect(today("perplexity:sonar-deep-research")?.rates[0]?.units).toMatchObject({ output: "8", reasoning: "3" });
});

it("re-prices the whole request above the tier's own threshold", () => {
  expect(today("openai:gpt-5.4")?.rates.map(({ when, units }) => [when, units.input])).toEqual([
    [{ promptUpTo: 272_000 }, "2.5"],
    [{ promptOver: 272_000 }, "5"],
  ]);
});

it("keeps steps by input and by output length", () => {
  expect(today("zhipuai:glm-4.7")?.rates.map(({ when, units }) => [when, units.input, units.output])).toEqual([
    [{ promptUpTo: 32_000, outputUpTo: 200 }, "2", "8"],
    [{ promptUpTo: 32_000, outputOver: 200 }, "3", "14"],
    [{ promptOver: 32_000, promptUpTo: 200_000 }, "4", "16"],
  ]);
});

it("tells lifetimes of cache writes and storage apart", () => {
  expect(today("anthropic:claude-opus-4-6")?.rates[0]?.units).toMatchObject({
    cache_write: "6.25",
    cache_write_1h: "10",
  });
  const stored = today("volcengine:doubao-seed-2.0-mini")?.rates[0]?.units;
  expect(stored).toMatchObject({ cache_storage: "0.017" });
  expect(stored).not.toHaveProperty("cache_write_1h");
});

it("knows peak and off-peak by the vendor's clock", () => {
  expect(today("deepseek:deepseek-v4-pro@cn")?.rates.map(({ when, units }) => [when?.window, units.input])).toEqual([
    ["peak", "9"],
    ["else", "4.5"],
  ]);
  expect(providerIn(run, "deepseek")?.windows).toContainEqual(
    expect.objectContaining({ id: "peak", timezone: "Asia/Shanghai", exceptHolidaysOf: "cn" }),
  );
});

it("keeps a promise apart from the price, and remembers that it was taken back", () => {
  const { prices } = offerIn(run, "anthropic:claude-sonnet-5");
  expect(prices.map((price) => [sides(price), price.kind, price.from])).toEqual([
    ["2/10", undefined, undefined],
    ["3/15", "announced", "2026-09-01"],
    ["3/15", "cancelled", "2026-09-01"],
  ]);
});

it("announces what comes after an introductory price", () => {
  const { prices } = offerIn(run, "google:gemini-3.6-flash");
  expect(prices.map((price) => [sides(price), price.kind, price.from])).toEqual([
    ["0.75/3.75", undefined, undefined],
    ["1.5/7.5", "announced", "2027-01-01"],
  ]);
});

it("dates a promotion that ended", () => {
  const { timeline } = offerIn(run, "zhipuai:glm-5.3-flash");
  expect(timeline).toContainEqual(expect.objectContaining({ list: "promotion", until: "2026-09-09" }));
});

it("knows what an alias points to, and when", () => {
  expect(modelIn(run, "mistral/mistral-large-latest").alias?.at(-1)).toEqual({
    to: "mistral/mistral-large-2512",
    from: "2025-12-08",
  });
  const moves = offerIn(run, "mistral:mistral-large-latest").timeline.map(sides);
  expect(moves.slice(-2)).toEqual(["2/6", "0.5/1.5"]);
});

it("puts the price of image tokens in its own unit", () => {
  expect(today("google:gemini-3-pro-image-preview")?.rates[0]?.units).toMatchObject({
    output: null,
    image_output: "120",
  });
});

it("has no output price for an embedding", () => {
  expect(today("google:gemini-embedding-001")?.rates[0]?.units).toEqual({ input: "0.15" });
  expect(modelIn(run, "google/gemini-embedding-001").kind).toBe("embedding");
});

it("lets no stale undated source unseat a price, and names its dissent", () => {
  const now = today("openai:o3");
  expect(sides(now)).toBe("2/8");
  expect(now?.disagreement).toContainEqual(
    expect.objectContaining({ source: "llm-prices", input: "10", output: "40" }),
  );
});

it("counts who agrees and who checked it", () => {
  const now = today("anthropic:claude-opus-4-6");
  expect(now?.confirmed).toContainEqual({ source: "genai-prices", day: "2026-07-29", checked: true });
  expect(now?.agree).toBeGreaterThan(0);
});

it("does not take a router's price for the lab's own", () => {
  expect(heldIn(run)).toContainEqual(expect.objectContaining({ provider: "openai", id: "gpt-oss-120b" }));
});
