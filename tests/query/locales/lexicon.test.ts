import { describe, expect, it } from "vitest";
import { CUES_EN } from "../../../src/query/locales/en/cues.ts";
import { FIELDS_EN } from "../../../src/query/locales/en/fields.ts";
import { FILTERS_EN } from "../../../src/query/locales/en/filters.ts";
import { sensesOf, TABLES } from "../../../src/query/locales/lexicon.ts";
import { nearWord } from "../../../src/query/locales/spelling.ts";
import { CUES_ZH } from "../../../src/query/locales/zh/cues.ts";
import { FIELDS_ZH } from "../../../src/query/locales/zh/fields.ts";
import { FILTERS_ZH } from "../../../src/query/locales/zh/filters.ts";
import { normalise } from "../../../src/query/normalise.ts";

const keys = (table: Readonly<Record<string, string>>): string[] => Object.keys(table).sort();

describe("the lexicon", () => {
  it.each([
    ["fields", FIELDS_EN, FIELDS_ZH],
    ["cues", CUES_EN, CUES_ZH],
  ])("knows the same concepts in both languages: %s", (_, en, zh) => {
    expect(keys(zh)).toEqual(keys(en));
  });

  it("bounds, orders and narrows in Chinese by what it does in English", () => {
    expect(keys(FILTERS_EN).filter((key) => !(key in FILTERS_ZH))).toEqual([]);
  });

  it("holds phrases in the form in which texts are read", () => {
    const phrases = TABLES.flatMap((table) => Object.values(table)).flatMap((words) => words.split("|"));
    const unfolded = phrases.filter((phrase) => normalise(phrase).text.toLowerCase() !== phrase.toLowerCase());
    expect(unfolded.filter((phrase) => !phrase.includes("…"))).toEqual([]);
  });

  it.each([
    ["cheapest", "sup", "price:asc"],
    ["最便宜", "sup", "price:asc"],
    ["tool calling", "ability", "tools"],
    ["工具调用", "ability", "tools"],
    ["不超过", "cmp", "max"],
  ])("%s means %s %s", (phrase, kind, value) => {
    expect(sensesOf(phrase)?.[kind]).toBe(value);
  });
});

describe("slips in our own words", () => {
  it.each([
    ["cheepest", "cheapest"],
    ["contxt", "context"],
    ["reasonng", "reasoning"],
    ["ouput", "output"],
  ])("%s is %s", (slip, word) => {
    expect(nearWord(slip)).toEqual(sensesOf(word));
  });

  it.each(["house", "watched", "vessel", "wether", "qwen", "xyzzy"])("%s is no slip", (word) => {
    expect(nearWord(word)).toBeUndefined();
  });
});
