import { genaiPrices as parser } from "../../import/sources/genai-prices.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** pydantic/genai-prices, version 2 of its published data. */
export const genaiPrices: LiveSource = {
  id: "genai-prices",
  url: "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json",
  format: "json",
  most: megabytes(16),
  byDefault: true,
  parser,
};
