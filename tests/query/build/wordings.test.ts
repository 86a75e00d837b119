import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

const usd = (on: string, ends: object): object => ({ on, ...ends, currency: "USD", per: 1e6 });
const cny = (on: string, ends: object): object => ({ on, ...ends, currency: "CNY", per: 1e6 });

describe("a size is a filter, never a workload", () => {
  it.each([
    ["cheapest 128k model", 128_000],
    ["cheapest 128k model with vision", 128_000],
    ["cheapest model 200k", 200_000],
    ["最便宜的128k模型", 128_000],
    ["cheapest that can swallow a 700k prompt", 700_000],
    ["cheapest, excluding anything under 32k", 32_000],
    ["32k以下的不要，最便宜的五个", 32_000],
    ["what are the cheapest 3 w/ tool calling and 100k+ ctx", 100_000],
  ])("%s", (text, min) => {
    const query = read(text);
    expect(query.filters?.context).toEqual({ min });
    expect(query.workload).toBeUndefined();
  });
});

describe("bounds of prices, by side", () => {
  it.each<[string, object[]]>([
    ["costs at most $1 in and $5 out", [usd("input", { max: 1 }), usd("output", { max: 5 })]],
    ["anything below $0.10/$0.40", [usd("input", { under: 0.1 }), usd("output", { under: 0.4 })]],
    ["models at $1/$5 or less", [usd("input", { max: 1 }), usd("output", { max: 5 })]],
    ["input 最多1块 输出最多4块", [cny("input", { max: 1 }), cny("output", { max: 4 })]],
    ["open weights, in ≥ $0.20 and ≤ $0.60", [usd("input", { min: 0.2, max: 0.6 })]],
    ["tools, output between 40 and 90 cents", [usd("output", { min: 0.4, max: 0.9 })]],
    ["input at 50c or less", [usd("input", { max: 0.5 })]],
    ["nothing over $2 out, vision needed", [usd("output", { max: 2 })]],
    ["排除10块以上的国产模型", [cny("price", { under: 10 })]],
    ["which anthropic models come in under $5 output", [usd("output", { under: 5 })]],
    ["一百万token输入不超过5毛的有哪些", [cny("input", { max: 0.5 })]],
    ["at most 0.002 per 1k input", [{ ...usd("input", { max: 0.002 }), per: 1000 }]],
  ])("%s", (text, price) => {
    const query = read(text);
    expect(query.filters?.price).toEqual(price);
    expect(query.filters?.cost).toBeUndefined();
  });
});

describe("how many rows, from which on, for each of what", () => {
  it.each<[string, object]>([
    ["cheapest half dozen with tools", { limit: 6 }],
    ["a dozen cheap vision models", { limit: 12 }],
    ["给仨最便宜的", { limit: 3 }],
    ["cheapest 6th to 10th", { limit: 5, offset: 5 }],
    ["tools, cheapest, gimme 3", { limit: 3 }],
    [
      "vision: yes ctx: 1m limit: 2 sort: price",
      { limit: 2, filters: { abilities: { all: ["vision"] }, context: { min: 1e6 } } },
    ],
    ["cheapest model from each chinese lab", { groupBy: "lab", filters: { origin: "cn" } }],
    ["each lab's cheapest reasoning model", { groupBy: "lab" }],
    ["openai, anthropic and google: cheapest of each", { groupBy: "lab" }],
    ["cheapest in each open weights provider", { groupBy: "provider" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ intent: "rank", ...wanted });
  });

  it("lists the labs themselves", () => {
    expect(read("list every lab you cover")).toMatchObject({ intent: "list", of: "labs" });
  });
});

describe("orders", () => {
  it.each<[string, object]>([
    ["list the sonnets, oldest first", { by: "released", order: "asc" }],
    ["vertex上能听音频的gemini，输入价升序", { by: "input", order: "asc" }],
    ["国产里谁能读的最多", { by: "context", order: "desc" }],
    ["缓存最便宜的", { by: "cache_read", order: "asc" }],
    ["who serves kimi k2.6 for the least", { by: "price", order: "asc" }],
    ["cheapest model whose output is at least 64k", { by: "price", order: "asc" }],
  ])("%s", (text, sort) => {
    expect(read(text).sort).toEqual(sort);
  });
});

describe("what is denied", () => {
  it.each<[string, object]>([
    ["cheapest non-reasoning model", { abilities: { none: ["reasoning"] } }],
    ["must not have: reasoning. newest first", { abilities: { none: ["reasoning"] } }],
    ["reasoning off, cheapest", { abilities: { none: ["reasoning"] } }],
    ["excluding previews and deprecated, cheapest", { preview: false, status: "current" }],
    ["models not on openrouter", { providers: { out: ["openrouter"] } }],
  ])("%s", (text, filters) => {
    expect(read(text).filters).toEqual(filters);
  });

  it("says that it cannot leave out a single country", () => {
    const query = read("cheapest that isn't american");
    expect(query.filters?.origin).toBeUndefined();
    expect(query.unread).toEqual(["american"]);
  });

  it("answers in the currency that is not denied", () => {
    expect(read("m3 from minimax. dollars pls, not yuan").currency).toBe("USD");
  });
});

describe("multiples of a model's price", () => {
  it.each<[string, object]>([
    ["输出单价最多是v4 pro两倍的海外模型都有谁", { on: "output", is: "at_most", times: 2 }],
    ["models under twice the price of haiku 4.5", { on: "price", is: "less", times: 2 }],
    ["输出价不到gpt-5.4三分之一的", { on: "output", is: "less", times: expect.closeTo(1 / 3, 6) }],
  ])("%s", (text, than) => {
    expect(read(text).filters?.than).toEqual([expect.objectContaining(than)]);
  });
});

describe("claims of both sides", () => {
  const both = (input: number, output: number): object[] => [
    { on: "input", is: "equal", value: input, currency: "USD" },
    { on: "output", is: "equal", value: output, currency: "USD" },
  ];
  it.each<[string, object[]]>([
    ["haiku 4.5 $1 in $5 out, right?", both(1, 5)],
    ["o3还是10刀进40刀出吗", both(10, 40)],
    ["claude opus 4.8 is 5/25, correct?", both(5, 25)],
  ])("%s", (text, claim) => {
    expect(read(text).claim).toEqual(claim);
  });
});
