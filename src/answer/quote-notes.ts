import type { Quote } from "../catalog/catalog.ts";
import { daysBetween } from "../catalog/days.ts";
import { chooseRate, dimensions } from "../catalog/rates.ts";
import type { Day, Price } from "../catalog/schema.ts";
import { startOf } from "../catalog/timeline.ts";
import { holidaysKnownTo, windowAt } from "../catalog/windows.ts";
import { type Context, isPast } from "./context.ts";
import { plain } from "./money.ts";
import type { PriceBrief } from "./notes.ts";
import { rateOf } from "./price.ts";

/** What a source said of its time interests those who ask of that time, or of the course since then. */
const FACT_DAYS = 365;

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
export function noteModel({ notes, asOf, catalog, query }: Context, { model }: Quote): void {
  const target = model.alias?.findLast(({ from }) => from === undefined || from <= asOf);
  if (target)
    notes.add("alias", {
      model: model.id,
      to: target.to,
      ...(target.from && { from: target.from }),
    });
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
  if (ended) notes.add("price_ended", { ...subject, until: ended });
  if (gone) notes.add("gone", { ...subject, since: gone });
  if (!price && !earliest && !ended) notes.add("no_price", { model: model.id });
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
  const year = context.now.getUTCFullYear();
  const knownTo = shown.exceptHolidaysOf ? holidaysKnownTo(year) : year;
  if (knownTo < year) context.notes.add("holidays_unknown", { year, knownTo });
}

function noteFuture(context: Context, quote: Quote): void {
  const { model, provider, price, announced } = quote;
  for (const next of announced) {
    const { from = next.seen, seen, source } = next;
    context.notes.add("announced", {
      ...brief(context, quote, next),
      from,
      seen,
      source,
    });
  }
  if (price?.until && !isPast(context)) {
    context.notes.add("price_until", {
      model: model.id,
      provider: provider.id,
      until: price.until,
    });
  }
}

function notePackages(context: Context, quote: Quote): void {
  for (const price of quote.packages) {
    context.notes.add("package", {
      ...brief(context, quote, price),
      list: "package",
    });
  }
  if (quote.price?.list === "promotion") {
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
  for (const { source, currency, input, output, date } of price.disagreement) {
    if (date > context.today) continue;
    context.notes.add("disagreement", {
      ...subject,
      currency,
      input: plain(input),
      output: plain(output),
      source,
      date,
    });
  }
}

/** A price older than this is said to be old. */
const STALE_DAYS = 60;

/** Says how old the newest price is, if it is old. */
export function noteAge(context: Context, newest: Day | undefined): void {
  if (isPast(context) || newest === undefined) return;
  const days = daysBetween(newest, context.today);
  if (days > STALE_DAYS) context.notes.add("stale", { days });
}
