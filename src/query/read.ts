import { readCommand } from "./build/commands.ts";
import { finish } from "./build/finish.ts";
import { build } from "./build/query.ts";
import { aside, honestPart, isGoods, isInjection, isSubject } from "./build/relevance.ts";
import { noParts } from "./build/signals.ts";
import { today } from "./days.ts";
import { type FactRecords, type Facts, factsOf, NO_FACTS } from "./facts.ts";
import { follow } from "./follow-up.ts";
import type { Item } from "./item.ts";
import { languageOf } from "./language.ts";
import { lex } from "./lex.ts";
import type { Mention, NameFinder } from "./names.ts";
import { normalise, original } from "./normalise.ts";
import type { Intent, Query } from "./query.ts";
import type { Reading } from "./reading.ts";
import { RECOGNISERS } from "./recognisers/order.ts";
import { type Context, rewrite } from "./recognisers/recogniser.ts";
import { readUsage } from "./recognisers/usage.ts";
import { createScene, type Scene, says } from "./scene.ts";
import { tokenise } from "./tokens.ts";

interface ReadOptions {
  /** What "today" is, and against which day relative dates count. */
  now: Date;
  /** The query before this one in the conversation. */
  previous?: Query;
}

export type Reader = (text: string, options: ReadOptions) => Reading;

/** Makes a reader of questions over the names of a catalog. Reading never throws, whatever the text. */
export function createReader(names: NameFinder, records?: FactRecords): Reader {
  const facts = records ? factsOf(records) : NO_FACTS;
  const read = (source: string, options: ReadOptions, again = false): Reading => {
    const plain = normalise(source);
    const scene = sceneOf(plain.text, names, facts, options);
    const reading = readScene(scene, names, facts, options);
    const wordsAt = (start: number, end: number): string => original(source, plain, start, end);
    return finish(scene, reading, {
      wordsAt,
      ...(plain.readUpTo !== undefined && { readUpTo: plain.readUpTo }),
      // A choice is never asked about again.
      reread: ({ start, end }, id) => {
        const text = `${plain.text.slice(0, start)} ${id} ${plain.text.slice(end)}`;
        return again ? (reading.draft as Query) : read(text, options, true).query;
      },
      trace: () => explain(source, names, facts, options),
    });
  };
  return (source, options) => read(source, options);
}

/** A number alone is a name only where another name lends it one ("4.1 mini and 4.1"). */
const BARE = /^[\d.\s]+$/;
const SURE_NUMBER = 0.9;
const SHORT = 40;

const isAkin = (model: string, { models = [], families = [] }: Partial<Query>, facts: Facts): boolean =>
  [...models.map((other) => other.split("/")[0]), ...families.map(facts.labOfFamily)].includes(model.split("/")[0]);

const LOOSE_END = /\s+(?:in|out|on|at|for|or|and|vs)$/i;

/** A misspelt name must not swallow a small word after it. */
function trimmed(mention: Mention, text: string): Mention {
  const end = mention.typo ? LOOSE_END.exec(text.slice(mention.start, mention.end)) : null;
  if (end === null) return mention;
  const { typo: _typo, ...rest } = mention;
  return { ...rest, end: mention.end - end[0].length };
}

type Tracer = (name: string, from: readonly Item[], to: readonly Item[]) => void;

function sceneOf(text: string, names: NameFinder, facts: Facts, { now, previous }: ReadOptions, trace?: Tracer): Scene {
  const context: Context = {
    text,
    language: languageOf(text),
    today: today(now),
    ...(previous?.models && { before: previous.models }),
  };
  const mentions = names.find(text, { models: previous?.models ?? [], families: previous?.families ?? [] });
  const sure = mentions
    .map((mention) => trimmed(mention, text))
    .filter(({ start, end, strength, model }) => {
      const lent = model !== undefined && text.length < SHORT && isAkin(model, previous ?? {}, facts);
      return strength >= SURE_NUMBER || lent || !BARE.test(text.slice(start, end));
    });
  let items = readUsage(text, lex(text, tokenise(text), sure));
  for (const recogniser of RECOGNISERS) items = rewrite(items, recogniser, context, trace);
  const scene = createScene(items, context, facts);
  const honest = isInjection(scene) ? honestPart(scene) : undefined;
  return honest ? createScene(honest, context, facts) : scene;
}

function readScene(
  scene: Scene,
  _names: NameFinder,
  _facts: Facts,
  { previous }: ReadOptions,
): ReturnType<typeof build> {
  const none = aside(scene);
  const command = none === "unknown" || none === "help" ? undefined : readCommand(scene);
  if (command) return command;
  if (none === "unknown" || none === "help")
    return { ...nothing(scene), draft: { intent: none, language: scene.context.language } };
  const leaned = build(scene, previous);
  if (previous && none === undefined && isAbout(scene)) return follow(scene, leaned, previous);
  const built = previous ? build(scene) : leaned;
  if (none !== undefined) built.draft = { intent: none, language: scene.context.language };
  else if (isGoods(scene, built.draft.intent)) built.draft.intent = "unknown";
  else if (!isSubject(scene) && built.parts.workload.workload === undefined)
    built.draft.intent = withoutSubject(scene, built.draft.intent);
  return built;
}

/** A greeting that asks for nothing yet wants help; what leads nowhere is none of ours. */
function withoutSubject(scene: Scene, intent: Intent | undefined): Intent | undefined {
  if (says(scene, "hello") && (intent === "list" || intent === "clarify")) return "help";
  return intent === "clarify" ? "unknown" : intent;
}

const nothing = (scene: Scene): ReturnType<typeof build> => ({
  draft: { language: scene.context.language },
  parts: noParts(),
  assumed: [],
});

/** Whether anything in the text was understood, so that it can lean on the question before. */
const isAbout = (scene: Scene): boolean =>
  scene.log.length > 0 || says(scene, "t", "now") || says(scene, "cue.history") || says(scene, "cue.howmany");

/** The steps of a reading, one a line: what each recogniser made of which words, and what was taken as what. */
function explain(source: string, names: NameFinder, facts: Facts, options: ReadOptions): string[] {
  const plain = normalise(source);
  const lines: string[] = [];
  const words = (items: readonly Item[]): string => plain.text.slice(items[0]?.start ?? 0, items.at(-1)?.end ?? 0);
  const scene = sceneOf(plain.text, names, facts, options, (name, from, to) => {
    lines.push(`${name}: “${words(from)}” → ${to.map(describe).join(" ")}`);
  });
  readScene(scene, names, facts, options);
  return [...lines, ...scene.log];
}

function describe(item: Item): string {
  const { start: _start, end: _end, ...rest } = item;
  return JSON.stringify(rest);
}
