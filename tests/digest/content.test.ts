import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { diff } from "../../src/catalog/diff.ts";
import type { Model } from "../../src/catalog/schema.ts";
import { contentOf } from "../../src/digest/content.ts";
import type { Filters, Language } from "../../src/query/query.ts";
import { presentEdition } from "../../src/view/edition/present.ts";
import { editionText } from "../../src/view/edition/to-text.ts";
import { catalogOf, type Fact, type Sold } from "../catalog/small-catalog.ts";

const DAY = "2026-07-08";
const MODELS: Record<string, Partial<Model>> = {
  "acme/one": { name: "One", released: "2026-01-01", context: 200_000 },
  "acme/two": { name: "Two", released: "2026-07-05", context: 1_000_000 },
};
const was = (input: string, output: string, rest: Partial<Fact> = {}): Fact => ({
  seen: "2026-01-01",
  input,
  output,
  ...rest,
});
const moved = (input: string, output: string, rest: Partial<Fact> = {}): Fact => ({
  ...{ seen: DAY, input, output, kind: "move" as const },
  ...rest,
});

interface Options {
  filters?: Filters;
  language?: Language;
  sections?: Parameters<typeof contentOf>[0]["sections"];
}

const modelsOf = (sold: Record<string, Sold>) =>
  Object.fromEntries(Object.values(sold).map(({ model = "acme/one" }) => [model, MODELS[model] ?? {}]));

/** The edition of a week that began with one catalog and ended with another. */
function edition(before: Record<string, Sold>, after: Record<string, Sold>, options: Options = {}) {
  const [old, now] = [
    catalogOf("2026-07-01", before, modelsOf(before)),
    catalogOf(DAY, after, modelsOf(after)),
  ] as const;
  return told(now, [...diff(old, now, { routers: true })], options);
}

function told(catalog: Catalog, events: Parameters<typeof contentOf>[0]["events"], options: Options) {
  const { filters, language = "en", sections } = options;
  const period = { from: new Date("2026-07-01T01:00:00Z"), to: new Date("2026-07-08T23:00:00Z"), timezone: "UTC" };
  const wish = { ...(filters && { filters }), ...(sections && { sections }) };
  const content = contentOf({ catalog, now: period.to, language, events, ...period, ...wish, leaderboard: [] });
  return editionText(presentEdition(content, { language, ...(sections && { sections }) }, catalog)).split("\n");
}

const linesOf = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith("- ")).map((line) => line.slice(2));

describe("an edition", () => {
  it("tells a vendor's cut as one line, however many hosts follow", () => {
    const lines = edition(
      {
        "acme:one": { prices: [was("10", "20")] },
        "host:one": { prices: [was("11", "22")] },
        "cloud:one": { prices: [was("10", "20")] },
      },
      {
        "acme:one": { prices: [was("10", "20"), moved("5", "20", { from: "2026-07-06" })] },
        "host:one": { prices: [was("11", "22"), moved("5.5", "22")] },
        "cloud:one": { prices: [was("10", "20"), moved("5", "20")] },
      },
    );
    expect(lines[0]).toBe("LLM prices, 1 to 8 July 2026: 1 cut");
    expect(linesOf(lines)).toEqual(["One at acme: in $10 → $5 (−50%); from 6 July; 2 other sellers followed"]);
  });

  it("counts what hosts do on their own, and says nothing else of it", () => {
    const lines = edition(
      { "acme:one": { prices: [was("10", "20")] }, "host:one": { prices: [was("11", "22")] } },
      {
        "acme:one": { prices: [was("10", "20")] },
        "host:one": { prices: [was("11", "22"), moved("8", "16")] },
        "cloud:one": { prices: [was("9", "9", { seen: DAY })] },
      },
    );
    expect(lines[0]).toBe("LLM prices, 1 to 8 July 2026: a quiet week, nothing moved");
    const named = edition(
      { "host:one": { prices: [was("11", "22")] } },
      { "host:one": { prices: [was("11", "22"), moved("8", "16")] } },
      { filters: { providers: { in: ["host"] } } },
    );
    expect(linesOf(named)).toEqual(["One at host: in $11 → $8 (−27%), out $22 → $16 (−27%); noticed 8 July"]);
  });

  it("tells corrections as no moves, and reports marked as such", () => {
    const two = (...prices: Fact[]) => ({ model: "acme/two", prices: [was("4", "8"), ...prices] });
    const lines = edition(
      { "acme:one": { prices: [was("10", "20")] }, "acme:two": two(), "acme:old": { prices: [was("1", "2")] } },
      {
        "acme:one": { prices: [was("10", "20"), moved("12", "20")] },
        "acme:two": two({ ...moved("1", "2"), kind: "unconfirmed" }),
        "acme:old": { prices: [was("1", "2"), { ...moved("3", "6"), kind: "correction" }] },
      },
    );
    expect(lines[0]).toBe("LLM prices, 1 to 8 July 2026: 1 rise, 1 unconfirmed");
    expect(linesOf(lines)).toEqual([
      "Two at acme: in $4 → $1 (−75%), out $8 → $2 (−75%); reported, unconfirmed; noticed 8 July",
      "One at acme: in $10 → $12 (+20%); noticed 8 July",
      "1 report is unconfirmed: one source says so, and it waits for a second one or the vendor's page.",
      "Not told as moves: 1 correction of earlier data.",
    ]);
  });

  it("tells new models with prices, free and paid, and retirements by vendor", () => {
    const lines = edition(
      { "acme:one": { prices: [was("10", "20")] } },
      {
        "acme:one": { gone: DAY, prices: [was("10", "20")] },
        "acme:two": { model: "acme/two", prices: [was("3", "6", { seen: DAY })] },
      },
    );
    expect(lines[0]).toBe("LLM prices, 1 to 8 July 2026: 1 new model, 1 vendor retiring models");
    expect(linesOf(lines)).toEqual([
      "Two at acme: $3 in, $6 out; 1M context; released 5 July",
      "acme, no longer listed: One",
    ]);
    const free = edition(
      {
        "acme:one": { prices: [was("10", "20")] },
        "acme:two": { model: "acme/two", prices: [was("0", "0", { state: "free" })] },
      },
      {
        "acme:one": { prices: [was("10", "20"), moved("0", "0", { state: "free" })] },
        "acme:two": { model: "acme/two", prices: [was("0", "0", { state: "free" }), moved("1", "2")] },
      },
    );
    expect(linesOf(free)).toEqual([
      "One at acme: free now, was $10 in, $20 out; noticed 8 July",
      "Two at acme: no longer free: $1 in, $2 out; noticed 8 July",
    ]);
  });

  it("announces what is to come, and reminds of it and of ends in the two weeks before", () => {
    const promise = moved("12", "20", { from: "2026-07-20", seen: "2026-06-01", kind: "announced" });
    const far = moved("12", "20", { from: "2026-08-20", seen: "2026-06-01", kind: "announced" });
    const sold = (price: Fact) => ({ "acme:one": { prices: [was("10", "20"), price] } });
    const soon = edition(sold(promise), sold(promise));
    expect(linesOf(soon)).toEqual(["One at acme: in $10 → $12 (+20%); announced for 20 July, not confirmed"]);
    expect(edition(sold(far), sold(far))[0]).toContain("a quiet week");
    expect(linesOf(edition({ "acme:one": { prices: [was("10", "20")] } }, sold({ ...far, seen: DAY })))).toEqual([
      "One at acme: in $10 → $12 (+20%); announced for 20 August, not confirmed",
    ]);
    const ends = { "acme:one": { prices: [was("10", "20", { until: "2026-07-15" })] } };
    expect(linesOf(edition(ends, ends))).toEqual([
      "One at acme: $10 in, $20 out ends 15 July; what follows is not stated",
    ]);
  });

  it("gives the price of a vendor's other site in that site's currency", () => {
    const [cny, usd] = [{ currency: "CNY" as const }, { currency: "USD" as const }];
    const sold = (isCut: boolean): Record<string, Sold> => ({
      "acme:one": { prices: [was("10", "20", usd), ...(isCut ? [moved("5", "10", usd)] : [])] },
      "acme-cn:one": { prices: [was("70", "140", cny), ...(isCut ? [moved("35", "70", cny)] : [])] },
    });
    expect(linesOf(edition(sold(false), sold(true), { language: "zh" }))).toEqual([
      "One（acme-cn）：输入 ¥70 → ¥35（−50%）、输出 ¥140 → ¥70（−50%）；7 月 8 日发现",
    ]);
    expect(linesOf(edition(sold(false), sold(true)))).toEqual([
      "One at acme: in $10 → $5 (−50%), out $20 → $10 (−50%); noticed 8 July",
    ]);
  });

  it("speaks of a vendor's two sites once, by the site of the language", () => {
    const sold = (input: string): Record<string, Sold> => ({
      "acme:one": { prices: [was("10", "20"), ...(input ? [moved(input, "20")] : [])] },
      "acme-cn:one": { prices: [was("10", "20"), ...(input ? [moved(input, "20")] : [])] },
    });
    expect(linesOf(edition(sold(""), sold("5")))).toEqual(["One at acme: in $10 → $5 (−50%); noticed 8 July"]);
    expect(linesOf(edition(sold(""), sold("5"), { language: "zh" }))).toEqual([
      "One（acme-cn）：输入 $10 → $5（−50%）；7 月 8 日发现",
    ]);
  });

  it("tells only what the channel wants", () => {
    const before = {
      "acme:one": { prices: [was("10", "20")] },
      "acme:two": { model: "acme/two", prices: [was("4", "8")] },
    };
    const after = {
      "acme:one": { prices: [was("10", "20"), moved("12", "20")] },
      "acme:two": { model: "acme/two", prices: [was("4", "8"), moved("3", "8")] },
    };
    const cuts = edition(before, after, { sections: ["cuts"] });
    expect(cuts.slice(0, 3)).toEqual([
      "LLM prices, 1 to 8 July 2026: 1 cut",
      "Prices per 1M tokens; each line is one vendor's model.",
      "Only: price cuts",
    ]);
    const long = edition(before, after, { filters: { context: { min: 500_000 } } });
    expect(linesOf(long)).toEqual(["Two at acme: in $4 → $3 (−25%); noticed 8 July"]);
  });

  it("takes several moves of one offer for one, and what went back for none", () => {
    const catalog = catalogOf(DAY, { "acme:one": { prices: [was("10", "20"), moved("6", "20")] } }, MODELS);
    const step = (before: string, after: string, accepted: string) => {
      const [event] = diff(
        catalogOf("2026-07-01", { "acme:one": { prices: [was(before, "20")] } }, MODELS),
        catalogOf(
          accepted,
          { "acme:one": { prices: [was(before, "20"), moved(after, "20", { seen: accepted })] } },
          MODELS,
        ),
      );
      return event ? [event] : [];
    };
    const twice = [...step("10", "8", "2026-07-03"), ...step("8", "6", "2026-07-06")];
    expect(linesOf(told(catalog, twice, {}))).toEqual(["One at acme: in $10 → $6 (−40%); noticed 6 July"]);
    const back = [...step("10", "8", "2026-07-03"), ...step("8", "10", "2026-07-06")];
    expect(told(catalog, back, {})[0]).toContain("a quiet week");
  });
});
