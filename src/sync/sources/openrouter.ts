import { openrouter as parser } from "../../import/sources/openrouter.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** OpenRouter's own list. Off unless switched on: whether its terms allow this use is not clear. */
export const openrouter: LiveSource = {
  id: "openrouter",
  url: "https://openrouter.ai/api/v1/models",
  format: "json",
  most: megabytes(16),
  byDefault: false,
  parser,
};
