import { join } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { projectRoot } from "../../src/lib/root.ts";
import { measure } from "./measure.ts";
import { fuseSearcher, MINI_TRIGRAMS, MINI_WORDS, miniSearcher, ourSearcher, type Searcher } from "./name-searchers.ts";
import { atLeast, digits, type Goal, heading, line, percent, remark, time } from "./report.ts";
import { type Typo, typos } from "./typos.ts";

const SEED = 20260703;
const COUNT = 500;
const EFFORT = { warmUp: 1000, measured: 3000, rounds: 1 };

interface Score {
  /** Milliseconds a name. */
  each: number;
  right: number;
  wrong: number;
}

/** Mistyped names of real models: ours against fuse.js and MiniSearch, by speed and by the first model found. */
export function benchNames(): void {
  const catalog = loadCatalog(join(projectRoot(), "catalog"));
  const names = typos(catalog, COUNT, SEED);
  heading(`2. Names: ${names.length} real names with one or two letter edits (seed ${SEED}); CPU time`);
  const ours = score(ourSearcher(catalog), names);
  const fuse = score(fuseSearcher(catalog), names);
  const words = score(miniSearcher(catalog, MINI_WORDS), names);
  const trigrams = score(miniSearcher(catalog, MINI_TRIGRAMS), names);
  const best = Math.max(fuse.right, words.right, trigrams.right);
  report("llmprice", ours, names, { said: `> ${percent(best / names.length)}`, met: ours.right > best });
  report("fuse.js", fuse, names);
  report("MiniSearch, words and fuzzy", words, names);
  report("MiniSearch, trigrams", trigrams, names);
  faster("fuse.js", fuse.each / ours.each, 100);
  faster("MiniSearch, the faster", Math.min(words.each, trigrams.each) / ours.each, 10);
  remark("right = the first model found is the one meant; neither right nor wrong = none found, or asked back");
}

function score(search: Searcher, names: readonly Typo[]): Score {
  const found = names.map(({ typed, model }) => ({ model, first: search(typed) }));
  return {
    each: measure(names, ({ typed }) => search(typed), EFFORT).round / names.length,
    right: found.filter(({ model, first }) => first === model).length,
    wrong: found.filter(({ model, first }) => first !== undefined && first !== model).length,
  };
}

function report(name: string, { each, right, wrong }: Score, { length }: readonly Typo[], goal?: Goal): void {
  line(name, `${time(each)} a name`);
  line("  right", percent(right / length), goal);
  line("  wrong", percent(wrong / length));
}

function faster(than: string, times: number, bound: number): void {
  line(`faster than ${than}`, `${digits(times)} ×`, atLeast(times, bound, " ×"));
}
