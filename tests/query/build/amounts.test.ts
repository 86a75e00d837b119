import { describe, expect, it } from "vitest";
import { read } from "../helper.ts";

describe("workloads that are said in parts", () => {
  it.each([
    ["o3跑2亿token，输入占六成", { input: 120_000_000, output: 80_000_000 }],
    ["40M tokens of o3, a quarter of them output", { input: 30_000_000, output: 10_000_000 }],
    ["一亿二千万token全走输入，o3几块钱", { input: 120_000_000 }],
    ["80M input, output is a tenth of the input, o3", { input: 80_000_000, output: 8_000_000 }],
    ["move 20% of my 90M monthly input tokens from o3 to gpt-4.1, what do I save", { input: 18_000_000 }],
    ["o3: 2 million chunks of 400 tokens, 10 tokens out", { input: 400, output: 10, requests: 2_000_000 }],
    ["日活2000，人均5条，每条600/200，o3月账单", { input: 600, output: 200, requests: 300_000, days: 30 }],
    ["o3, 5 req/s, 10 hours a day, 300/30, cost of 5 days", { input: 300, output: 30, requests: 900_000, days: 5 }],
    ["周一到周五每天2千次，跑3周，每次1k进200出，o3", { input: 1_000, output: 200, requests: 30_000, days: 15 }],
    ["昨天调了900次o3，共吃掉300万输入、40万输出", { input: 3_000_000, output: 400_000 }],
    ["usage: prompt=5000 completion=300 cached=4000 o3", { input: 5_000, output: 300, cachedInput: 4_000 }],
    ["老师50人，学生400人，每人每天问2次，400进300出，o3一周", { requests: 6_300, days: 7 }],
    ["$ per 1000 requests at 2k/200 on o3", { input: 2_000, output: 200, requests: 1_000 }],
    ["8k input and write a 300 word summary, o3 cost", { input: 8_000, output: 400 }],
  ])("%s", (text, workload) => {
    expect(read(text).workload).toMatchObject(workload);
  });
});

describe("times of prices", () => {
  it.each([
    ["上个月15号o3什么价", "2026-06-15"],
    ["o3 price on the 9th of last month", "2026-06-09"],
    ["what did o3 cost a year and a half ago", "2025-01-02"],
    ["o3 at the start of this year", "2026-01-01"],
    ["o3 price at chinese new year 2026", "2026-02-17"],
    ["o3去年8月底多少钱", "2025-08-31"],
  ])("%s: %s", (text, asOf) => {
    expect(read(text).asOf).toBe(asOf);
  });
});
