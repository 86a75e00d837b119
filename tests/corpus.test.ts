import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type Bot, loadBot, type Memory } from "../src/bot/bot.ts";
import { Line, missOf } from "./corpus/score.ts";

const NOW = new Date("2026-07-02T09:00:00Z");
const linesOf = (file: string): Line[] =>
  readFileSync(`tests/corpus/${file}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Line.parse(JSON.parse(line)));

type Tally = [right: number, all: number];

/** The lines that are read right, per kind; nothing about a single line leaves this function. */
function score(bot: Bot, lines: readonly Line[]): { right: number; kinds: Map<string, Tally> } {
  const memories = new Map<string, Memory>();
  const kinds = new Map<string, Tally>();
  let right = 0;
  for (const line of lines) {
    const { query, memory } = bot.ask(line.text, NOW, memories.get(line.conversation) ?? {});
    memories.set(line.conversation, memory);
    const isRight = missOf(line, query) === undefined;
    const [good, all] = kinds.get(line.kind) ?? [0, 0];
    kinds.set(line.kind, [good + (isRight ? 1 : 0), all + 1]);
    if (isRight) right += 1;
  }
  return { right, kinds };
}

describe("the corpus is read as it was labelled", () => {
  const bot = loadBot();
  const table: string[] = [];
  afterAll(() => {
    process.stdout.write(`${table.join("\n")}\n`);
  });

  /** Lines read right, no fewer; a change that lowers one of these has broken something. */
  it.each([
    ["examples", 84],
    ["dev", 316],
    ["kin-en", 181],
    ["kin-zh", 174],
    ["held", 256],
    ["dev-2", 243],
    ["dev-3", 241],
    ["held-2", 180],
  ])("%s: at least %d lines", (file, floor) => {
    const lines = linesOf(file);
    const { right, kinds } = score(bot, lines);
    const percent = ((100 * right) / lines.length).toFixed(1);
    const parts = [...kinds].sort().map(([kind, [good, all]]) => `${kind} ${good}/${all}`);
    table.push(`${file} ${right}/${lines.length} ${percent}%: ${parts.join(", ")}`);
    expect(right).toBeGreaterThanOrEqual(floor);
  });
});
