import { join } from "node:path";
import type { Answer, AnswerRow } from "../answer/answer.ts";
import { answerQuery } from "../answer/answer-query.ts";
import { type AnswerJson, toJson } from "../answer/to-json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { loadCatalog } from "../catalog/load.ts";
import { projectRoot } from "../lib/root.ts";
import type { Defaults } from "../query/defaults.ts";
import { createNameFinder } from "../query/names/finder.ts";
import type { Language, Query } from "../query/query.ts";
import { createReader } from "../query/read.ts";
import type { Reading } from "../query/reading.ts";
import { present } from "../view/present.ts";
import { toText } from "../view/to-text.ts";
import type { View } from "../view/view.ts";
import { choose } from "./choose.ts";
import { withDefaults } from "./defaults.ts";

/** What a conversation remembers between two questions. */
export interface Memory {
  query?: Query;
  /** What the last answer offered to choose from. */
  choices?: readonly Query[];
  /** The default filters were dropped; what leans on the query goes without them too. */
  bare?: boolean;
}

export interface Reply {
  /** The question as it was read, without any defaults. */
  query: Query;
  /** The answer as a program reads it, text and notes in the asker's language included. */
  json: AnswerJson & { notes: string[]; text: string };
  outcome: Answer["outcome"];
  rows: readonly AnswerRow[];
  /** The answer as a platform draws it. */
  view: View;
  memory: Memory;
  /** What was answered, but without the default filters that were added, if any were. */
  bare?: Query;
  /** What was recognised where, a line a step. */
  explain: () => string[];
}

export interface Bot {
  /** What it answers from. */
  readonly catalog: Catalog;
  /** Answers one text at the time `now`; never throws for what a person types. `defaults` fill in what it leaves open. */
  ask(text: string, now: Date, memory?: Memory, defaults?: Defaults): Reply;
  /** Answers a query that needs no reading, as a click means it. */
  answer(query: Query, now: Date, defaults?: Defaults): Reply;
}

/** The bot over one loaded catalog. It knows no platform, keeps no state, and reads no clock. */
export function createBot(catalog: Catalog): Bot {
  const { labs, providers, models, families } = catalog;
  const names = createNameFinder({
    labs: labs.values(),
    providers: providers.values(),
    models: models.values(),
    families: families.values(),
  });
  const read = createReader(names, catalog);

  const replyTo = (asked: Reading, now: Date, defaults: Defaults = {}): Reply => {
    const reading = withDefaults(asked, defaults);
    const answer = answerQuery(reading, catalog, now);
    const view = present(inLanguage(answer, defaults.language), catalog);
    const choices = view.choices.map((choice) => choice.query);
    return {
      query: asked.query,
      json: { ...toJson(answer), notes: allNotes(view), text: toText(view) },
      outcome: answer.outcome,
      rows: answer.rows,
      view,
      memory: { query: asked.query, ...(choices.length > 0 ? { choices } : {}) },
      ...(reading.defaults && { bare: withoutFilters(reading.query, reading.defaults.asked) }),
      explain: reading.trace,
    };
  };

  const asIs = (query: Query, why: string): Reading => ({ query, readAs: [], assumed: [], trace: () => [why] });
  return {
    catalog,
    ask(text, now, memory = {}, defaults = {}) {
      const chosen = choose(text, memory.choices ?? []);
      if (chosen) return replyTo(asIs(chosen, `chosen: ${text}`), now, defaults);
      const reading = read(text, memory.query ? { now, previous: memory.query } : { now });
      if (!memory.bare || !reading.query.follows) return replyTo(reading, now, defaults);
      const reply = replyTo(reading, now, { ...defaults, filters: undefined });
      return { ...reply, memory: { ...reply.memory, bare: true } };
    },
    answer: (query, now, defaults) => replyTo(asIs(query, "clicked"), now, defaults),
  };
}

function withoutFilters({ filters: _, ...rest }: Query, { filters }: Query): Query {
  return { ...rest, ...(filters && { filters }) };
}

/** An answer to be said in another language than that of its question. */
function inLanguage(answer: Answer, language: Language | undefined): Answer {
  const { reading } = answer;
  if (language === undefined || language === reading.query.language) return answer;
  return { ...answer, reading: { ...reading, query: { ...reading.query, language } } };
}

/** The bot on the catalog in `folder`, by default the one that comes with the project. */
export function loadBot(folder = join(projectRoot(), "catalog")): Bot {
  return createBot(loadCatalog(folder));
}

/** Programs get all notes; the line that counts those left out of the text is for readers. */
function allNotes({ notes, lighter }: View): string[] {
  return lighter ? [...notes.slice(0, -1), ...lighter] : notes;
}
