import { beforeAll, describe, expect, it } from "vitest";
import { createBatch } from "../../../adapters/terminal/batch.ts";
import { type Bot, loadBot } from "../../../src/bot/bot.ts";

const now = new Date("2026-07-02T09:00:00Z");
let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});
const answers = (...lines: unknown[]) => {
  const answer = createBatch(bot, now);
  return lines.map((line) => JSON.parse(answer(typeof line === "string" ? line : JSON.stringify(line))));
};

describe("a batch", () => {
  it("answers each line under its id", () => {
    const [first, second] = answers(
      { id: "a", text: "gpt-4o-mini" },
      { id: 2, text: "豆包pro 32k 2024年5月20日多少钱" },
    );
    expect(first).toMatchObject({ id: "a", query: { intent: "lookup", models: ["openai/gpt-4o-mini"] } });
    expect(first.answer.rows[0]).toMatchObject({ currency: "USD", input: "0.15", output: "0.6" });
    expect(second).toMatchObject({ id: 2, query: { models: ["bytedance/doubao-pro-32k"], asOf: "2024-05-20" } });
    expect(second.answer.rows[0]).toMatchObject({ currency: "CNY", input: "0.8" });
  });

  it("remembers within a conversation, and only there", () => {
    const [, within, beyond] = answers(
      { id: 1, conversation: "x", text: "gpt-4o-mini price" },
      { id: 2, conversation: "x", text: "and the output price?" },
      { id: 3, conversation: "y", text: "and the output price?" },
    );
    expect(within.query).toMatchObject({ models: ["openai/gpt-4o-mini"], fields: ["output"], follows: true });
    expect(beyond.query.models).toBeUndefined();
  });

  it.each([
    ["{", null, "not JSON"],
    ['{"id":"q7"}', "q7", "text"],
    ["[1]", null, "not a question line"],
    ['"gpt"', null, "not a question line"],
  ])("gives a bad line its own error: %s", (line, id, message) => {
    const [bad, good] = answers(line, { id: "next", text: "gpt-4o" });
    expect(bad).toMatchObject({ id, error: expect.stringContaining(message) });
    expect(good).toHaveProperty("answer");
  });
});
