import { describe, expect, it } from "vitest";
import { distanceOf, Spelling } from "../../../src/query/names/spelling.ts";
import { allModels, finder } from "./fixture.ts";

describe("one or two wrong letters", () => {
  it.each([
    ["cluade opus 4.8", "anthropic/claude-opus-4-8"],
    ["claude sonet 4.6", "anthropic/claude-sonnet-4-6"],
    ["gemni 2.5 pro", "google/gemini-2.5-pro"],
    ["gtp-5.5", "openai/gpt-5.5"],
    ["gpt-5.4-nanno", "openai/gpt-5.4-nano"],
    ["depseek v4 pro", "deepseek/deepseek-v4-pro"],
    ["deepsek-v4-flahs", "deepseek/deepseek-v4-flash"],
    ["qwne3.6-plus", "alibaba/qwen3.6-plus"],
    ["mistal large", "mistral/mistral-large-latest"],
    ["minmax m3", "minimax/minimax-m3"],
    ["llama 4 mavrick", "meta/llama-4-maverick-17b-128e-instruct"],
    ["gork 4.3", "xai/grok-4.3"],
    ["智普4.7 flash", "zhipuai/glm-4.7-flash"],
    ["斗包pro 32k", "bytedance/doubao-pro-32k"],
    ["文新4.5 turbo 128k", "baidu/ernie-4.5-turbo-128k"],
    ["sonnet46", "anthropic/claude-sonnet-4-6"],
    ["gpt41 mini", "openai/gpt-4.1-mini"],
    ["claude-haiku-4-5-20251001", "anthropic/claude-haiku-4-5"],
  ])("%s is read as %s, and says so", (text, model) => {
    expect(finder.find(text)).toMatchObject([{ model, typo: true }]);
  });

  it.each(["gpt-6.6", "glm 4.9", "claude opus 4.3", "qwen3.9-plus", "gpt-5.5-zorp", "k2.9"])(
    "%s: never another version",
    (text) => {
      expect(finder.find(text).every(({ model }) => model === undefined)).toBe(true);
    },
  );
});

describe("distance", () => {
  it.each([
    ["claude", "claude", 0],
    ["cluade", "claude", 1],
    ["claud", "claude", 1],
    ["klaude", "claude", 1],
    ["gemni", "gemini", 1],
    ["kimi", "mimo", 2],
    ["", "abc", 3],
  ])("%s to %s is %i", (a, b, distance) => {
    expect(distanceOf(a, b)).toBe(distance);
    expect(distanceOf(b, a)).toBe(distance);
  });
});

describe("Spelling", () => {
  const spelling = new Spelling(() => ["claude", "gemini", "deepseek", "turbo"]);

  it("finds nothing for ordinary words, nor far away", () => {
    expect(spelling.near("cloud")).toEqual([]);
    expect(spelling.near("gimli")).toEqual([]);
  });

  it("allows two letters in long words only", () => {
    expect(spelling.near("depsek")).toEqual([]);
    expect(spelling.near("depseek")).toEqual([{ word: "deepseek", distance: 1 }]);
    expect(spelling.near("depsekk")).toEqual([{ word: "deepseek", distance: 2 }]);
  });
});

describe("every model", () => {
  const ids = allModels.map(({ id }) => id);

  it("is found by its full id", () => {
    expect(ids.filter((id) => finder.lookup(id) !== id)).toEqual([]);
  });

  it("is found by its own name in a sentence, but for names shared with a family or another model", () => {
    const missed = ids.filter((id) => {
      const own = id.slice(id.indexOf("/") + 1);
      const found = finder.find(`how much is ${own} a month?`);
      return !found.some(({ model, family }) => model === id || family !== undefined);
    });
    expect(missed.length / ids.length).toBeLessThan(0.02);
  });
});
