import { modelsDev as parser } from "../../import/sources/models-dev.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** The list that is followed: what every provider has, in dollars per 1M tokens. */
export const modelsDev: LiveSource = {
  id: "models-dev",
  url: "https://models.dev/api.json",
  format: "json",
  most: megabytes(32),
  byDefault: true,
  parser,
};
