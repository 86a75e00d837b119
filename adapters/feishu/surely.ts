import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Outgoing, Platform } from "../../src/ports/platform.ts";

const MOST_TRIES = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends what comes of a click, which no queue carries: the platform's own keys make a repeat harmless, so it is tried
 * again until it is out or refused. @returns whether it is out
 */
export async function sendSurely(platform: Platform, message: Outgoing, clock: Clock, log: Log): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await platform.send(message, new AbortController().signal);
      return true;
    } catch (error) {
      const failure = platform.meaning(error);
      const waitMs = Math.max(FIRST_WAIT_MS * 2 ** tries, "retryAfterMs" in failure ? (failure.retryAfterMs ?? 0) : 0);
      if (failure.kind === "refused" || tries === MOST_TRIES || waitMs > LONGEST_WAIT_MS) {
        const why = failure.kind === "refused" ? failure.why : String(error);
        log.warn("feishu_click_not_answered", { why, tries });
        return false;
      }
      await new Promise<void>((resolve) => clock.after(waitMs, resolve));
    }
  }
}
