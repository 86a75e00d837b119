import { describe, expect, it } from "vitest";
import { namesIn } from "./fixture.ts";

const lent = (models: string[], families: string[] = []) => ({ models, families });

describe("what the conversation lends", () => {
  it.each([
    ["and 3.5 flash?", lent([], ["qwen"]), "alibaba/qwen3.5-flash"],
    ["and 3.5 flash?", lent([], ["gemini"]), "google/gemini-3.5-flash"],
    ["2.5 pro呢", lent(["google/gemini-2.5-flash"]), "google/gemini-2.5-pro"],
    ["v4 pro", lent([], ["deepseek"]), "deepseek/deepseek-v4-pro"],
    ["那m3呢", lent(["minimax/minimax-m2.5"]), "minimax/minimax-m3"],
    ["gpt-4.1 nano", lent([], ["claude"]), "openai/gpt-4.1-nano"],
  ])("%s", (text, context, model) => {
    expect(namesIn(text, context)).toEqual([model]);
  });

  it.each([
    ["那large呢", lent(["mistral/mistral-small-latest"]), "mistral/mistral-large-latest"],
    ["and mini?", lent(["openai/gpt-5.4"]), "openai/gpt-5.4-mini"],
    ["what about flash", lent(["google/gemini-2.5-pro"]), "google/gemini-2.5-flash"],
    ["4.7呢", lent(["anthropic/claude-opus-4-8"]), "anthropic/claude-opus-4-7"],
  ])("%s: a follow-up of one word", (text, context, model) => {
    expect(namesIn(text, context)).toEqual([model]);
  });

  it.each(["max output?", "under 4.1 dollars", "a pro plan", "make it large"])("%s is no follow-up name", (text) => {
    expect(namesIn(text, lent(["openai/gpt-5.4"]))).toEqual([]);
  });
});
