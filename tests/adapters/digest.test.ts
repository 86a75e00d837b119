import { describe, expect, it } from "vitest";
import { printedEdition } from "../../adapters/bot/printed-edition.ts";
import { loadBot } from "../../src/bot/bot.ts";

const PERIOD = ["--from", "2026-07-26", "--to", "2026-08-02"];
const bot = loadBot();
const digest = (...args: readonly string[]) => printedEdition(args, () => bot);

describe("npm run digest", () => {
  it("prints a period of history as text, in both languages, cut down as somebody would say it", async () => {
    const en = await digest(...PERIOD);
    const zh = await digest(...PERIOD, "--language", "zh", "--only", "chinese, only new models");
    expect(en).toContain("- GPT-5.6 Luna at OpenAI: in $1 → $0.2 (−80%), out $6 → $1.2 (−80%); from 30 July");
    expect(zh.split("\n").slice(0, 3)).toEqual([
      expect.stringContaining("大模型价格周报，2026 年 7 月 26 日至 8 月 2 日："),
      "价格均为每百万 tokens；每行是一家厂商的一个模型。",
      "只看：国内 · 新模型",
    ]);
    expect(zh).not.toContain("GPT");
  });

  it.each([
    ["slack", "blocks"],
    ["feishu", "body"],
  ])("prints it as %s draws it", async (format, key) => {
    const drawn: unknown = JSON.parse(await digest(...PERIOD, "--format", format));
    expect(drawn).toHaveProperty(key);
    expect(JSON.stringify(drawn)).toContain("GPT-5.6 Luna at OpenAI");
  });

  it.each([
    [["--from", "2026-08-02", "--to", "2026-07-26"], "--from lies after --to"],
    [["--to", "2026-07-26"], "--from"],
    [[...PERIOD, "--timezone", "Mars/Olympus"], "--timezone is no time zone"],
    [[...PERIOD, "--only", "blorps"], '--only "blorps" is not understood'],
  ])("refuses %j", async (args, why) => {
    await expect(digest(...args)).rejects.toMatchObject({
      code: "bad_arguments",
      message: expect.stringContaining(why),
    });
  });
});
