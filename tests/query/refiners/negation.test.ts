import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("what is denied", () => {
  it.each([
    ["cheapest model, not openai", { labs: { out: ["openai"] } }],
    ["cheapest model excluding google and mistral", { labs: { out: ["google", "mistral"] } }],
    ["models without vision", { abilities: { none: ["vision"] } }],
    ["cheapest text model that doesn't reason", { abilities: { none: ["reasoning"] } }],
    ["cheapest vision model, no previews", { preview: false }],
    ["non-chinese models with audio", { origin: "overseas" }],
    ["cheapest, closed weights only", { openWeights: false }],
    ["cheapest models except free ones", { free: false }],
    ["除了阿里和腾讯，谁最便宜", { labs: { out: ["alibaba", "tencent"] } }],
    ["不支持视觉的模型有哪些", { abilities: { none: ["vision"] } }],
    ["不要推理模型，最便宜的五个", { abilities: { none: ["reasoning"] } }],
    ["最便宜的模型，预览版不要", { preview: false }],
    ["非开源的模型里最便宜的", { openWeights: false }],
    ["最便宜的，把deepseek去掉", { labs: { out: ["deepseek"] } }],
  ])("%s", (text, filters) => {
    const { families, ...rest } = read(text).filters ?? {};
    // A name that is both a lab's and its only family's may be either.
    expect({ ...(families && { labs: families }), ...rest }).toMatchObject(filters);
  });

  it.each([
    ["isn't o3 about $2 in?", "o3"],
    ["deepseek v4 flash不是1块吗", "deepseek-v4-flash"],
  ])("%s denies nothing", (text, model) => {
    const query = read(text);
    expect(query.models).toEqual([expect.stringContaining(model)]);
    expect(query.filters).toBeUndefined();
  });
});
