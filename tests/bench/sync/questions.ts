import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Bot } from "../../../src/bot/bot.ts";
import type { Live } from "../../../src/sync/live.ts";

const Line = z.object({ text: z.string() });
const FILE = join(import.meta.dirname, "../../corpus/examples.jsonl");

const TEXTS = readFileSync(FILE, "utf8")
  .trim()
  .split("\n")
  .map((line) => Line.parse(JSON.parse(line)).text);

/** Asks at a steady pace until `done`, and tells how long each question took from the moment when it was due. */
export async function askUntil(live: Live<Bot>, done: Promise<unknown>, everyMs: number): Promise<number[]> {
  let running = true;
  void done.finally(() => {
    running = false;
  });
  const took: number[] = [];
  const start = performance.now();
  for (let asked = 0; running; asked += 1) {
    const due = start + asked * everyMs;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    live.current().ask(TEXTS[asked % TEXTS.length] ?? "", new Date());
    took.push(performance.now() - due);
    // Others get their turn, as between the messages of a chat.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return took;
}
