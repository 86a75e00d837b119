import type { Messages } from "../messages.ts";

/** What is assumed where nothing was said. */
export const assumed: Messages["assumed"] = {
  currency: ({ currency }) => `amounts in ${currency === "CNY" ? "yuan (¥)" : "dollars ($)"}`,
  side_price: () => "a price bound holds for input and output",
  official_only: () => "only labs' own APIs, current models",
  output_chars: () => "1.5 Chinese characters of output a token",
  output_words: () => "0.75 words of output a token",
  month_30_days: () => "a month has 30 days",
  quarter_91_days: () => "a quarter has 91 days",
  year_365_days: () => "a year has 365 days",
  saved_from_first: () => "measured against the model that is moved away from",
  set_currency: ({ currency }) => `in ${currency === "CNY" ? "yuan (¥)" : "dollars ($)"}, as set`,
  set_per: ({ per }) => `per ${Number(per).toLocaleString("en-US")} tokens, as set`,
  set_blend: ({ ratio }) => `input:output ${ratio}, as set`,
};
