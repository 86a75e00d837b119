import { describe, expect, it } from "vitest";
import type { AnswerRow } from "../../src/answer/answer.ts";
import type { Language, Query } from "../../src/query/query.ts";
import { present } from "../../src/view/present.ts";
import { toText } from "../../src/view/to-text.ts";
import { answerTo, catalog, FRESH, inBoth, row } from "./hand-made.ts";

const GPT4O = row("openai/gpt-4o", "openai", "2.5", "10", {
  cacheRead: "1.25",
  units: { input: "2.5", output: "10", cache_read: "1.25" },
});
const MINI = row("openai/gpt-5-mini", "openai", "0.25", "2", { context: 400_000, blend: "0.6875" });
const GLM = row("zhipuai/glm-5.2", "zhipuai", "8", "28", {
  currency: "CNY",
  context: 200_000,
  blend: "13",
  checked: "2026-06-20",
  source: "list",
});
const TWO_SOURCES = {
  sources: [
    ...FRESH.sources,
    { id: "list", name: "vendor list", url: "https://example.com/list", date: "2026-06-20", checked: true },
  ],
  oldest: "2026-06-20",
  newest: "2026-07-01",
};

describe("lookup", () => {
  it("says one price in a sentence", () => {
    expect(
      inBoth((language) => answerTo({ intent: "lookup", language, models: ["openai/gpt-4o"] }, { rows: [GPT4O] })),
    ).toMatchInlineSnapshot(`
      "Understood: price · gpt-4o (openai/gpt-4o)

      gpt-4o at OpenAI: $2.5 in, $10 out, $1.25 cache read per 1M tokens
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：价格 · gpt-4o (openai/gpt-4o)

      gpt-4o（OpenAI）：每百万 tokens 输入 $2.5、输出 $10、缓存命中 $1.25
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("shows another currency, unit and what was read with a typo or not at all", () => {
    const doubao = row("bytedance/doubao-pro-32k", "volcengine", "0.8", null, { currency: "CNY" });
    expect(
      inBoth((language) =>
        answerTo(
          {
            intent: "lookup",
            language,
            models: ["bytedance/doubao-pro-32k"],
            per: 1000,
            unit: "li",
            asOf: "2024-05-20",
            unread: ["@channel", "<b>zzz"],
          },
          { rows: [doubao] },
          {
            readAs: [{ typed: "doubbao", id: "bytedance/doubao-pro-32k" }],
            assumed: [{ code: "currency", args: { currency: "CNY" } }],
          },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: price · doubao-pro-32k (bytedance/doubao-pro-32k) · on 2024-05-20 · in li (¥0.001) · per 1K tokens
      Assumed: "doubbao" read as doubao-pro-32k (bytedance/doubao-pro-32k); amounts in yuan (¥)
      Not understood, so not used: "＠channel", "‹b›zzz"

      doubao-pro-32k at Volcengine on 2024-05-20: 0.8 li in, out not stated per 1K tokens
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices as they stood on 2024-05-20.
      ——
      理解为：价格 · doubao-pro-32k (bytedance/doubao-pro-32k) · 2024-05-20 当天 · 按厘 · 每千 tokens
      默认：“doubbao”按 doubao-pro-32k（bytedance/doubao-pro-32k）理解；金额按人民币
      没看懂、未采用：“＠channel”、“‹b›zzz”

      doubao-pro-32k（火山引擎）（2024-05-20）：每千 tokens 输入 0.8 厘、输出未说明
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 2024-05-20 当天的。"
    `);
  });

  it.each<[string, Partial<AnswerRow>, RegExp, RegExp]>([
    ["free", { state: "free", input: "0", output: "0", units: { input: "0", output: "0" } }, /is free/, /免费/],
    ["trial", { state: "trial", input: "0", output: "0", units: {} }, /trial/, /试用/],
    ["plan", { state: "plan", input: null, output: null, units: {} }, /subscription plan/, /套餐/],
    ["unknown", { state: "unknown", input: null, output: null, units: {} }, /price not known/, /价格未知/],
    ["unverified", { state: "unverified" }, /\(unverified\): \$2\.5 in/, /未核实）：每百万 tokens 输入 \$2\.5/],
    [
      "one side",
      { output: null, units: { input: "2.5", output: null } },
      /\$2\.5 in, out not stated/,
      /输入 \$2\.5、输出未说明/,
    ],
    ["package", { list: "package" }, /\(package\)/, /资源包/],
  ])("says in words what is no plain price: %s", (_, state, english, chinese) => {
    const at = (language: Language) =>
      present(
        answerTo({ intent: "lookup", language, models: ["openai/gpt-4o"] }, { rows: [{ ...GPT4O, ...state }] }),
        catalog,
      ).title;
    expect(at("en")).toMatch(english);
    expect(at("zh")).toMatch(chinese);
    expect(at("en")).not.toContain("$0");
  });

  it("answers facts, and what no source states", () => {
    const rows = [{ ...MINI, facts: { vision: true, audio: false, knowledge: null, context: 400_000 } }];
    expect(
      inBoth((language) =>
        answerTo(
          {
            intent: "lookup",
            language,
            models: ["openai/gpt-5-mini"],
            fields: ["vision", "audio", "knowledge", "context"],
          },
          { rows },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: look up · gpt-5-mini (openai/gpt-5-mini) · vision, audio input, knowledge until, context

      gpt-5-mini, vision: yes; audio input: no; knowledge until: not stated; context: 400,000 tokens
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：查询 · gpt-5-mini (openai/gpt-5-mini) · 看图、音频输入、知识截止、上下文

      gpt-5-mini，看图：支持；音频输入：不支持；知识截止：未说明；上下文：400,000 tokens
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("lists every rate where the price depends on the request", () => {
    const tiers = [
      { when: { promptUpTo: 272_000 }, units: { input: "5", output: "30" } },
      { when: { promptOver: 272_000 }, units: { input: "10", output: "45" } },
    ];
    const rows = [row("openai/gpt-5.5", "openai", "5", "30", { tier: { promptUpTo: 272_000 }, tiers })];
    expect(
      inBoth((language) => answerTo({ intent: "lookup", language, models: ["openai/gpt-5.5"] }, { rows })),
    ).toMatchInlineSnapshot(`
      "Understood: price · gpt-5.5 (openai/gpt-5.5)

      gpt-5.5 at OpenAI (prompts up to 272K): $5 in, $30 out per 1M tokens
      Applies to          In/1M  Out/1M  As of
      prompts up to 272K     $5     $30  listed 2026-07-01
      prompts over 272K     $10     $45  listed 2026-07-01
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：价格 · gpt-5.5 (openai/gpt-5.5)

      gpt-5.5（OpenAI，提示词不超过 272K）：每百万 tokens 输入 $5、输出 $30
      适用               输入/百万  输出/百万  价格日期
      提示词不超过 272K         $5        $30  2026-07-01 收录
      提示词超过 272K          $10        $45  2026-07-01 收录
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("puts a claim's verdict first", () => {
    const notes = [
      {
        code: "claim",
        args: {
          model: "openai/gpt-4o",
          on: "input",
          is: "equal",
          claimed: "5",
          actual: "2.5",
          currency: "USD",
          verdict: "no",
        },
      },
    ] as const;
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "lookup", language, models: ["openai/gpt-4o"] },
          { rows: [GPT4O], verdict: "no", notes: [...notes] },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: price · gpt-4o (openai/gpt-4o)

      No: gpt-4o, input: claimed $5 per 1M tokens, actual $2.5 per 1M tokens.
      gpt-4o at OpenAI: $2.5 in, $10 out, $1.25 cache read per 1M tokens
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：价格 · gpt-4o (openai/gpt-4o)

      不对：gpt-4o 输入价：你说 $5/百万 tokens，实际 $2.5/百万 tokens。
      gpt-4o（OpenAI）：每百万 tokens 输入 $2.5、输出 $10、缓存命中 $1.25
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("shows both currencies where one was asked for", () => {
    const converted = {
      currency: "CNY",
      input: "17.0805",
      output: "68.322",
      units: { input: "17.0805", output: "68.322" },
    } as const;
    const view = present(
      answerTo(
        { intent: "lookup", language: "en", models: ["openai/gpt-4o"], currency: "CNY", fields: ["price"] },
        { rows: [{ ...GPT4O, converted }] },
      ),
      catalog,
    );
    expect(view.title).toBe("gpt-4o at OpenAI: ≈¥17.08 ($2.5) in, ≈¥68.32 ($10) out per 1M tokens");
  });
});

describe("lookup of several rows", () => {
  it("never shows the conversion of one rate beside another rate", () => {
    const tiers = [
      { when: { promptUpTo: 16_000 }, units: { input: "1.2", output: "4" } },
      { when: { promptOver: 16_000 }, units: { input: "2", output: "8" } },
    ];
    const converted = { currency: "USD", input: "0.16901", output: "0.56338" } as const;
    const rows = [row("zhipuai/glm-4", "zhipuai", "1.2", "4", { currency: "CNY", tiers, converted })];
    const view = present(
      answerTo({ intent: "lookup", language: "en", currency: "USD", models: ["zhipuai/glm-4"] }, { rows }),
      catalog,
    );
    expect(view.title).toBe("glm-4 at Zhipu: ≈$0.169 (¥1.2) in, ≈$0.5634 (¥4) out per 1M tokens");
    expect(view.table?.rows).toEqual([
      ["prompts up to 16K", "¥1.2", "¥4", "listed 2026-07-01"],
      ["prompts over 16K", "¥2", "¥8", "listed 2026-07-01"],
    ]);
  });

  it("lists the hosts of one model without naming it in each row", () => {
    const rows = [
      row("openai/gpt-oss-120b", "groq", "0.15", "0.6"),
      row("openai/gpt-oss-120b", "togetherai", "0.15", null),
    ];
    const notes = [{ code: "more_rows", args: { shown: 2, total: 18 } }] as const;
    const at = (language: Language) =>
      present(
        answerTo(
          { intent: "lookup", language, models: ["openai/gpt-oss-120b"], fields: ["providers"] },
          { rows, notes: [...notes] },
        ),
        catalog,
      );
    expect(at("en").title).toBe("gpt-oss-120b: 18 providers");
    expect(at("zh").title).toBe("gpt-oss-120b：18 个平台提供");
    expect(at("zh").table?.rows).toEqual([
      ["Groq", "$0.15", "$0.6", "2026-07-01 收录"],
      ["Together AI", "$0.15", "未说明", "2026-07-01 收录"],
    ]);
  });

  it("does not ask an embedding for its output price", () => {
    const rows = [row("openai/text-embedding-3-small", "openai", "0.02", null)];
    const { title } = present(
      answerTo({ intent: "lookup", language: "en", models: ["openai/text-embedding-3-small"] }, { rows }),
      catalog,
    );
    expect(title).toBe("text-embedding-3-small at OpenAI: $0.02 in per 1M tokens");
  });
});

describe("rank and list", () => {
  const rows = [
    MINI,
    GLM,
    row("openai/o3", "openai", "2", "8", { context: 200_000, blend: null, state: "unverified" }),
  ];

  it("leads with the best and counts what is left out", () => {
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "rank", language, filters: { context: { min: 128_000 } }, sort: { by: "price", order: "asc" } },
          {
            rows,
            count: 12,
            freshness: TWO_SOURCES,
            notes: [
              { code: "blend", args: { input: 3, output: 1 } },
              { code: "more_rows", args: { shown: 3, total: 12 } },
            ],
          },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: Cheapest · context ≥ 128K
      Assumed: only labs' own APIs, current models

      Cheapest: gpt-5-mini at OpenAI, $0.25 in, $2 out per 1M tokens
      Model       Provider  In/1M  Out/1M    Blend/1M  Context  State       As of
      gpt-5-mini  OpenAI    $0.25      $2     $0.6875     400K              listed 2026-07-01 [1]
      glm-5.2     Zhipu        ¥8     ¥28         ¥13     200K              checked 2026-06-20 [2]
      o3          OpenAI       $2      $8  not stated     200K  unverified  listed 2026-07-01 [1]
      … and 9 more of 12
      - Blended price = (3 × in + 1 × out) / 4.
      Sources:
      [1] models.dev, listed 2026-07-01, not verified: https://models.dev
      [2] vendor list, checked 2026-06-20: https://example.com/list
      Prices are 1 to 12 days old.
      ——
      理解为：最便宜 · 上下文 ≥ 128K
      默认：只看厂商官方 API、在售模型

      最便宜：gpt-5-mini（OpenAI），每百万 tokens 输入 $0.25、输出 $2
      模型        平台    输入/百万  输出/百万  综合价/百万  上下文  状态    价格日期
      gpt-5-mini  OpenAI      $0.25         $2      $0.6875    400K          2026-07-01 收录 [1]
      glm-5.2     智谱           ¥8        ¥28          ¥13    200K          2026-06-20 核实 [2]
      o3          OpenAI         $2         $8       未说明    200K  未核实  2026-07-01 收录 [1]
      …… 共 12 条，还有 9 条
      - 综合价 =（3 × 输入 + 1 × 输出）/ 4。
      来源：
      [1] models.dev，2026-07-01 收录，未核实：https://models.dev
      [2] vendor list，2026-06-20 核实：https://example.com/list
      价格最新的是 1 天前的，最旧的是 12 天前的。"
    `);
  });

  it("counts groups, not what they were chosen from", () => {
    const view = present(
      answerTo(
        { intent: "rank", language: "en", groupBy: "origin" },
        {
          rows: [
            { ...GLM, group: "cn" },
            { ...MINI, group: "overseas" },
          ],
          count: 2,
          notes: [{ code: "more_rows", args: { shown: 2, total: 393 } }],
        },
      ),
      catalog,
    );
    expect(view.title).toBe("Cheapest for each origin");
    expect(view.table).toMatchObject({
      total: 2,
      shown: 2,
      columns: [{ label: "Origin" }, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(view.table?.rows.map(([group]) => group)).toEqual(["Chinese", "non-Chinese"]);
  });

  it("lists names only, providers, and a count", () => {
    const names = answerTo({ intent: "list", language: "en", fields: ["name"] }, { rows });
    const sellers = answerTo(
      { intent: "list", language: "zh", of: "providers" },
      {
        rows: [row("", "zhipuai", null, null, { name: "智谱", facts: { models: 7, kind: "lab" }, source: "" })],
        freshness: { sources: [] },
      },
    );
    const count = answerTo({ intent: "list", language: "zh", count: true }, { outcome: "empty", count: 0 });
    expect(
      [names, sellers, count].map((answer) => toText(present(answer, catalog))).join("\n——\n"),
    ).toMatchInlineSnapshot(`
      "Understood: list · name
      Assumed: only labs' own APIs, current models

      3 models found
      Model
      gpt-5-mini
      glm-5.2
      o3
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：列表 · 平台

      共 1 个平台
      平台  模型数  类型
      智谱       7  厂商官方
      这里最新的价目是 2026-07-01 的（1 天前）。
      ——
      理解为：列表 · 模型数量
      默认：只看厂商官方 API、在售模型

      0 个模型
      这里最新的价目是 2026-07-01 的（1 天前）。"
    `);
  });
});

it("compare leads with the figure asked for and names its base", () => {
  expect(
    inBoth((language) =>
      answerTo(
        { intent: "compare", language, models: ["openai/gpt-5-mini", "openai/gpt-4o"], derive: "percent" },
        {
          rows: [MINI, { ...GPT4O, context: 128_000 }],
          derived: [
            { figure: "percent", value: "-90", on: "input", of: "openai/gpt-5-mini", base: "openai/gpt-4o" },
            { figure: "times", value: "0.1", on: "input", of: "openai/gpt-5-mini", base: "openai/gpt-4o" },
            {
              figure: "difference",
              value: "8",
              on: "output",
              of: "openai/gpt-4o",
              base: "openai/gpt-5-mini",
              currency: "USD",
            },
            { figure: "median", value: "5.123456", on: "output", of: "overseas", currency: "USD", count: 31 },
          ],
        },
      ),
    ),
  ).toMatchInlineSnapshot(`
    "Understood: compare · gpt-5-mini (openai/gpt-5-mini) · gpt-4o (openai/gpt-4o) · difference in percent

    Input: gpt-5-mini is 90% cheaper than gpt-4o (0.1×)
    Model       Provider  In/1M  Out/1M  Cache read/1M  Context  As of
    gpt-5-mini  OpenAI    $0.25      $2     not stated     400K  listed 2026-07-01
    gpt-4o      OpenAI     $2.5     $10          $1.25     128K  listed 2026-07-01
    Output: gpt-4o is $8 per 1M tokens dearer than gpt-5-mini
    Output: median (non-Chinese, 31 models) ≈$5.123 per 1M tokens
    Source: models.dev, listed 2026-07-01, not verified: https://models.dev
    Prices are 1 day old.
    ——
    理解为：对比 · gpt-5-mini (openai/gpt-5-mini) · gpt-4o (openai/gpt-4o) · 相差百分之几

    输入价：gpt-5-mini 比 gpt-4o 便宜 90%（0.1 倍）
    模型        平台    输入/百万  输出/百万  缓存命中/百万  上下文  价格日期
    gpt-5-mini  OpenAI      $0.25         $2         未说明    400K  2026-07-01 收录
    gpt-4o      OpenAI       $2.5        $10          $1.25    128K  2026-07-01 收录
    输出价：gpt-4o 比 gpt-5-mini 贵 $8/百万 tokens
    输出价：中位数（海外，31 个模型）≈$5.123/百万 tokens
    来源：models.dev，2026-07-01 收录，未核实：https://models.dev
    价格是 1 天前的。"
  `);
});

describe("cost and budget", () => {
  const workload = { input: 2000, cachedInput: 500, output: 500, requests: 1_500_000, days: 30 };
  const costLines = [
    { unit: "input", tokens: 1500, requests: 1_500_000, price: "0.25", amount: "562.5" },
    { unit: "cache_read", tokens: 500, requests: 1_500_000, price: "0.025", amount: "18.75" },
    { unit: "output", tokens: 500, requests: 1_500_000, price: "2", amount: "1500" },
  ] as const;
  const costed = { ...MINI, cost: "2081.25", costLines: [...costLines] };

  it("says the cost and shows its arithmetic", () => {
    expect(
      inBoth((language) =>
        answerTo({ intent: "cost", language, models: ["openai/gpt-5-mini"], workload }, { rows: [costed] }),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: cost · gpt-5-mini (openai/gpt-5-mini) · 1,500,000 calls of 1,500 in + 500 cache read + 500 out over 30 days

      $2,081.25 with gpt-5-mini at OpenAI, for 1,500,000 calls of 1,500 in + 500 cache read + 500 out over 30 days
      1,500,000 × (1,500 in × $0.25/1M + 500 cache read × $0.025/1M + 500 out × $2/1M) = $2,081.25
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：算费用 · gpt-5-mini (openai/gpt-5-mini) · 30 天，1,500,000 次，每次输入 1,500 + 缓存命中 500 + 输出 500

      gpt-5-mini（OpenAI），30 天，1,500,000 次，每次输入 1,500 + 缓存命中 500 + 输出 500：$2,081.25
      1,500,000 次 ×（1,500 输入 × $0.25/百万 + 500 缓存命中 × $0.025/百万 + 500 输出 × $2/百万） = $2,081.25
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("sets the costs of several models beside each other, the unknown one in words", () => {
    const rows = [costed, { ...GLM, cost: null }];
    expect(
      inBoth((language) => answerTo({ intent: "cost", language, workload }, { rows, freshness: TWO_SOURCES })),
    ).toMatchInlineSnapshot(`
      "Understood: cost · 1,500,000 calls of 1,500 in + 500 cache read + 500 out over 30 days

      Cost of 1,500,000 calls of 1,500 in + 500 cache read + 500 out over 30 days
      Model       Provider        Cost  In/1M  Out/1M  Cache read/1M  As of
      gpt-5-mini  OpenAI     $2,081.25  $0.25      $2     not stated  listed 2026-07-01 [1]
      glm-5.2     Zhipu     not stated     ¥8     ¥28     not stated  checked 2026-06-20 [2]
      gpt-5-mini at OpenAI: 1,500,000 × (1,500 in × $0.25/1M + 500 cache read × $0.025/1M + 500 out × $2/1M) = $2,081.25
      Sources:
      [1] models.dev, listed 2026-07-01, not verified: https://models.dev
      [2] vendor list, checked 2026-06-20: https://example.com/list
      Prices are 1 to 12 days old.
      ——
      理解为：算费用 · 30 天，1,500,000 次，每次输入 1,500 + 缓存命中 500 + 输出 500

      30 天，1,500,000 次，每次输入 1,500 + 缓存命中 500 + 输出 500 的费用
      模型        平台         费用  输入/百万  输出/百万  缓存命中/百万  价格日期
      gpt-5-mini  OpenAI  $2,081.25      $0.25         $2         未说明  2026-07-01 收录 [1]
      glm-5.2     智谱       未说明         ¥8        ¥28         未说明  2026-06-20 核实 [2]
      gpt-5-mini（OpenAI）：1,500,000 次 ×（1,500 输入 × $0.25/百万 + 500 缓存命中 × $0.025/百万 + 500 输出 × $2/百万） = $2,081.25
      来源：
      [1] models.dev，2026-07-01 收录，未核实：https://models.dev
      [2] vendor list，2026-06-20 核实：https://example.com/list
      价格最新的是 1 天前的，最旧的是 12 天前的。"
    `);
  });

  it("says both costs of a count with neither side named", () => {
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "cost", language, models: ["openai/gpt-5-mini"], workload: { tokens: 10_000_000_000 } },
          {
            rows: [{ ...MINI, cost: null }],
            derived: [
              { figure: "cost", value: "2500", on: "input", of: "openai/gpt-5-mini", currency: "USD" },
              { figure: "cost", value: "20000", on: "output", of: "openai/gpt-5-mini", currency: "USD" },
            ],
            notes: [{ code: "side_unsaid", args: { tokens: 10_000_000_000 } }],
          },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: cost · gpt-5-mini (openai/gpt-5-mini) · 10,000,000,000 tokens

      Cost of 10,000,000,000 tokens
      All input: gpt-5-mini $2,500
      All output: gpt-5-mini $20,000
      - Input or output was not said: shown is 10,000,000,000 tokens as all input, then as all output.
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：算费用 · gpt-5-mini (openai/gpt-5-mini) · 10,000,000,000 tokens

      10,000,000,000 tokens 的费用
      全按输入：gpt-5-mini $2,500
      全按输出：gpt-5-mini $20,000
      - 没说是输入还是输出：10,000,000,000 tokens 先按全是输入、再按全是输出各算一遍。
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("names what an amount of money buys", () => {
    const rows = [
      row("bytedance/doubao-pro-32k", "volcengine", "0.8", "2", {
        currency: "CNY",
        tokens: { input: 1_250_000, output: 500_000 },
      }),
    ];
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "budget", language, models: ["bytedance/doubao-pro-32k"], budget: { amount: 1, currency: "CNY" } },
          { rows },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: budget · doubao-pro-32k (bytedance/doubao-pro-32k) · ¥1

      ¥1 buys 1,250,000 input tokens, or 500,000 output tokens of doubao-pro-32k at Volcengine
      doubao-pro-32k at Volcengine: ¥0.8 in, ¥2 out per 1M tokens
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：算预算 · doubao-pro-32k (bytedance/doubao-pro-32k) · ¥1

      ¥1 能买 doubao-pro-32k（火山引擎）的输入 1,250,000 tokens（约 125 万），或输出 500,000 tokens（约 50 万）
      doubao-pro-32k（火山引擎）：每百万 tokens 输入 ¥0.8、输出 ¥2
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });
});

describe("time", () => {
  it("history is a row a price, oldest first", () => {
    const rows = [
      row("zhipuai/glm-4", "zhipuai", "100", null, {
        currency: "CNY",
        from: "2024-01-16",
        to: "2024-05-10",
        kind: "first_seen",
        source: "article",
      }),
      row("zhipuai/glm-4", "zhipuai", "50", "50", {
        currency: "CNY",
        from: "2024-05-11",
        to: null,
        kind: "move",
        source: "list",
      }),
    ];
    expect(
      inBoth((language) => answerTo({ intent: "history", language, models: ["zhipuai/glm-4"] }, { rows })),
    ).toMatchInlineSnapshot(`
      "Understood: price history · glm-4 (zhipuai/glm-4)

      Price history of glm-4 at Zhipu: 2 prices
      From        Until       In/1M      Out/1M  Kind        Source
      2024-01-16  2024-05-10   ¥100  not stated  first seen  article of May 2024
      2024-05-11  today         ¥50         ¥50  change      vendor list
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：价格历史 · glm-4 (zhipuai/glm-4)

      glm-4（智谱）的价格历史：2 个价格
      起          止          输入/百万  输出/百万  类型      来源
      2024-01-16  2024-05-10       ¥100     未说明  首次收录  article of May 2024
      2024-05-11  今天              ¥50        ¥50  调价      vendor list
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });

  it("changes are a row a model, unit and day", () => {
    const rows = [
      row("openai/o3", "openai", null, null, {
        unit: "input",
        before: "10",
        after: "2",
        percent: "-80",
        move: "down",
        date: "2026-06-10",
        offers: 4,
      }),
    ];
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "changes", language, moves: ["down"], period: { from: "2026-06-02", to: "2026-07-02" } },
          { rows, count: 1 },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: price changes · cut · 2026-06-02 – 2026-07-02

      1 change (cut), from 2026-06-02 to 2026-07-02
      Day         Model  Provider  What  Unit  Before/1M  After/1M  Change  Others
      2026-06-10  o3     OpenAI    cut   in          $10        $2    -80%       4
      Source: models.dev, listed 2026-07-01, not verified: https://models.dev
      Prices are 1 day old.
      ——
      理解为：价格变动 · 降价 · 2026-06-02 – 2026-07-02

      2026-06-02 至 2026-07-02：1 处变动（降价）
      日期        模型  平台    变动  计费项  之前/百万  之后/百万  涨跌  跟进平台
      2026-06-10  o3    OpenAI  降价  输入          $10         $2  -80%         4
      来源：models.dev，2026-07-01 收录，未核实：https://models.dev
      价格是 1 天前的。"
    `);
  });
});

it.each<[string, Partial<Query>, Language, string[]]>([
  ["a ranking", { intent: "rank" }, "en", ["only labs' own APIs, current models"]],
  ["a ranking", { intent: "rank" }, "zh", ["只看厂商官方 API、在售模型"]],
  ["a ranking of a family", { intent: "rank", filters: { families: { in: ["gpt"] } } }, "en", []],
  ["a ranking of free ones", { intent: "rank", filters: { free: true } }, "en", []],
  ["a ranking on a provider", { intent: "rank", filters: { providers: { in: ["groq"] } } }, "en", []],
  ["a lookup", { intent: "lookup" }, "en", []],
  [
    "a price without its side",
    { intent: "list", filters: { offers: "any", price: [{ on: "price", max: 1, currency: "USD", per: 1_000_000 }] } },
    "en",
    ["a price bound holds for input and output"],
  ],
])("says what %s takes for granted", (_, query, language, assumed) => {
  expect(present(answerTo({ intent: "rank", language, ...query }), catalog).assumed).toEqual(assumed);
});

it("says what was read of a text that was too long", () => {
  const answer = answerTo(
    { intent: "lookup", language: "en" },
    {},
    { readUpTo: 4000, assumed: [{ code: "month_30_days" }, { code: "no such code" }] },
  );
  expect(present(answer, catalog).assumed).toEqual([
    "only the first 4,000 characters were read",
    "a month has 30 days",
  ]);
});

describe("no figures", () => {
  it("asks back with numbered choices", () => {
    expect(
      inBoth((language) =>
        answerTo(
          { intent: "clarify", language },
          { outcome: "clarify" },
          {
            ask: {
              reason: "unknown_name",
              typed: "gpt-9 <!here>",
              choices: [{ label: "GPT-5.5", query: { intent: "lookup", language, models: ["openai/gpt-5.5"] } }],
            },
          },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Understood: not clear yet

      I know no model called "gpt-9 ‹!here›". Which one do you mean?
      The newest price list here is of 2026-07-01, 1 day old.

      Did you mean (type the number):
      1. GPT-5.5
      ——
      理解为：还不清楚

      没有找到名为“gpt-9 ‹!here›”的模型，你要的是哪个？
      这里最新的价目是 2026-07-01 的（1 天前）。

      你要的是（输入编号即可）：
      1. GPT-5.5"
    `);
  });

  it("says what is empty, not found, not a question of its kind, or not available", () => {
    const titles = (language: Language) => [
      present(answerTo({ intent: "rank", language }, { outcome: "empty" }), catalog).title,
      present(answerTo({ intent: "changes", language }, { outcome: "empty" }), catalog).title,
      present(answerTo({ intent: "lookup", language }, { outcome: "not_found" }), catalog).title,
      present(answerTo({ intent: "unknown", language }, { outcome: "unknown" }), catalog).title,
      present(
        answerTo(
          {
            intent: "command",
            language,
            command: [
              { name: "digest", action: "off" },
              { name: "watch", action: "on" },
            ],
          },
          { outcome: "unavailable" },
        ),
        catalog,
      ).title,
    ];
    expect([...titles("en"), ...titles("zh")]).toMatchInlineSnapshot(`
      [
        "Nothing in the catalog satisfies all of that",
        "Nothing changed, as far as is known",
        "Not in the catalog",
        "This does not look like a question about LLM prices, so there is no answer. Ask for "help" to see what can be asked.",
        "The digest and price watches: understood, but not available here yet. Nothing was set up.",
        "没有同时满足这些条件的",
        "据现有资料，没有变动",
        "没有收录",
        "这看起来不是关于大模型价格的问题，所以没有答案。输入“帮助”看看可以问什么。",
        "周报和价格提醒：听懂了，但这里暂时还不能用，没有做任何设置。",
      ]
    `);
  });

  it("help says what can be asked and where prices come from", () => {
    expect(inBoth((language) => answerTo({ intent: "help", language }, { outcome: "help" }))).toMatchInlineSnapshot(`
      "Understood: help

      Ask what LLM tokens cost, in English or Chinese or both at once
      Prices of a model: in, out, cache, batch, tiers; also its context, abilities and release; now or on a past day.
      Rankings and lists with any filter: context, price, abilities, lab, provider, open weights, release date.
      Costs: tokens, calls a day, cache share, batch, a text. Budgets: how many tokens or calls an amount buys.
      Comparisons, price history, and what changed in a period. Figures that you have heard are confirmed or corrected.
      Prices in $ or ¥ (also 厘, 分, 毛, cents), per token, 1K, 1M or any other number: just say so.
      Settings for you, a channel or the workspace: "settings currency CNY", "settings language Chinese for this channel".
      A weekly digest: "digest on monday 09:00"; told when prices move: "tell me when gpt-5.5 gets cheaper", "my watches".
      A follow-up refines the last question: "and with vision?", "same but per month".
      Prices come from public lists, each with its day: models.dev 2026-07-01, vendor list 2026-07-01, article of May 2024 2024-05-20. "Checked" is the day on which a source says it verified a price; "listed" is the day of the list, not verified.
      The newest price list here is of 2026-07-01, 1 day old.

      Try (type the number):
      1. the cheapest models, with vision, context at least 128k tokens
      2. price of gpt-4o-mini
      3. price of deepseek-v4-flash, in CNY
      4. total cost of gpt-5-mini, 1,500,000 requests, over 30 days, 2,000 input tokens, 500 output tokens
      5. how many output tokens of gpt-5.4 does $50 buy
      6. compare gpt-4.1-mini and gpt-4.1, in percent
      7. price of gpt-4o, as of 2025-05-31
      8. price cuts
      ——
      理解为：帮助

      问我大模型 token 的价格，中文、英文、混着问都行
      查价格：输入、输出、缓存、批量、分档；也可以问上下文、能力、发布时间；现在的、过去某一天的都行。
      排名和列表：上下文、价格、能力、厂商、平台、开源、发布时间，条件随意组合。
      算费用：token 数、每天多少次、缓存命中比例、批量、一段文字。算预算：一笔钱能买多少 token、跑多少次。
      对比、价格历史、一段时间里的变动。听来的价格，可以帮你核对。
      元、厘、分、毛、美元、美分，每个、每千、每百万 token，想按什么算，直接说。
      个人、群、全公司的设置：“设置币种人民币”、“设置本群语言中文”。
      每周一期价格周报：“每周一早上九点推周报”；价格一动就告诉你：“gpt-5.5 降价了告诉我”、“我的提醒”。
      可以接着问：“那输出价呢”、“去掉免费的”。
      价格来自公开的价目，各有日期：models.dev 2026-07-01、vendor list 2026-07-01、article of May 2024 2024-05-20。“核实”是来源自称核对过的日子；“收录”只是价目上的日子，未经核实。
      这里最新的价目是 2026-07-01 的（1 天前）。

      试试（输入编号即可）：
      1. 最便宜的模型，有看图，上下文至少128k token
      2. gpt-4o-mini多少钱
      3. deepseek-v4-flash多少钱，每百万token
      4. gpt-5-mini，要花多少钱，1,500,000次调用，共30天，每次输入2,000 token，输出500 token
      5. 50美元能买多少输出token，gpt-5.4
      6. 对比gpt-4.1-mini、gpt-4.1，差百分之多少
      7. gpt-4o多少钱，2025-05-31当时
      8. 降价"
    `);
  });
});

it("names every action in both languages", () => {
  const labels = (language: Language) =>
    present(
      answerTo({ intent: "rank", language }, { actions: [{ code: "more_rows", query: { intent: "rank", language } }] }),
      catalog,
    ).actions;
  expect(labels("en")[0]?.label).toBe("More rows");
  expect(labels("zh")[0]?.label).toBe("更多");
});
