import type { Catalog } from "../catalog/catalog.ts";
import type { Query } from "../query/query.ts";
import type { Reading } from "../query/reading.ts";
import { actionsOf } from "./actions.ts";
import type { Answer } from "./answer.ts";
import { type AnswerOptions, type Context, createContext, isPast } from "./context.ts";
import { freshnessOf } from "./freshness.ts";
import { budget } from "./intents/budget.ts";
import { changes } from "./intents/changes.ts";
import { compare } from "./intents/compare.ts";
import { cost } from "./intents/cost.ts";
import { history } from "./intents/history.ts";
import { list } from "./intents/list.ts";
import { lookup } from "./intents/lookup.ts";
import { rank } from "./intents/rank.ts";
import { noteAge } from "./quote-notes.ts";
import { type Intent, nothing, type Result } from "./result.ts";

/** How each intent is answered; a new one without its handler does not compile. */
const INTENTS: Record<Query["intent"], Intent> = {
  lookup,
  rank,
  list,
  compare,
  cost,
  budget,
  history,
  changes,
  command: () => nothing("unavailable"),
  help: () => nothing("help"),
  clarify: () => nothing("clarify"),
  unknown: () => nothing("unknown"),
};

/**
 * The answer to a reading, by what was known at `now`: data and codes, no human words. Pure but for caches, and
 * never throws for any valid query.
 */
export function answerQuery(reading: Reading, catalog: Catalog, now: Date, options: AnswerOptions = {}): Answer {
  const context = createContext(reading, catalog, now, options);
  const result = INTENTS[reading.query.intent](context);
  const freshness = freshnessOf(catalog, result.rows);
  finish(context, result);
  noteAge(context, freshness.newest);
  const { outcome = outcomeOf(result), ...found } = result;
  return {
    reading,
    outcome,
    ...found,
    asOf: context.asOf,
    today: context.today,
    notes: context.notes.list,
    actions: actionsOf(context, result),
    freshness,
  };
}

function outcomeOf({ rows, derived, count }: Result): Answer["outcome"] {
  return rows.length > 0 || derived || count ? "answered" : "empty";
}

/** What holds for the whole answer: the rate of its conversions, and that a past answer's facts are today's. */
function finish(context: Context, { rows }: Result): void {
  const { money, notes, asOf } = context;
  const fx = money.used;
  if (fx) notes.add("fx", { rate: fx.rate.toFixed(), source: fx.source, ...(fx.day && { day: fx.day }) });
  if (isPast(context) && rows.length > 0) notes.add("facts_today", { asOf });
}
