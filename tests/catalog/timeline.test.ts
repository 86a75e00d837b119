import { describe, expect, it } from "vitest";
import { Price } from "../../src/catalog/schema.ts";
import { datedBy, intervalOn, settle } from "../../src/catalog/timeline.ts";

type Fact = Partial<Price> & { input: string; seen: string };

function fact({ input, ...rest }: Fact): Price {
  return Price.parse({ state: "priced", currency: "USD", rates: [{ units: { input } }], source: "s", ...rest });
}

function inputOn(facts: Fact[], day: string, now = "2030-01-01"): string | undefined {
  const { intervals } = settle(facts.map(fact), now);
  return intervalOn(intervals, day)?.price.rates[0]?.units.input ?? undefined;
}

describe("the price in force on a day", () => {
  const cut: Fact[] = [
    { input: "5", seen: "2024-05-21", lastSeen: "2024-11-01" },
    { input: "2.5", seen: "2024-11-15", kind: "move" },
  ];
  const dated: Fact[] = [
    { input: "10", seen: "2025-04-16" },
    { input: "2", from: "2025-06-10", seen: "2025-06-11", kind: "move" },
  ];
  const promised: Fact[] = [
    { input: "2", seen: "2026-06-20" },
    { input: "3", from: "2026-09-01", seen: "2026-08-05" },
  ];
  const promo: Fact[] = [
    { input: "10", seen: "2026-01-01" },
    { input: "5", from: "2026-03-01", until: "2026-04-30", seen: "2026-03-01", list: "promotion" },
  ];
  it.each<[string, Fact[], string, string, string | undefined]>([
    ["an undated price proves nothing before its source's day", cut, "2024-05-20", "2030-01-01", undefined],
    ["from the day it was seen", cut, "2024-05-21", "2030-01-01", "5"],
    ["until the next one was seen", cut, "2024-11-14", "2030-01-01", "5"],
    ["the next one", cut, "2024-11-15", "2030-01-01", "2.5"],
    ["the vendor's own day counts, though it was seen later", dated, "2025-06-10", "2030-01-01", "2"],
    ["the day before it", dated, "2025-06-09", "2030-01-01", "10"],
    ["a fact told later about the past is not known before", dated, "2025-06-10", "2025-06-10", "10"],
    ["an announced price does not come by itself", promised, "2026-11-23", "2026-11-23", "2"],
    ["a promotion", promo, "2026-04-30", "2030-01-01", "5"],
    ["after it the list price holds again", promo, "2026-05-01", "2030-01-01", "10"],
  ])("%s", (_, facts, day, now, expected) => {
    expect(inputOn(facts, day, now)).toBe(expected);
  });

  it.each<[string, Partial<Price>, string]>([
    ["repeated by its source on that day", { lastSeen: "2026-09-01" }, "3"],
    ["checked by its source later", { checked: "2026-09-10" }, "3"],
    ["confirmed by another source", { confirmed: [{ source: "t", day: "2026-09-02" }] }, "3"],
    ["repeated only before that day", { lastSeen: "2026-08-31" }, "2"],
  ])("an announcement %s", (_, extra, expected) => {
    const [before, next] = promised as [Fact, Fact];
    expect(inputOn([before, { ...next, ...extra }], "2026-11-23", "2026-11-23")).toBe(expected);
  });

  it("a price with an end is not in force after it", () => {
    const facts: Fact[] = [{ input: "5", until: "2024-05-10", seen: "2024-05-20" }];
    expect([inputOn(facts, "2024-05-10"), inputOn(facts, "2024-05-11"), inputOn(facts, "2024-05-09")]).toEqual([
      "5",
      undefined,
      undefined,
    ]);
  });

  it("a correction takes the place of what it corrects", () => {
    const facts: Fact[] = [
      { input: "75", seen: "2025-01-01" },
      { input: "0.075", seen: "2025-06-19", kind: "correction" },
    ];
    expect(inputOn(facts, "2025-03-01")).toBe("0.075");
    expect(settle(facts.map(fact), "2030-01-01").corrections).toHaveLength(1);
  });

  it("a package stands beside the list price", () => {
    const facts: Fact[] = [
      { input: "10", from: "2024-05-17", seen: "2024-05-20" },
      { input: "6.9", from: "2024-05-17", seen: "2024-05-20", list: "package" },
    ];
    expect(inputOn(facts, "2024-05-18")).toBe("10");
    expect(settle(facts.map(fact), "2030-01-01").packages.map(({ price }) => price.list)).toEqual(["package"]);
  });
});

describe("announcements", () => {
  const now = { input: "2", seen: "2026-06-20" };
  const rise = { input: "3", from: "2026-09-01", seen: "2026-08-05" };
  const announced = (facts: Fact[], day: string) => settle(facts.map(fact), day).announced.length;

  it.each<[string, Fact[], string, number]>([
    ["stand until they are confirmed", [now, rise], "2026-11-23", 1],
    ["are unknown before they were made", [now, rise], "2026-08-04", 0],
    [
      "go when a source says otherwise after that day",
      [now, rise, { input: "2", seen: "2026-09-15" }],
      "2026-11-23",
      0,
    ],
    ["go when they are cancelled", [now, rise, { ...rise, seen: "2026-08-10", kind: "cancelled" }], "2026-08-11", 0],
    [
      "stand until the cancellation is known",
      [now, rise, { ...rise, seen: "2026-08-10", kind: "cancelled" }],
      "2026-08-09",
      1,
    ],
  ])("%s", (_, facts, day, expected) => {
    expect(announced(facts, day)).toBe(expected);
  });
});

describe("how a price is dated", () => {
  const day = "2026-07-02";
  it.each<[Partial<Price>, object]>([
    [{}, { source: "s", seen: "2026-05-01" }],
    [{ lastSeen: "2026-07-01" }, { source: "s", seen: "2026-07-01" }],
    [{ lastSeen: "2026-08-21" }, { source: "s", seen: "2026-07-02" }],
    [{ checked: "2026-06-01" }, { source: "s", checked: "2026-06-01" }],
    [{ checked: "2026-08-01" }, { source: "s", seen: "2026-05-01" }],
    [{ confirmed: [{ source: "t", day: "2026-06-05", checked: true }] }, { source: "t", checked: "2026-06-05" }],
    [{ confirmed: [{ source: "t", day: "2026-06-05" }] }, { source: "t", seen: "2026-06-05" }],
  ])("%o", (extra, expected) => {
    expect(datedBy(fact({ input: "1", seen: "2026-05-01", ...extra }), day)).toEqual(expected);
  });
});
