import { z } from "zod";
import { OperatorError } from "../lib/errors.ts";
import { dataFolder } from "./environment.ts";
import { SOURCES } from "./registry.ts";
import type { LiveSource } from "./source.ts";

/** What an operator may set, by the names of environment variables. */
export const SETTINGS_HELP = `LLMPRICE_DATA               data folder (default ./data)
LLMPRICE_SOURCES            sources to fetch, such as models-dev,ecb (default: all but openrouter)
LLMPRICE_SOURCE_URL_<ID>    another address of a source, such as LLMPRICE_SOURCE_URL_MODELS_DEV; {part} stands for each
                            file of a source that has several
LLMPRICE_SYNC               off: the running bot does not sync by itself (default: daily)
LLMPRICE_FX                 CNY per USD that wins over the ECB's rate, such as 7.1`;

export interface SyncSettings {
  /** The data folder. */
  data: string;
  sources: readonly LiveSource[];
  /** Whether the running bot syncs by itself. */
  scheduled: boolean;
}

const URL_OF = "LLMPRICE_SOURCE_URL_";

/**
 * Reads the settings of a sync.
 * @throws OperatorError `bad_config` with the variable and what it may be.
 */
export function syncSettings(env: Readonly<Record<string, string | undefined>>): SyncSettings {
  const wanted = env.LLMPRICE_SOURCES?.split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const stranger = wanted?.find((id) => !SOURCES.some((source) => source.id === id));
  const ids = SOURCES.map(({ id }) => id).join(", ");
  if (stranger !== undefined) throw bad(`LLMPRICE_SOURCES names ${stranger}`, `the sources are ${ids}`);
  for (const name of Object.keys(env).filter((key) => key.startsWith(URL_OF))) {
    if (!SOURCES.some((source) => variableOf(source) === name))
      throw bad(`${name} names no source`, `the sources are ${ids}`);
  }
  const sources = SOURCES.filter(({ id, byDefault }) => (wanted ? wanted.includes(id) : byDefault));
  return {
    data: dataFolder(env),
    sources: sources.map((source) => withUrl(source, env[variableOf(source)])),
    scheduled: isScheduled(env.LLMPRICE_SYNC),
  };
}

function isScheduled(said = "daily"): boolean {
  if (said !== "off" && said !== "daily") throw bad(`LLMPRICE_SYNC is ${said}`, "it is daily or off");
  return said === "daily";
}

function variableOf({ id }: LiveSource): string {
  return `${URL_OF}${id.toUpperCase().replaceAll("-", "_")}`;
}

const Address = z.url({ protocol: /^https?$/ });

function withUrl(source: LiveSource, url: string | undefined): LiveSource {
  if (!url) return source;
  if (!Address.safeParse(url.replace("{part}", "part")).success) {
    throw bad(`${variableOf(source)} is no web address`, "it begins with https:// or http://");
  }
  if (source.parts && !url.includes("{part}")) {
    throw bad(`${variableOf(source)} has no {part}`, "write {part} where the name of each file stands");
  }
  return { ...source, url };
}

const bad = (what: string, hint: string) => new OperatorError("bad_config", what, hint);
