import type { Messages } from "../messages.ts";

/** 没有说、按默认处理的。 */
export const assumed: Messages["assumed"] = {
  currency: ({ currency }) => `金额按${currency === "CNY" ? "人民币" : "美元"}`,
  per_million: () => "价格按每百万 tokens",
  side_price: () => "价格条件对输入和输出都适用",
  blend: () => "综合价按输入:输出 = 3:1",
  month_30_days: () => "一个月按 30 天",
  quarter_91_days: () => "一季度按 91 天",
  year_365_days: () => "一年按 365 天",
  one_call: () => "按一次调用",
  context_min: () => "只说长度时，是指上下文至少这么长",
};
