import type { Quote } from "../catalog/catalog.ts";
import { daysBetween } from "../catalog/days.ts";
import { chooseRate, dimensions } from "../catalog/rates.ts";
import type { Day, Price } from "../catalog/schema.ts";
import { knownOn, saidLast, startOf } from "../catalog/timeline.ts";
import { holidaysKnownTo, windowAt, yearAt } from "../catalog/windows.ts";
import { type Context, isPast } from "./context.ts";
import { plain } from "./money.ts";
import type { NoteArgs, PriceBrief } from "./notes.ts";
import { rateOf } from "./price.ts";
import { sayersOf } from "./sayers.ts";

/** What a source said of its time interests those who ask of that time, or of the course since then. */
const FACT_DAYS = 365;

/** So soon after it was seen a price is taken to hold. */
const GAP_DAYS = 14;

/** The headline of a price inside a note. */
export function brief(context: Context, quote: Quote, price = quote.price): PriceBrief {
  const units = rateOf(price, context.situation)?.units ?? {};
  return {
    model: quote.model.id,
    provider: quote.provider.id,
    currency: price?.currency ?? quote.provider.bills,
    input: plain(units.input),
    output: plain(units.output),
  };
}

/** Says what has to be known of one offer beside its row. */
export function noteQuote(context: Context, quote: Quote): void {
  notePast(context, quote);
  noteRates(context, quote);
  noteFuture(context, quote);
  notePackages(context, quote);
  notePrice(context, quote);
}

/** Says what has to be known of a model, whoever sells it. */
export function noteModel(context: Context, { model, price }: Quote): void {
  const { notes, asOf, catalog, query } = context;
  const target = model.alias?.findLast(({ from }) => from === undefined || from <= asOf);
  if (target) {
    // Where the name itself has no price of that day, what it pointed to has.
    const named = price === undefined && context.market.of(target.to).find((quote) => quote.official && quote.price);
    notes.add("alias", {
      model: model.id,
      to: target.to,
      ...(target.from && { from: target.from }),
      ...(named && { price: brief(context, named) }),
    });
  }
  for (const { en, zh, source, from } of model.facts) {
    const said = catalog.sources.get(source)?.date ?? asOf;
    const isOld = query.intent !== "history" && daysBetween(said, asOf) > FACT_DAYS;
    if (!isOld && (from === undefined || from <= asOf)) notes.add("fact", { model: model.id, en, zh, source });
  }
}

function notePast(context: Context, quote: Quote): void {
  const { notes } = context;
  const { model, provider, earliest, ended, gone, price } = quote;
  const subject = { model: model.id, provider: provider.id };
  if (earliest) {
    notes.add("earliest", {
      ...brief(context, quote, earliest),
      day: startOf(earliest),
      source: earliest.source,
    });
  }
  noteBetween(context, quote);
  if (ended) notes.add("price_ended", { ...subject, until: ended });
  if (gone) notes.add("gone", { ...subject, since: gone });
  if (!price && !earliest && !ended) notes.add("no_price", { model: model.id });
}

/** Lists that were kept or mirrored late prove their prices only at both ends of a gap. */
function noteBetween(context: Context, quote: Quote): void {
  const { price, next } = quote;
  if (!price || !next || !isPast(context) || next.from !== undefined) return;
  const { late } = context.catalog.sources.get(next.source) ?? {};
  const [was, is] = [brief(context, quote), brief(context, quote, next)];
  if (!late || (was.input === is.input && was.output === is.output)) return;
  const [known, by] = [saidLast(price, context.asOf), knownOn(next)];
  if (daysBetween(known, context.asOf) < GAP_DAYS) return;
  context.notes.add("between", { ...was, known, next: is, by });
}

function noteRates(context: Context, quote: Quote): void {
  const { price, model, provider } = quote;
  const by = price ? dimensions(price.rates) : [];
  if (by.length === 0 || !price) return;
  context.notes.add("other_rates", {
    model: model.id,
    provider: provider.id,
    by,
  });
  if (by.includes("window") && !isPast(context)) noteWindow(context, quote, price);
}

/** What applies now, of the first offer of a list that charges by time of day. */
export function noteNow(context: Context, quotes: readonly Quote[]): void {
  const timed = quotes.find(({ price }) => price && dimensions(price.rates).includes("window"));
  if (timed?.price && !isPast(context)) noteWindow(context, timed, timed.price);
}

/** Which of the times of day it is now, on the vendor's clock. */
function noteWindow(context: Context, quote: Quote, price: Price): void {
  const { provider } = quote;
  const windows = provider.windows.filter(({ id }) => price.rates.some(({ when }) => when?.window === id));
  const [first] = windows;
  if (!first) return;
  const now = windowAt(windows, context.now);
  const shown = windows.find(({ id }) => id === now) ?? first;
  const units = chooseRate(price.rates, { ...context.situation, window: now })?.units ?? {};
  context.notes.add("window_now", {
    ...brief(context, quote),
    now,
    timezone: shown.timezone,
    weekdays: shown.weekdays,
    hours: shown.hours,
    exceptHolidays: shown.exceptHolidaysOf !== undefined,
    input: plain(units.input),
    output: plain(units.output),
  });
  const year = yearAt(context.now, shown.timezone);
  const knownTo = shown.exceptHolidaysOf ? holidaysKnownTo(year) : year;
  if (knownTo < year) context.notes.add("holidays_unknown", { year, knownTo });
}

/** What is known to come, or is held for review, of one offer. */
export function noteFuture(context: Context, quote: Quote): void {
  const { model, provider, price, next } = quote;
  notePromises(context, quote, quote);
  for (const report of quote.unconfirmed) {
    context.notes.add("unconfirmed", { ...brief(context, quote, report), seen: report.seen, source: report.source });
  }
  if (price?.until && !isPast(context)) {
    context.notes.add("price_until", {
      model: model.id,
      provider: provider.id,
      until: price.until,
      promotion: price.list === "promotion",
      ...(next && { next: brief(context, quote, next) }),
    });
  }
}

/** Prices that were announced and that nobody has confirmed, those taken back included. */
export function notePromises(
  context: Context,
  quote: Quote,
  { announced, withdrawn }: Pick<Quote, "announced" | "withdrawn">,
): void {
  const say = (price: Price, by?: Price) => {
    const { from = price.seen, seen, source } = price;
    const cancelled = by && { cancelled: { seen: by.seen, source: by.source } };
    const due = from <= context.asOf;
    context.notes.add("announced", { ...brief(context, quote, price), from, seen, source, due, ...cancelled });
  };
  for (const price of announced) say(price);
  for (const { price, by } of withdrawn) say(price, by);
}

function notePackages(context: Context, quote: Quote): void {
  for (const price of quote.packages) {
    context.notes.add("package", {
      ...brief(context, quote, price),
      list: "package",
    });
  }
  if (quote.price?.list === "promotion" && !quote.price.until) {
    context.notes.add("package", {
      ...brief(context, quote),
      list: "promotion",
    });
  }
}

function notePrice(context: Context, quote: Quote): void {
  const { price, model, provider } = quote;
  if (!price) return;
  const subject = { model: model.id, provider: provider.id };
  if (price.note)
    context.notes.add("price_note", {
      ...subject,
      text: price.note,
      source: price.source,
    });
  noteDisagreement(context, quote, price);
}

/** How many sources say what is shown, and how many say what else. */
function noteDisagreement(context: Context, quote: Quote, price: Price): void {
  type Other = NoteArgs["disagreement"]["others"][number];
  const others = new Map<string, Other>();
  for (const { source, date, ...said } of price.disagreement) {
    if (date > context.today) continue;
    const { currency } = said;
    const sides = { currency, input: plain(said.input), output: plain(said.output) };
    const key = JSON.stringify(sides);
    const other = others.get(key) ?? { ...sides, sources: [] };
    others.set(key, other);
    other.sources.push({ source, date });
  }
  if (others.size === 0) return;
  const count = sayersOf(context.catalog, price, context.today);
  context.notes.add("disagreement", { ...brief(context, quote, price), count, others: [...others.values()] });
}

/** A price older than this is said to be old. */
const STALE_DAYS = 60;

/** Says how old the newest price is, if it is old. */
export function noteAge(context: Context, newest: Day | undefined): void {
  const { query, today } = context;
  const isBygone =
    (query.intent === "changes" || query.intent === "history") &&
    query.period?.to !== undefined &&
    query.period.to < today;
  if (isPast(context) || isBygone || newest === undefined) return;
  const days = daysBetween(newest, context.today);
  if (days > STALE_DAYS) context.notes.add("stale", { days });
}
