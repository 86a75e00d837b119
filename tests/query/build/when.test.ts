import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("a day to come is read as it is, on 2026-07-02", () => {
  it.each([
    ["sonnet 5 price on 1 october 2026", "2026-10-01"],
    ["gemini 3.6 flash cost in January 2027 for 1M in and 1M out", "2027-01-31"],
    ["what will gpt-5 cost next year", "2027-12-31"],
    ["sonnet 5 price tomorrow", "2026-07-03"],
    ["sonnet 5 at the end of the year", "2026-12-31"],
    ["gpt-4o 2030年的价格", "2030-12-31"],
    ["明年sonnet 5多少钱", "2027-12-31"],
    ["明年1月gemini 3.6 flash 100万输入要多少钱", "2027-01-31"],
    ["后天gpt-5多少钱", "2026-07-04"],
    ["年底sonnet 5多少钱", "2026-12-31"],
  ])("%s", (text, asOf) => {
    expect(read(text).asOf).toBe(asOf);
  });

  it.each(["明天深圳下雨吗", "gpt-4o this year", "今年sonnet 5多少钱", "前天刚出的sonnet 5多少刀"])(
    "%s: none",
    (text) => {
      expect(read(text)).not.toHaveProperty("asOf");
    },
  );

  it("an announcement of a bare month is of the next one", () => {
    expect(read("8月有什么预告的调价").period).toEqual({ from: "2026-08-01", to: "2026-08-31" });
  });
});

describe("上 before a time or a verb makes no seller of a company", () => {
  it.each([
    "上个月降价了吗",
    "上周涨价了没",
    "上半年降价了吗",
    "上季度有什么变化",
    "上次降价是什么时候",
    "上调了价格吗",
  ])("智谱%s", (words) => {
    const { filters } = read(`智谱${words}`);
    expect(filters).toMatchObject({ labs: { in: ["zhipuai"] } });
    expect(filters).not.toHaveProperty("providers");
  });

  it.each(["智谱上的模型有哪些", "智谱平台最便宜的模型"])("%s: a seller", (text) => {
    expect(read(text).filters).toMatchObject({ providers: { in: ["zhipuai"] } });
  });
});

describe("models that came out in a period", () => {
  it.each([
    ["openai去年出了什么模型", "2025-01-01", "2025-12-31"],
    ["智谱上半年出了哪几个模型", "2026-01-01", "2026-06-30"],
    ["deepseek去年出过哪些模型", "2025-01-01", "2025-12-31"],
    ["6月出的国产模型有哪些", "2026-06-01", "2026-06-30"],
    ["minimax今年上半年推了什么模型", "2026-01-01", "2026-06-30"],
    ["anthropic q2发布的模型", "2026-04-01", "2026-06-30"],
    ["models released from june 3 to 9", "2026-06-03", "2026-06-09"],
  ])("%s", (text, from, to) => {
    expect(read(text)).toMatchObject({ intent: "list", filters: { released: { from, to } } });
  });
});

describe("a company after from ends no period", () => {
  it.each([
    ["new models in may from alibaba", "2026-05-01", "2026-05-31"],
    ["price cuts in june from openrouter", "2026-06-01", "2026-06-30"],
    ["price rises last month from openai", "2026-06-01", "2026-06-30"],
    ["cuts in q1 from google", "2026-01-01", "2026-03-31"],
  ])("%s", (text, from, to) => {
    expect(read(text).period).toEqual({ from, to });
  });
});

describe("a price that is stated and asked back is a claim", () => {
  it.each<[string, string, number, string]>([
    ["deepseek v3.2百万token是27元吧", "price", 27, "CNY"],
    ["gpt-4o输入价格是1元吧", "input", 1, "CNY"],
    ["gpt-4o千token是0.0175元吧", "price", 17.5, "CNY"],
    ["claude sonnet 5输出是10刀吧", "output", 10, "USD"],
    ["kimi k2.5 输入是4块没错吧", "input", 4, "CNY"],
    ["doubao-seed-1.6卖8毛是吧", "price", 0.8, "CNY"],
    ["gpt-4o现在是8块对吗", "price", 8, "CNY"],
    ["gpt-4o it's $3 right", "price", 3, "USD"],
    ["gemini 2.5 pro is $1.25, correct?", "price", 1.25, "USD"],
    ["gpt-5's output costs $10 per million, right", "output", 10, "USD"],
  ])("%s", (text, on, value, currency) => {
    const query = read(text);
    expect(query).toMatchObject({ intent: "lookup", claim: [{ on, is: "equal", value, currency }] });
    expect(query).not.toHaveProperty("budget");
  });

  it.each([
    "预算是500元吧，gpt-4o能跑多少token",
    "100块能买多少gpt-4o，够吧",
    "100 dollars of gpt-4o is how many tokens right",
  ])("%s: a budget", (text) => {
    expect(read(text)).toMatchObject({ intent: "budget" });
  });
});
