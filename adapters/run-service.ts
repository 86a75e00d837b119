import { join } from "node:path";
import { createOutbox } from "../src/delivery/outbox.ts";
import { OperatorError } from "../src/lib/errors.ts";
import { systemClock } from "../src/lib/system-clock.ts";
import type { Clock } from "../src/ports/clock.ts";
import type { Store } from "../src/ports/store.ts";
import { createCore } from "../src/service/core.ts";
import { openEmbeddedStore } from "../src/store/embedded/store.ts";
import { createReviews } from "../src/sync/reviews.ts";
import { openLiveBot, startBackgroundSync } from "./bot/background-sync.ts";
import type { Config } from "./config.ts";
import { connectorsOf } from "./connectors.ts";
import { createLog } from "./log.ts";
import { serve } from "./serve.ts";
import { startLine } from "./start-line.ts";

const STORE = "store";
const STOP_WITHIN_MS = 10_000;
const LONGEST_MS = 2 ** 30;

/** Serves every platform that is set up, until the process is asked to stop. */
export async function runService(config: Config): Promise<void> {
  const clock = systemClock;
  const { asked, cancel } = untilAskedToStop();
  const log = createLog({ level: config.log.level ?? "info", secrets: config.secrets });
  let store: Store | undefined;
  let stopSync = () => {};
  try {
    store = await openStore(config.data, clock);
    const live = openLiveBot(config.data, log);
    const connectors = await connectorsOf(config, { log, clock });
    const platforms = connectors.map(({ platform }) => platform);
    const outbox = createOutbox({ platforms, deliveries: store.deliveries, clock });
    const parts = { bot: live.current, reviews: createReviews(config.data), store, clock, log };
    const core = createCore({ ...parts, commands: {}, logTexts: config.log.texts }, outbox);
    const serving = await serve({ connectors, core, http: config.http, log, clock });
    process.stderr.write(`${startLine(config, serving)}\n`);
    if (serving.connected.length === 0) {
      await serving.stop(STOP_WITHIN_MS);
      throw new OperatorError("bad_config", "no platform could be connected", "see the line above for each");
    }
    stopSync = startBackgroundSync(live, clock, log);
    await asked;
    await serving.stop(STOP_WITHIN_MS);
  } finally {
    cancel();
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

/** Keeps the process alive until it is asked to stop; being asked a second time ends it at once. */
function untilAskedToStop(): { asked: Promise<void>; cancel: () => void } {
  const alive = setInterval(() => {}, LONGEST_MS);
  const asked = new Promise<void>((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => resolve());
  });
  return { asked, cancel: () => clearInterval(alive) };
}
