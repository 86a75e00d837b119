import { spawn } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { join } from "node:path";
import type { Bot } from "../../src/bot/bot.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";
import { createLive, type Live } from "../../src/sync/live.ts";
import { createSyncSchedule } from "../../src/sync/schedule.ts";
import { syncSettings } from "../../src/sync/settings.ts";
import { environment } from "../config.ts";
import { botOn, botSlowlyOn, EMBEDDED } from "./open-bot.ts";

const SCRIPT = join(import.meta.dirname, "../sync.js");
/** Questions go first. */
const NICE = 10;
/** A sync that takes longer hangs. */
const LONGEST_MS = 15 * 60_000;
const SAID_MOST = 2000;

/** The bot on the newest catalog, exchanged as a whole when there is a newer one. @throws OperatorError if none loads. */
export function openLiveBot(data: string, log: Log): Live<Bot> {
  const fault = (what: string) => log.warn("catalog_unreadable", { what });
  return createLive({ data, embedded: EMBEDDED, build: botOn, rebuild: botSlowlyOn, fault });
}

/** Syncs daily in a process of its own, unless switched off, and takes up what is new. @returns what stops it. */
export function startBackgroundSync(live: Live<Bot>, clock: Clock, log: Log): () => void {
  const { scheduled } = syncSettings(environment());
  return createSyncSchedule({
    ...{ clock, random: Math.random },
    ...(scheduled && { sync: () => syncInBackground(clock) }),
    async reload() {
      if (await live.reload()) log.info("catalog_replaced", { version: live.version() });
    },
    fault: (error) => log.error("sync_failed", { why: error instanceof Error ? error.message : String(error) }),
  });
}

/** One sync in a process of its own, with less of the processor than questions. @throws Error with its last words. */
async function syncInBackground(clock: Clock): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid !== undefined) setPriority(child.pid, NICE);
  let said = "";
  const keep = (text: string) => {
    said = `${said}${text}`.slice(-SAID_MOST);
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const callOff = clock.after(LONGEST_MS, () => child.kill("SIGKILL"));
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  callOff();
  if (code !== 0) throw new Error(`the sync ended with ${signal ?? `status ${code}`}: ${said}`);
}
