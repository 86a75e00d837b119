import { join } from "node:path";
import { answerQuery } from "../answer/answer-query.ts";
import { type AnswerJson, toJson } from "../answer/to-json.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { loadCatalog } from "../catalog/load.ts";
import { projectRoot } from "../lib/root.ts";
import { createNameFinder } from "../query/names/finder.ts";
import type { Query } from "../query/query.ts";
import { createReader } from "../query/read.ts";
import type { Reading } from "../query/reading.ts";
import { present } from "../view/present.ts";
import { toText } from "../view/to-text.ts";
import type { View } from "../view/view.ts";
import { choose } from "./choose.ts";

/** What a conversation remembers between two questions. */
export interface Memory {
  query?: Query;
  /** What the last answer offered to choose from. */
  choices?: readonly Query[];
}

export interface Reply {
  query: Query;
  /** The answer as a program reads it, text and notes in the asker's language included. */
  json: AnswerJson & { notes: string[]; text: string };
  /** The answer as a platform draws it. */
  view: View;
  memory: Memory;
  /** What was recognised where, a line a step. */
  explain: () => string[];
}

export interface Bot {
  /** Answers one text at the time `now`; never throws for what a person types. */
  ask(text: string, now: Date, memory?: Memory): Reply;
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

  const replyTo = (reading: Reading, now: Date): Reply => {
    const answer = answerQuery(reading, catalog, now);
    const view = present(answer, catalog);
    const choices = view.choices.map((choice) => choice.query);
    return {
      query: reading.query,
      json: { ...toJson(answer), notes: view.notes, text: toText(view) },
      view,
      memory: { query: reading.query, ...(choices.length > 0 ? { choices } : {}) },
      explain: reading.trace,
    };
  };

  return {
    ask(text, now, memory = {}) {
      const chosen = choose(text, memory.choices ?? []);
      if (chosen) return replyTo({ query: chosen, readAs: [], assumed: [], trace: () => [`chosen: ${text}`] }, now);
      return replyTo(read(text, memory.query ? { now, previous: memory.query } : { now }), now);
    },
  };
}

/** The bot on the catalog in `folder`, by default the one that comes with the project. */
export function loadBot(folder = join(projectRoot(), "catalog")): Bot {
  return createBot(loadCatalog(folder));
}
