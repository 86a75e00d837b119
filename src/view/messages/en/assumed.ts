import type { Messages } from "../messages.ts";

/** What is assumed where nothing was said. */
export const assumed: Messages["assumed"] = {
  currency: ({ currency }) => `amounts in ${currency === "CNY" ? "yuan (¥)" : "dollars ($)"}`,
  per_million: () => "prices per 1M tokens",
  side_price: () => "a price bound holds for input and output",
  blend: () => "price = blend of 3 input to 1 output",
  month_30_days: () => "a month has 30 days",
  quarter_91_days: () => "a quarter has 91 days",
  year_365_days: () => "a year has 365 days",
  one_call: () => "one call",
  context_min: () => "a bare size is the least context",
};
