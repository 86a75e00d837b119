import type { Bot } from "../../src/bot/bot.ts";
import { createOutbox } from "../../src/delivery/outbox.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import type { Content, Request } from "../../src/ports/core.ts";
import { createCore } from "../../src/service/core.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";

export interface Shown {
  asked: string;
  content: Content;
}

/** Typical questions, one of each kind of answer, in both languages. */
export const QUESTIONS = {
  en: [
    "cheapest 128k model",
    "compare gpt-4o and claude sonnet 4.6",
    "gpt-4o price history",
    "10M in, 2M out on sonnet 4.6?",
    "how many tokens for $10 on gpt-4o-mini",
    "price of claude-4.9-ultra",
    "help",
  ],
  zh: [
    "最便宜的 128k 模型",
    "glm-4.7 价格",
    "对比 gpt-4o 和 claude sonnet 4.6",
    "gpt-4o 历史价格",
    "豆包pro 32k 一块钱能买多少",
    "帮助",
  ],
} as const;

/** The real core's answers, each to somebody who asked nothing before; App Home last. */
export async function answers(bot: Bot, language: keyof typeof QUESTIONS): Promise<Shown[]> {
  const store = createMemoryStore(systemClock);
  const quiet = () => {};
  const core = createCore(
    { bot: () => bot, store, clock: systemClock, log: { info: quiet, warn: quiet, error: quiet }, commands: {} },
    createOutbox({ platforms: [], deliveries: store.deliveries, clock: systemClock }),
  );
  const ask = async (asked: string, request: Request): Promise<Shown[]> => {
    const address = { platform: "slack", tenant: "slack:T1", channel: "C1" };
    const reply = await core.respond({
      id: asked,
      address,
      surface: "command",
      sender: { user: asked, language },
      request,
    });
    return reply ? [{ asked, content: reply.content }] : [];
  };
  const shown: Shown[] = [];
  for (const text of QUESTIONS[language]) shown.push(...(await ask(text, { kind: "question", text })));
  shown.push(...(await ask("App Home", { kind: "home" })));
  return shown;
}
