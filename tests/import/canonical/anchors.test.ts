import { describe, expect, it } from "vitest";
import aliases from "../../../src/import/canonical/aliases.json" with { type: "json" };
import anchors from "../../../src/import/canonical/anchors.json" with { type: "json" };
import { anchorOf } from "../../../src/import/canonical/anchors.ts";
import { keyOf } from "../../../src/import/canonical/key.ts";

const LABS = Object.entries(anchors);
const ALIASES = Object.entries(aliases);

describe("anchors", () => {
  it.each(LABS)("%s has no two names of one spelling", (_lab, names) => {
    const keys = names.map(keyOf);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(LABS)("%s's names find themselves", (lab, names) => {
    expect(names.map((name) => anchorOf(lab, name))).toEqual(names);
  });

  it.each(ALIASES)("%s's other names hide none of its own", (lab, others) => {
    const own = new Set(((anchors as Record<string, string[]>)[lab] ?? []).map(keyOf));
    expect(Object.keys(others).filter((name) => own.has(keyOf(name)))).toEqual([]);
  });

  it.each(ALIASES)("%s's other names lead to names that lead nowhere else", (lab, others) => {
    const targets = Object.values(others);
    expect(targets.map((name) => anchorOf(lab, name) ?? name)).toEqual(targets);
  });
});

describe("keyOf", () => {
  it.each([
    ["claude-4.5-sonnet", "claude-sonnet-4-5"],
    ["Gemini_1.5_flash".toLowerCase(), "gemini-flash-1.5"],
    ["qwen2-5-7b-instruct", "qwen2.5-7b-instruct"],
  ])("%s and %s are one spelling", (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ["gpt-5.4", "gpt-4.5"],
    ["qwen2.5-3b", "qwen3.5-2b"],
    ["gpt-4o", "o4"],
  ])("%s and %s are two", (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});
