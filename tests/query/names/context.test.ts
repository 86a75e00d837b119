import { describe, expect, it } from "vitest";
import { namesIn } from "./fixture.ts";

const after = (models: string[], families: string[] = []) => ({ models, families });

describe("what the conversation lends", () => {
  it.each([
    ["and 3.5 flash?", after([], ["qwen"]), "alibaba/qwen3.5-flash"],
    ["and 3.5 flash?", after([], ["gemini"]), "google/gemini-3.5-flash"],
    ["2.5 pro呢", after(["google/gemini-2.5-flash"]), "google/gemini-2.5-pro"],
    ["v4 pro", after([], ["deepseek"]), "deepseek/deepseek-v4-pro"],
    ["那m3呢", after(["minimax/minimax-m2.5"]), "minimax/minimax-m3"],
    ["gpt-4.1 nano", after([], ["claude"]), "openai/gpt-4.1-nano"],
  ])("%s", (text, context, model) => {
    expect(namesIn(text, context)).toEqual([model]);
  });

  it.each([
    ["那large呢", after(["mistral/mistral-small-latest"]), "mistral/mistral-large-latest"],
    ["and mini?", after(["openai/gpt-5.4"]), "openai/gpt-5.4-mini"],
    ["what about flash", after(["google/gemini-2.5-pro"]), "google/gemini-2.5-flash"],
    ["4.7呢", after(["anthropic/claude-opus-4-8"]), "anthropic/claude-opus-4-7"],
  ])("%s: a follow-up of one word", (text, context, model) => {
    expect(namesIn(text, context)).toEqual([model]);
  });

  it.each(["max output?", "under 4.1 dollars", "a pro plan", "make it large"])("%s is no follow-up name", (text) => {
    expect(namesIn(text, after(["openai/gpt-5.4"]))).toEqual([]);
  });
});
