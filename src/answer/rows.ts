import type { Quote } from "../catalog/catalog.ts";
import type { Situation } from "../catalog/rates.ts";
import type { Currency, Price, Rate, RateCondition } from "../catalog/schema.ts";
import { datedBy } from "../catalog/timeline.ts";
import { UNIT_IDS, type UnitId } from "../catalog/units.ts";
import { Decimal } from "../lib/decimal.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { figure, plain } from "./money.ts";
import { blended, currencyOf, outputOf, rateOf } from "./price.ts";

type Units = NonNullable<AnswerRow["units"]>;

/** The row of an offer: its price in a situation, in the currency that it is billed in. */
export function rowOf(context: Context, quote: Quote, situation: Situation = context.situation): AnswerRow {
  const { price } = quote;
  const rate = rateOf(price, situation);
  const units = unitsOf(rate);
  const output = outputOf(quote, rate);
  const blend = blended(units.input ? new Decimal(units.input) : null, output, context.blend);
  return {
    ...subject(quote),
    state: price?.state ?? "unknown",
    currency: currencyOf(quote),
    input: units.input ?? null,
    output: units.output ?? null,
    ...(units.cache_read !== undefined && { cacheRead: units.cache_read }),
    units,
    ...factsOf(quote),
    ...(price && price.rates.length > 1 && rate?.when && { tier: conditionOf(rate.when) }),
    blend: blend && figure(blend),
    ...(price ? datedBy(price, context.asOf) : { source: "" }),
    ...said(price, context),
    ...(price && price.list !== "list" && { list: price.list }),
  };
}

function subject({ model, provider, site }: Quote): Pick<AnswerRow, "model" | "name" | "provider" | "site"> {
  return {
    model: model.id,
    name: model.name,
    provider: provider.id,
    ...(site && { site }),
  };
}

function factsOf({ offer, model }: Quote): Pick<AnswerRow, "context" | "maxOutput"> {
  const context = offer.context ?? model.context;
  const maxOutput = offer.maxOutput ?? model.maxOutput;
  return {
    ...(context !== undefined && { context }),
    ...(maxOutput !== undefined && { maxOutput }),
  };
}

function said(price: Price | undefined, { today }: Context): Pick<AnswerRow, "disagreement"> {
  const known = price?.disagreement.filter(({ date }) => date <= today) ?? [];
  if (known.length === 0) return {};
  const others = known.map(({ source, currency, input, output, date }) => {
    return {
      source,
      currency,
      input: plain(input),
      output: plain(output),
      date,
    };
  });
  return { disagreement: others };
}

/** The units of a rate as the answer prints them, in the registry's order. */
export function unitsOf(rate: Rate | undefined): Units {
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
  const units = Object.entries(row.units ?? {}).map(([unit, amount]) => [unit as UnitId, turn(amount)] as const);
  const converted: NonNullable<AnswerRow["converted"]> = {
    currency,
    input: turn(row.input),
    output: turn(row.output),
    units: Object.fromEntries(units),
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
