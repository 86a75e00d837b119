import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("orders and counts", () => {
  it.each([
    ["cheapest model", { sort: { by: "price", order: "asc" } }],
    ["top 8 cheapest on output", { sort: { by: "output", order: "asc" }, limit: 8 }],
    ["most expensive input price", { sort: { by: "input", order: "desc" } }],
    ["the 3 newest models", { sort: { by: "released", order: "desc" }, limit: 3 }],
    ["largest context windows, top six", { sort: { by: "context", order: "desc" }, limit: 6 }],
    ["third cheapest vision model", { sort: { by: "price", order: "asc" }, limit: 1, offset: 2 }],
    ["cheapest cache reads", { sort: { by: "cache_read", order: "asc" } }],
    ["输出最贵的四个模型", { sort: { by: "output", order: "desc" }, limit: 4 }],
    ["哪个模型输入最便宜", { sort: { by: "input", order: "asc" }, limit: 1 }],
    ["第三便宜的模型", { sort: { by: "price", order: "asc" }, limit: 1, offset: 2 }],
    ["上下文最大的十个", { sort: { by: "context", order: "desc" }, limit: 10 }],
    ["cheapest model of each lab", { groupBy: "lab", sort: { by: "price", order: "asc" } }],
    ["各家最便宜的视觉模型", { groupBy: "lab" }],
    ["cheapest at a 4:1 blend", { blend: { input: 4, output: 1 } }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ intent: "rank", ...expected });
  });

  it.each([
    ["how many models accept video", { count: true, filters: { abilities: { all: ["video"] } } }],
    ["支持音频的模型一共有几个", { count: true, filters: { abilities: { all: ["audio"] } } }],
    ["which providers do you cover", { of: "providers" }],
    ["你收录了哪些厂商", { of: expect.stringMatching(/labs|providers/) }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ intent: "list", ...expected });
  });
});

describe("filters by what models are", () => {
  it.each([
    ["cheapest american model", { origin: "us" }],
    ["国外最便宜的模型", { origin: "overseas" }],
    ["cheapest open weights model", { openWeights: true }],
    ["free models with tool calling", { free: true, abilities: { all: ["tools"] } }],
    ["cheapest model with json mode and function calling", { abilities: { all: ["structured_output", "tools"] } }],
    ["cheapest gemini", { families: { in: ["gemini"] } }],
    ["cheapest model from mistral", { labs: { in: ["mistral"] } }],
    ["cheapest on groq", { providers: { in: ["groq"] } }],
    ["火山引擎上最便宜的模型", { providers: { in: ["volcengine"] } }],
    [
      "cheapest reasoning model released in 2026",
      { abilities: { all: ["reasoning"] }, released: { from: "2026-01-01" } },
    ],
    ["retired openai models", { status: "retired", labs: { in: ["openai"] } }],
  ])("%s", (text, filters) => {
    expect(read(text).filters).toMatchObject(filters);
  });
});
