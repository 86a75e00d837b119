import { OperatorError } from "../lib/errors.ts";
import type { Extract, SnapshotFile, SourceParser } from "./fact.ts";
import { cnyHistory } from "./sources/cny-history.ts";
import { cnyList } from "./sources/cny-list.ts";
import { ecb } from "./sources/ecb.ts";
import { genaiPrices } from "./sources/genai-prices.ts";
import { litellm } from "./sources/litellm.ts";
import { litellmHistory } from "./sources/litellm-history.ts";
import { llmPrices, llmPricesPublished } from "./sources/llm-prices.ts";
import { modelsDev } from "./sources/models-dev.ts";
import { modelsDevHistory } from "./sources/models-dev-history.ts";
import { oneApi } from "./sources/one-api.ts";
import { openrouter } from "./sources/openrouter.ts";
import { portkey } from "./sources/portkey.ts";
import { portkeyPublished } from "./sources/portkey-published.ts";
import { priceWar } from "./sources/price-war.ts";
import { providers } from "./sources/providers.ts";

/** Every format that can be read. The first that knows a file by its content reads it. */
const PARSERS: readonly SourceParser[] = [
  cnyList,
  providers,
  priceWar,
  genaiPrices,
  llmPrices,
  llmPricesPublished,
  portkey,
  portkeyPublished,
  litellm,
  openrouter,
  ecb,
  cnyHistory,
  modelsDevHistory,
  litellmHistory,
  oneApi,
  modelsDev,
];

export interface ImportOptions {
  /** Read formats too that were never tested on a whole live file. */
  untested?: boolean;
}

/**
 * Recognises and parses all files, in the order of the formats and then of the files' names.
 * @throws OperatorError `bad_snapshot` for a file of no known format, or without a day where its format has none.
 */
export function readAll(files: readonly SnapshotFile[], { untested }: ImportOptions = {}): Extract[] {
  const known = files.map((file) => ({ file, at: PARSERS.findIndex((parser) => parser.recognises(file)) }));
  const stranger = known.find(({ at }) => at < 0)?.file.name;
  if (stranger !== undefined) {
    throw new OperatorError("bad_snapshot", `${stranger} has a format that no source publishes`, "leave it out");
  }
  known.sort((a, b) => a.at - b.at || (a.file.name < b.file.name ? -1 : 1));
  return known.flatMap(({ file, at }) => {
    const parser = PARSERS[at];
    return parser && (untested || !parser.untested) ? [parser.parse(file)] : [];
  });
}
