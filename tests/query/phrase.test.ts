import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { createNameFinder } from "../../src/query/names/finder.ts";
import { phrase } from "../../src/query/phrase.ts";
import { type Language, Query } from "../../src/query/query.ts";
import { createReader } from "../../src/query/read.ts";
import { Line, missOf } from "../corpus/score.ts";
import { type Pool, queries } from "./phrase-queries.ts";

const NOW = new Date("2026-07-02T09:00:00Z");
const SEED = 20_260_702;
const RUNS = 300;
const LANGUAGES = ["en", "zh"] as const;

const catalog = loadCatalog("catalog");
const { labs, providers, models, families } = catalog;
const read = createReader(
  createNameFinder({
    labs: labs.values(),
    providers: providers.values(),
    models: models.values(),
    families: families.values(),
  }),
  catalog,
);

/** What a query's words are read as. */
const again = (query: object, language: Language): Query => {
  const said = Query.parse({ ...query, language });
  return read(phrase(said, language), { now: NOW }).query;
};

/** Open keys of the scoring: here nothing may be added in them either. */
const STRICT = ["fields", "families", "derive", "claim", "given"];

/** A time with no end runs to today, which may be said. */
const OPEN_ENDS = ["period", "filters.released"];
const TODAY = "2026-07-02";

/** Compares as the corpus is scored, stricter where the scoring does not look. */
function missedBy(query: Partial<Query>, language: Language): string | undefined {
  const unsaid = STRICT.filter((key) => !(key in query)).map((key) => [key, [null]]);
  const open = OPEN_ENDS.filter((path) => isOpen(query, path)).map((path) => [`${path}.to`, [null, TODAY]]);
  const any = Object.fromEntries([...unsaid, ...open]);
  const line = Line.parse({ id: "", conversation: "", text: "", kind: "", query, any });
  return missOf(line, again(query, language))?.path;
}

const isOpen = ({ period, filters }: Partial<Query>, path: string): boolean => {
  const span = path === "period" ? period : filters?.released;
  return span?.from !== undefined && span.to === undefined;
};

interface Tally {
  right: number;
  all: number;
  misses: Record<string, number>;
}

function tally(found: readonly (string | undefined)[]): Tally {
  const misses: Record<string, number> = {};
  for (const path of found) if (path !== undefined) misses[path] = (misses[path] ?? 0) + 1;
  return { right: found.filter((path) => path === undefined).length, all: found.length, misses };
}

/** Measured shares. */
const LEAST: Record<Language, Record<string, number>> = {
  en: { dev: 0.98, "kin-en": 0.98, "kin-zh": 0.98, held: 0.96, rank: 0.99, costed: 0.98 },
  zh: { dev: 0.97, "kin-en": 0.98, "kin-zh": 0.98, held: 0.97, rank: 0.99, costed: 0.99, command: 0.98 },
};

function report(what: string, { right, all, misses }: Tally): void {
  process.stdout.write(`${what}: ${right}/${all} ${JSON.stringify(misses)}\n`);
}

/** The names that are read alone as what they are; the others share their words with another name. */
function poolFor(language: Language): Pool & { left: number } {
  const sort = { by: "price", order: "asc" };
  const heard = (ids: Iterable<string>, query: (id: string) => Partial<Query>) =>
    [...ids].filter((id) => missedBy(query(id), language) === undefined);
  const rank = (filters: Query["filters"]) => ({ intent: "rank", sort, filters }) as Partial<Query>;
  const pool: Pool = {
    models: heard(models.keys(), (id) => ({ intent: "lookup", models: [id] })),
    families: heard(families.keys(), (id) => rank({ families: { in: [id] } })),
    labs: heard(labs.keys(), (id) => rank({ labs: { in: [id] } })),
    providers: heard(providers.keys(), (id) => rank({ providers: { in: [id] } })),
  };
  const all = models.size + families.size + labs.size + providers.size;
  const kept = Object.values(pool).reduce((n, ids) => n + ids.length, 0);
  return { ...pool, left: all - kept };
}
const POOLS = { en: poolFor("en"), zh: poolFor("zh") };

const CORPUS = ["dev", "kin-en", "kin-zh", "held"].map((name) => {
  const lines = readFileSync(`tests/corpus/${name}.jsonl`, "utf8").split("\n");
  return { name, lines: lines.filter((line) => line.trim() !== "").map((line) => Line.parse(JSON.parse(line))) };
});

describe.each(LANGUAGES)("a query in words, %s, is read as the same query", (language) => {
  it.each(CORPUS)("for the gold queries of $name", ({ name, lines }) => {
    const result = tally(lines.map((line) => missOf(line, again(line.query, language))?.path));
    report(`${name} ${language}`, result);
    expect(result.right / result.all).toBeGreaterThanOrEqual(LEAST[language][name] ?? 1);
  });

  it.each(Object.entries(queries(POOLS[language])))("for well-formed queries: %s", (kind, arbitrary) => {
    const sample = fc.sample(arbitrary, { seed: SEED, numRuns: RUNS });
    const result = tally(sample.map((query) => missedBy(query, language)));
    report(`${kind} ${language}, seed ${SEED}`, result);
    expect(result.right / result.all).toBeGreaterThanOrEqual(LEAST[language][kind] ?? 1);
  });
});
