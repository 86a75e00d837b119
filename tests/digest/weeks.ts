import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { createMaker } from "../../src/digest/maker.ts";
import { newsOfHistory, newsOfRecord } from "../../src/digest/news.ts";
import { openRecord } from "../../src/digest/record.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import { sync } from "../../src/sync/run.ts";
import type { Edition } from "../../src/view/edition.ts";
import { emptyCatalog } from "../sync/helpers/catalogs.ts";
import { catalogIn, network, sourceAt } from "../sync/helpers/run.ts";
import { body, startServer } from "../sync/helpers/server.ts";
import { WEEKS, weekly } from "../sync/helpers/weekly.ts";

export const LANGUAGES = ["en", "zh"] as const;
/** An edition is told on the day after each sync. */
const due = (day: string) => new Date(Date.parse(`${day}T01:00:00Z`) + 86_400_000);

/**
 * The six real weeks over HTTP through sync, the record of news and the digest: an edition for each but the first, by
 * week and language, such as `2026-06-03.en`.
 */
export async function weeklyEditions(): Promise<Map<string, Edition>> {
  const folder = mkdtempSync(join(tmpdir(), "digest-weekly-"));
  const server = await startServer();
  try {
    const [embedded, data] = [emptyCatalog(join(folder, "embedded")), join(folder, "data")];
    const sources = [sourceAt("models-dev", `${server.url}/api.json`)];
    let today: string = WEEKS[0];
    let last: Catalog | undefined;
    const clock = { ...systemClock, now: () => new Date(`${today}T08:00:00Z`) };
    const record = openRecord(join(folder, "news.jsonl"), clock, undefined);
    const news = newsOfRecord(
      record,
      newsOfHistory(() => last as Catalog, clock.now),
      record.known,
    );
    const maker = createMaker({ catalog: () => last as Catalog, news, failed: () => [] });
    const editions = new Map<string, Edition>();
    for (const [at, week] of WEEKS.entries()) {
      today = week;
      server.answers.set("/api.json", body(weekly(week), `"${week}"`));
      await sync({ data, embedded, sources, network: network(week) });
      const now = catalogIn(data, embedded);
      if (last) await record.accept(last, now, week);
      last = now;
      const before = WEEKS[at - 1];
      for (const language of before ? LANGUAGES : []) {
        const order = { language, from: due(before ?? week), to: due(week), timezone: "Asia/Shanghai" };
        const { edition } = await maker.make({ wish: { name: "digest", action: "on" }, ...order });
        editions.set(`${week}.${language}`, edition);
      }
    }
    return editions;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
