import type { Bot } from "../src/bot/bot.ts";
import { createOutbox } from "../src/delivery/outbox.ts";
import type { Throttle } from "../src/delivery/throttle.ts";
import { systemClock } from "../src/lib/system-clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { Reviews } from "../src/ports/review.ts";
import { createCore } from "../src/service/core.ts";
import { createMemoryStore } from "../src/store/memory/store.ts";
import { chat, type Streams } from "./terminal/chat.ts";

/** What a person at a terminal can use of a log: what went wrong, under the id that they were told. */
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (event, { error, ...details } = {}) => {
    const trace = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${event} ${JSON.stringify(details)} ${trace}\n`);
  },
};

/**
 * The chat at this terminal, until its input ends. What it remembers and what is set in it ends with it; prices that
 * are called wrong go on the review list, where there is one.
 */
export async function runTerminal(bot: Bot, streams: Streams, reviews?: Reviews): Promise<void> {
  const clock = systemClock;
  const store = createMemoryStore(clock);
  const outbox = createOutbox({ platforms: [], deliveries: store.deliveries, clock });
  const throttle: Throttle = { admit: () => ({ kind: "yes" }) };
  await chat(
    createCore({ bot: () => bot, store, clock, log, commands: {}, throttle, ...(reviews && { reviews }) }, outbox),
    streams,
  );
}
