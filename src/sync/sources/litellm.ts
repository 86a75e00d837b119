import { litellm as parser } from "../../import/sources/litellm.ts";
import { WITNESS } from "../hear.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** LiteLLM's file as it stands today; the catalog's older source of that name is a mirror's history of it. */
export const litellm: LiveSource = {
  id: WITNESS,
  url: "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
  format: "json",
  most: megabytes(16),
  byDefault: true,
  parser,
  translate: (extract) => ({ ...extract, source: WITNESS }),
};
