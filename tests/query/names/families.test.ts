import { describe, expect, it } from "vitest";
import { finder, namesIn } from "./fixture.ts";

describe("a name that several models bear", () => {
  it.each([
    ["cheapest claude", "family:claude"],
    ["克劳德最便宜的", "family:claude"],
    ["sonnet then", "family:claude-sonnet"],
    ["anthropic haiku", "family:claude-haiku"],
    ["gemini flash", "family:gemini-flash"],
    ["哈基米", "family:gemini"],
    ["chatgpt", "family:gpt"],
    ["gpt-oss", "family:gpt-oss"],
    ["o系列里最便宜的", "family:o"],
    ["no llama", "family:llama provider:llama"],
    ["kimi k2还有哪些在卖", "family:kimi-k2"],
    ["k2有哪几个", "family:kimi-k2"],
    ["ernie speed", "family:ernie-speed"],
    ["codestral", "family:codestral"],
    ["豆包哪个便宜", "family:doubao lab:bytedance provider:volcengine"],
    ["kimi最便宜的", "family:kimi lab:moonshotai provider:moonshotai-cn"],
    ["智谱的免费模型", "family:glm lab:zhipuai provider:zhipuai"],
    ["xai's grok", "family:grok"],
    ["google gemini", "family:gemini"],
    ["gemini 2.5 models", "gemini-2.5*"],
    ["gemini 3.x", "gemini-3*"],
    ["qwen3", "qwen3*"],
    ["llama 3.3", "llama-3.3*"],
    ["claude 3", "claude-3*"],
  ])("%s → %s", (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it("tells the models that bear it", () => {
    expect(finder.find("llama 3.3")[0]?.candidates).toContain("meta/llama-3.3-70b-instruct");
    expect(finder.find("claude 4 models")[0]?.candidates).toContain("anthropic/claude-opus-4-8");
  });
});

describe("a company", () => {
  it.each([
    ["not openai", "lab:openai provider:openai"],
    ["A社的", "lab:anthropic provider:anthropic"],
    ["amazon bedrock", "provider:amazon-bedrock"],
    ["on vertex", "provider:google-vertex"],
    ["on together", "provider:togetherai"],
    ["via fireworks", "provider:fireworks-ai"],
    ["百炼上", "provider:alibaba-cn"],
    ["百练上", "provider:alibaba-cn"],
    ["硅基流动上的", "provider:siliconflow-cn"],
    ["火山方舟", "provider:volcengine"],
    ["on OR", "provider:openrouter"],
    ["月之暗面", "lab:moonshotai provider:moonshotai-cn"],
    ["阶跃星辰", "family:step lab:stepfun provider:stepfun"],
    ["anthropc models", "lab:anthropic provider:anthropic"],
  ])("%s → %s", (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  it.each([
    ["azure的gpt-4o", ["provider:azure", "openai/gpt-4o"]],
    ["openrouter上的kimi k2", ["provider:openrouter", "family:kimi-k2"]],
    ["llama 3.3 70b via together", ["meta/llama-3.3-70b-instruct", "provider:togetherai"]],
    ["groq vs grok", ["provider:groq", "family:grok"]],
    ["aws上的claude", ["lab:amazon provider:amazon-bedrock", "family:claude"]],
    ["阿里云的deepseek v3", ["lab:alibaba provider:alibaba-cn", "deepseek/deepseek-v3"]],
  ])("%s: the seller is told apart", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});
