import { describe, expect, it } from "vitest";
import { convert, fxOn, withRate } from "../../src/catalog/fx.ts";
import { Decimal } from "../../src/lib/decimal.ts";

const series = {
  source: "ecb",
  rates: [
    { day: "2024-05-10", rate: "7.1" },
    { day: "2024-05-14", rate: "7.2" },
    { day: "2026-04-13", rate: "6.8" },
  ],
};

describe("a rate that the operator has set", () => {
  it("wins over every day's, and is of no day", () => {
    const { fx } = withRate({ fx: series }, "7.5");
    expect(fxOn(fx, "2024-05-14", "2026-07-02")).toEqual({ rate: new Decimal("7.5"), source: "operator" });
  });

  it("is none where none is set", () => {
    const catalog = { fx: series };
    expect(withRate(catalog, undefined)).toBe(catalog);
  });
});

describe("the rate of a day", () => {
  it.each([
    ["the day itself", "2024-05-14", "2026-07-02", "2024-05-14"],
    ["the nearest before", "2024-05-15", "2026-07-02", "2024-05-14"],
    ["the nearest after", "2024-05-13", "2026-07-02", "2024-05-14"],
    ["of two as near, the earlier", "2024-05-12", "2026-07-02", "2024-05-10"],
    ["before the series", "2020-01-01", "2026-07-02", "2024-05-10"],
    ["after the series", "2026-07-02", "2026-07-02", "2026-04-13"],
    ["none that was not known yet", "2026-04-13", "2025-01-01", "2024-05-14"],
  ])("%s", (_, day, now, expected) => {
    expect(fxOn(series, day, now)?.day).toBe(expected);
  });

  it("is unknown before there is any", () => {
    expect(fxOn(series, "2024-05-14", "2023-01-01")).toBeUndefined();
  });
});

describe("a conversion", () => {
  const rate = { rate: new Decimal("7.2"), source: "ecb" };
  it.each([
    ["USD", "CNY", "18"],
    ["CNY", "USD", "0.3472222222"],
    ["USD", "USD", "2.5"],
  ] as const)("%s to %s", (from, to, expected) => {
    expect(convert(new Decimal("2.5"), from, to, rate).toSignificantDigits(10).toFixed()).toBe(expected);
  });
});
