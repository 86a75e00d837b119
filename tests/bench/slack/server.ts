import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHttp } from "../../../adapters/http.ts";
import { createSlack } from "../../../adapters/slack/index.ts";
import { loadBot } from "../../../src/bot/bot.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Core } from "../../../src/ports/core.ts";
import { createCore } from "../../../src/service/core.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/store.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "../../slack-fake/server.ts";
import { answerParent } from "./child.ts";

/** The bot as it runs in production, over HTTP, with the core's own time taken beside each answer. */
const data = mkdtempSync(join(tmpdir(), "llmprice-bench-"));
process.once("exit", () => rmSync(data, { recursive: true, force: true }));
const quiet = () => {};
const log = { info: quiet, warn: quiet, error: quiet };
const bot = loadBot();
const store = await openEmbeddedStore(join(data, "store"), systemClock);
const slack = createSlack(
  { botToken: BOT_TOKEN, apiUrl: process.argv[2] ?? "", transport: { kind: "http", signingSecret: SIGNING_SECRET } },
  { log, clock: systemClock },
);
const outbox = createOutbox({ platforms: [slack.platform], deliveries: store.deliveries, clock: systemClock });
const core = createCore({ bot: () => bot, store, clock: systemClock, log, commands: {} }, outbox);

let coreMs = 0;
const timed = async <T>(work: () => Promise<T>): Promise<T> => {
  const since = performance.now();
  try {
    return await work();
  } finally {
    coreMs += performance.now() - since;
  }
};
const measured: Core = { ...core, respond: (incoming) => timed(() => core.respond(incoming)) };
const server = await startHttp({ host: "127.0.0.1", port: 0 }, systemClock);
server.open(slack.routes);
await slack.start(measured);
answerParent(server.port, () => coreMs);
