import { llmPricesPublished as parser } from "../../import/sources/llm-prices.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** simonw/llm-prices with its dated rows. */
export const llmPrices: LiveSource = {
  id: "llm-prices",
  url: "https://www.llm-prices.com/historical-v1.json",
  format: "json",
  most: megabytes(4),
  byDefault: true,
  parser,
};
