import type { SnapshotFile, SourceParser } from "./fact.ts";
import { cnyHistory } from "./sources/cny-history.ts";
import { cnyList } from "./sources/cny-list.ts";
import { ecb } from "./sources/ecb.ts";
import { modelsDev } from "./sources/models-dev.ts";
import { providers } from "./sources/providers.ts";

/** Every format that can be read. The first that knows a file by its content reads it. */
export const PARSERS: readonly SourceParser[] = [cnyList, providers, cnyHistory, ecb, modelsDev];

export function parserOf(file: SnapshotFile): SourceParser | undefined {
  return PARSERS.find((parser) => parser.recognises(file));
}
