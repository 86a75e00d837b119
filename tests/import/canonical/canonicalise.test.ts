import { describe, expect, it } from "vitest";
import { canonicalise } from "../../../src/import/canonical/canonicalise.ts";
import handChecked from "./hand-checked.json" with { type: "json" };
import knownIds from "./known-ids.json" with { type: "json" };
import nearPairs from "./near-pairs.json" with { type: "json" };

type Offer = { provider: string; id: string };

function modelOf(offer: Offer): string | null {
  const placement = canonicalise(offer);
  return "model" in placement ? placement.model : null;
}

describe("canonicalise", () => {
  it.each(knownIds)("$provider's $id is $model", ({ provider, id, model }) => {
    expect(modelOf({ provider, id })).toBe(model);
  });

  it.each(handChecked.offers)("by hand: $provider's $id is $model", ({ provider, id, model }) => {
    expect(modelOf({ provider, id })).toBe(model);
  });

  it.each(nearPairs)("another $why: $one.id is not $other.id", ({ one, other }) => {
    const models = [modelOf(one), modelOf(other)];
    expect(models).not.toContain(null);
    expect(models[0]).not.toBe(models[1]);
  });

  it.each([
    ["amazon-bedrock", "us.anthropic.claude-haiku-4-5-20251001-v1:0", { region: "us" }],
    ["amazon-bedrock", "global.anthropic.claude-opus-4-7", { region: "global" }],
    ["bedrock", "bedrock/us-east-1/meta.llama3-8b-instruct-v1:0", { region: "us-east-1" }],
    ["openrouter", "openai/gpt-oss-120b:free", { free: true }],
    ["aihubmix", "coding-glm-5.1-free", { free: true, variant: "coding" }],
    ["nano-gpt", "TEE/gpt-oss-120b", { variant: "tee" }],
    ["alibaba-cn", "siliconflow/deepseek-r1-0528", { variant: "siliconflow" }],
    ["opencode", "minimax-m3-free", { free: true }],
    ["deepinfra", "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8", { variant: "fp8" }],
    ["togetherai", "meta-llama/Llama-3.3-70B-Instruct-Turbo", { variant: "turbo" }],
    ["google-vertex", "deepseek-ai/deepseek-v3.2-maas", { variant: "maas" }],
    ["302ai", "claude-opus-4-6-thinking", { variant: "thinking" }],
    ["openrouter", "openai/gpt-5.4:batch", { variant: "batch" }],
  ])("%s's %s carries %o", (provider, id, rest) => {
    const { model: _model, lab: _lab, ...found } = canonicalise({ provider, id }) as Record<string, unknown>;
    expect(found).toEqual(rest);
  });

  it.each([
    ["openai", "ft:gpt-4o"],
    ["azure-openai", "gpt-4.1-mini.ft"],
    ["openrouter", "openrouter/auto"],
    ["kilo", "kilo-auto/balanced"],
    ["azure", "model-router"],
    ["nowhere", ""],
    ["nowhere", "/"],
  ])("%s's %j is no model and says why", (provider, id) => {
    expect(canonicalise({ provider, id })).toEqual({
      unplaced: expect.stringMatching(/\S/),
    });
  });

  it("keeps a mapped model where it is when it is mapped again", () => {
    for (const { model } of knownIds) expect(modelOf({ provider: "nowhere", id: model })).toBe(model);
  });
});
