import type { Bot } from "../src/bot/bot.ts";
import { createOutbox } from "../src/delivery/outbox.ts";
import type { Throttle } from "../src/delivery/throttle.ts";
import { newsOfHistory } from "../src/digest/news.ts";
import { systemClock } from "../src/lib/system-clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { Platform } from "../src/ports/platform.ts";
import type { Reviews } from "../src/ports/review.ts";
import { createCore } from "../src/service/core.ts";
import { createMemoryStore } from "../src/store/memory/store.ts";
import { createSubscribed } from "./bot/subscribed.ts";
import { chat, type Streams, TERMINAL } from "./terminal/chat.ts";
import { contentText } from "./terminal/render.ts";

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
 * The chat at this terminal, until its input ends. What it remembers and what is set in it ends with it, digests and
 * watches too; prices that are called wrong go on the review list, where there is one.
 */
export async function runTerminal(bot: Bot, streams: Streams, reviews?: Reviews): Promise<void> {
  const clock = systemClock;
  const store = createMemoryStore(clock);
  const outbox = createOutbox({ platforms: [platformAt(streams)], deliveries: store.deliveries, clock });
  const throttle: Throttle = { admit: () => ({ kind: "yes" }) };
  const news = newsOfHistory(() => bot.catalog, clock.now);
  const parts = { bot: () => bot, store, clock, log };
  const { commands, digest } = createSubscribed({ ...parts, outbox, news, failed: () => [] });
  digest.runner.start();
  await chat(createCore({ ...parts, commands, throttle, ...(reviews && { reviews }) }, outbox), streams);
  await digest.runner.stop();
}

/** Digests that fall due while somebody sits here. */
function platformAt({ output }: Streams): Platform {
  let count = 0;
  return {
    name: TERMINAL,
    sameKeyMs: 0,
    async send({ content }) {
      output.write(`${contentText(content)}\n\n`);
      count += 1;
      return String(count);
    },
    wasSent: () => Promise.resolve("unknown"),
    meaning: () => ({ kind: "uncertain" }),
  };
}
