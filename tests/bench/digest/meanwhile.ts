import { setTimeout as sleep } from "node:timers/promises";
import type { Bot } from "../../../src/bot/bot.ts";

const QUESTIONS = [
  "cheapest 128k model",
  "gpt-5.5 price",
  "豆包 seed 2.1 pro 多少钱",
  "compare o3 and gpt-4.1",
  "10M in, 2M out on sonnet 4.6",
];
const EVERY_MS = 5;

export interface Answers {
  count: number;
  p50: number;
  p99: number;
  worst: number;
}

/** Asks a question every few milliseconds while work goes on: how long each took from when it was to be asked. */
export async function answersDuring(
  bot: Bot,
  now: Date,
  work: () => Promise<unknown>,
): Promise<{ ms: number; answers: Answers }> {
  for (const question of QUESTIONS) bot.ask(question, now);
  const waits: number[] = [];
  let busy = true;
  const asking = (async () => {
    for (let at = 0; busy; at += 1) {
      const wanted = performance.now() + EVERY_MS;
      await sleep(EVERY_MS);
      bot.ask(QUESTIONS[at % QUESTIONS.length] ?? "", now);
      waits.push(performance.now() - wanted);
    }
  })();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  busy = false;
  await asking;
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return { ms, answers: { count: waits.length, p50: at(0.5), p99: at(0.99), worst: at(1) } };
}
