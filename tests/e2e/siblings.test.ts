import { beforeAll, describe, expect, it } from "vitest";
import { type Bot, loadBot } from "../../src/bot/bot.ts";

const JULY = new Date("2026-07-02T09:00:00Z");
const NOVEMBER = new Date("2026-11-23T09:00:00Z");

let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});
const ask = (text: string, now = JULY) => bot.ask(text, now).json;
type Json = ReturnType<typeof ask>;
const models = ({ rows }: Json) => rows.map(({ model }) => model);
const costs = ({ rows }: Json) => rows.map(({ cost }) => Number(cost));
const said = ({ notes }: Json) => notes.join("\n");

describe("the cheapest of a family for a workload", () => {
  it.each([
    ["cheapest claude for 3000 calls of 4k in 500 out", "anthropic/claude-3-haiku-20240307"],
    ["cheapest kimi for 500 calls of 8k in 1k out", undefined],
    ["用最便宜的glm跑1000次，每次4k进1k出", undefined],
  ])("%s: every member counts, the cheapest first", (text, first) => {
    const { rows } = bot.ask(text, JULY);
    const usd = rows.map(({ cost, currency }) => Number(cost) / (currency === "CNY" ? 6.832164 : 1));
    expect(usd.length).toBeGreaterThan(3);
    expect(usd).toEqual([...usd].sort((a, b) => a - b));
    if (first) expect(rows[0]?.model).toBe(first);
  });

  it("has as many as asked for", () => {
    const answer = ask("3 cheapest gemini for 700 calls of 2k in 1k out");
    expect(costs(answer)).toHaveLength(3);
    expect(answer.count).toBeGreaterThan(10);
  });

  it("leads with the verdict where models are named", () => {
    const { text, derived } = ask("which is cheapest for 4M input and 2M output: haiku 4.5, gpt-5 mini or sonnet 5?");
    expect(derived?.[0]).toMatchObject({ figure: "cheaper", value: "openai/gpt-5-mini" });
    expect(text.split("\n")[2]).toMatch(/GPT-5 Mini is the cheapest/);
  });
});

describe("a company with both sites under one id", () => {
  it("is asked in Chinese for its yuan prices", () => {
    const answer = ask("deepseek上有什么模型");
    expect(new Set(answer.rows.map(({ currency }) => currency))).toEqual(new Set(["CNY"]));
    expect(said(answer)).not.toMatch(/没有国内站/);
  });

  it("is asked in English for its dollar prices", () => {
    const answer = ask("cheapest model on deepseek");
    expect(answer.rows[0]).toMatchObject({ currency: "USD", site: "intl" });
  });
});

describe("what is saved by moving on", () => {
  it.each([
    ["从gpt-4.1换成gpt-4.1-mini能省百分之几", "-80", "openai/gpt-4.1"],
    ["switching from o3 to gpt-5 mini saves how many percent", "-87.5", "openai/o3"],
    ["we move from opus 4.8 to haiku 4.5: savings in %", "-80", "anthropic/claude-opus-4-8"],
    ["gpt-4.1 is how many percent dearer than gpt-4.1 mini", "400", "openai/gpt-4.1-mini"],
  ])("%s: %s percent of %s", (text, value, base) => {
    expect(ask(text).derived).toContainEqual(expect.objectContaining({ figure: "percent", on: "input", value, base }));
  });
});

describe("what came, went and moved in a period", () => {
  it.each([
    ["june 2026 new minimax models", "minimax/MiniMax-M3"],
    ["did minimax launch new models in june 2026", "minimax/MiniMax-M3"],
  ])("%s: what the Chinese site sells counts in English, too", (text, model) => {
    expect(models(ask(text)).map((id) => String(id).toLowerCase())).toContain(model.toLowerCase());
  });

  it.each(["2026年5月哪些模型停售了", "2026年5月退役了的模型有哪些"])("%s: what went in May", (text) => {
    const { rows } = ask(text);
    expect(rows.length).toBeGreaterThan(0);
    for (const { move, date } of rows) expect([move, String(date).slice(0, 7)]).toEqual(["retired", "2026-05"]);
  });

  it("a host's undated rise of five times does not lead", () => {
    const answer = ask("biggest price increases of 2026");
    for (const { before, after } of answer.rows.slice(0, 5)) expect(Number(after) / Number(before)).toBeLessThan(5);
    expect(said(answer)).toMatch(/more likely corrected data/);
  });

  it.each([
    ["最近降价最多的三次", 3],
    ["今年涨价最狠的5次", 5],
  ])("%s: %i rows", (text, count) => {
    expect(ask(text).rows).toHaveLength(count);
  });

  it("the history of a family is that of the period, and names its models", () => {
    const answer = ask("gemini flash price history in 2025");
    expect(models(answer)).toEqual(expect.arrayContaining(["google/gemini-2.5-flash", "google/gemini-2.0-flash"]));
    expect(models(answer).filter((id) => String(id).endsWith("latest"))).toEqual([]);
    for (const { model } of answer.derived ?? []) expect(model).toBeDefined();
    expect(said(answer)).toMatch(/more have prices/);
  });

  it("a history of one side has that side", () => {
    expect(ask("history of claude sonnet output prices in 2025").text).not.toMatch(/In\/1M/);
  });
});

describe("withdrawn on one site", () => {
  it("a model counts as withdrawn on the other, which has said nothing since", () => {
    const answer = ask("deepseek v4 flash cost for 10M in 2M out", NOVEMBER);
    expect(answer.notes[0]).toMatch(/withdrawn from the Chinese site on 2026-09-10/);
    expect(models(ask("cheapest 1M context model", NOVEMBER))).not.toContain("deepseek/deepseek-v4-flash");
  });

  it("a model sold on elsewhere by its lab is not retired", () => {
    expect(models(ask("which models are retired", NOVEMBER))).not.toContain("google/gemini-2.0-flash");
  });
});

describe("wording", () => {
  it("a course says in its first sentence whether it rose or fell", () => {
    expect(ask("did gpt-4o ever change price?").text.split("\n")[2]).toMatch(/50% cheaper/);
  });

  it("the cheapest for a workload is reckoned out", () => {
    expect(ask("cheapest claude for 1000 calls of 5k in 1k out").text).toMatch(/1,000 × \(5,000 in × \$0\.25.*\$2\.5/);
  });

  it("tiers are told in the currency asked for, in both forms", () => {
    const { rows, text } = ask("glm-5.1多少美元");
    const tiers = (rows[0]?.tiers ?? []) as { units: { input: string } }[];
    expect(tiers.map(({ units }) => Number(units.input).toFixed(4))).toEqual(["0.8782", "1.1709"]);
    expect(text).toMatch(/≈\$1\.171（¥8）/);
  });

  it("a cost has its cents", () => {
    expect(ask("cost of 50000 calls of 1k in 333 out on haiku 4.5").text).toMatch(/\$133\.25/);
  });

  it("a ranking by cache ratio shows it", () => {
    expect(ask("lowest cache ratio, top 3").text).toMatch(/Cache ÷ in[\s\S]*%/);
  });

  it("what is not known of a site is not said to be sold on the other only", () => {
    const answer = ask("cheapest model with vision");
    expect(said(answer)).toMatch(/No price of the international site is known here/);
    expect(answer.text).not.toMatch(/Sold in China/);
  });

  it("a curator's workings are no part of an answer", () => {
    for (const text of ["gpt-5.6 sol price", "gpt-4o在2024年5月的价格", "gpt-4o in may 2024"])
      expect(ask(text, NOVEMBER).text).not.toMatch(/derived:|\(sides|5\/30/);
  });

  it("one price has one age", () => {
    expect(ask("gpt-4o price").text).toMatch(/A price of 2025-07-04, still listed on 2026-07-01/);
  });

  it("hours whose prices are shown were understood", () => {
    expect(ask("deepseek v4 pro 高峰和低谷的价格", NOVEMBER).text).not.toMatch(/没看懂/);
  });

  it("long answers join what their figures rest on", () => {
    const { notes } = ask("cheapest model with vision");
    expect(notes.length).toBeLessThanOrEqual(7);
    expect(notes[0]).toMatch(/Blended price.*ECB/);
  });
});
