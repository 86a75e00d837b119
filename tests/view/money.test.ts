import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cost, figure, grouped, inSubUnit, money, perTokens, tokens } from "../../src/view/money.ts";

describe("money", () => {
  it.each([
    ["0.15", "USD", "$0.15"],
    ["0.8", "CNY", "¥0.8"],
    ["1234.5", "USD", "≈$1,234"],
    ["1235.5", "USD", "≈$1,236"],
    ["12345.6", "CNY", "≈¥12,350"],
    ["1000000", "USD", "$1,000,000"],
    ["0.00000075", "USD", "$0.00000075"],
    ["0.123456", "USD", "≈$0.1235"],
    ["0.123450", "USD", "≈$0.1234"],
    ["2.50", "USD", "$2.5"],
    ["0", "USD", "$0"],
    ["-0.5", "USD", "-$0.5"],
  ] as const)("%s %s reads %s: four digits, half-even, ≈ where digits were lost", (amount, currency, text) => {
    expect(money(amount, currency)).toBe(text);
  });

  it("has ≈ exactly where the figure is not the amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 9 }), (digits, shift) => {
        const amount = (digits / 10 ** shift).toFixed(shift);
        const text = figure(amount);
        const back = Number(text.replace("≈", "").replaceAll(",", ""));
        expect(text.startsWith("≈")).toBe(back !== Number(amount));
        expect(Math.abs(back - Number(amount))).toBeLessThanOrEqual(Number(amount) * 0.0005);
      }),
    );
  });
});

it.each([
  ["206.25", "USD", "$206.25"],
  ["1234.56", "USD", "$1,234.56"],
  ["1234.567", "USD", "≈$1,234.57"],
  ["412.5", "CNY", "¥412.5"],
  ["9999.999", "USD", "≈$10,000"],
  ["15403.2", "CNY", "≈¥15,403"],
  ["9.20703", "USD", "≈$9.207"],
  ["0.000123456", "USD", "≈$0.0001235"],
  ["1000000", "USD", "$1,000,000"],
] as const)("a cost of %s %s reads %s: no cent of a sum below 10,000 is lost", (amount, currency, text) => {
  expect(cost(amount, currency)).toBe(text);
});

it.each([
  ["0.0008", "CNY", "li", "0.8"],
  ["0.8", "CNY", "fen", "80"],
  ["0.8", "CNY", "jiao", "8"],
  ["0.15", "USD", "cent", "15"],
  ["0.15", "USD", "li", undefined],
  ["0.8", "CNY", "cent", undefined],
] as const)("%s %s in %s is %s", (amount, currency, unit, text) => {
  expect(inSubUnit(amount, currency, unit)).toBe(text);
});

it.each([
  ["0.8", 1000, "0.0008"],
  ["2.5", 1_000_000, "2.5"],
  ["2.5", 1, "0.0000025"],
  ["0.8", 100_000_000, "80"],
])("%s per 1M is, per %d, %s", (amount, per, text) => {
  expect(perTokens(amount, per)).toBe(text);
});

it.each([
  [999, "999", "999"],
  [128_000, "128,000", "128K"],
  [131_072, "131,072", "128K"],
  [1_000_000, "1,000,000", "1M"],
  [1_048_576, "1,048,576", "1M"],
  [1_047_576, "1,047,576", "1,047,576"],
  [1_050_000, "1,050,000", "1.05M"],
  [272_000, "272,000", "272K"],
  [200_001, "200,001", "200,001"],
])("%d tokens are %s, in short %s", (count, exact, short) => {
  expect(tokens(count)).toBe(exact);
  expect(tokens(count, true)).toBe(short);
});

it("groups by three", () => expect(grouped("1234567.1234567")).toBe("1,234,567.1234567"));
