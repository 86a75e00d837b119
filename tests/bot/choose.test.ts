import { describe, expect, it } from "vitest";
import { choose } from "../../src/bot/choose.ts";
import type { Query } from "../../src/query/query.ts";

const choices: Query[] = ["a/one", "b/two", "c/three"].map((id) => ({
  intent: "lookup",
  language: "en",
  models: [id],
}));

describe("choose", () => {
  it.each([
    ["1", "a/one"],
    ["2.", "b/two"],
    ["#3", "c/three"],
    ["２", "b/two"],
    ["第二个", "b/two"],
    ["选3", "c/three"],
    ["第一", "a/one"],
    ["the second one", "b/two"],
    ["Third", "c/three"],
    ["2nd", "b/two"],
  ])("%s picks %s", (text, id) => {
    expect(choose(text, choices)?.models).toEqual([id]);
  });

  it.each(["4", "0", "cheapest", "第九个", "2 models", "gpt-5", "", "12"])("%s picks nothing", (text) => {
    expect(choose(text, choices)).toBeUndefined();
  });
});
