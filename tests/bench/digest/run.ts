import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBot } from "../../../src/bot/bot.ts";
import { diff } from "../../../src/catalog/diff.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { createDigest } from "../../../src/digest/create.ts";
import { newsOfRecord } from "../../../src/digest/news.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Platform } from "../../../src/ports/platform.ts";
import type { Watch } from "../../../src/ports/records.ts";
import type { Store } from "../../../src/ports/store.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/store.ts";
import { createWatching } from "../../../src/watch/create.ts";
import { modelSubject } from "../../../src/watch/subjects.ts";
import { subscription } from "../../helpers/records.ts";
import { type Answers, answersDuring } from "./meanwhile.ts";
import { movedCatalog } from "./moved.ts";

/** A change of the catalog against very many watches, and very many digests at once, while questions are answered. */
const MOVES = 100;
const WATCHES = 50_000;
const FIRING = 500;
const DIGESTS = 1000;
const say = (text: string) => process.stdout.write(`${text}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const said = ({ count, p50, p99, worst }: Answers) =>
  `${count} questions meanwhile: p50 ${ms(p50)}, p99 ${ms(p99)}, worst ${ms(worst)}`;

const today = new Date().toISOString().slice(0, 10);
const folder = mkdtempSync(join(tmpdir(), "llmprice-bench-digest-"));
const clock = systemClock;
const log = {
  info() {},
  warn() {},
  error: (event: string, details = {}) => say(`${event} ${JSON.stringify(details)}`),
};
let posted = 0;
const platform: Platform = {
  ...{ name: "test", sameKeyMs: 0, wasSent: async () => "unknown", meaning: () => ({ kind: "uncertain" }) },
  send: async () => `m${++posted}`,
};

const before = loadCatalog("catalog");
const { catalog, models } = movedCatalog(join(folder, "catalog"), today, MOVES);
const bot = createBot(catalog);
const difference = () => diff(before, catalog, { routers: true, days: { before: today, after: today } });

function watch(at: number, fires: boolean): Watch {
  const [model = ""] = models.slice(at % models.length);
  const below = fires ? 1e6 : 1e-9;
  const command = { name: "watch" as const, action: "on" as const, models: [model], on: "input" as const, below };
  return {
    ...{ tenant: "t1", id: `w${at}`, platform: "test", channel: `c${at % 1000}`, by: `u${at % 5000}`, notify: "here" },
    query: { version: 1, query: { intent: "command", language: "en", command: { ...command, currency: "USD" } } },
    ...{ subjects: [modelSubject(model)], language: "en", state: "active", armed: true },
    at: "2026-01-01T00:00:00.000Z",
  };
}

async function putWatches(store: Store, from: number, count: number, fires: boolean): Promise<void> {
  const all = Array.from({ length: count }, (_, at) => watch(from + at, fires));
  await Promise.all(all.map((one) => store.watches.change(one.tenant, one.id, () => one)));
}

async function benchWatches(store: Store): Promise<void> {
  for (const turn of ["first", "again"]) {
    const started = performance.now();
    const count = difference().length;
    say(`difference of two catalogs, ${turn}: ${ms(performance.now() - started)}, ${count} events`);
  }
  const events = difference();
  const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock });
  const watching = createWatching({ store, outbox, clock, log, catalog: () => catalog, button: () => [] });
  await putWatches(store, 0, WATCHES, false);
  for (const turn of [1, 2, 3]) {
    const cpu = process.cpuUsage();
    const alone = performance.now();
    await watching.hear({ at: clock.now(), events });
    const { user, system } = process.cpuUsage(cpu);
    say(
      `${events.length} moves against ${WATCHES} watches (${turn}): ${ms(performance.now() - alone)}, ${ms((user + system) / 1000)} of processor`,
    );
    const { ms: took, answers } = await answersDuring(bot, clock.now(), () =>
      watching.hear({ at: clock.now(), events }),
    );
    say(
      `${events.length} moves against ${WATCHES} watches, none fires (${turn}): ${ms(took)} (goal 300); ${said(answers)}`,
    );
  }
  await putWatches(store, WATCHES, FIRING, true);
  const { ms: took, answers } = await answersDuring(bot, clock.now(), () => watching.hear({ at: clock.now(), events }));
  say(`the same with ${FIRING} that fire: ${ms(took)}, ${posted} alerts out and kept; ${said(answers)}`);
}

async function benchDigests(store: Store, wishes: number): Promise<void> {
  posted = 0;
  const outbox = createOutbox({ platforms: [platform], deliveries: store.deliveries, clock });
  const batch = { at: new Date(Date.now() - 1000), events: difference() };
  const nothing = { known: clock.now, between: () => [], key: () => "" };
  const record = { since: new Date(0), batches: () => [batch] };
  const news = newsOfRecord(record, nothing, () => new Date(Date.now() - 1));
  const digest = createDigest({ store, outbox, clock, log, catalog: () => catalog, news, failed: () => [] });
  const next = new Date(Date.now() - 1000).toISOString();
  await Promise.all(
    Array.from({ length: DIGESTS }, (_, at) => {
      const filters = at % wishes === 0 ? {} : { filters: { context: { min: at % wishes } } };
      const command = { name: "digest" as const, action: "on" as const, ...filters };
      const query = { version: 1 as const, query: { intent: "command" as const, language: "en" as const, command } };
      return store.subscriptions.change("t1", `d${at}`, () => subscription("t1", `d${at}`, { next, query }));
    }),
  );
  const { ms: took, answers } = await answersDuring(bot, clock.now(), async () => {
    digest.runner.start();
    await digest.runner.idle();
    await digest.runner.stop();
  });
  say(`${DIGESTS} digests due at once, ${wishes} different wishes: ${ms(took)}, ${posted} out; ${said(answers)}`);
}

const alive = setInterval(() => {}, 1000);
const store = await openEmbeddedStore(join(folder, "store"), clock);
try {
  await benchWatches(store);
  for (const wishes of [1, 20]) await benchDigests(store, wishes);
} finally {
  clearInterval(alive);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
