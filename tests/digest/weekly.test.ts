import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { createMaker, type Maker } from "../../src/digest/maker.ts";
import { newsOfHistory, newsOfRecord } from "../../src/digest/news.ts";
import { openRecord } from "../../src/digest/record.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import { sync } from "../../src/sync/run.ts";
import { editionText } from "../../src/view/edition/to-text.ts";
import type { Edition } from "../../src/view/edition.ts";
import { emptyCatalog } from "../sync/helpers/catalogs.ts";
import { catalogIn, network, sourceAt } from "../sync/helpers/run.ts";
import { body, startServer, type TestServer } from "../sync/helpers/server.ts";
import { WEEKS, weekly } from "../sync/helpers/weekly.ts";

/** The six real weeks through sync, the record of news and the digest: an edition a week, on the day after each sync. */
let folder: string;
let server: TestServer;
const editions = new Map<string, Edition>();
const LANGUAGES = ["en", "zh"] as const;
const [, ...TOLD] = WEEKS;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "digest-weekly-"));
  const [embedded, data] = [emptyCatalog(join(folder, "embedded")), join(folder, "data")];
  server = await startServer();
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
  for (const [at, week] of WEEKS.entries()) {
    today = week;
    server.answers.set("/api.json", body(weekly(week), `"${week}"`));
    await sync({ data, embedded, sources, network: network(week) });
    const now = catalogIn(data, embedded);
    if (last) await record.accept(last, now, week);
    last = now;
    if (at > 0) await tell(maker, WEEKS[at - 1] ?? week, week);
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function tell(maker: Maker, before: string, week: string): Promise<void> {
  const due = (day: string) => new Date(Date.parse(`${day}T01:00:00Z`) + 86_400_000);
  for (const language of LANGUAGES) {
    const order = { language, from: due(before), to: due(week), timezone: "Asia/Shanghai" };
    const { edition } = await maker.make({ wish: { name: "digest", action: "on" }, ...order });
    editions.set(`${week}.${language}`, edition);
  }
}

describe("the edition of the week to", () => {
  it.each(TOLD.flatMap((week) => LANGUAGES.map((language) => `${week}.${language}`)))("%s", async (name) => {
    const edition = editions.get(name);
    if (!edition) throw new Error("no edition");
    await expect(`${editionText(edition)}\n`).toMatchFileSnapshot(`weekly/${name}.txt`);
  });
});
