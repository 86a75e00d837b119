import { ecb as parser } from "../../import/sources/ecb.ts";
import { type LiveSource, megabytes } from "../source.ts";

/** The ECB's reference rates of the day, of which dollars and yuan are read. */
export const ecb: LiveSource = {
  id: "ecb",
  url: "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
  format: "xml",
  most: megabytes(1),
  byDefault: true,
  parser,
};
