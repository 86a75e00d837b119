import { describe, expect, it } from "vitest";
import { finder, namesIn } from "./fixture.ts";

describe("a version or variant that no model has", () => {
  it.each([
    "gpt-9",
    "gpt-7-ultra",
    "gpt 9",
    "gpt-5.5 mini",
    "gpt-5.5-nano",
    "claude opus 9",
    "opus 4.9",
    "opus 4.8 mini",
    "haiku 5",
    "gemini 9 pro",
    "gemini 3.1 ultra",
    "grok 9",
    "glm-9",
    "kimi k9",
    "deepseek v9",
    "qwen 9 max",
    "llama 7",
    "gemini 2.5 flash 8b",
    "mistral-large-9",
    "豆包9.0",
    "gpt-4o-foo",
  ])("%s is not swapped for another", (name) => {
    const text = `price of ${name}`;
    expect(namesIn(text)).toEqual([`?${name}`]);
  });

  it("tells the nearest names", () => {
    expect(finder.find("opus 4.9")[0]?.unknown?.near[0]).toBe("anthropic/claude-opus-4-8");
    expect(finder.find("gpt-9")[0]?.unknown?.near).toContain("openai/gpt-5.5");
  });
});

describe("words that are no names here", () => {
  it.each([
    "max output tokens under 8k",
    "pro tip: ask for a large prompt",
    "step by step please",
    "in command of the ship",
    "together we spend a lot",
    "a meta question",
    "cost of many calls in the cloud",
    "turn off the grow light",
    "top 5 cheapest with 128k or more",
    "input $0.10–0.50, most max output wins",
    "3 biggest context windows under ¥2",
    "8k prompt, 70% cache hits, 200k calls a month",
    "国产里上下文最长的前5名",
    "1000块预算,输入输出4:1",
    '{"prompt_tokens": 18432, "completion_tokens": 961}',
    "千亿参数的模型训一次要花多少钱",
    "the flash was on, the mini was red",
    "as of 1 jan 2025",
    "foo-r1 and xyz-4o",
    "is it really 0? or 3 or 5.5",
    "🤔💸",
    "",
  ])("%s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it.each([
    ["top 5 claude", "family:claude"],
    ["3 gemini models", "family:gemini"],
    ["cheapest claude 3 of them", "family:claude"],
    ["deepseek 5块钱能买多少", "family:deepseek lab:deepseek provider:deepseek"],
    ["claude 100 calls", "family:claude"],
    ["kimi 10万次", "family:kimi lab:moonshotai provider:moonshotai-cn"],
    ["qwen's max output", "family:qwen lab:alibaba"],
  ])("%s: the number counts", (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });
});
