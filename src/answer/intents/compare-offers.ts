import type { Quote } from "../../catalog/catalog.ts";
import type { Model } from "../../catalog/schema.ts";
import { Decimal } from "../../lib/decimal.ts";
import type { Derived } from "../answer.ts";
import { barChart } from "../charts.ts";
import type { Context } from "../context.ts";
import { noteWorkload, withCost } from "../costs.ts";
import {
  amountOn,
  change,
  cheaper,
  commonCurrency,
  comparable,
  mainSide,
  median,
  type Named,
  type Side,
  sidesOf,
} from "../derive.ts";
import { factsAsked } from "../facts.ts";
import { givenQuote } from "../given.ts";
import { figure } from "../money.ts";
import { offersOfAll } from "../offers.ts";
import { noteModel, noteQuote } from "../quote-notes.ts";
import { inCurrencies, nothing, offerName, type Result } from "../result.ts";
import { rowOf } from "../rows.ts";
import { usageOf, type WorkloadUsage } from "../workload.ts";

const ROWS = 10;
const zero = new Decimal(0);

/** The offers of one model beside each other, one a provider, cheapest first. */
export function compareOffers(context: Context, model: Model): Result {
  const { query, notes } = context;
  const offers = offersOfAll(context, model.id);
  const [first] = offers;
  noteMissing(context, model, offers);
  if (!first) return nothing("not_found");
  noteModel(context, first);
  noteQuote(context, first);
  const work = query.workload && usageOf(context, query.workload);
  if (work) noteWorkload(context, work);
  const named = ordered(
    context,
    offers.map((quote) => namedOffer(context, quote, work)),
  );
  const from = query.offset ?? 0;
  const shown = named.slice(from, from + (query.limit ?? ROWS)).map(({ row }) => row);
  if (shown.length < named.length) notes.add("more_rows", { shown: shown.length, total: named.length });
  const given = givenQuote(context, model);
  const derived = given
    ? againstGiven(context, named, { name: "given", row: rowOf(context, given) })
    : spread(context, named);
  const chart = barChart(context, shown, "blend");
  return {
    rows: inCurrencies(context, shown),
    count: named.length,
    ...(derived.length > 0 && { derived }),
    ...(chart && { chart }),
  };
}

function noteMissing({ notes, query }: Context, model: Model, offers: readonly Quote[]): void {
  if (offers.length === 0) notes.add("no_price", { model: model.id });
  for (const id of query.filters?.providers?.in ?? []) {
    const isThere = offers.some(({ provider }) => provider.id === id);
    if (!isThere) notes.add("no_offer", { model: model.id, provider: id });
  }
}

function namedOffer(context: Context, quote: Quote, work: WorkloadUsage | undefined): Named {
  const row = rowOf(context, quote, work?.situation);
  const facts = factsAsked(context, quote);
  if (facts) row.facts = facts;
  return { name: offerName(quote), row: work ? withCost(context, quote, row, work) : row };
}

/** By the side asked for; offers whose price is not known, or that cost nothing as a trial, come last. */
function ordered(context: Context, all: readonly Named[]): Named[] {
  const side = mainSide(context);
  const currency = commonCurrency(
    context,
    all.map(({ row }) => row),
  );
  const sign = context.query.sort?.order === "desc" ? -1 : 1;
  const keyed = all.map((named) => {
    const ranks = named.row.state === "priced" || named.row.state === "free";
    return { named, key: ranks ? comparable(context, named.row, side, currency) : null };
  });
  keyed.sort((a, b) => {
    if (!a.key || !b.key) return Number(!a.key) - Number(!b.key);
    return sign * a.key.cmp(b.key);
  });
  return keyed.map(({ named }) => named);
}

/** How far the offers lie apart: from the cheapest, which is the base, to the dearest. */
function spread(context: Context, named: readonly Named[]): Derived[] {
  const { derive } = context.query;
  const asked = sidesOf(context);
  const sides: Side[] = asked.length === 1 ? asked : [mainSide(context)];
  if (derive === undefined) return [];
  if (derive === "cheaper") return cheaper(context, named, mainSide(context));
  const rows = named.filter(({ row }) => row.state === "priced");
  if (derive === "median") return sides.flatMap((side) => medianOf(context, rows, side));
  const ranked = (side: Side) => rows.filter(({ row }) => amountOn(row, side) !== null);
  return sides.flatMap((side) => {
    const currency = commonCurrency(
      context,
      rows.map(({ row }) => row),
    );
    const sorted = ranked(side).sort((a, b) =>
      (comparable(context, a.row, side, currency) ?? zero).cmp(comparable(context, b.row, side, currency) ?? zero),
    );
    const [least, most] = [sorted[0], sorted.at(-1)];
    return least && most && least !== most ? change(context, derive, most, least, side) : [];
  });
}

function medianOf(context: Context, named: readonly Named[], side: Side): Derived[] {
  const currency = commonCurrency(
    context,
    named.map(({ row }) => row),
  );
  const amounts = named.flatMap(({ row }) => comparable(context, row, side, currency) ?? []);
  const middle = median(amounts);
  return middle ? [{ figure: "median", value: figure(middle), on: side, currency, count: amounts.length }] : [];
}

/** A price that the question sets against the lab's own, or the cheapest: the one in force is the base. */
function againstGiven(context: Context, [base]: readonly Named[], given: Named): Derived[] {
  if (!base) return [];
  const { derive } = context.query;
  const form = derive === "times" || derive === "difference" ? derive : "percent";
  const sides = (["input", "output"] as const).filter((side) => given.row[side] !== null);
  return sides.flatMap((side) => change(context, form, given, base, side));
}
