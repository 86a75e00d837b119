import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("bounds set by another model", () => {
  it.each([
    ["which models are cheaper than gpt-4.1 mini", [{ on: "price", model: "openai/gpt-4.1-mini", is: "less" }]],
    [
      "anything with cheaper output than sonnet 4.5?",
      [{ on: "output", model: "anthropic/claude-sonnet-4-5", is: "less" }],
    ],
    ["models with a larger context than o3", [{ on: "context", model: "openai/o3", is: "more" }]],
    ["models released after gpt-4.1", [{ on: "released", model: "openai/gpt-4.1", is: "more" }]],
    [
      "list models at most half the price of gpt-4o",
      [{ on: "price", model: "openai/gpt-4o", is: "at_most", times: 0.5 }],
    ],
    ["比gpt-4.1便宜的模型有哪些", [{ on: "price", model: "openai/gpt-4.1", is: "less" }]],
    ["输入比o3贵的有哪些模型", [{ on: "input", model: "openai/o3", is: "more" }]],
    ["上下文比gpt-4o大的国产模型有哪些", [{ on: "context", model: "openai/gpt-4o", is: "more" }]],
  ])("%s", (text, than) => {
    const { filters, intent } = read(text);
    expect(filters?.than).toEqual(than);
    expect(["list", "rank"]).toContain(intent);
  });

  it.each(["is o3 cheaper than gpt-4.1", "o3 vs gpt-4.1", "o3比gpt-4.1便宜多少"])("%s compares two", (text) => {
    const query = read(text);
    expect(query.intent).toBe("compare");
    expect(query.models).toEqual(["openai/o3", "openai/gpt-4.1"]);
    expect(query.filters?.than).toBeUndefined();
  });
});
