import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answerQuery } from "../../src/answer/answer-query.ts";
import { type Bot, createBot } from "../../src/bot/bot.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { Decimal } from "../../src/lib/decimal.ts";
import { MAX_LENGTH, normalise } from "../../src/query/normalise.ts";
import { type Filters, Query, type Workload } from "../../src/query/query.ts";
import { money, tokens } from "../../src/view/money.ts";
import { found, itemsOf } from "../query/helper.ts";

const NOW = new Date("2026-07-02T09:00:00Z");
const SEED = 20261123;
process.stdout.write(`properties: seed ${SEED}\n`);

let catalog: Catalog;
let bot: Bot;
beforeAll(() => {
  catalog = loadCatalog("catalog");
  bot = createBot(catalog);
});

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns: number) =>
  fc.assert(property, { seed: SEED, numRuns });

/** Words of questions, in no order that anybody would put them. */
const WORDS = [
  ..."cheapest,under,$3,128k,gpt-4.1,claude,vision,not,than,o3,free,per month,top 5,60% cached,and,or,/,:,{,2k in".split(
    ",",
  ),
  ..."最便宜,低于,两块,上下文,国产,不要,除了,比,多少钱,每天,五百次,去年,上周,以上,到,豆包,千问,免费,八成,的".split(","),
  ..."watch,digest,english,since may,2025-03,3:1,pages,500 calls a day,~,-,(,%,¥,0,999999999999,?,!,\n".split(","),
];
const ALIVE =
  "<!channel> <!here> <@U1> @channel @所有人 <at id=all></at> [x](https://e.example) \u001b[31m \u202e".split(" ");

const jumble = (words: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom("", " ", ", ")), { maxLength: 16 })
    .map((parts) => parts.flat().join(""));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  jumble(WORDS),
);

describe("whatever is typed", () => {
  it("gets a well-formed answer, and the same one twice", () => {
    check(
      fc.property(anyText, (text) => {
        const { query, json } = bot.ask(text, NOW);
        expect(Query.parse(query)).toEqual(query);
        expect(["en", "zh"]).toContain(query.language);
        expect(json.text.trim()).not.toBe("");
        const again = bot.ask(text, NOW);
        expect(JSON.stringify([again.query, again.json])).toBe(JSON.stringify([query, json]));
      }),
      120,
    );
  });

  it("gets one in a conversation too", () => {
    check(
      fc.property(jumble(WORDS), jumble(WORDS), (first, second) => {
        const { query } = bot.ask(second, NOW, bot.ask(first, NOW).memory);
        expect(Query.parse(query)).toEqual(query);
      }),
      120,
    );
  });

  it("comes back with nothing alive in it", () => {
    check(
      fc.property(jumble([...WORDS, ...ALIVE, ...ALIVE]), (text) => {
        const { json } = bot.ask(text, NOW);
        for (const line of [...json.notes, ...json.text.split("\n")]) {
          expect(line).not.toMatch(/<[!@#/a-z]|@|\]\(|[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
      }),
      200,
    );
  });

  it("is named by its own words: what was not understood, and each item, lies in the text", () => {
    check(
      fc.property(anyText, (text) => {
        for (const words of bot.ask(text, NOW).query.unread ?? []) expect(text).toContain(words);
        const { length } = normalise(text).text;
        let last = 0;
        for (const { start, end } of itemsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(length);
      }),
      200,
    );
  });

  it("is read up to a length, and the answer says so", () => {
    check(
      fc.property(jumble(WORDS), (words) => {
        const head = "price of o3 ".padEnd(MAX_LENGTH);
        const { query, json } = bot.ask(`${head}${words}`, NOW);
        expect(query).toEqual(bot.ask(head, NOW).query);
        expect(json.text.includes("4,000")).toBe(words !== "");
      }),
      8,
    );
  });
});

describe("what is formatted parses back", () => {
  /** Up to four significant digits: none is lost in the text. */
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -6, max: 3 }))
    .map(([digits, shift]) => new Decimal(digits).mul(new Decimal(10).pow(shift)).toFixed());
  const currency = fc.constantFrom("USD" as const, "CNY" as const);

  it("money", () => {
    check(
      fc.property(amount, currency, (sum, unit) => {
        expect(found("money", money(sum, unit))).toEqual([
          expect.objectContaining({ amount: Number(sum), currency: unit }),
        ]);
      }),
      300,
    );
  });

  it("money as a bound of a question", () => {
    check(
      fc.property(amount, currency, (sum, unit) => {
        const { query } = bot.ask(`models under ${money(sum, unit)} input`, NOW);
        expect(query.filters?.price).toEqual([{ on: "input", under: Number(sum), currency: unit, per: 1_000_000 }]);
      }),
      100,
    );
  });

  it("tokens", () => {
    const count = fc.oneof(
      fc.integer({ min: 1_001, max: 2_000_000_000 }),
      fc.integer({ min: 2, max: 9_000 }).map((n) => n * 1_000),
    );
    check(
      fc.property(count, (n) => {
        expect(found("qty", `${tokens(n)} tokens`)).toEqual([expect.objectContaining({ n, unit: "token" })]);
        const back = bot.ask(`models with at least ${tokens(n, true)} context`, NOW).query.filters?.context?.min ?? 0;
        // 128K stands for 131,072 as well, and never for more than is there.
        expect(back).toBeLessThanOrEqual(n);
        expect(back).toBeGreaterThan(n * 0.95);
      }),
      100,
    );
  });
});

const ask = (query: Omit<Query, "language">) =>
  answerQuery({ query: { language: "en", ...query }, readAs: [], assumed: [], trace: () => [] }, catalog, NOW);

describe("answers over the catalog", () => {
  const ability = fc.constantFrom("vision", "audio", "pdf", "tools", "structured_output", "cache", "batch" as const);
  const bound = fc.tuple(fc.constantFrom("input", "output"), fc.integer({ min: 1, max: 4_000 }));
  /** Only filters that take rows away: those that let more offers in (open weights, hosts, names) narrow nothing. */
  const narrowing = fc.oneof(
    ability.map((one): Filters => ({ abilities: { all: [one] } }) as Filters),
    fc.integer({ min: 1, max: 1_000 }).map((k): Filters => ({ context: { min: k * 1_000 } })),
    fc.integer({ min: 1, max: 100 }).map((k): Filters => ({ maxOutput: { min: k * 1_000 } })),
    bound.map(
      ([on, cents]): Filters => ({ price: [{ on, min: cents / 100, currency: "USD", per: 1_000_000 }] }) as Filters,
    ),
    fc.constantFrom<Filters>({ origin: "cn" }, { origin: "overseas" }, { preview: false }, { free: false }),
    fc.constantFrom("openai", "google", "deepseek", "alibaba").map((lab): Filters => ({ labs: { out: [lab] } })),
    fc.integer({ min: 2023, max: 2026 }).map((year): Filters => ({ released: { from: `${year}-01-01` } })),
  );
  const cheapest = (filters: Filters): Decimal | undefined => {
    const sort = { by: "price", order: "asc" } as const;
    const [row] = ask({ intent: "rank", filters, sort, currency: "USD", limit: 1 }).rows;
    const blend = row?.converted?.blend ?? row?.blend;
    return blend == null ? undefined : new Decimal(blend);
  };

  it("a narrowing filter never makes the cheapest cheaper", () => {
    let compared = 0;
    check(
      fc.property(narrowing, narrowing, (base, more) => {
        const [wide, narrow] = [cheapest(base), cheapest({ ...more, ...base })];
        if (narrow === undefined) return;
        compared += 1;
        expect(wide?.lte(narrow)).toBe(true);
      }),
      250,
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("more tokens never cost less at one tier", () => {
    const models = [...catalog.models.values()].filter(({ kind }) => kind === "text").map(({ id }) => id);
    const costs = (model: string, workload: Workload) =>
      new Map(ask({ intent: "cost", models: [model], workload }).rows.map((row) => [row.provider, row.cost]));
    const n = fc.integer({ min: 0, max: 50_000_000 });
    let compared = 0;
    check(
      fc.property(fc.constantFrom(...models), n, n, n, n, (model, input, output, moreIn, moreOut) => {
        const less = costs(model, { input, output });
        for (const [provider, cost] of costs(model, { input: input + moreIn, output: output + moreOut })) {
          const before = less.get(provider);
          if (cost == null || before == null) continue;
          compared += 1;
          expect(new Decimal(before).lte(cost)).toBe(true);
        }
      }),
      200,
    );
    expect(compared).toBeGreaterThan(50);
  });
});
