import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBot } from "../../src/bot/bot.ts";
import { loadCatalog, loadCatalogSlowly } from "../../src/catalog/load.ts";
import { createLive } from "../../src/sync/live.ts";
import { sync } from "../../src/sync/run.ts";
import { createSyncSchedule } from "../../src/sync/schedule.ts";
import { createTestClock } from "../helpers/test-clock.ts";
import { emptyCatalog, list } from "./helpers/catalogs.ts";
import { network } from "./helpers/run.ts";

let folder: string;
let embedded: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sync-live-"));
  embedded = emptyCatalog(join(folder, "embedded"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = new Date("2026-11-25T08:00:00Z");

async function open() {
  const data = mkdtempSync(join(folder, "data-"));
  const faults: string[] = [];
  const live = createLive({
    ...{ data, embedded },
    build: (at) => createBot(loadCatalog(at)),
    rebuild: async (at) => createBot(await loadCatalogSlowly(at, async () => undefined)),
    fault: (what) => faults.push(what),
  });
  const publish = async (day: string, input: number) => {
    const file = join(data, "list.json");
    writeFileSync(file, list({ openai: { o3: { input, output: 8 } } }));
    return sync({ data, embedded, sources: [], from: [`${file}@${day}`], network: network(day) });
  };
  const input = () => live.current().ask("o3 price", NOW).json.rows[0]?.input;
  return { live, data, faults, publish, input };
}

describe("a live bot", () => {
  it("answers from the newest catalog once it is taken up, and from the same one until then", async () => {
    const { live, publish, input } = await open();
    expect(await live.reload()).toBe(false);
    await publish("2026-11-20", 2);
    const before = live.current();
    expect(await live.reload()).toBe(true);
    expect(input()).toBe("2");
    expect(before.ask("o3 price", NOW).json.rows).toEqual([]);
    await publish("2026-11-21", 3);
    expect(input()).toBe("2");
    await live.reload();
    expect(input()).toBe("3");
    expect(await live.reload()).toBe(false);
  });

  it("keeps what it has where the newest does not load, and says so once", async () => {
    const { live, data, faults, publish, input } = await open();
    await publish("2026-11-20", 2);
    await live.reload();
    const { version } = await publish("2026-11-21", 3);
    writeFileSync(join(data, "catalog", version ?? "", "offers/openai.json"), "[");
    expect(await live.reload()).toBe(false);
    expect(await live.reload()).toBe(false);
    expect(input()).toBe("2");
    expect(faults).toHaveLength(1);
  });
});

describe("the schedule", () => {
  const rhythm = { firstAfter: 0, firstWithin: 10, every: 1000, jitter: 200, afterFailure: 100, lookEvery: 60 };
  const started = (outcomes: boolean[]) => {
    const clock = createTestClock();
    const log: string[] = [];
    const at = () => clock.now().getTime() - Date.parse("2026-07-02T09:00:00Z");
    const stop = createSyncSchedule({
      ...{ clock, rhythm, random: () => 0.5 },
      async sync() {
        log.push(`sync ${at()}`);
        if (outcomes.shift() === false) throw new Error("no network");
      },
      reload: async () => log.push(`reload ${at()}`),
      fault: (error) => log.push(`fault ${String(error)}`),
    });
    return { clock, log, stop };
  };

  it("syncs soon, then daily with jitter, and sooner after a failure", async () => {
    const { clock, log, stop } = started([true, false, true]);
    for (let passed = 0; passed < 1400; passed += 5) await clock.advance(5);
    stop();
    expect(log.filter((line) => !line.startsWith("reload"))).toEqual([
      "sync 5",
      "sync 1105",
      "fault Error: no network",
      "sync 1255",
    ]);
    expect(log.indexOf("reload 5")).toBe(log.indexOf("sync 5") + 1);
  });

  it("looks meanwhile whether somebody else has synced, and ends when it is stopped", async () => {
    const { clock, log, stop } = started([true]);
    for (let passed = 0; passed < 200; passed += 5) await clock.advance(5);
    expect(log).toEqual(["sync 5", "reload 5", "reload 60", "reload 120", "reload 180"]);
    stop();
    await clock.advance(5000);
    expect(log).toHaveLength(5);
    expect(clock.waiting()).toBe(0);
  });
});
