import { PassThrough } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { runTerminal } from "../../../adapters/run-terminal.ts";
import { type Bot, loadBot } from "../../../src/bot/bot.ts";

let bot: Bot;
beforeAll(() => {
  bot = loadBot();
});

async function session(...lines: string[]): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const done = runTerminal(bot, { input, output });
  input.end(`${lines.join("\n")}\n`);
  await done;
  return String(output.read() ?? "");
}

describe("the terminal chat", () => {
  it("answers one question a line and ends with the input", async () => {
    const text = await session("gpt-4o-mini", "", "claude haiku 4.5 多少钱");
    expect(text).toContain("$0.15");
    expect(text).toContain("$1");
    expect(text.trim().split("\n\n").length).toBeGreaterThanOrEqual(2);
  });

  it("remembers the last question", async () => {
    expect(await session("gpt-4o-mini", "那输出价呢")).toContain("$0.6");
  });

  it("prints no prompt in a pipe", async () => {
    expect(await session("gpt-4o-mini")).not.toContain("> ");
  });

  it("takes settings for as long as it lasts", async () => {
    expect(await session("settings per 1K tokens", "gpt-4o-mini")).toContain("per 1K tokens");
    expect(await session("gpt-4o-mini")).toContain("per 1M tokens");
  });

  it("limits nobody, and opens the bot's own page", async () => {
    expect(await session("home")).toContain("What LLM tokens cost");
    expect((await session(...Array(30).fill("gpt-4o-mini"))).match(/^Understood/gm)).toHaveLength(30);
  });
});
