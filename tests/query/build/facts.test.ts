import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("what is asked of a model", () => {
  it.each([
    ["o3 input price", { fields: ["input"] }],
    ["o3的输出价", { fields: ["output"] }],
    ["cache read price of gpt-4.1", { fields: ["cache_read"] }],
    ["context window of gpt-4.1?", { fields: ["context"] }],
    ["gpt-4.1最多能输出多少token", { fields: ["max_output"] }],
    ["when was o3 released", { fields: ["released"] }],
    ["knowledge cutoff of o3", { fields: ["knowledge"] }],
    ["o3支持看图吗", { fields: ["vision"] }],
    ["does deepseek v4 flash have open weights", { fields: ["open_weights"] }],
    ["o3 in yuan", { currency: "CNY" }],
    ["o3 per 1k tokens", { per: 1_000 }],
    ["o3每千token几分钱", { per: 1_000, unit: "fen" }],
    ["gpt-4o in march 2025", { asOf: "2025-03-31" }],
    ["去年10月gpt-4o多少钱", { asOf: "2025-10-31" }],
    ["gemini 2.5 pro above 200k", { tier: { promptTokens: 200_001 } }],
    ["o3 price at 7.1 yuan to the dollar in cny", { fx: 7.1, currency: "CNY" }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ intent: "lookup", ...expected });
  });

  it.each([
    ["how much cheaper is o3 than gpt-4.1, in percent", "percent"],
    ["gpt-4.1 vs o3 output, how many times", "times"],
    ["o3比gpt-4.1便宜百分之多少", "percent"],
    ["o3的输入是gpt-4.1的几倍", "times"],
    ["o3和gpt-4.1差多少钱", "difference"],
  ])("%s: %s", (text, derive) => {
    expect(read(text)).toMatchObject({ intent: "compare", derive });
  });

  it.each([
    ["o3 is $2 in, right?", [{ on: "input", is: "equal", value: 2 }]],
    ["is gpt-4.1 output still $8?", [{ on: "output", is: "equal", value: 8 }]],
    ["gpt-4.1输入是2刀对吧", [{ on: "input", is: "equal", value: 2, currency: "USD" }]],
  ])("%s: a claim, never a filter", (text, claim) => {
    const query = read(text);
    expect(query.claim).toEqual(claim.map((one) => expect.objectContaining(one)));
    expect(query.filters).toBeUndefined();
  });
});

describe("periods of changes", () => {
  it.each([
    ["price cuts last week", { moves: ["down"], period: { from: "2026-06-22", to: "2026-06-28" } }],
    ["what went up in may", { moves: ["up"], period: { from: "2026-05-01", to: "2026-05-31" } }],
    ["new models in the last 10 days", { moves: ["new"], period: { from: "2026-06-22", to: "2026-07-02" } }],
    ["上个月谁涨价了", { moves: ["up"], period: { from: "2026-06-01", to: "2026-06-30" } }],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject({ intent: "changes", ...expected });
  });
});

describe("commands", () => {
  it.each([
    [
      "alert me when o3 input falls below $1",
      { name: "watch", action: "on", models: ["openai/o3"], on: "input", below: 1 },
    ],
    ["stop watching o3", { name: "watch", action: "remove", models: ["openai/o3"] }],
    ["show my watches", { name: "watch", action: "list" }],
    ["weekly digest on tuesdays at 7:45", { name: "digest", action: "on", weekday: 2, time: "07:45" }],
    ["turn off the digest", { name: "digest", action: "off" }],
    ["show prices in cny from now on", { name: "settings", action: "set", currency: "CNY" }],
    ["o3降价了告诉我", { name: "watch", action: "on", models: ["openai/o3"], any: "down" }],
    ["每周四下午三点发周报", { name: "digest", action: "on", weekday: 4, time: "15:00" }],
    ["以后都用英文回答", { name: "settings", action: "set", language: "en" }],
  ])("%s", (text, command) => {
    expect(read(text)).toMatchObject({ intent: "command", command });
  });
});
