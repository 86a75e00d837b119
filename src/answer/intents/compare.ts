import type { Model } from "../../catalog/schema.ts";
import { Decimal } from "../../lib/decimal.ts";
import type { Derived } from "../answer.ts";
import { barChart } from "../charts.ts";
import type { Context } from "../context.ts";
import { noteWorkload, withCost } from "../costs.ts";
import { baseOf, change, cheaper, comparable, mainSide, median, type Named, sidesOf } from "../derive.ts";
import { factsAsked } from "../facts.ts";
import { givenQuote } from "../given.ts";
import { figure } from "../money.ts";
import { noteQuote } from "../quote-notes.ts";
import { inCurrencies, nothing, type Result } from "../result.ts";
import { rowOf, tiersOf } from "../rows.ts";
import { scopeOf } from "../scope.ts";
import { select } from "../select.ts";
import { faceOf, namedModels, subjectOf } from "../subjects.ts";
import { groupOf, tableRows } from "../table.ts";
import { usageOf, type WorkloadUsage } from "../workload.ts";
import { compareOffers } from "./compare-offers.ts";
import { list } from "./list.ts";

/** Models side by side, with the figure asked for: its base is the model named last, or the price that was. */
export function compare(context: Context): Result {
  const { query } = context;
  const faces = (query.families ?? []).flatMap((family) => faceOf(context, family) ?? []);
  const models = [...new Set([...namedModels(context), ...faces])];
  const [only] = models;
  if (only && models.length === 1 && (query.models?.length ?? 0) + (query.families?.length ?? 0) === 1)
    return compareOffers(context, only);
  if (models.length > 0) return compareModels(context, models);
  if (query.models || query.families) return nothing("not_found");
  return query.derive === "median" ? medians(context) : list(context);
}

function compareModels(context: Context, models: readonly Model[]): Result {
  const { query } = context;
  const work = query.workload && usageOf(context, query.workload);
  if (work) noteWorkload(context, work);
  const named = models.flatMap((model) => rowOfModel(context, model, work) ?? []);
  const sides = sidesOf(context);
  if (sides.includes("blend")) context.notes.add("blend", context.blend);
  const derived = derivedFrom(context, named, sides);
  const rows = arranged(context, named).map(({ row }) => row);
  const chart = barChart(context, rows, mainSide(context) === "cost" ? "cost" : "blend");
  return { rows: inCurrencies(context, rows), ...(derived.length > 0 && { derived }), ...(chart && { chart }) };
}

function rowOfModel(context: Context, model: Model, work: WorkloadUsage | undefined): Named | undefined {
  const [quote] = subjectOf(context, model).offers.quotes;
  if (!quote) return undefined;
  const given = context.query.given?.some((one) => one.model === model.id) ? givenQuote(context, model) : undefined;
  if (!given) noteQuote(context, quote);
  const facts = factsAsked(context, quote);
  const priced = given
    ? { ...rowOf(context, quote), ...givenPrices(context, given) }
    : { ...rowOf(context, quote, work?.situation), ...tiersOf(quote.price) };
  const row = facts ? { ...priced, facts } : priced;
  return { name: model.id, row: work ? withCost(context, given ?? quote, row, work) : row };
}

function givenPrices(context: Context, quote: NonNullable<ReturnType<typeof givenQuote>>) {
  const { state, currency, input, output, units, blend, source } = rowOf(context, quote);
  return {
    state,
    currency,
    input,
    output,
    units: units ?? {},
    blend: blend ?? null,
    source,
    given: true as const,
    provider: "",
  };
}

/** In the order named, unless an order or a count was asked for. */
function arranged(context: Context, named: readonly Named[]): Named[] {
  const { sort, limit } = context.query;
  if (!sort && limit === undefined) return [...named];
  const side = mainSide(context);
  const sign = sort?.order === "desc" ? -1 : 1;
  const keyed = named.map((one) => ({ one, key: comparable(context, one.row, side, context.home) }));
  keyed.sort((a, b) => (a.key && b.key ? sign * a.key.cmp(b.key) : Number(!a.key) - Number(!b.key)));
  return keyed.map(({ one }) => one);
}

function derivedFrom(context: Context, named: readonly Named[], sides: ReturnType<typeof sidesOf>): Derived[] {
  const { derive } = context.query;
  if (derive === undefined || named.length < 2) return [];
  if (derive === "cheaper") return cheaper(context, named, mainSide(context));
  if (derive === "median") return sides.flatMap((side) => medianOf(context, named, side));
  const base = named.find(({ row }) => row.given) ?? baseOf(context, named);
  return named.flatMap((of) =>
    of === base || !base ? [] : sides.flatMap((side) => change(context, derive, of, base, side)),
  );
}

function medianOf(
  context: Context,
  named: readonly Named[],
  side: ReturnType<typeof sidesOf>[number],
  of?: string,
): Derived[] {
  const currency =
    context.query.currency === "USD" || context.query.currency === "CNY" ? context.query.currency : context.home;
  const amounts = named.flatMap(({ row }) => comparable(context, row, side, currency) ?? []);
  const middle = median(amounts);
  return middle
    ? [{ figure: "median", value: figure(middle), on: side, currency, count: amounts.length, ...(of && { of }) }]
    : [];
}

/** The middle price of all that satisfy, by group (Chinese and overseas labs where none is named), and their ratio. */
function medians(context: Context): Result {
  const { query, site } = context;
  const grouping = { ...context, query: { ...query, groupBy: query.groupBy ?? ("origin" as const) } };
  const { found } = select(context, {
    scope: scopeOf(query, site),
    by: "price",
    order: "asc",
    anyState: false,
    per: "model",
  });
  const rows = tableRows(context, found, undefined);
  const groups = new Map<string, Named[]>();
  rows.forEach((row, at) => {
    const candidate = found[at];
    if (!candidate) return;
    const group = groupOf(grouping, candidate.quote);
    groups.set(group, [...(groups.get(group) ?? []), { name: row.model, row }]);
  });
  const sides = sidesOf(context).filter((side) => side !== "blend" || query.blend);
  const derived = sides.flatMap((side) => {
    const middles = [...groups].flatMap(([group, members]) => medianOf(context, members, side, group));
    return [
      ...(groups.size > 1 ? [] : medianOf(context, [...groups.values()].flat(), side)),
      ...middles,
      ...ratio(middles),
    ];
  });
  return { rows: [], count: found.length, derived };
}

function ratio(middles: readonly Derived[]): Derived[] {
  const [a, b] = middles;
  if (!a?.of || !b?.of || !a.on || middles.length !== 2) return [];
  const [high, low] = number(a).gte(number(b)) ? [a, b] : [b, a];
  if (number(low).isZero()) return [];
  return [
    { figure: "times", value: figure(number(high).div(number(low))), on: a.on, of: high.of ?? "", base: low.of ?? "" },
  ];
}

function number({ value }: Derived): Decimal {
  return new Decimal(value);
}
