import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build } from "../../src/query/build/query.ts";
import { NO_FACTS } from "../../src/query/facts.ts";
import type { Item } from "../../src/query/item.ts";
import { lex } from "../../src/query/lex.ts";
import { TABLES } from "../../src/query/locales/lexicon.ts";
import { normalise } from "../../src/query/normalise.ts";
import { Query } from "../../src/query/query.ts";
import { createReader } from "../../src/query/read.ts";
import { RECOGNISERS } from "../../src/query/recognisers/order.ts";
import { rewrite } from "../../src/query/recognisers/recogniser.ts";
import { createScene } from "../../src/query/scene.ts";
import { tokenise } from "../../src/query/tokens.ts";
import { finder } from "./names/fixture.ts";

const now = new Date("2026-07-02T09:00:00Z");
const read = createReader(finder);

const phrases = TABLES.flatMap((table) => Object.values(table)).flatMap((words) => words.split("|"));
const figures = [
  "5",
  "128k",
  "1M",
  "$3",
  "两块五",
  "3:1",
  "70%",
  "2025-05",
  "一百万",
  "0.8厘/千",
  "gpt-5.4",
  "kimi k2.6",
  "claude",
];
/** Texts made of words that mean something, in an order that hardly does. */
const salad = fc
  .array(fc.constantFrom(...phrases, ...figures, ",", "?", "\n"), { maxLength: 14 })
  .map((words) => words.join(" "));

describe("reading any text", () => {
  it.each([
    ["any Unicode", fc.string({ unit: "binary", maxLength: 400 })],
    ["graphemes", fc.string({ unit: "grapheme", maxLength: 400 })],
    ["a salad of our own words", salad],
  ])("never throws and gives a well-formed query: %s", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { query } = read(text, { now });
        expect(() => Query.parse(query)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on a follow-up either", () => {
    fc.assert(
      fc.property(salad, salad, (first, second) => {
        const { query } = read(first, { now });
        expect(() => Query.parse(read(second, { now, previous: query }).query)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it("names only words that stand in the text as not understood", () => {
    fc.assert(
      fc.property(fc.oneof(salad, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
        for (const word of read(text, { now }).query.unread ?? []) expect(text).toContain(word);
      }),
    );
  });

  it("reads the same words the same way twice", () => {
    fc.assert(
      fc.property(salad, (text) => {
        expect(read(text, { now }).query).toEqual(read(text, { now }).query);
      }),
    );
  });
});

/** How often the items of a text are looked at while it is read. */
function looks(source: string): number {
  let count = 0;
  const watched = (items: Item[]): Item[] =>
    new Proxy(items, {
      get(target, key, receiver) {
        count += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const { text } = normalise(source);
  const context = { text, language: "en" as const, today: "2026-07-02" };
  let items = lex(text, tokenise(text), []);
  for (const recogniser of RECOGNISERS) items = rewrite(watched(items), recogniser, context);
  build(createScene(watched([...items]), context, NO_FACTS));
  return count;
}

describe("work", () => {
  it.each([
    "cheapest vision model under $5 output, ",
    "not openai, not anthropic, ",
    "2k in 500 out, 50k calls a day ",
    "最便宜的128k模型，输入低于1块，",
    "比它便宜 ",
    "since may 2025 until june 2025 ",
    "((((",
    "1 2 3 4 5 ",
  ])("grows linearly with the length of %j", (unit) => {
    const [some, twice] = [looks(unit.repeat(20)), looks(unit.repeat(40))];
    expect(twice).toBeLessThan(2.6 * some);
  });
});
