import { describe, expect, it } from "vitest";
import { finder, namesIn } from "./fixture.ts";

describe("a model in any spelling", () => {
  it.each([
    ["price of gpt4omini", "openai/gpt-4o-mini"],
    ["GPT-4O_MINI please", "openai/gpt-4o-mini"],
    ["4o mini vs the rest", "openai/gpt-4o-mini"],
    ["gpt 4 turbo", "openai/gpt-4-turbo"],
    ["gpt5.4nano per million", "openai/gpt-5.4-nano"],
    ["what's gpt-5.3 codex at", "openai/gpt-5.3-codex"],
    ["o4-mini input", "openai/o4-mini"],
    ["o3 is still $10 / $40 right?", "openai/o3"],
    ["gpt oss 20b", "openai/gpt-oss-20b"],
    ["claude 4.8 opus", "anthropic/claude-opus-4-8"],
    ["claude's sonnet 4.6", "anthropic/claude-sonnet-4-6"],
    ["claude-haiku-4-5", "anthropic/claude-haiku-4-5"],
    ["the sonnet one, 4.5", "anthropic/claude-sonnet-4-5"],
    ["haiku (4.5)", "anthropic/claude-haiku-4-5"],
    ["opus 4 8 costs", "anthropic/claude-opus-4-8"],
    ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4-8"],
    ["us.anthropic.claude-opus-4-7", "anthropic/claude-opus-4-7"],
    ["gemini 3.1 pro", "google/gemini-3.1-pro-preview"],
    ["哈吉米2.5 flash lite多少钱", "google/gemini-2.5-flash-lite"],
    ["google 2.5 pro", "google/gemini-2.5-pro"],
    ["flash-lite 2.5", "google/gemini-2.5-flash-lite"],
    ["llama3.3 70b", "meta/llama-3.3-70b-instruct"],
    ["llama 4 scout", "meta/llama-4-scout-17b-16e-instruct"],
    ["scout on groq", "meta/llama-4-scout-17b-16e-instruct"],
    ["mistral large", "mistral/mistral-large-latest"],
    ["mistral large 3", "mistral/mistral-large-2512"],
    ["devstral small 2507", "mistral/devstral-small-2507"],
    ["grok code fast", "xai/grok-code-fast-1"],
    ["command r+", "cohere/command-r-plus"],
    ["command-a", "cohere/command-a-03-2025"],
    ["ds-v4-pro", "deepseek/deepseek-v4-pro"],
    ["dsv3.2 呢", "deepseek/deepseek-v3.2"],
    ["deep seek r1", "deepseek/deepseek-r1"],
    ["deepseek 4 flash", "deepseek/deepseek-v4-flash"],
    ["r1多少钱", "deepseek/deepseek-r1"],
    ["通义千问3.6 plus", "alibaba/qwen3.6-plus"],
    ["qwen-3.6-plus", "alibaba/qwen3.6-plus"],
    ["千问max", "alibaba/qwen-max"],
    ["qwen3 235b thinking", "alibaba/qwen3-235b-a22b-thinking-2507"],
    ["qwq 32b", "alibaba/qwq-32b"],
    ["kimi 2.6", "moonshotai/kimi-k2.6"],
    ["k2.5", "moonshotai/kimi-k2.5"],
    ["kimi k2 thinking", "moonshotai/kimi-k2-thinking"],
    ["moonshot v1 128k", "moonshotai/moonshot-v1-128k"],
    ["智谱5.2", "zhipuai/glm-5.2"],
    ["z.ai glm4.6", "zhipuai/glm-4.6"],
    ["glm 4.7 flashx", "zhipuai/glm-4.7-flashx"],
    ["minimax 2.5", "minimax/minimax-m2.5"],
    ["m2.7", "minimax/minimax-m2.7"],
    ["豆包pro 32k", "bytedance/doubao-pro-32k"],
    ["豆包seed2.0 lite", "bytedance/doubao-seed-2.0-lite"],
    ["seed 1.6 flash", "bytedance/doubao-seed-1.6-flash"],
    ["豆包1.5pro256k", "bytedance/doubao-1.5-pro-256k"],
    ["混元标准版(hunyuan-standard)", "tencent/hunyuan-standard"],
    ["ernie-4.5-turbo-128k", "baidu/ernie-4.5-turbo-128k"],
    ["文心4.5 turbo 32k", "baidu/ernie-4.5-turbo-32k"],
    ["讯飞星火 lite", "iflytek/spark-lite"],
    ["step-3.5-flash", "stepfun/step-3.5-flash"],
    ["阶跃3.7 flash", "stepfun/step-3.7-flash"],
    ["小米mimo v2.5 pro", "xiaomi/mimo-v2.5-pro"],
    ["amazon nova lite", "amazon/nova-lite"],
    ["phi 4", "microsoft/phi-4"],
    ["perplexity sonar pro", "perplexity/sonar-pro"],
    ["零一的yi-lightning", "01-ai/yi-lightning"],
    ["hermes 4 405b", "nous/hermes-4-405b"],
    ["ling 2.6 flash", "bailing/ling-2.6-flash"],
    ["nano banana", "google/gemini-2.5-flash-image"],
    ["yilightning", "01-ai/yi-lightning"],
    ["qwenlong读一遍", "alibaba/qwen-long"],
    ["gpt-4o-2024-05-13", "openai/gpt-4o-2024-05-13"],
  ])("%s → %s", (text, model) => {
    expect(namesIn(text)).toContain(model);
    expect(finder.find(text).some(({ typo }) => typo === true)).toBe(false);
  });
});

describe("what stands around a name is no part of it", () => {
  it.each([
    ["gpt-5.5百万输出多少", "gpt-5.5"],
    ["用gpt-5,200次调用", "gpt-5"],
    ["opus 4.8百万token", "opus 4.8"],
    ["gemini 3.1 pro max output?", "gemini 3.1 pro"],
    ["gpt-4o audio input price", "gpt-4o"],
    ["qwen-plus 128k", "qwen-plus"],
    ["gpt-5 5 calls a day", "gpt-5"],
    ["is gpt-5.4 2.5 in", "gpt-5.4"],
    ["glm-5.2-based bots", "glm-5.2"],
  ])("%s names %s alone", (text, typed) => {
    const [first] = finder.find(text);
    expect(text.slice(first?.start, first?.end)).toBe(typed);
    expect(first?.model).toBeDefined();
  });
});

describe("a list", () => {
  it.each([
    ["opus 4.8/sonnet 4.6", ["anthropic/claude-opus-4-8", "anthropic/claude-sonnet-4-6"]],
    ["opus 4.8 or 4.7 or 4.6", ["anthropic/claude-opus-4-8", "anthropic/claude-opus-4-7", "anthropic/claude-opus-4-6"]],
    ["gpt-5.4 mini and nano", ["openai/gpt-5.4-mini", "openai/gpt-5.4-nano"]],
    ["gpt-5.5 pro than plain 5.5", ["openai/gpt-5.5-pro", "openai/gpt-5.5"]],
    ["is gpt-5 cheaper than 4.1", ["openai/gpt-5", "openai/gpt-4.1"]],
    ["qwen3.6-plus比3.5-plus", ["alibaba/qwen3.6-plus", "alibaba/qwen3.5-plus"]],
    ["glm 5.1、5.2哪个便宜", ["zhipuai/glm-5.1", "zhipuai/glm-5.2"]],
    ["llama 3.1 8b, 70b", ["meta/llama-3.1-8b-instruct", "meta/llama-3.1-70b-instruct"]],
    ["5 nano, 4.1 nano", ["openai/gpt-5-nano", "openai/gpt-4.1-nano"]],
    ["gemini 2.5 pro and flash", ["google/gemini-2.5-pro", "google/gemini-2.5-flash"]],
    ["豆包pro 32k和128k", ["bytedance/doubao-pro-32k", "bytedance/doubao-pro-128k"]],
    [
      "v4 flash啥价\n我说的是deepseek",
      ["deepseek/deepseek-v4-flash", "family:deepseek lab:deepseek provider:deepseek"],
    ],
    [
      "haiku 4.5、gpt-5-mini、哈吉米3 flash",
      ["anthropic/claude-haiku-4-5", "openai/gpt-5-mini", "google/gemini-3-flash-preview"],
    ],
  ])("%s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe("lookup", () => {
  it.each([
    ["openai/gpt-4o", "openai/gpt-4o"],
    ["Claude Opus 4.8", "anthropic/claude-opus-4-8"],
    ["kimi-k2.6", "moonshotai/kimi-k2.6"],
    ["豆包pro32k", "bytedance/doubao-pro-32k"],
    ["claude", undefined],
    ["gpt-9", undefined],
    ["cluade opus 4.8", undefined],
    ["gpt-4o and o3", undefined],
    ["", undefined],
  ])("%s → %s", (name, id) => {
    expect(finder.lookup(name)).toBe(id);
  });
});
