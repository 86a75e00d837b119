import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createBot, type Memory } from "../../src/bot/bot.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { projectRoot } from "../../src/lib/root.ts";
import { measure, median, quantile } from "./measure.ts";

/** The clock of the corpus. */
const NOW = new Date("2026-07-02T09:00:00Z");
const EFFORT = { warmUp: 6000, measured: 10_000, rounds: 3 };
/** How often a lookup or ranking is asked in a round. */
const REPEATS = 10;
/** Days for which a first ranking is asked. */
const DAYS = 15;

/** Models that stand in a catalog of every size; the lookups ask for them. */
const LOOKUPS = [
  "price of gpt-4o mini",
  "claude haiku 4.5 output price",
  "gemini 2.5 flash 多少钱",
  "豆包pro 32k 多少钱",
];
const RANKINGS = [
  "cheapest 128k model",
  "top 10 cheapest models with vision",
  "最便宜的国产推理模型",
  "top 5 by context",
];

/** What one catalog's child process measured. Times are CPU time in milliseconds but for `wall`. */
export interface QuestionFigures {
  offers: number;
  models: number;
  questions: number;
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  /** Wall time of a round. */
  wall: number;
  lookup: number;
  ranking: number;
  /** A ranking on a day that nothing was asked about before. */
  firstRanking: number;
}

interface Question {
  text: string;
  conversation: string;
}

function corpus(): Question[] {
  return ["dev.jsonl", "held.jsonl"].flatMap((name) =>
    readFileSync(join(projectRoot(), "tests/corpus", name), "utf8")
      .split("\n")
      .filter(Boolean)
      .map((text) => JSON.parse(text) as Question),
  );
}

function figures(folder: string): QuestionFigures {
  const catalog = loadCatalog(folder);
  const bot = createBot(catalog);
  const memories = new Map<string, Memory>();
  const ask = ({ text, conversation }: Question): number => {
    const { json, memory } = bot.ask(text, NOW, memories.get(conversation));
    memories.set(conversation, memory);
    return json.text.length;
  };
  const questions = corpus();
  // A conversation starts anew in every round: what it remembers of the last one would change the questions.
  const { round, wall, each } = measure(questions, ask, { ...EFFORT, each: true, before: () => memories.clear() });
  const one = (texts: string[]) => {
    const asked = texts.flatMap((text) => Array.from({ length: REPEATS }, () => text));
    return measure(asked, (text) => bot.ask(text, NOW).json.text.length, EFFORT).round / asked.length;
  };
  return {
    offers: catalog.offers.length,
    models: catalog.models.size,
    questions: questions.length,
    perSecond: (questions.length / round) * 1000,
    p50: median(each),
    p99: quantile(each, 0.99),
    worst: Math.max(...each),
    wall,
    lookup: one(LOOKUPS),
    ranking: one(RANKINGS),
    firstRanking: firstOfDay((now) => bot.ask(RANKINGS[0] ?? "", now)),
  };
}

/** What the same question costs on days that come for the first time, the median of some. */
function firstOfDay(ask: (now: Date) => unknown): number {
  const days = Array.from({ length: DAYS }, (_, day) => new Date(NOW.getTime() + (day + 1) * 86_400_000));
  const times = days.map((now) => measure([now], ask, { warmUp: 0, measured: 0, rounds: 1 }).round);
  return median(times);
}

process.stdout.write(JSON.stringify(figures(process.argv[2] ?? "")));
