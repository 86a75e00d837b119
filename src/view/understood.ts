import type { Query } from "../query/query.ts";
import type { Reading } from "../query/reading.ts";
import { describe, SEPARATOR } from "./describe.ts";
import { filterWords } from "./describe-filters.ts";
import { inert } from "./inert.ts";
import { own } from "./own.ts";
import type { Scene } from "./scene.ts";
import type { View } from "./view.ts";

const WORD_LENGTH = 60;
const WORDS_SHOWN = 8;

/** What was understood, assumed and not understood. */
export function understood(scene: Scene): Pick<View, "understood" | "assumed" | "unread"> {
  const { answer, query, messages } = scene;
  const unread = (query.unread ?? [])
    .filter((word) => !isShown(scene, word))
    .slice(0, WORDS_SHOWN)
    .map((word) => inert(word, WORD_LENGTH));
  return {
    understood: messages.words.spaced(understoodOf(scene)),
    assumed: assumedOf(scene, answer.reading),
    ...(unread.length > 0 && { unread: messages.lines.unread(unread) }),
  };
}

const HOURS = /^(?:高?峰|低?谷|峰谷|高峰期?|低谷期?|(?:off-?)?peak(?: hours)?)$/i;

/** Who asks for peak prices is understood where all prices by the time of day are shown. */
function isShown({ answer }: Scene, word: string): boolean {
  return HOURS.test(word) && answer.rows.some(({ tiers = [] }) => tiers.some(({ when }) => when.window !== undefined));
}

/** The question, and apart from it the filters that settings added. */
function understoodOf(scene: Scene): string {
  const { defaults } = scene.answer.reading;
  if (!defaults) return describe(scene);
  const added = scene.messages.said.defaults(scene.voice.list(filterWords(defaults.filters, scene)));
  return [describe({ ...scene, query: defaults.asked }), added].filter((part) => part !== "").join(SEPARATOR);
}

function assumedOf({ messages, voice, query }: Scene, { readAs, assumed, readUpTo }: Reading): string[] {
  const { lines } = messages;
  const implied = impliedBy(query).map((code) => ({ code, args: {} }));
  return [
    ...readAs.map(({ typed, id }) => lines.readAs(inert(typed, WORD_LENGTH), voice.named(id), inert(id))),
    ...(readUpTo === undefined ? [] : [lines.readUpTo(readUpTo)]),
    ...[...assumed, ...implied].flatMap(({ code, args }) => own(messages.assumed, code)?.(args ?? {}) ?? []),
  ];
}

/** What every answer to such a query takes for granted. */
function impliedBy({ intent, filters = {}, models, families, of = "models" }: Query): string[] {
  const { offers, providers, names, openWeights, status } = filters;
  const isNamed = models || families || filters.families?.in || names?.in || openWeights;
  const isScoped = isNamed || offers || providers?.in || filters.free === true || (status && status !== "current");
  const isTable = (intent === "rank" || intent === "list") && of === "models";
  return [
    ...(isTable && !isScoped ? ["official_only"] : []),
    ...(filters.price?.some(({ on }) => on === "price") ? ["side_price"] : []),
  ];
}
