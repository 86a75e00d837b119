import { expect, it } from "vitest";
import type { Language, Query } from "../../src/query/query.ts";
import { present } from "../../src/view/present.ts";
import { answerTo, catalog } from "./hand-made.ts";

/** Every key and filter of a query, said in one of these. */
const QUERIES: Omit<Query, "language">[] = [
  { intent: "lookup", models: ["openai/gpt-4o"] },
  {
    intent: "lookup",
    models: ["openai/gpt-4o"],
    fields: ["output", "vision"],
    asOf: "2025-05-31",
    currency: "CNY",
    per: 1000,
    unit: "fen",
  },
  {
    intent: "lookup",
    models: ["openai/o3"],
    claim: [{ on: "input", is: "equal", value: 10, currency: "USD", asOf: "2025-05-31" }],
  },
  { intent: "lookup", models: ["openai/gpt-5.5"], tier: { promptTokens: 272_001 }, currency: ["USD", "CNY"] },
  {
    intent: "rank",
    sort: { by: "input", order: "asc" },
    limit: 5,
    offset: 2,
    groupBy: "lab",
    filters: {
      context: { min: 128_000, max: 200_000 },
      maxOutput: { min: 8192 },
      price: [{ on: "output", over: 1, max: 2.5, currency: "CNY", per: 1_000_000 }],
      than: [{ on: "price", model: "anthropic/claude-haiku-4-5", is: "less", times: 0.5 }],
      names: { in: ["gemini 3"], out: ["<gpt-4>"] },
    },
  },
  {
    intent: "list",
    of: "providers",
    filters: {
      preview: false,
      cost: { max: 200, currency: "USD" },
      status: "all",
      labs: { in: ["zhipuai"], out: ["openai"] },
      providers: { in: ["groq"] },
      families: { in: ["claude-haiku"], out: ["gpt"] },
      origin: "cn",
    },
  },
  {
    intent: "list",
    count: true,
    filters: {
      abilities: { all: ["vision", "tools"], none: ["reasoning"] },
      openWeights: true,
      free: "any",
      released: { from: "2026-01-01" },
      offers: "any",
    },
  },
  {
    intent: "compare",
    models: ["openai/gpt-4o", "openai/o3"],
    derive: "percent",
    given: [{ model: "openai/o3", on: "input", amount: 1.5, currency: "USD", per: 1_000_000 }],
  },
  {
    intent: "cost",
    families: ["claude-haiku"],
    workload: { input: 2000, cachedInput: 500, output: 300, requests: 30_000, days: 30, batch: true },
    fx: 7.1,
  },
  { intent: "cost", models: ["openai/o3"], workload: { text: { amount: 300, unit: "pages" } } },
  {
    intent: "budget",
    models: ["openai/o3"],
    budget: { amount: 0.25, currency: "USD" },
    workload: { input: 2000, output: 400, requests: 1 },
    blend: { input: 4, output: 1 },
  },
  { intent: "changes", moves: ["down", "free"], period: { from: "2026-06-01" } },
  {
    intent: "command",
    command: { name: "watch", action: "on", models: ["openai/o3"], on: "output", below: 5, currency: "USD" },
  },
  { intent: "command", command: { name: "digest", action: "off" } },
];

const said = (language: Language) =>
  `\n${QUERIES.map((query) => present(answerTo({ ...query, language }), catalog).understood).join("\n")}`;

it("says the whole query in English", () =>
  expect(said("en")).toMatchInlineSnapshot(`
  "
  price · gpt-4o (openai/gpt-4o)
  look up · gpt-4o (openai/gpt-4o) · output, vision · on 2025-05-31 · in CNY · in fen (¥0.01) · per 1K tokens
  look up · o3 (openai/o3) · check: input = $10 per 1M tokens, on 2025-05-31
  price · gpt-5.5 (openai/gpt-5.5) · prompts of 272,001 tokens · in USD and CNY
  Cheapest input · top 5 · after the first 2 · for each lab · context 128K – 200K · max output ≥ 8K · output > ¥1 per 1M tokens, ≤ ¥2.5 per 1M tokens · blended price < 0.5 × claude-haiku-4-5 · name begins with "gemini 3" · not name begins with "‹gpt-4›"
  list · Provider · no previews · cost ≤ $200 · retired ones too · by Zhipu · not by OpenAI · on Groq · Claude Haiku · not GPT · Chinese
  list · number of models · vision · tool calling · not reasoning · open weights · free ones too · released 2026-01-01 – … · any provider
  compare · gpt-4o (openai/gpt-4o) · o3 (openai/o3) · difference in percent · your price: o3 input $1.5 per 1M tokens
  cost · Claude Haiku · 30,000 calls of 1,500 in + 500 cache read + 300 out over 30 days in batch mode · ¥7.1 per $1
  cost · o3 (openai/o3) · 300 pages
  budget · o3 (openai/o3) · 2,000 in + 400 out · $0.25 · input:output 4:1
  price changes · cut or now free · 2026-06-01 – …
  command · price watch on o3 output < $5
  command · digest off"
`));

it("says the whole query in Chinese", () =>
  expect(said("zh")).toMatchInlineSnapshot(`
    "
    价格 · gpt-4o (openai/gpt-4o)
    查询 · gpt-4o (openai/gpt-4o) · 输出、看图 · 2025-05-31 当天 · 按人民币 · 按分 · 每千 tokens
    查询 · o3 (openai/o3) · 核对：输入价 = $10/百万 tokens、2025-05-31 当天
    价格 · gpt-5.5 (openai/gpt-5.5) · 提示词 272,001 tokens 那一档 · 按美元和人民币
    输入最便宜 · 前 5 · 跳过前 2 · 按厂商分 · 上下文 128K – 200K · 最大输出 ≥ 8K · 输出价 > ¥1/百万 tokens、≤ ¥2.5/百万 tokens · 综合价 < 0.5 × claude-haiku-4-5 · 名称以“gemini 3”开头 · 排除名称以“‹gpt-4›”开头
    列表 · 平台 · 不要预览版 · 费用 ≤ $200 · 包括停售 · 厂商智谱 · 排除厂商 OpenAI · Groq 上的 · Claude Haiku 系列 · 排除 GPT 系列 · 国内
    列表 · 模型数量 · 看图 · 工具调用 · 排除推理 · 开源权重 · 包括免费 · 发布于 2026-01-01 – … · 全网
    对比 · gpt-4o (openai/gpt-4o) · o3 (openai/o3) · 相差百分之几 · 你给的价：o3 输入价 $1.5/百万 tokens
    算费用 · Claude Haiku · 30 天，30,000 次，每次输入 1,500 + 缓存命中 500 + 输出 300，批量 · 1 美元 = 7.1 元
    算费用 · o3 (openai/o3) · 300 页
    算预算 · o3 (openai/o3) · 输入 2,000 + 输出 400 · $0.25 · 输入:输出 = 4:1
    价格变动 · 降价、转免费 · 2026-06-01 – …
    指令 · 价格提醒 开启 o3 输出价 < $5
    指令 · 周报 关闭"
  `));
