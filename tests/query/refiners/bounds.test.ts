import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

const USD = { currency: "USD", per: 1_000_000 };
const CNY = { currency: "CNY", per: 1_000_000 };
const prices = (text: string) => read(text).filters?.price;

describe("bounds of prices", () => {
  it.each([
    ["models under $3 output", [{ on: "output", under: 3, ...USD }]],
    ["anything with input at most $0.7", [{ on: "input", max: 0.7, ...USD }]],
    [
      "which models cost less than $2 on both sides",
      [
        { on: "input", under: 2, ...USD },
        { on: "output", under: 2, ...USD },
      ],
    ],
    ["models priced over $20 per 1M output", [{ on: "output", over: 20, ...USD }]],
    [
      "list models with input no more than $1.5 and output no more than $6",
      [
        { on: "input", max: 1.5, ...USD },
        { on: "output", max: 6, ...USD },
      ],
    ],
    [
      "vision models, in <= $0.4, out < $1.6",
      [
        { on: "input", max: 0.4, ...USD },
        { on: "output", under: 1.6, ...USD },
      ],
    ],
    ["models between $2 and $4 input", [{ on: "input", min: 2, max: 4, ...USD }]],
    ["models at or above $30 output", [{ on: "output", min: 30, ...USD }]],
    ["cache reads below $0.05, which models?", [{ on: "cache_read", under: 0.05, ...USD }]],
    ["哪些模型输入低于3块", [{ on: "input", under: 3, ...CNY }]],
    ["输出不超过12元的模型有哪些", [{ on: "output", max: 12, ...CNY }]],
    ["输入2到6块之间的模型", [{ on: "input", min: 2, max: 6, ...CNY }]],
    ["列一下输出价格大于40块的", [{ on: "output", over: 40, ...CNY }]],
    ["输入不到1刀的有哪些模型", [{ on: "input", under: 1, ...USD }]],
    ["每千token输入低于2厘的模型", [{ on: "input", under: 2, ...CNY }]],
    ["5块以内的模型有哪些", [{ on: "price", max: 5, ...CNY }]],
    ["至少10块的模型有哪些", [{ on: "price", min: 10, ...CNY }]],
  ])("%s", (text, expected) => {
    const perMillion = prices(text)?.map(({ per, ...bound }) =>
      Object.fromEntries(
        Object.entries({ ...bound, per: 1_000_000 }).map(([key, value]) => [
          key,
          typeof value === "number" && key !== "per" ? Number(((value * 1_000_000) / per).toPrecision(12)) : value,
        ]),
      ),
    );
    expect(perMillion).toEqual(expected);
  });
});

describe("bounds of sizes", () => {
  it.each([
    ["models with more than 300k context", { context: { min: 300_001 } }],
    ["models with at least 64k context", { context: { min: 64_000 } }],
    ["models with up to 16k context", { context: { max: 16_384 } }],
    ["cheapest 256k model", { context: { min: 256_000 } }],
    ["models with context between 100k and 300k", { context: { min: 100_000, max: 307_200 } }],
    ["max output of 60k or more, which models", { maxOutput: { min: 60_000 } }],
    ["上下文超过50万的模型", { context: { min: 500_001 } }],
    ["上下文至少20万的模型有哪些", { context: { min: 200_000 } }],
    ["64k以内的模型有哪些", { context: { max: 65_536 } }],
    ["最大输出不低于16k的模型有哪些", { maxOutput: { min: 16_000 } }],
    ["一百万上下文的模型", { context: { min: 1_000_000 } }],
  ])("%s", (text, expected) => {
    expect(read(text).filters).toMatchObject(expected);
  });

  it.each(["top 7 models", "cheapest 3 vision models", "gpt-4.1 and o3", "models of 2025", "最便宜的6个模型"])(
    "%s bounds nothing",
    (text) => {
      const { context, maxOutput, price } = read(text).filters ?? {};
      expect([context, maxOutput, price]).toEqual([undefined, undefined, undefined]);
    },
  );
});
