import type { Quote } from "../catalog/catalog.ts";
import type { Model, Price, Rate } from "../catalog/schema.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Query } from "../query/query.ts";
import type { Context } from "./context.ts";
import { createdQuote } from "./created-quote.ts";
import { figure } from "./money.ts";

type Given = NonNullable<Query["given"]>[number];

/** The price per 1M that a question sets; `price` is both sides. */
function unitsOf(given: readonly Given[]): Rate["units"] {
  const units: Rate["units"] = {};
  for (const { on, amount, per } of given) {
    const price = figure(new Decimal(amount).times(1e6).div(per));
    if (on === "price") Object.assign(units, { input: price, output: price });
    else units[on] = price;
  }
  return units;
}

/** A price by the question's own word, and nobody else's. */
export function givenQuote(context: Context, model?: Model): Quote | undefined {
  const given = (context.query.given ?? []).filter((one) => one.model === undefined || one.model === model?.id);
  const [first] = given;
  if (!first) return undefined;
  for (const { on, amount, currency, per } of given) {
    const price = figure(new Decimal(amount).times(1e6).div(per));
    context.notes.add("given", { on, amount: price, currency, ...(model && { model: model.id }) });
  }
  const price: Price = {
    state: "priced",
    currency: first.currency,
    list: "list",
    rates: [{ units: unitsOf(given.filter(({ currency }) => currency === first.currency)) }],
    source: "question",
    seen: context.asOf,
    kind: "first_seen",
    disagreement: [],
    agree: 0,
  };
  return createdQuote(price, model);
}
