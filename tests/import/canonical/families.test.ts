import { describe, expect, it } from "vitest";
import { familiesOf } from "../../../src/import/canonical/families.ts";

describe("familiesOf", () => {
  it.each([
    ["anthropic/claude-haiku-4-5", ["claude-haiku", "claude"]],
    ["openai/gpt-5.4-mini", ["gpt"]],
    ["openai/chatgpt-4o-latest", ["gpt"]],
    ["openai/gpt-oss-120b", ["gpt-oss", "gpt"]],
    ["openai/o4-mini", ["o"]],
    ["openai/omni-moderation-latest", []],
    ["google/gemini-2.5-flash-lite", ["gemini-flash-lite", "gemini-flash", "gemini"]],
    ["google/gemini-3.1-pro-preview", ["gemini-pro", "gemini"]],
    ["google/gemma-3-27b-it", ["gemma"]],
    ["alibaba/qwen3-coder-plus", ["qwen-coder", "qwen"]],
    ["alibaba/qwen3.7-max", ["qwen-max", "qwen"]],
    ["moonshotai/kimi-k2.6", ["kimi-k2", "kimi"]],
    ["moonshotai/kimi-k3", ["kimi"]],
    ["baidu/ernie-speed-8k", ["ernie-speed", "ernie"]],
    ["mistral/codestral-latest", ["codestral", "mistral"]],
    ["deepseek/deepseek-r1-distill-llama-70b", ["deepseek"]],
    ["nvidia/llama-3.3-nemotron-super-49b-v1.5", ["nemotron"]],
    ["community/llama-3.3-70b-nova", []],
    ["tencent/hy3-preview", ["hunyuan"]],
  ])("%s belongs to %j", (model, families) => {
    expect(familiesOf(model)).toEqual(families);
  });
});
