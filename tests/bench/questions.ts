import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { projectRoot } from "../../src/lib/root.ts";
import { grown, subset, writeRecords } from "./catalog-generator.ts";
import type { QuestionFigures } from "./questions-child.ts";
import { atLeast, below, digits, heading, line, remark, time } from "./report.ts";

const SEED = 20260702;
const SMALL = 500;
const LARGE = 50_000;
/** What the lookups ask for. */
const ALWAYS = [
  "openai/gpt-4o-mini",
  "anthropic/claude-haiku-4-5",
  "google/gemini-2.5-flash",
  "bytedance/doubao-pro-32k",
];

/** Reading, answering and writing the corpus' questions on catalogs of three sizes, each in a process of its own. */
export function benchQuestions(): void {
  heading("1. Questions: read + answer + text, nothing cached on text or query; CPU time on one core");
  const real = join(projectRoot(), "catalog");
  const temporary = mkdtempSync(join(tmpdir(), "llmprice-bench-"));
  try {
    const catalog = loadCatalog(real);
    writeRecords(join(temporary, "small"), subset(catalog, SMALL, SEED, ALWAYS), real);
    writeRecords(join(temporary, "large"), grown(catalog, LARGE, SEED), real);
    const small = run(join(temporary, "small"));
    const middle = run(real);
    const large = run(join(temporary, "large"));
    for (const figures of [small, middle, large]) report(figures, figures === middle);
    growth(small, large);
    remark(`catalog generator seed ${SEED}; large = the real catalog and invented labs, models, sellers`);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function run(folder: string): QuestionFigures {
  const child = join(import.meta.dirname, "questions-child.js");
  return JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, child, folder], { encoding: "utf8" }),
  ) as QuestionFigures;
}

function report(figures: QuestionFigures, hasGoals: boolean): void {
  const { offers, models, questions, perSecond, p50, p99, worst, wall, lookup, ranking, firstRanking } = figures;
  const name = `${offers.toLocaleString("en")} offers, ${models.toLocaleString("en")} models`;
  line(name, `${digits(perSecond)} questions/s`, hasGoals ? atLeast(perSecond, 5000) : undefined);
  line("  one question, p50", time(p50));
  line("  one question, p99", time(p99), hasGoals ? below(p99, 5, " ms") : undefined);
  line("  a lookup", time(lookup));
  line("  a ranking", time(ranking));
  line("  the first ranking of a day", time(firstRanking));
  remark(`${questions} questions, worst ${time(worst)}; by the wall clock ${digits((questions / wall) * 1000)}/s`);
}

function growth(small: QuestionFigures, large: QuestionFigures): void {
  const [lookup, ranking] = [large.lookup / small.lookup, large.ranking / small.ranking];
  line(`a lookup, ${SMALL} → ${LARGE.toLocaleString("en")} offers`, `${digits(lookup)} ×`, below(lookup, 1.5, " ×"));
  line(`a ranking, ${SMALL} → ${LARGE.toLocaleString("en")} offers`, `${digits(ranking)} ×`, below(ranking, 12, " ×"));
}
