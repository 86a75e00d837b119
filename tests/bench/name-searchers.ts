import Fuse from "fuse.js";
import MiniSearch, { type Options } from "minisearch";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { createNameFinder } from "../../src/query/names/finder.ts";
import { namesOf } from "./typos.ts";

/** Finds the model that a name most likely means; nothing where it finds none. */
export type Searcher = (typed: string) => string | undefined;

/** Ours: the one mention of a model. A name that several models bear, or that is asked back, is none. */
export function ourSearcher(catalog: Catalog): Searcher {
  const finder = createNameFinder({
    labs: catalog.labs.values(),
    providers: catalog.providers.values(),
    models: catalog.models.values(),
    families: catalog.families.values(),
  });
  return (typed) => {
    const models = finder.find(typed).flatMap(({ model }) => model ?? []);
    return models.length === 1 ? models[0] : undefined;
  };
}

interface Document {
  key: number;
  id: string;
  name: string;
}

/** Each name of each model is a document of its own: both libraries rank best so. */
function documents(catalog: Catalog): Document[] {
  return [...catalog.models.values()]
    .flatMap((model) => namesOf(model).map((name) => ({ id: model.id, name })))
    .map((document, key) => ({ ...document, key }));
}

/** The best of the thresholds 0.2 to 0.6, with and without location, field norm and token search, on other typos. */
export function fuseSearcher(catalog: Catalog): Searcher {
  const fuse = new Fuse(documents(catalog), { keys: ["name"], threshold: 0.35, distance: 100 });
  return (typed) => fuse.search(typed, { limit: 1 })[0]?.item.id;
}

/** How MiniSearch is set up; found on other typos than those that are measured. */
export type MiniOptions = Pick<Options<Document>, "tokenize" | "searchOptions">;

const SEPARATORS = /[^\p{L}\p{N}.]+/u;
const RANKED_BY_LENGTH = { k: 1.2, b: 1, d: 0 };

/** Words with fuzzy matching, as its manual has it: the fastest of those that come near the best accuracy. */
export const MINI_WORDS: MiniOptions = {
  tokenize: (text) => text.split(SEPARATORS).filter(Boolean),
  searchOptions: { fuzzy: 0.4, maxFuzzy: 2, bm25: RANKED_BY_LENGTH },
};

/** Runs of three characters in place of words: the most accurate. */
export const MINI_TRIGRAMS: MiniOptions = {
  tokenize(text) {
    const whole = `^${text.toLowerCase().split(SEPARATORS).join("-")}$`;
    return Array.from({ length: whole.length - 2 }, (_, at) => whole.slice(at, at + 3));
  },
  searchOptions: { bm25: RANKED_BY_LENGTH },
};

export function miniSearcher(catalog: Catalog, options: MiniOptions): Searcher {
  const mini = new MiniSearch<Document>({ fields: ["name"], storeFields: ["id"], idField: "key", ...options });
  mini.addAll(documents(catalog));
  return (typed) => mini.search(typed)[0]?.id as string | undefined;
}
