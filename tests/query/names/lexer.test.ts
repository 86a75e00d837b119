import { describe, expect, it } from "vitest";
import { lex } from "../../../src/query/names/lexer.ts";

describe("lex", () => {
  it.each([
    ["GPT-4o mini", ["gpt", "4o", "mini"]],
    ["claude-opus-4-8", ["claude", "opus", "4.8"]],
    ["kimi-k2-0905", ["kimi", "k2", "0905"]],
    ["qwen2-5-7b", ["qwen", "2.5", "7b"]],
    ["8x7b a22b", ["8x7b", "a22b"]],
    ["gpt-4o-2024-05-13", ["gpt", "4o", "2024", "05.13"]],
    ["1,000 calls", ["1,000", "calls"]],
    ["gpt-5,200次", ["gpt", "5", ",", "200", "次"]],
    ["4点6", ["4.6"]],
    ["command r+", ["command", "r", "plus"]],
    ["claude's", ["claude", "'s"]],
    ["gemini 3.x", ["gemini", "3.x"]],
    ["豆包pro32k", ["豆", "包", "pro", "32k"]],
    ["$2.50/M", ["$", "2.50", "/", "m"]],
    ["", []],
  ])("%s", (text, tokens) => {
    expect(lex(text).map((token) => token.text)).toEqual(tokens);
  });

  it("keeps the places of tokens", () => {
    const text = "用 GPT-5,好吗";
    for (const { text: typed, start, end } of lex(text)) expect(text.slice(start, end).toLowerCase()).toBe(typed);
  });
});
