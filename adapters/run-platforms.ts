import { join } from "node:path";
import { createOutbox } from "../src/delivery/outbox.ts";
import { OperatorError } from "../src/lib/errors.ts";
import { systemClock } from "../src/lib/system-clock.ts";
import type { Clock } from "../src/ports/clock.ts";
import type { Store } from "../src/ports/store.ts";
import { createCore } from "../src/service/core.ts";
import { openEmbeddedStore } from "../src/store/embedded/store.ts";
import { failedSources } from "../src/sync/disk/last-sync.ts";
import { createReviews } from "../src/sync/reviews.ts";
import type { Watching } from "../src/watch/create.ts";
import { openLiveBot, startBackgroundSync } from "./bot/background-sync.ts";
import { openNews } from "./bot/news.ts";
import { createSubscribed } from "./bot/subscribed.ts";
import type { Config } from "./config.ts";
import { connectorsOf } from "./connectors.ts";
import type { HttpServer } from "./http.ts";
import { createLog } from "./log.ts";
import { serve } from "./serve.ts";
import { startLine } from "./start-line.ts";

const STORE = "store";
const STOP_WITHIN_MS = 10_000;

/** Connects every platform that is set up and answers there, until the process is asked to stop. */
export async function runPlatforms(
  config: Config,
  server: HttpServer | undefined,
  asked: Promise<void>,
): Promise<void> {
  const clock = systemClock;
  const log = createLog({ level: config.log.level ?? "info", secrets: config.secrets });
  let store: Store | undefined;
  let stopSync = () => {};
  let heard: Watching["hear"] = async () => {};
  try {
    store = await openStore(config.data, clock);
    const opened = openLiveBot(config.data, log);
    const { live, news, start } = await openNews(config.data, opened, clock, log, (batch) => void heard(batch));
    const connectors = await connectorsOf(config, { log, clock });
    const platforms = connectors.map(({ platform }) => platform);
    const outbox = createOutbox({ platforms, deliveries: store.deliveries, clock });
    const parts = { bot: live.current, reviews: createReviews(config.data), store, clock, log };
    const { commands, digest, watching } = createSubscribed({
      ...parts,
      outbox,
      news,
      failed: () => failedSources(config.data),
    });
    heard = watching.hear;
    const core = createCore({ ...parts, commands, logTexts: config.log.texts }, outbox);
    const serving = await serve({ connectors, core, server, log, clock });
    process.stderr.write(`${startLine(config, serving)}\n`);
    if (serving.connected.length === 0) {
      await serving.stop(STOP_WITHIN_MS);
      throw new OperatorError("bad_config", "no platform could be connected", "see the line above for each");
    }
    stopSync = startBackgroundSync(live, clock, log);
    start();
    digest.runner.start();
    await asked;
    // What is being sent ends with the outbox, which stops with the core.
    const ended = digest.runner.stop();
    await serving.stop(STOP_WITHIN_MS);
    await ended;
  } finally {
    stopSync();
    await store?.close();
  }
}

/** @throws OperatorError where the folder can't be used */
async function openStore(data: string, clock: Clock): Promise<Store> {
  try {
    return await openEmbeddedStore(join(data, STORE), clock);
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    const hint = "set LLMPRICE_DATA to a folder that this process may write to";
    throw new OperatorError("bad_config", `cannot use ${data}: ${error.message}`, hint, error);
  }
}
