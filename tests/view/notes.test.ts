import { describe, expect, it } from "vitest";
import type { Note, NoteArgs, NoteCode } from "../../src/answer/notes.ts";
import type { Query } from "../../src/query/query.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import { present } from "../../src/view/present.ts";
import { answerTo, catalog, row } from "./hand-made.ts";

const BRIEF = { model: "openai/gpt-4o", provider: "openai", currency: "USD", input: "2.5", output: "10" } as const;
const HALF = { ...BRIEF, output: null };
const OFFER = { model: "openai/gpt-4o", provider: "openai" };
const MODEL = { model: "zhipuai/glm-5.2" };
const MANY = { models: ["openai/gpt-4o", "zhipuai/glm-5.2"], count: 5 };

/** One example of every note; a new code does not compile without one. */
const EXAMPLES: { [K in NoteCode]: NoteArgs[K] } = {
  blend: { input: 3, output: 1 },
  fx: { rate: "6.8322", day: "2026-04-13", source: "ecb" },
  default_call: { input: 8000, output: 1000 },
  other_rates: { ...OFFER, by: ["prompt", "window"] },
  window_now: {
    ...HALF,
    now: "else",
    timezone: "Asia/Shanghai",
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      ["09:00", "12:00"],
      ["14:00", "18:00"],
    ],
    exceptHolidays: true,
  },
  holidays_unknown: { year: 2027, knownTo: 2026 },
  only_thinking: { ...MODEL, thinking: true },
  given: { ...MODEL, on: "input", amount: "0.8", currency: "CNY" },
  text_ratio: {
    unit: "zh_chars",
    amount: 1_000_000,
    ratio: "1.5",
    low: "1",
    high: "1.8",
    tokens: 666_667,
    tokensLow: 555_556,
    tokensHigh: 1_000_000,
  },
  side_unsaid: { tokens: 1_000_000 },
  earliest: { ...BRIEF, day: "2024-05-13", source: "list" },
  announced: { ...BRIEF, from: "2026-08-01", seen: "2026-06-20", source: "models-dev", due: false },
  unconfirmed: { ...BRIEF, seen: "2026-06-20", source: "models-dev" },
  between: { ...BRIEF, known: "2024-05-21", next: { ...BRIEF, input: "2" }, by: "2025-02-16" },
  today_price: { ...BRIEF, day: "2026-07-02" },
  price_ended: { ...OFFER, until: "2026-05-31" },
  price_until: { ...OFFER, until: "2026-08-31", promotion: true, next: HALF },
  gone: { ...OFFER, since: "2026-06-01" },
  gone_on_site: { ...OFFER, since: "2026-06-01", site: "cn" },
  ahead: { day: "2026-10-01", today: "2026-07-02" },
  ahead_period: { from: "2026-10-01", to: "2026-10-31" },
  facts_today: { asOf: "2025-05-31" },
  period: { from: "2026-06-22", to: "2026-06-28" },
  undated: {},
  moving_names: MANY,
  lists_end: { lists: [{ source: "list", date: "2026-06-30" }] },
  corrections_left_out: { count: 1 },
  stale: { days: 120 },
  other_site: { model: "zhipuai/glm-5.2", provider: "zai", currency: "USD", input: "1", output: "3.2", site: "intl" },
  one_site_only: { ...MANY, site: "cn" },
  other_offer: { ...BRIEF, region: "eu" },
  package: { ...BRIEF, list: "package" },
  hosted_only: { ...MODEL, hosts: 12 },
  best_hosted: BRIEF,
  free_left_out: MANY,
  by_input: { why: "unknown" },
  null_side: { rows: [{ ...OFFER, unit: "input", value: "2.5", currency: "USD" }], count: 3 },
  unverified_left_out: MANY,
  unproven_left_out: { count: 2 },
  ability_not_stated: { ability: "structured_output", count: 7 },
  fact_not_stated: { field: "context", count: 1 },
  plans_not_ranked: { providers: ["zai-coding-plan"] },
  too_long: { tokens: 300_000, count: 4 },
  exceeds_context: { ...MODEL, context: 200_000, tokens: 410_000 },
  than: { ...MODEL, on: "price", value: "1.925", currency: "USD" },
  than_unknown: { ...MODEL, on: "cache_read" },
  unknown_model: { model: "openai/gpt-9\n<!channel>" },
  not_released: { ...MODEL, released: "2026-06-01", asOf: "2025-05-31" },
  unknown_provider: { provider: "@here" },
  no_offer: { ...MODEL, provider: "groq" },
  no_price: MODEL,
  no_unit_price: { ...OFFER, unit: "cache_read" },
  no_batch: MANY,
  request_fee: { ...MODEL, amount: "5", currency: "USD" },
  free_of_charge: MODEL,
  claim: {
    model: "openai/gpt-4o",
    on: "price",
    is: "equal",
    claimed: "10",
    actual: "2.5 / 10",
    currency: "USD",
    verdict: "no",
  },
  family_as: { family: "claude-haiku", model: "anthropic/claude-haiku-4-5" },
  alias: { model: "mistral/mistral-large-latest", to: "mistral/mistral-large-2512", from: "2025-12-08" },
  fact: { ...MODEL, en: "New users get 25,000,000 tokens.", zh: "新用户赠送2500万tokens。", source: "list" },
  price_note: { ...OFFER, text: "until further <notice>", source: "models-dev" },
  disagreement: {
    ...BRIEF,
    count: 3,
    others: [{ currency: "USD", input: "5", output: "15", sources: [{ source: "list", date: "2026-06-30" }] }],
  },
  unlikely_moves: { models: ["openai/gpt-4o"], count: 2 },
  more_models: { shown: 5, total: 9 },
  more_rows: { shown: 10, total: 87 },
};

const codes = Object.keys(EXAMPLES) as NoteCode[];

function said(language: "en" | "zh", code: NoteCode): string {
  const note = { code, args: EXAMPLES[code] } as Note;
  const view = present(
    answerTo(
      { intent: "lookup", language, models: ["openai/gpt-4o"] },
      { rows: [row("openai/gpt-4o", "openai", "2.5", "10", { tier: { promptUpTo: 128_000 } })], notes: [note] },
    ),
    catalog,
  );
  return [...view.notes, ...view.facts].join("\n");
}

describe("every note is one sentence in each language", () => {
  it("English", () => {
    expect(`\n${codes.map((code) => `${code}: ${said("en", code)}`).join("\n")}`).toMatchInlineSnapshot(`
      "
      blend: Blended price = (3 × in + 1 × out) / 4.
      fx: Yuan and dollars are compared at ¥6.8322 per $1 of 2026-04-13 (ECB).
      default_call: No length of a call was given: priced as a call of 8K tokens in and 1K out.
      other_rates: gpt-4o at OpenAI has other prices, by prompt length, time of day.
      window_now: gpt-4o at OpenAI charges by time of day: the dearer hours (09:00–12:00, 14:00–18:00 Mon–Fri, Asia/Shanghai, except Chinese public holidays) are shown; right now the other hours apply: $2.5 in, out not stated per 1M tokens.
      holidays_unknown: Chinese public holidays are known up to 2026: a holiday in 2027 would be priced as an ordinary day.
      only_thinking: glm-5.2 is priced with thinking only.
      given: Your own price is used for glm-5.2: input ¥0.8 per 1M tokens.
      text_ratio: 1,000,000 Chinese characters are taken as 666,667 tokens (1.5 Chinese characters a token); at 1.8 to 1 a token they are 555,556 to 1,000,000.
      side_unsaid: Input or output was not said: shown is 1,000,000 tokens as all input, then as all output.
      earliest: No price of gpt-4o at OpenAI is known for that day. Earliest known price: 2024-05-13, $2.5 in, $10 out per 1M tokens (vendor list).
      announced: gpt-4o at OpenAI until 2026-07-31, then $2.5 in, $10 out per 1M tokens: announced, not confirmed (models.dev, 2026-06-20).
      unconfirmed: Reported, unconfirmed: gpt-4o at OpenAI, $2.5 in, $10 out per 1M tokens (models.dev, 2026-06-20).
      between: gpt-4o at OpenAI is known at $2.5 in, $10 out per 1M tokens on 2024-05-21 and at $2 in, $10 out per 1M tokens by 2025-02-16; when it changed in between is not known.
      today_price: Today (2026-07-02): gpt-4o at OpenAI, $2.5 in, $10 out per 1M tokens.
      price_ended: The last known price of gpt-4o at OpenAI ended on 2026-05-31; no later one is known.
      price_until: The promotion of gpt-4o at OpenAI holds until 2026-08-31, then $2.5 in, out not stated per 1M tokens.
      gone: OpenAI no longer lists gpt-4o (since 2026-06-01).
      gone_on_site: gpt-4o was withdrawn from the Chinese site on 2026-06-01 and no newer word of this one is known: it counts as withdrawn at OpenAI.
      ahead: 2026-10-01 is still to come: no price of that day is known. These are the prices of 2026-07-02, and what is announced so far.
      ahead_period: 2026-10-01 to 2026-10-31 is still to come: only what is announced so far can be told.
      facts_today: Prices are those of 2025-05-31; context, abilities and status are today's.
      period: Period: 2026-06-22 to 2026-06-28.
      undated: ≤ marks the day by which a source had it: the vendor's own day is not known and may be earlier.
      moving_names: A name that moves on changes its price when it comes to point to another model: gpt-4o, glm-5.2 and 3 more.
      lists_end: Most lists end earlier (vendor list 2026-06-30): later changes are known only in part.
      corrections_left_out: 1 correction of the data is not shown as a price move.
      stale: The newest price here is 120 days old: check the vendor's page before you rely on it.
      other_site: The international site has its own price: glm-5.2 at Z.ai, $1 in, $3.2 out per 1M tokens.
      one_site_only: No price of the international site is known here, so shown with the one that is: gpt-4o, glm-5.2 and 3 more.
      other_offer: Also sold as gpt-4o at OpenAI (eu): $2.5 in, $10 out per 1M tokens.
      package: gpt-4o at OpenAI as a prepaid token package: $2.5 in, $10 out per 1M tokens.
      hosted_only: The lab of glm-5.2 sells no API of its own: 12 hosts serve it.
      best_hosted: Best open weights served by a host, not ranked: gpt-4o at OpenAI, $2.5 in, $10 out per 1M tokens.
      free_left_out: Free, not ranked: gpt-4o, glm-5.2 and 3 more.
      by_input: The output prices of that day are not known: the order is by input price.
      null_side: Not ranked, one side is not stated (per 1M tokens): gpt-4o at OpenAI $2.5 in and 2 more.
      unverified_left_out: Unverified, not ranked (a dollar figure on a site that bills in yuan): gpt-4o, glm-5.2 and 3 more.
      unproven_left_out: 2 models left out: the first known price is of a later day.
      ability_not_stated: 7 models left out: no source says whether they have structured output.
      fact_not_stated: 1 model left out: no source states the context length.
      plans_not_ranked: Subscription plans have no price per token and are not ranked: Z.ai coding plan.
      too_long: 4 models left out: a request of 300K tokens does not fit.
      exceeds_context: A request of 410K tokens does not fit glm-5.2: its context is 200K.
      than: Compared with glm-5.2: blended price $1.925 per 1M tokens.
      than_unknown: Nothing could be compared with glm-5.2: its cache read is not known.
      unknown_model: I know no model "openai/gpt-9 ‹!channel›".
      not_released: glm-5.2 did not exist on 2025-05-31: released 2026-06-01.
      unknown_provider: I know no provider "＠here".
      no_offer: Groq does not sell glm-5.2, as far as is known.
      no_price: No price of glm-5.2 is known.
      no_unit_price: No cost for gpt-4o at OpenAI: its cache read price is not stated.
      no_batch: No batch price is known, the standard price is used: gpt-4o, glm-5.2 and 3 more.
      request_fee: glm-5.2 also charges $5 per 1,000 requests, which is not included.
      free_of_charge: glm-5.2 is free of charge: money sets no limit.
      claim: gpt-4o, price: claimed $10 per 1M tokens, actual $2.5 and $10 per 1M tokens.
      family_as: "Claude Haiku" is taken as claude-haiku-4-5, its newest.
      alias: mistral-large-latest points to mistral-large-2512 since 2025-12-08, as far as is known.
      fact: New users get 25,000,000 tokens. (vendor list)
      price_note: models.dev says: "until further ‹notice›".
      disagreement: Sources disagree on gpt-4o at OpenAI: 3 sources say $2.5 in, $10 out per 1M tokens (shown), one source says $5 in, $15 out per 1M tokens (vendor list, 2026-06-30).
      unlikely_moves: Put last, being more likely corrected data than news (a host's undated move of five times or more): moves of gpt-4o.
      more_models: The 5 newest models of it are shown, and 4 more have prices: name one to see it.
      more_rows: 10 of 87 are shown."
    `);
  });

  it("Chinese", () => {
    expect(`\n${codes.map((code) => `${code}: ${said("zh", code)}`).join("\n")}`).toMatchInlineSnapshot(`
      "
      blend: 综合价 =（3 × 输入 + 1 × 输出）/ 4。
      fx: 汇率：1 美元 = 6.8322 元（2026-04-13，ECB）。
      default_call: 没有说单次长度，按一次 8K 输入、1K 输出所在的档位计价。
      other_rates: gpt-4o（OpenAI）按提示词长度、时段还有其他价格。
      window_now: gpt-4o（OpenAI）分时段计价，显示的是贵的时段（周一至周五 09:00–12:00, 14:00–18:00，北京时间，法定节假日除外）；此刻是其他时段：每百万 tokens 输入 $2.5、输出未说明。
      holidays_unknown: 节假日安排只知道到 2026 年，2027 年的节假日按平日计价。
      only_thinking: glm-5.2 只有思考模式的价。
      given: glm-5.2 用的是你给的价：输入价 ¥0.8/百万 tokens。
      text_ratio: 1,000,000 个汉字按 666,667 tokens 算（每 token 约 1.5 个汉字）；若每 token 折 1.8 到 1，则为 555,556 到 1,000,000 tokens。
      side_unsaid: 没说是输入还是输出：1,000,000 tokens 先按全是输入、再按全是输出各算一遍。
      earliest: 那天 gpt-4o（OpenAI）的价格没有记录。已知最早的价：2024-05-13，每百万 tokens 输入 $2.5、输出 $10（vendor list）。
      announced: gpt-4o（OpenAI）的这个价到 2026-07-31 为止，之后每百万 tokens 输入 $2.5、输出 $10：已预告、尚未确认（models.dev，2026-06-20）。
      unconfirmed: 有报道、尚未确认：gpt-4o（OpenAI）每百万 tokens 输入 $2.5、输出 $10（models.dev，2026-06-20）。
      between: gpt-4o（OpenAI）：2024-05-21 时是每百万 tokens 输入 $2.5、输出 $10，不晚于 2025-02-16 是每百万 tokens 输入 $2、输出 $10；其间哪天改价没有记录。
      today_price: 今天（2026-07-02）：gpt-4o（OpenAI），每百万 tokens 输入 $2.5、输出 $10。
      price_ended: gpt-4o（OpenAI）最后一个已知价格到 2026-05-31 为止，之后的价格未知。
      price_until: gpt-4o（OpenAI）的这个促销价到 2026-08-31 为止，之后每百万 tokens 输入 $2.5、输出未说明。
      gone: 2026-06-01 起，OpenAI 不再列出 gpt-4o。
      gone_on_site: gpt-4o 已于 2026-06-01 从国内站下架，本站之后没有新消息：OpenAI 按已停售算。
      ahead: 2026-10-01 还没到，那天的价格没人知道。这里是 2026-07-02 的价格，以及目前已公布的调价。
      ahead_period: 2026-10-01 至 2026-10-31 还没到：只能列出目前已公布的。
      facts_today: 价格是 2025-05-31 的；上下文、能力和在售状态是今天的。
      period: 时间范围：2026-06-22 至 2026-06-28。
      undated: ≤ 表示不晚于：那天资料来源里已有，厂商的实际日期未知，可能更早。
      moving_names: 这类名称会改指别的模型，价格随之变动：gpt-4o、glm-5.2 等共 5 个。
      lists_end: 多数价目截止得更早（vendor list 2026-06-30），之后的变动只知道一部分。
      corrections_left_out: 另有 1 处只是数据更正，不算调价。
      stale: 这里最新的价格也已是 120 天前的，用之前请到官网核对。
      other_site: 国际站另有价：glm-5.2（Z.ai），每百万 tokens 输入 $1、输出 $3.2。
      one_site_only: 这里没有国际站的价格，按已知的站列出：gpt-4o、glm-5.2 等共 5 个。
      other_offer: gpt-4o（OpenAI）（eu）也有：每百万 tokens 输入 $2.5、输出 $10。
      package: gpt-4o（OpenAI）资源包价：每百万 tokens 输入 $2.5、输出 $10。
      hosted_only: glm-5.2 的厂商自己不卖 API，有 12 家平台提供。
      best_hosted: 由平台托管的开源模型里最好的（不参与排名）：gpt-4o（OpenAI），每百万 tokens 输入 $2.5、输出 $10。
      free_left_out: 免费、不参与排名：gpt-4o、glm-5.2 等共 5 个。
      by_input: 那天的输出价没有记录，所以按输入价排。
      null_side: 有一侧价格未说明、不参与排名（每百万 tokens）：gpt-4o（OpenAI）输入 $2.5 等共 3 个。
      unverified_left_out: 价格未核实、不参与排名（人民币计费的站点上只有美元数）：gpt-4o、glm-5.2 等共 5 个。
      unproven_left_out: 2 个模型未计入：它们最早的已知价格晚于那天。
      ability_not_stated: 7 个模型未计入：没有来源说明是否支持结构化输出。
      fact_not_stated: 1 个模型未计入：没有来源说明上下文长度。
      plans_not_ranked: 订阅套餐没有按 token 的价，不参与排名：Z.ai coding plan。
      too_long: 4 个模型未计入：装不下一次 300K tokens 的请求。
      exceeds_context: 一次 410K tokens 的请求超出 glm-5.2 的上下文（200K）。
      than: 对比的是 glm-5.2：综合价 $1.925/百万 tokens。
      than_unknown: 没法与 glm-5.2 比：它的缓存命中价未知。
      unknown_model: 没有找到模型“openai/gpt-9 ‹!channel›”。
      not_released: 2025-05-31 时 glm-5.2 还没有发布（2026-06-01 发布）。
      unknown_provider: 没有找到平台“＠here”。
      no_offer: 据现有资料，Groq 没有 glm-5.2。
      no_price: 没有 glm-5.2 的价格记录。
      no_unit_price: gpt-4o（OpenAI）没有说明缓存命中价，算不出费用。
      no_batch: 没有批量价，按标准价算：gpt-4o、glm-5.2 等共 5 个。
      request_fee: glm-5.2 每千次请求另收 $5，未计入。
      free_of_charge: glm-5.2 免费，花多少钱都一样。
      claim: gpt-4o 价格：你说 $10/百万 tokens，实际 $2.5 和 $10/百万 tokens。
      family_as: “Claude Haiku”按其中最新的 claude-haiku-4-5 算。
      alias: 据现有资料，mistral-large-latest 自 2025-12-08 起指向 mistral-large-2512。
      fact: 新用户赠送 2500 万 tokens。（vendor list）
      price_note: 
      disagreement: 各来源对 gpt-4o（OpenAI）说法不一：3 个来源说每百万 tokens 输入 $2.5、输出 $10（以此为准），1 个来源说每百万 tokens 输入 $5、输出 $15（vendor list，2026-06-30）。
      unlikely_moves: 第三方平台上五倍以上、没有日期的变动多半是数据更正，共 2 处排在最后：gpt-4o。
      more_models: 只列出最新的 5 个模型，另有 4 个有价格：点名即可查看。
      more_rows: 共 87 条，显示 10 条。"
    `);
  });

  it.each(codes)("%s keeps what it echoes harmless and has no English sentence in Chinese", (code) => {
    for (const language of ["en", "zh"] as const) expect(said(language, code)).not.toMatch(/[<>@\n]/);
    expect(said("zh", code)).not.toMatch(/\b(the|is|are|of|not|and|price|prices|known)\b/);
  });
});

it("says several notes of one kind in one sentence", () => {
  const notes: Note[] = [
    { code: "other_rates", args: { model: "openai/gpt-5.5", provider: "openai", by: ["prompt"] } },
    { code: "other_rates", args: { model: "google/gemini-2.5-flash", provider: "google", by: ["prompt"] } },
    { code: "other_rates", args: { model: "deepseek/deepseek-v4-pro", provider: "deepseek", by: ["window"] } },
    { code: "other_site", args: EXAMPLES.other_site },
    { code: "other_site", args: { ...EXAMPLES.other_site, model: "zhipuai/glm-4.7-flash" } },
    { code: "one_site_only", args: { models: ["zhipuai/glm-4"], count: 1, site: "cn" } },
    { code: "one_site_only", args: { models: ["tencent/hunyuan-standard"], count: 1, site: "cn" } },
    { code: "other_offer", args: EXAMPLES.other_offer },
    { code: "other_offer", args: { ...EXAMPLES.other_offer, provider: "azure" } },
    { code: "ability_not_stated", args: { ability: "vision", count: 3 } },
    { code: "ability_not_stated", args: { ability: "tools", count: 1 } },
    { code: "fact_not_stated", args: { field: "released", count: 3 } },
    { code: "fact_not_stated", args: { field: "open_weights", count: 1 } },
    { code: "unknown_model", args: { model: "a/b" } },
    { code: "unknown_model", args: { model: "c/d" } },
  ];
  const lines = (language: "en" | "zh") => present(answerTo({ intent: "rank", language }, { notes }), catalog).notes;
  expect(`\n${[...lines("en"), ...lines("zh")].join("\n")}`).toMatchInlineSnapshot(`
    "
    I know none of these models: a/b, c/d.
    Other prices, by prompt length: gpt-5.5, gemini-2.5-flash; by time of day: deepseek-v4-pro.
    The international site has its own prices: glm-5.2 at Z.ai, $1 in, $3.2 out per 1M tokens; glm-4.7-flash at Z.ai, $1 in, $3.2 out per 1M tokens.
    No price of the international site is known here, so shown with the one that is: glm-4, hunyuan-standard.
    Left out, since no source says whether they have it: vision, 3 models; tool calling, 1 model. Left out, since no source states it: release date, 3 models; licence of the weights, 1 model.
    Also sold as: gpt-4o at OpenAI, $2.5 in, $10 out per 1M tokens; gpt-4o at azure, $2.5 in, $10 out per 1M tokens.
    没有找到这些模型：a/b、c/d。
    还有其他价格：按提示词长度的有 gpt-5.5、gemini-2.5-flash；按时段的有 deepseek-v4-pro。
    国际站另有价：glm-5.2（Z.ai）每百万 tokens 输入 $1、输出 $3.2；glm-4.7-flash（Z.ai）每百万 tokens 输入 $1、输出 $3.2。
    这里没有国际站的价格，按已知的站列出：glm-4、hunyuan-standard。
    没有来源说明是否支持、未计入的模型：看图 3 个，工具调用 1 个。没有来源说明、未计入的模型：发布日期 3 个，是否开源 1 个。
    也有：gpt-4o（OpenAI）每百万 tokens 输入 $2.5、输出 $10；gpt-4o（azure）每百万 tokens 输入 $2.5、输出 $10。"
  `);
});

describe("a note is left out where it would say nothing new", () => {
  const notes = (query: Partial<Query>, note: Note, rows = [row("openai/gpt-4o", "openai", "2.5", "10")]) =>
    present(answerTo({ intent: "lookup", language: "en", ...query }, { notes: [note], rows }), catalog).notes;
  const two = [row("openai/gpt-4o", "openai", "2.5", "10"), row("openai/o3", "openai", "2", "8")];

  it.each<[string, Partial<Query>, Note, number]>([
    ["rows cut, under a table", { intent: "rank" }, { code: "more_rows", args: { shown: 2, total: 9 } }, 0],
    ["the period of changes, in the title", { intent: "changes" }, { code: "period", args: EXAMPLES.period }, 0],
    ["the period of a history", { intent: "history" }, { code: "period", args: EXAMPLES.period }, 1],
    [
      "other prices, where none was asked",
      { fields: ["vision"] },
      { code: "other_rates", args: EXAMPLES.other_rates },
      0,
    ],
    ["other prices, beside a price", { fields: ["input"] }, { code: "other_rates", args: EXAMPLES.other_rates }, 1],
    [
      "a usual call, where no price depends on it",
      { intent: "cost" },
      { code: "default_call", args: EXAMPLES.default_call },
      0,
    ],
    [
      "another site whose price is not known",
      {},
      { code: "other_site", args: { ...EXAMPLES.other_site, input: null, output: null } },
      0,
    ],
  ])("%s", (_, query, note, count) => {
    expect(notes(query, note, two)).toHaveLength(count);
  });

  it("rows cut, under one row", () => {
    expect(notes({ intent: "rank" }, { code: "more_rows", args: { shown: 1, total: 9 } })).toEqual([
      "1 of 9 is shown.",
    ]);
  });
});

it("both languages have the same messages", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, shape(inner)]),
        )
      : typeof value;
  expect(shape(messagesIn("zh"))).toEqual(shape(messagesIn("en")));
});

it("tells of a long answer's lighter notes how many there are, and keeps them for programs", () => {
  const codes = ["blend", "other_rates", "other_site", "one_site_only", "best_hosted", "stale"] as const;
  const light = ["other_offer", "moving_names", "corrections_left_out"] as const;
  const notes = [...codes, ...light].map((code) => ({ code, args: EXAMPLES[code] }) as Note);
  const view = (given: Note[]) => present(answerTo({ intent: "rank", language: "en" }, { notes: given }), catalog);
  expect(view(notes).notes.at(0)).toMatch(/days old/);
  expect(view(notes).notes.at(-1)).toMatch(/^3 lighter remarks are left out here/);
  expect(view(notes).lighter).toHaveLength(3);
  expect(view(notes.slice(0, 5)).lighter).toBeUndefined();
});
