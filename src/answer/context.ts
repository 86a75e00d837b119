import type { Catalog, Market } from "../catalog/catalog.ts";
import { dayOf } from "../catalog/days.ts";
import { type Situation, USUAL_CALL } from "../catalog/rates.ts";
import type { Currency, Day } from "../catalog/schema.ts";
import type { Query } from "../query/query.ts";
import type { Reading } from "../query/reading.ts";
import { Money } from "./money.ts";
import { Notes } from "./note-list.ts";

/** What the operator or the asker's settings fix for every answer. */
export interface AnswerOptions {
  /** CNY per USD, instead of the dated series. */
  fx?: { rate: string; day?: Day };
  blend?: { input: number; output: number };
}

/** All that an intent needs, fixed once per question. */
export interface Context {
  query: Query;
  reading: Reading;
  catalog: Catalog;
  /** The market of `asOf`. */
  market: Market;
  now: Date;
  today: Day;
  asOf: Day;
  /** The site that a question of this language means. */
  site: "cn" | "intl";
  /** The currency of the language. */
  home: Currency;
  /** The request that picks rates where a question names none. */
  situation: Situation;
  blend: { input: number; output: number };
  money: Money;
  notes: Notes;
}

const USUAL_BLEND = { input: 3, output: 1 };

export function createContext(reading: Reading, catalog: Catalog, now: Date, options: AnswerOptions = {}): Context {
  const { query } = reading;
  const today = dayOf(now);
  const isAhead = query.asOf !== undefined && query.asOf > today;
  const asOf = isAhead ? today : (query.asOf ?? today);
  const notes = new Notes();
  if (isAhead) notes.add("ahead", { day: query.asOf ?? today, today });
  const market = catalog.market(asOf, today);
  const isChinese = query.language === "zh";
  return {
    query,
    reading,
    catalog,
    market,
    now,
    today,
    asOf,
    site: isChinese ? "cn" : "intl",
    home: isChinese ? "CNY" : "USD",
    situation: {
      prompt: query.tier?.promptTokens ?? USUAL_CALL.prompt,
      output: USUAL_CALL.output,
      thinking: query.filters?.abilities?.all?.includes("reasoning") ?? false,
    },
    blend: query.blend ?? options.blend ?? USUAL_BLEND,
    money: new Money(catalog, market, statedRate(query, options)),
    notes,
  };
}

/** A question's own rate wins over the operator's. */
function statedRate({ fx }: Query, options: AnswerOptions): { rate: string; day?: Day; source: string } | undefined {
  if (fx !== undefined) return { rate: String(fx), source: "question" };
  return options.fx && { ...options.fx, source: "operator" };
}

/** Whether the question is about a day gone by. */
export function isPast({ asOf, today }: Context): boolean {
  return asOf < today;
}

/** The one currency to answer in, if the question asks for exactly one. */
export function askedCurrency({ query }: Context): Currency | undefined {
  const [first, second] = [query.currency].flat();
  return second === undefined ? first : undefined;
}
