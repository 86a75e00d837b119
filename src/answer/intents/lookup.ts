import type { Quote } from "../../catalog/catalog.ts";
import { Decimal } from "../../lib/decimal.ts";
import type { AnswerRow, Derived } from "../answer.ts";
import { verdictOn } from "../claims.ts";
import { type Context, isPast } from "../context.ts";
import { change } from "../derive.ts";
import { factsAsked } from "../facts.ts";
import { givenQuote } from "../given.ts";
import { figure } from "../money.ts";
import { asksForHosts } from "../offers.ts";
import { brief, noteNow, noteQuote } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf, tiersOf } from "../rows.ts";
import { sinceThen } from "../since-then.ts";
import { familyModels, namedModels, type Subject, subjectOf } from "../subjects.ts";
import { list } from "./list.ts";

/** Rows of hosts of one model, and of models of a family, that are shown unasked. */
const HOSTS_SHOWN = 10;
const FAMILY_SHOWN = 10;
/** Of a model that only hosts serve, where nobody asked for hosts. */
const HOSTS_UNASKED = 3;

/** Prices or facts of named models. */
export function lookup(context: Context): Result {
  const { query } = context;
  const members = (query.families ?? []).flatMap((family) => familyModels(context, family));
  const models = [...new Set([...namedModels(context), ...members])];
  const isOverview = members.length > 0;
  if (models.length === 0) return query.models || query.families ? nothing("not_found") : list(context);
  const from = query.offset ?? 0;
  const shown = isOverview ? models.slice(from, from + (query.limit ?? FAMILY_SHOWN)) : models;
  if (shown.length < models.length) context.notes.add("more_rows", { shown: shown.length, total: models.length });
  const subjects = shown.map((model) => subjectOf(context, model));
  const rows = subjects.flatMap((subject) => rowsOf(context, subject, isOverview));
  if (isOverview)
    noteNow(
      context,
      subjects.flatMap(({ offers }) => offers.quotes.slice(0, 1)),
    );
  const [first] = subjects;
  const [quote] = first?.offers.quotes ?? [];
  const verdict = quote && first && verdictOn(context, quote, first.offers.otherSite);
  const derived = [
    ...ratioOfFields(context, rows),
    ...againstGiven(context, subjects, rows),
    ...againstToday(context, subjects, rows),
  ];
  return {
    rows: inCurrencies(context, rows),
    ...(derived.length > 0 && { derived }),
    ...(verdict && { verdict }),
    ...(isOverview && { count: models.length }),
  };
}

function rowsOf(context: Context, { offers }: Subject, isOverview: boolean): AnswerRow[] {
  const quotes = shownOf(context, offers.quotes, offers.kind, isOverview);
  for (const quote of quotes) if (!isOverview) noteQuote(context, quote);
  if (offers.kind === "official" && !isOverview) noteOthers(context, offers.quotes);
  return quotes.map((quote) => {
    const facts = factsAsked(context, quote);
    return { ...rowOf(context, quote), ...tiersOf(quote.price), ...(facts && { facts }) };
  });
}

function shownOf(context: Context, quotes: Quote[], kind: Subject["offers"]["kind"], isOverview: boolean): Quote[] {
  if (kind === "official" || isOverview) return quotes.slice(0, 1);
  if (kind === "hosted" && !asksForHosts(context)) return quotes.slice(0, HOSTS_UNASKED);
  const limit = context.query.limit ?? HOSTS_SHOWN;
  if (quotes.length > limit) context.notes.add("more_rows", { shown: limit, total: quotes.length });
  return quotes.slice(0, limit);
}

/** Another shop of the lab, where its price differs. */
function noteOthers(context: Context, [first, ...others]: Quote[]): void {
  if (!first) return;
  const own = brief(context, first);
  for (const quote of others) {
    const other = brief(context, quote);
    const same = other.currency === own.currency && other.input === own.input && other.output === own.output;
    if (same || quote.price?.state !== "priced") continue;
    context.notes.add("other_offer", { ...other, ...(quote.offer.region && { region: quote.offer.region }) });
  }
}

const UNIT_OF: Record<string, readonly string[]> = {
  cache_write: ["cache_write", "cache_write_5m", "cache_write_1h"],
  batch: ["batch_input"],
  audio_price: ["audio_input"],
};

/** "Cache writes are how many times the input?": the first field against input, or against the last one named. */
function ratioOfFields({ query }: Context, rows: AnswerRow[]): Derived[] {
  const { fields = [], derive, models } = query;
  const [row] = rows;
  if (!row || (derive !== "times" && derive !== "percent" && derive !== "difference") || models?.length !== 1)
    return [];
  const base = fields.includes("input") || fields.length === 1 ? "input" : fields.at(-1);
  const of = fields.find((field) => field !== base);
  if (!base || !of) return [];
  const units: Record<string, string | null | undefined> = { ...row.units, output: row.output };
  const figureOf = (field: string) =>
    (UNIT_OF[field] ?? [field]).flatMap((name) => (units[name] ? [{ name, value: new Decimal(units[name]) }] : []));
  const [against] = figureOf(base);
  if (!against || against.value.isZero()) return [];
  return figureOf(of).map(({ name, value }): Derived => {
    const about = { on: name, of: name, base: against.name };
    if (derive === "difference")
      return { figure: derive, value: figure(value.minus(against.value)), currency: row.currency, ...about };
    const ratio = value.div(against.value);
    return { figure: derive, value: figure(derive === "times" ? ratio : ratio.minus(1).times(100)), ...about };
  });
}

/** "How much cheaper is it now than in May 2024": the price of that day is the base. */
function againstToday(context: Context, [subject, ...others]: readonly Subject[], [row]: AnswerRow[]): Derived[] {
  const { derive, fields, given } = context.query;
  const [quote] = subject?.offers.quotes ?? [];
  const isComparison = derive === "percent" || derive === "times" || derive === "difference";
  if (!quote || !row || others.length > 0 || given || fields || !isComparison || !isPast(context)) return [];
  return sinceThen(context, quote, row, context.asOf);
}

/** A price that the question sets, against the one in force. */
function againstGiven(context: Context, subjects: readonly Subject[], rows: readonly AnswerRow[]): Derived[] {
  const [subject] = subjects;
  const [row] = rows;
  const quote = context.query.given && subject && givenQuote(context, subject.model);
  if (!quote || !row) return [];
  const given = { name: "given", row: rowOf(context, quote) };
  const own = { name: row.model, row };
  const sides = (["input", "output"] as const).filter((side) => given.row[side] !== null);
  return sides.flatMap((side) => change(context, "percent", own, given, side));
}
