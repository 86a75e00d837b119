import { describe, expect, it } from "vitest";
import type { PriceWindow } from "../../src/catalog/schema.ts";
import { holidaysKnownTo, isChineseHoliday, isInWindow, windowAt } from "../../src/catalog/windows.ts";

/** DeepSeek's own words: Beijing, Monday to Friday 9-12 and 14-18, not on Chinese public holidays. */
const peak: PriceWindow = {
  id: "peak",
  timezone: "Asia/Shanghai",
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ["09:00", "12:00"],
    ["14:00", "18:00"],
  ],
  exceptHolidaysOf: "cn",
};

describe("a window on the vendor's clock", () => {
  it.each([
    ["Thursday 08:59:59 in Beijing", "2026-07-02T00:59:59Z", false],
    ["Thursday 09:00", "2026-07-02T01:00:00Z", true],
    ["Thursday 11:59:59", "2026-07-02T03:59:59Z", true],
    ["Thursday 12:00", "2026-07-02T04:00:00Z", false],
    ["Thursday 13:59", "2026-07-02T05:59:00Z", false],
    ["Thursday 17:00", "2026-07-02T09:00:00Z", true],
    ["Thursday 18:00", "2026-07-02T10:00:00Z", false],
    ["Saturday 10:00", "2026-07-04T02:00:00Z", false],
    ["Sunday evening UTC is Monday 09:30 in Beijing", "2026-07-06T01:30:00Z", true],
    ["National Day, a Thursday", "2026-10-01T02:00:00Z", false],
    ["a Saturday that is worked for a holiday is no weekday", "2026-10-10T02:00:00Z", false],
    ["Spring Festival Tuesday", "2026-02-17T02:00:00Z", false],
  ])("%s", (_, moment, expected) => {
    expect(isInWindow(peak, new Date(moment))).toBe(expected);
  });

  it("names the window, or the rest of the time", () => {
    expect(windowAt([peak], new Date("2026-07-02T09:00:00Z"))).toBe("peak");
    expect(windowAt([peak], new Date("2026-07-02T20:00:00Z"))).toBe("else");
  });

  it("follows a clock that changes to summer time", () => {
    const office = { ...peak, timezone: "America/New_York", hours: [["09:00", "10:00"] as [string, string]] };
    const { exceptHolidaysOf: _, ...newYork } = office;
    expect(isInWindow(newYork, new Date("2026-01-15T14:30:00Z"))).toBe(true);
    expect(isInWindow(newYork, new Date("2026-07-16T13:30:00Z"))).toBe(true);
    expect(isInWindow(newYork, new Date("2026-07-16T14:30:00Z"))).toBe(false);
  });
});

describe("Chinese holidays", () => {
  it.each([
    ["2026-10-01", true],
    ["2026-10-10", false],
    ["2026-07-04", false],
    ["2026-07-02", false],
  ])("%s", (day, expected) => {
    expect(isChineseHoliday(day)).toBe(expected);
  });

  it("are known year by year, and it is known up to which", () => {
    expect(holidaysKnownTo(2026)).toBe(2026);
    expect(holidaysKnownTo(2099)).toBeLessThan(2099);
  });
});
