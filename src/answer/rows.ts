import type { Quote } from "../catalog/catalog.ts";
import { priceOf, type Situation } from "../catalog/rates.ts";
import type { Currency, Price, Rate, RateCondition } from "../catalog/schema.ts";
import { datedBy, saidLast } from "../catalog/timeline.ts";
import { UNIT_IDS, type UnitId } from "../catalog/units.ts";
import { Decimal } from "../lib/decimal.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { figure, plain } from "./money.ts";
import { blended, currencyOf, rateOf } from "./price.ts";
import { sayersOf } from "./sayers.ts";

type Units = NonNullable<AnswerRow["units"]>;

/** The row of an offer: its price in a situation, in the currency that it is billed in. */
export function rowOf(context: Context, quote: Quote, situation: Situation = context.situation): AnswerRow {
  const { price, model, provider, offer } = quote;
  const rate = rateOf(price, situation);
  const units = unitsOf(rate);
  const input = units.input ?? null;
  const blend = blended(priceOf(rate, "input"), priceOf(rate, "output"), context.blend);
  const row: AnswerRow = {
    model: model.id,
    name: model.name,
    provider: provider.id,
    state: price?.state ?? "unknown",
    currency: currencyOf(quote),
    input,
    output: units.output ?? null,
    units,
    blend: blend && figure(blend),
    source: "",
  };
  // Set one by one: spreading conditional parts would cost more than all the rest of a ranking.
  if (quote.site) row.site = quote.site;
  if (units.cache_read !== undefined) row.cacheRead = units.cache_read;
  const limit = offer.context ?? model.context;
  if (limit !== undefined) row.context = limit;
  const maxOutput = offer.maxOutput ?? model.maxOutput;
  if (maxOutput !== undefined) row.maxOutput = maxOutput;
  if (price) addPrice(context, row, price, rate);
  return row;
}

/** How the price is dated, what else is said of it, and on which condition it holds. */
function addPrice({ asOf, today, catalog }: Context, row: AnswerRow, price: Price, rate: Rate | undefined): void {
  const { source, checked, seen } = datedBy(price, asOf);
  row.source = source;
  if (checked !== undefined) row.checked = checked;
  if (seen !== undefined) row.seen = seen;
  const last = saidLast(price, asOf);
  if (last > (checked ?? seen ?? "")) row.lastSeen = last;
  if (price.rates.length > 1 && rate?.when) row.tier = conditionOf(rate.when);
  if (price.list !== "list") row.list = price.list;
  const others = price.disagreement.filter(({ date }) => date <= today);
  if (others.length === 0) return;
  row.sayers = sayersOf(catalog, price, today);
  row.disagreement = others.map(({ source: other, currency, input, output, date }) => {
    return { source: other, currency, input: plain(input), output: plain(output), date };
  });
}

/** The units of a rate as the answer prints them, in the registry's order. */
function unitsOf(rate: Rate | undefined): Units {
  const units: Units = {};
  for (const unit of UNIT_IDS) {
    const amount = rate?.units[unit];
    if (amount !== undefined) units[unit] = plain(amount);
  }
  return units;
}

/** Every rate of a price, where it has several. */
export function tiersOf(price: Price | undefined): Pick<AnswerRow, "tiers"> {
  if (!price || price.rates.length < 2) return {};
  return {
    tiers: price.rates.map((rate) => ({
      when: conditionOf(rate.when),
      units: unitsOf(rate),
    })),
  };
}

function conditionOf(when: RateCondition | undefined): NonNullable<AnswerRow["tier"]> {
  return (when ?? {}) as NonNullable<AnswerRow["tier"]>;
}

/** A copy of the row that also has its amounts in another currency; unverified figures are never converted. */
export function withCurrency(context: Context, row: AnswerRow, currency: Currency): AnswerRow {
  if (row.currency === currency || row.state === "unverified") return row;
  const turn = (amount: string | null | undefined): string | null => {
    if (amount === null || amount === undefined) return null;
    const turned = context.money.to(new Decimal(amount), row.currency, currency);
    return turned ? figure(turned) : null;
  };
  const turnAll = (units: Units): Units =>
    Object.fromEntries(Object.entries(units).map(([unit, amount]) => [unit as UnitId, turn(amount)]));
  const converted: NonNullable<AnswerRow["converted"]> = {
    currency,
    input: turn(row.input),
    output: turn(row.output),
    units: turnAll(row.units ?? {}),
    ...(row.tiers && { tiers: row.tiers.map(({ when, units }) => ({ when, units: turnAll(units) })) }),
    ...(row.blend !== undefined && { blend: turn(row.blend) }),
    ...(row.cost !== undefined && { cost: turn(row.cost) }),
    ...(row.costRange && {
      costRange: {
        low: turn(row.costRange.low) ?? "",
        high: turn(row.costRange.high) ?? "",
      },
    }),
  };
  return { ...row, converted };
}
