import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bot, loadBot } from "../../src/bot/bot.ts";

/** What the independent script reads from the upstream rows. */
type Drawn = { text: string; provider: string } & (
  | { kind: "price"; expect: Figures }
  | { kind: "step"; day: string; expect: { before: Figures; after: Figures } }
);
interface Figures {
  input: string;
  output: string;
}

const SEED = "20261127";
const HISTORY = "tests/fixtures/history/models-dev.labs.jsonl";
const drawn: Drawn[] = execFileSync("node", ["tests/history/draw-questions.mjs", HISTORY, "40", SEED], {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
})
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});

describe(`questions about the past, drawn with seed ${SEED}`, () => {
  it("are forty", () => {
    expect(drawn).toHaveLength(40);
  });

  it.each(drawn.map((one) => [one.text, one] as const))("%s", (text, { provider, ...one }) => {
    const { rows } = bot.ask(text, new Date("2026-11-27T09:00:00Z")).json;
    if (one.kind === "price") {
      expect(rows[0]).toMatchObject({ provider, currency: "USD", ...one.expect });
      return;
    }
    const at = rows.findIndex(({ from }) => from === one.day);
    expect(rows.slice(Math.max(0, at - 1), at + 1)).toMatchObject([
      { provider, ...one.expect.before },
      { provider, ...one.expect.after },
    ]);
  });
});
