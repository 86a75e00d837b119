import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bot, loadBot, type Reply } from "../../src/bot/bot.ts";
import { Decimal } from "../../src/lib/decimal.ts";

/** The facts of the article of May 2024, as they were written down; each is asked on a day of its own interval. */
interface Fact {
  lab: string;
  model: string;
  currency: "CNY" | "USD";
  mode?: string;
  price?: string;
  input?: string;
  output?: string;
  sides?: string;
  kind?: string;
  from?: string;
  until?: string;
  in_force_on?: string;
}
const facts: Fact[] = JSON.parse(readFileSync("tests/fixtures/price-war-2024-05.json", "utf8")).prices;
const SOURCE = "price-war-2024-05";
const now = new Date("2026-07-02T09:00:00Z");
let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});

/** A day on which the fact holds: its first, its last, or the one inside the month that no other fact of it takes. */
const dayOf = ({ from, until, in_force_on: on }: Fact) => from ?? until ?? (on?.length === 10 ? on : `${on}-20`);
const idOf = ({ lab, model }: Fact) => `${lab}/${model}`;
const listed = facts.filter(
  ({ kind, mode, input, price }) => !(kind?.startsWith("token") || mode || !(input ?? price)),
);

describe.each([
  ["en", (model: string, day: string) => `${model} price on ${day}`],
  ["zh", (model: string, day: string) => `${model} ${day}那天多少钱`],
])("the article's list prices, asked in %s", (_language, question) => {
  it.each(listed.map((fact) => [idOf(fact), dayOf(fact), fact] as const))("%s on %s", (id, day, fact) => {
    const { query, json } = bot.ask(question(fact.model, day), now);
    expect(query).toMatchObject({ intent: "lookup", models: [id], asOf: day });
    const row = json.rows.find(({ currency, source }) => currency === fact.currency && source === SOURCE);
    expect(row).toMatchObject({ model: id, input: fact.input ?? fact.price, output: fact.output ?? null });
    if (fact.output === undefined) expect(json.text).toMatch(/out not stated|输出未说明/);
    expect(json.text).toContain("光锥智能");
  });
});

it.each([
  ["hunyuan-standard", "10", "6.9"],
  ["hunyuan-pro", "100", "69"],
])("the list price of %s and its token package are kept apart", (model, list, pack) => {
  const { json } = bot.ask(`${model} 2024-05-20 价格`, now);
  expect(json.rows.map(({ input }) => input)).toContain(list);
  expect(json.notes.join("\n")).toMatch(new RegExp(`资源包.*¥${pack}`));
});

it("the batch price of GLM-3-Turbo is half of its list price", () => {
  const { json } = bot.ask("glm-3-turbo batch price on 2024-05-20", now);
  expect(JSON.stringify(json.rows)).toContain('"0.5"');
});

it("half the price of GPT-4 Turbo is what GPT-4o came out at", () => {
  const { json } = bot.ask("gpt-4o on 2024-05-13", now);
  expect(json.rows[0]).toMatchObject({ input: "5", output: "15", currency: "USD" });
});

const tokensFor = ({ json }: Reply) => (json.rows[0]?.tokens as { input?: number } | undefined)?.input;

describe("the article's arithmetic", () => {
  it("a yuan buys 1.25 million tokens of Doubao Pro 32k", () => {
    expect(tokensFor(bot.ask("1块钱能买多少doubao-pro-32k的输入token，按2024-05-20的价", now))).toBe(1_250_000);
  });

  it("a yuan bought 200,000 tokens of GLM-3-Turbo before the cut and a million after it", () => {
    expect(tokensFor(bot.ask("1块钱能买多少glm-3-turbo输入token，2024-05-10", now))).toBe(200_000);
    expect(tokensFor(bot.ask("1块钱能买多少glm-3-turbo输入token，2024-05-11", now))).toBe(1_000_000);
  });

  it("'five times' is a fall of 80%", () => {
    const { json } = bot.ask("glm-3-turbo price history", now);
    expect(json.rows).toMatchObject([
      { input: "5", to: "2024-05-10" },
      { input: "1", from: "2024-05-11", source: SOURCE },
    ]);
    expect(json.derived).toContainEqual(expect.objectContaining({ figure: "percent", on: "input", value: "-80" }));
    expect(json.notes.join("\n")).toMatch(/80%|one fifth/);
  });

  it.each([
    ["doubao-pro-32k", "99.33"],
    ["doubao-pro-128k", "95.83"],
  ])("%s is %s percent below a reference of 120", (model, percent) => {
    const { json } = bot.ask(`${model} on 2024-05-20 versus 120 CNY per 1M: how many percent cheaper`, now);
    const found = json.derived?.find(({ figure }) => figure === "percent");
    expect(new Decimal(String(found?.value ?? 0)).abs().toFixed(2)).toBe(percent);
  });

  it.each([
    ["doubao-pro-32k on 2024-05-20", /99\.33%.*120|120.*99\.33%/],
    ["doubao-pro-32k on 2024-05-20", /2\.5 (copies|books)/],
    ["doubao-pro-32k on 2024-05-20", /1\.5 characters a token/],
    ["doubao-pro-128k on 2024-05-20", /95\.83%/],
  ])("a note on %s says %s", (question, note) => {
    expect(bot.ask(question, now).json.notes.join("\n")).toMatch(note);
  });
});
