import type { Answer } from "../answer/answer.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Intent } from "../query/query.ts";
import { freshness, sources } from "./freshness.ts";
import { help } from "./help.ts";
import { inert } from "./inert.ts";
import { messagesIn } from "./messages/locales.ts";
import { notesOf, sentence } from "./notes.ts";
import { budget } from "./presenters/budget.ts";
import { changes } from "./presenters/changes.ts";
import { compare } from "./presenters/compare.ts";
import { cost } from "./presenters/cost.ts";
import { history } from "./presenters/history.ts";
import { list } from "./presenters/list.ts";
import { lookup } from "./presenters/lookup.ts";
import { rank } from "./presenters/rank.ts";
import type { Presented, Presenter, Scene } from "./scene.ts";
import { understood } from "./understood.ts";
import type { View } from "./view.ts";
import { createVoice } from "./voice.ts";

const titled =
  (title: (scene: Scene) => string): Presenter =>
  (scene) => ({ title: title(scene) });

/** How an answer of each intent is said. */
const INTENTS: Record<Intent, Presenter> = {
  lookup,
  rank,
  list,
  compare,
  cost,
  budget,
  history,
  changes,
  command: unavailable,
  help,
  clarify,
  unknown: titled(({ messages }) => messages.titles.unknown),
};

/** Outcomes that are said alike whatever the intent; the others are up to the intent. */
const OUTCOMES: Record<Answer["outcome"], Presenter | undefined> = {
  answered: undefined,
  empty: empty,
  not_found: titled(({ messages }) => messages.titles.notFound),
  clarify,
  help,
  unknown: INTENTS.unknown,
  unavailable,
};

const LABEL_LENGTH = 75;

/** An answer in words: everything that a platform draws, in the language of the question. Never throws for data. */
export function present(answer: Answer, catalog: Catalog): View {
  const { query } = answer.reading;
  const messages = messagesIn(query.language);
  const voice = createVoice(query, catalog, messages);
  const { spaced } = messages.words;
  const scene: Scene = { answer, query, catalog, messages, voice };
  const said = judged(scene, (OUTCOMES[answer.outcome] ?? INTENTS[query.intent])(scene));
  return {
    language: query.language,
    ...understood(scene),
    title: spaced(said.title),
    ...(said.table && { table: said.table }),
    facts: (said.facts ?? []).map(spaced),
    ...notesIn(scene, said),
    sources: sources(scene),
    freshness: spaced(freshness(scene)),
    actions: answer.actions.map(({ code, query: next }) => ({
      code,
      label: messages.actions[code],
      query: next,
    })),
    choices: said.choices ?? [],
    ...(said.choose !== undefined && { choose: said.choose }),
    ...(answer.chart && { chart: answer.chart }),
  };
}

/** The notes, those that weigh least behind a line that counts them. */
function notesIn(scene: Scene, presented: Presented): Pick<View, "notes" | "lighter"> {
  const { words, lines } = scene.messages;
  const { notes, lighter } = notesOf(scene, presented);
  if (lighter.length === 0) return { notes: notes.map(words.spaced) };
  return { notes: [...notes, lines.lighter(lighter.length)].map(words.spaced), lighter: lighter.map(words.spaced) };
}

/** With a verdict it comes first, with what was claimed and what is; the price follows. */
function judged(scene: Scene, presented: Presented): Presented {
  const { answer, messages } = scene;
  const claims = answer.notes.filter(({ code }) => code === "claim").map((note) => sentence(scene, note));
  if (answer.verdict === undefined) return { ...presented, facts: [...claims, ...(presented.facts ?? [])] };
  const verdict = messages.titles.verdict[answer.verdict];
  const [first, ...others] = claims;
  if (first === undefined)
    return {
      ...presented,
      title: verdict + messages.words.colon + presented.title,
    };
  return {
    ...presented,
    title: verdict + messages.words.colon + first,
    facts: [...others, presented.title, ...(presented.facts ?? [])],
  };
}

function empty(scene: Scene): Presented {
  const { answer, query } = scene;
  // A count of none, and changes that were none, are answers.
  if (query.intent === "changes" || query.count || answer.derived) return INTENTS[query.intent](scene);
  const { titles } = scene.messages;
  return { title: query.intent === "history" ? titles.noHistory : titles.empty };
}

function clarify({ answer, messages }: Scene): Presented {
  const { reason = "no_question", typed, choices = [] } = answer.reading.ask ?? {};
  return {
    title: messages.clarify[reason](typed === undefined ? undefined : inert(typed)),
    ...(choices.length > 0 && { choose: messages.lines.choose }),
    choices: choices.map(({ label, query }) => ({
      label: inert(label, LABEL_LENGTH),
      query,
    })),
  };
}

function unavailable({ query, messages }: Scene): Presented {
  const commands = [query.command ?? []].flat().map(({ name }) => name);
  return { title: messages.titles.unavailable([...new Set(commands)]) };
}
