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

/**
 * What does not come back, counted by the key that differs; a key that is not here comes back always. `fields`: the
 * price beside other columns of a list goes without saying. `models`: an id whose words are those of its `-latest`.
 * `providers`: in Chinese a provider's Chinese site is meant. `filters.price`: an order by cache discount takes the
 * words of a bound on cache reads. `costed`: a bound by a model beside several families is read as what is asked.
 * Of `held` only totals are looked at.
 */
const KNOWN: Record<Language, Record<string, Record<string, number>>> = {
  en: {
    "kin-en": { fields: 1 },
    "kin-zh": { models: 1 },
    held: { limit: 1, intent: 2, "command.until": 1, "filters.names.out": 1, derive: 1 },
    rank: { "filters.price": 1 },
    costed: { intent: 1 },
  },
  zh: {
    dev: { "filters.providers.in": 1 },
    "kin-en": { fields: 1 },
    "kin-zh": { models: 1 },
    held: { limit: 1, intent: 2, "command.until": 1, derive: 1 },
    rank: { "filters.price": 1 },
    costed: { intent: 1 },
  },
};
/** Of all names of the catalog: those that are another thing's name too ("command", "360", zai in Chinese, the lab of a company that resells). */
const SHARED_NAMES = { en: 43, zh: 48 };

/** Misses beyond the known ones, by key. */
const beyond = (misses: Tally["misses"], known: Tally["misses"] = {}): string[] =>
  Object.entries(misses).flatMap(([key, n]) => (n > (known[key] ?? 0) ? [`${key}: ${n}`] : []));

function report(what: string, { right, all, misses }: Tally): void {
  process.stdout.write(`${what}: ${right}/${all} ${JSON.stringify(misses)}\n`);
}

/** The names that are read alone as what they are; the others share their words with another name. */
function poolFor(language: Language): Pool & { shared: string[] } {
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
  const all = { models, families, labs, providers };
  const shared = (Object.keys(all) as (keyof Pool)[]).flatMap((kind) => {
    const kept = new Set(pool[kind]);
    return [...all[kind].keys()].filter((id) => !kept.has(id));
  });
  return { ...pool, shared };
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
    expect(beyond(result.misses, KNOWN[language][name])).toEqual([]);
  });

  it("for every name alone, but for those that are shared", () => {
    process.stdout.write(`shared names ${language}: ${POOLS[language].shared.length}\n`);
    expect(POOLS[language].shared.length).toBeLessThanOrEqual(SHARED_NAMES[language]);
  });

  it.each(Object.entries(queries(POOLS[language])))("for well-formed queries: %s", (kind, arbitrary) => {
    const sample = fc.sample(arbitrary, { seed: SEED, numRuns: RUNS });
    const result = tally(sample.map((query) => missedBy(query, language)));
    report(`${kind} ${language}, seed ${SEED}`, result);
    expect(beyond(result.misses, KNOWN[language][kind])).toEqual([]);
  });
});

describe("the words are plain", () => {
  const openai = "openai/gpt-5.4";
  it.each<[Omit<Query, "language">, string, string]>([
    [{ intent: "lookup", models: [openai] }, "price of gpt-5.4", "gpt-5.4多少钱"],
    [
      { intent: "rank", sort: { by: "context", order: "desc" }, limit: 3, filters: { abilities: { all: ["tools"] } } },
      "the 3 models with the longest context, with tool calling",
      "上下文最长的3个模型，有工具调用",
    ],
    [
      { intent: "list", filters: { origin: "cn", than: [{ on: "price", model: openai, is: "less" }] }, count: true },
      "how many models, chinese, cheaper than gpt-5.4",
      "一共有多少个模型，国产，比gpt-5.4便宜",
    ],
    [
      { intent: "budget", models: [openai], budget: { amount: 50, currency: "USD" }, fields: ["output"] },
      "how many output tokens of gpt-5.4 does $50 buy",
      "50美元能买多少输出token，gpt-5.4",
    ],
    [
      {
        intent: "command",
        command: {
          name: "watch",
          action: "on",
          models: [openai],
          on: "input",
          below: 2,
          currency: "USD",
          notify: "me",
        },
      },
      "alert me privately on gpt-5.4 when input price drops below $2",
      "gpt-5.4输入价跌破2美元时私聊提醒",
    ],
  ])("%j", (query, en, zh) => {
    expect(LANGUAGES.map((language) => phrase({ ...query, language }, language))).toEqual([en, zh]);
  });
});
