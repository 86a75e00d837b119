import type { AnswerRow } from "../answer/answer.ts";
import { Decimal } from "../lib/decimal.ts";
import { inert } from "./inert.ts";
import type { PlainColumn } from "./messages/messages.ts";
import { figure } from "./money.ts";
import { own } from "./own.ts";
import { blendPrice, costOf, stateOf, unitPrice } from "./prices.ts";
import type { Scene } from "./scene.ts";

type Cell = (scene: Scene, row: AnswerRow) => string;

/** The place of a sign in a figure. */
const BEFORE_DIGITS = /(?=\d)/;

/** What a row says in each column that is neither a billable unit nor a field of a model. */
export const CELLS: Record<PlainColumn, Cell> = {
  model: ({ voice }, row) => voice.quote(row.name || voice.model(row.model)),
  provider: ({ voice }, row) => voice.provider(row.provider),
  lab: ({ voice, catalog }, row) => voice.named(catalog.models.get(row.model)?.lab ?? row.provider),
  group: ({ voice }, row) => (row.group === undefined ? "" : voice.named(row.group)),
  price: (scene, row) => unitPrice(scene, row, "input"),
  blend: blendPrice,
  cost: costOf,
  cache_ratio: ({ messages }, { input, cacheRead }) =>
    input && cacheRead && Number(input) > 0
      ? `${figure(new Decimal(cacheRead).div(input).times(100).toFixed())}%`
      : messages.words.notStated,
  context: ({ voice, messages }, { context }) =>
    context === undefined ? messages.words.notStated : voice.size(context),
  tokens_in: (scene, row) => counted(scene, row.tokens?.input),
  tokens_out: (scene, row) => counted(scene, row.tokens?.output),
  tokens_cache: (scene, row) => counted(scene, row.tokens?.cacheRead),
  tokens_mixed: (scene, row) => counted(scene, row.tokens?.mixed),
  calls: (scene, row) => counted(scene, row.tokens?.units),
  state: stateOf,
  tier: (scene, row) => (row.tier ? tierOf(scene, row, row.tier) : ""),
  from: ({ messages }, row) => (row.from === undefined ? messages.words.none : by(row.dated) + row.from),
  to: (scene, row) => (row.to ? by(nextOf(scene, row)?.dated) + row.to : scene.messages.words.today),
  kind: ({ messages }, { kind }) => (kind === undefined ? "" : (own(messages.kinds, kind) ?? inert(kind))),
  unit: ({ messages }, row) => (row.unit === undefined ? "" : messages.units[row.unit]),
  before: (scene, row) => moved(scene, row, row.before),
  after: (scene, row) => moved(scene, row, row.after),
  percent: ({ messages }, row) => (row.percent ? signedPercent(row.percent) : messages.words.none),
  move: ({ messages }, { move }) => (move === undefined ? "" : (own<string>(messages.moves, move) ?? inert(move))),
  offers: ({ messages }, row) => (row.offers ? String(row.offers) : messages.words.none),
  date: dateOf,
  day: ({ messages }, row) => (row.date === undefined ? messages.words.none : by(row.dated) + row.date),
  source: ({ voice }, row) => voice.source(row.source),
};

/** Marks a day by which a source had it, where the vendor's own day is not known. */
function by(dated: boolean | undefined): string {
  return dated === false ? "≤ " : "";
}

/** The interval that follows: its day ends this one. */
function nextOf({ answer }: Scene, row: AnswerRow): AnswerRow | undefined {
  const next = answer.rows[answer.rows.indexOf(row) + 1];
  return next?.model === row.model && next.provider === row.provider ? next : undefined;
}

function counted({ voice, messages }: Scene, count: number | undefined): string {
  return count === undefined ? messages.words.notStated : voice.count(count);
}

function moved({ voice, messages }: Scene, row: AnswerRow, amount: string | null | undefined): string {
  return amount === null || amount === undefined ? messages.words.none : voice.price(amount, row.currency);
}

/** "-50%", "+20%", "≈+316.7%". */
function signedPercent(value: string): string {
  return `${value.startsWith("-") ? figure(value) : figure(value).replace(BEFORE_DIGITS, "+")}%`;
}

/** The condition of a rate in words; for a window its hours, where the provider states them. */
export function tierOf(scene: Scene, row: AnswerRow, when: NonNullable<AnswerRow["tier"]>): string {
  const { messages, voice } = scene;
  if (Object.keys(when).length === 0) return messages.words.always;
  return messages.words.tier(when, windowOf(scene, row.provider, when.window), voice);
}

function windowOf({ messages, voice, catalog }: Scene, provider: string, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const window = catalog.providers.get(provider)?.windows.find((known) => known.id === id);
  if (!window) return id === "else" ? messages.words.otherHours : inert(id);
  return voice.hours({ ...window, exceptHolidays: window.exceptHolidaysOf !== undefined });
}

/** The day that vouches for a row, and the number of its source where there are several. */
function dateOf({ answer, messages }: Scene, row: AnswerRow): string {
  const day = row.checked ?? row.seen;
  if (day === undefined || row.given) return messages.words.none;
  const { sources } = answer.freshness;
  const place = sources.findIndex(({ id }) => id === row.source);
  const said = messages.words.dated(day, row.checked !== undefined);
  return sources.length > 1 && place >= 0 ? `${said} [${place + 1}]` : said;
}
