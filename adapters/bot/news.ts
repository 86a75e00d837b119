import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bot } from "../../src/bot/bot.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { type Batch, type News, newsOfHistory, newsOfRecord } from "../../src/digest/news.ts";
import { openRecord } from "../../src/digest/record.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";
import { versionsFolder } from "../../src/sync/disk/versions.ts";
import type { Live } from "../../src/sync/live.ts";
import { EMBEDDED } from "./open-bot.ts";

const RECORD = "news.jsonl";
/** Watches hear the news of so long again after a start: what was told in that time is not told twice. */
const AGAIN_MS = 20 * 3_600_000;

export interface LiveNews {
  news: News;
  /** The same bot, whose reload writes down what the new catalog brings and tells `hear` of it. */
  live: Live<Bot>;
  /** Tells `hear` what came while nobody listened: to be called once messages can go out. */
  start(): void;
}

/** What the catalog of a running bot takes in, written down in the data folder. @throws OperatorError for a damaged record. */
export async function openNews(
  data: string,
  live: Live<Bot>,
  clock: Clock,
  log: Log,
  hear: (batch: Batch) => void,
): Promise<LiveNews> {
  const catalog = () => live.current().catalog;
  const record = openRecord(join(data, RECORD), clock, live.version());
  const accept = async (before: Catalog | undefined): Promise<Batch> => {
    const batch = await record.accept(before, catalog(), live.version());
    log.info("news", { events: batch.events.length, version: live.version() });
    return batch;
  };
  if (record.version() !== live.version()) await accept(catalogOf(data, record.version(), log));
  return {
    news: newsOfRecord(record, newsOfHistory(catalog, clock.now), record.known),
    live: {
      ...live,
      async reload() {
        const before = catalog();
        const isNew = await live.reload();
        if (isNew) hear(await accept(before));
        return isNew;
      },
    },
    start() {
      const since = clock.now().getTime() - AGAIN_MS;
      for (const batch of record.batches()) if (batch.at.getTime() > since) hear(batch);
    },
  };
}

/** The catalog of a version, while it is kept. */
function catalogOf(data: string, version: string | undefined, log: Log): Catalog | undefined {
  const folder = version === undefined ? EMBEDDED : join(versionsFolder(data), version);
  if (!existsSync(folder)) return undefined;
  try {
    return loadCatalog(folder);
  } catch (error) {
    log.warn("catalog_unreadable", { version, why: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
