import type { Messages } from "../messages.ts";

/** 没有说、按默认处理的。 */
export const assumed: Messages["assumed"] = {
  currency: ({ currency }) => `金额按${currency === "CNY" ? "人民币" : "美元"}`,
  side_price: () => "价格条件对输入、输出都适用",
  official_only: () => "只看厂商官方 API、在售模型",
  output_chars: () => "输出按 1.5 个汉字一个 token",
  output_words: () => "输出按 0.75 个英文单词一个 token",
  month_30_days: () => "一个月按 30 天",
  quarter_91_days: () => "一季度按 91 天",
  year_365_days: () => "一年按 365 天",
  saved_from_first: () => "以换之前的模型为基准",
  set_currency: ({ currency }) => `按设置用${currency === "CNY" ? "人民币" : "美元"}`,
  set_per: ({ per }) => `按设置以每 ${Number(per).toLocaleString("en-US")} tokens 计`,
  set_blend: ({ ratio }) => `按设置输入:输出 = ${ratio}`,
};
