import type { Catalog } from "../catalog/catalog.ts";
import type { Currency } from "../catalog/schema.ts";
import { UNITS } from "../catalog/units.ts";
import type { Query } from "../query/query.ts";
import { inert } from "./inert.ts";
import type { Messages } from "./messages/messages.ts";
import type { Voice } from "./messages/voice.ts";
import { cost, figure, inSubUnit, money, perTokens, tokens } from "./money.ts";
import { own } from "./own.ts";

const MILLION = 1_000_000;
const QUOTE_LENGTH = 240;
const IS_NUMBER = /^\d+(\.\d+)?$/;
/** Two sides that one claim is about. */
const BETWEEN_VALUES = " / ";
const plainValue = (value: string) => (IS_NUMBER.test(value) ? figure(value) : inert(value));

/** The number of tokens that the query wants prices for. */
export const perOf = (query: Query): number => query.per ?? MILLION;

/** The voice for one query: in its language, unit of tokens and sub-unit, with the names of the catalog. */
export function createVoice(query: Query, catalog: Catalog, messages: Messages): Voice {
  const { language, unit } = query;
  const { words } = messages;
  const per = perOf(query);

  const figureOf = (on: string) => own(messages.figures, on) ?? inert(on);
  const nameIn = (name: { en: string; zh?: string | undefined }) =>
    inert(language === "zh" ? (name.zh ?? name.en) : name.en);
  const model = (id: string) => inert(catalog.models.get(id)?.name ?? id);
  const provider = (id: string) => {
    const known = catalog.providers.get(id);
    return known ? nameIn(known.name) : inert(id);
  };
  const at = (modelId: string, providerId: string) => words.at(model(modelId), provider(providerId));

  /** Sub-units are for prices and costs alike; a figure in the other currency stays as it is. */
  const amount = (value: string, currency: Currency, say = money) => {
    const small = unit && inSubUnit(value, currency, unit);
    return small === undefined ? say(value, currency) : messages.subUnits[unit as NonNullable<typeof unit>](small);
  };
  const price: Voice["price"] = (value, currency) =>
    value === null || value === undefined ? words.notStated : amount(perTokens(value, per), currency);

  const unitAmount: Voice["unitAmount"] = (id, value, currency) =>
    value === null || value === undefined || UNITS[id].per === "1M tokens"
      ? price(value, currency)
      : amount(value, currency);
  const unitPrice: Voice["unitPrice"] = (id, value, currency) =>
    words.unitPrice(
      messages.units[id],
      value === null || value === undefined ? undefined : unitAmount(id, value, currency),
    );

  const named = (id: string): string => {
    const [modelId = "", providerId] = id.split("@");
    if (providerId !== undefined && catalog.models.has(modelId)) return at(modelId, providerId);
    if (id === "given") return words.given;
    if (Object.hasOwn(UNITS, id)) return figureOf(id);
    if (id === "cn" || id === "overseas" || id === "us") return messages.origins[id];
    const known = catalog.labs.get(id) ?? catalog.families.get(id) ?? catalog.providers.get(id);
    return known ? nameIn(known.name) : model(id);
  };

  return {
    language,
    perTokens: words.per(per),
    model,
    provider,
    at,
    named,
    source: (id) => inert(catalog.sources.get(id)?.name ?? id),
    figure: figureOf,
    money: (value, currency) => amount(value, currency, cost),
    price,
    unitAmount,
    unitPrice,
    prices: (parts) => words.prices(parts, per),
    sides: ({ currency, input, output }) =>
      words.prices([unitPrice("input", input, currency), unitPrice("output", output, currency)], per),
    value: (value, currency) => {
      if (value === null) return words.notStated;
      if (!currency) return plainValue(value);
      const amounts = value
        .split(BETWEEN_VALUES)
        .map((one) => (IS_NUMBER.test(one) ? price(one, currency) : inert(one)));
      return words.pricePer(amounts, per);
    },
    size: (count) => tokens(count, true),
    count: (count) => tokens(count),
    hours: ({ hours, weekdays, timezone, exceptHolidays }) =>
      words.window(hours.map(([from, to]) => `${from}–${to}`).join(", "), weekdays, timezone, exceptHolidays),
    list: (items, of = items.length) => {
      const line = words.list(items);
      return of > items.length ? words.more(line, of - items.length, of) : line;
    },
    quote: (text) => inert(text, QUOTE_LENGTH),
  };
}
