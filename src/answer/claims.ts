import type { Quote } from "../catalog/catalog.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Query } from "../query/query.ts";
import type { Answer, AnswerRow } from "./answer.ts";
import { type Context, createContext } from "./context.ts";
import { figure } from "./money.ts";
import { mainOffer } from "./offers.ts";
import { rowOf } from "./rows.ts";

type Claim = NonNullable<Query["claim"]>[number];
type Verdict = NonNullable<Answer["verdict"]>;
type Actual = { value: Decimal; text: string };

/** Holds every claim against the offer (of its own day, if it names one): yes only if all hold. */
export function verdictOn(context: Context, quote: Quote, others: readonly Quote[]): Verdict | undefined {
  const { claim = [] } = context.query;
  const verdicts = claim.map((one) => {
    const { quote: held, context: then } = onItsDay(context, quote, one);
    return judgeClaim(then, native(held, one, others), one);
  });
  if (verdicts.length === 0) return undefined;
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

function onItsDay(context: Context, quote: Quote, { asOf }: Claim): { quote: Quote; context: Context } {
  if (asOf === undefined || asOf === context.asOf) return { quote, context };
  const query = { ...context.query, asOf };
  const then = createContext({ ...context.reading, query }, context.catalog, context.now);
  return {
    quote: mainOffer(then, quote.model.id) ?? quote,
    context: { ...then, notes: context.notes, money: then.money },
  };
}

/** An offer billed in the claim's own currency, if the lab has one on its other site. */
function native(quote: Quote, { currency }: Claim, others: readonly Quote[]): Quote {
  if (currency === undefined || quote.price?.currency === currency) return quote;
  return others.find(({ price }) => price?.currency === currency && price.state === "priced") ?? quote;
}

function judgeClaim(context: Context, quote: Quote, claim: Claim): Verdict {
  const { on, is, value, currency } = claim;
  const row = rowOf(context, quote);
  const actuals =
    on === "price"
      ? [actual(context, row, quote, "input", claim), actual(context, row, quote, "output", claim)]
      : [actual(context, row, quote, on, claim)];
  const known = actuals.filter((one): one is Actual => one !== undefined);
  const holding = known.map((one) => holds(is, one.value, new Decimal(value), on));
  const verdict = holding.includes(false) ? "no" : known.length < actuals.length ? "unknown" : "yes";
  const texts = [...new Set(known.map(({ text }) => text))];
  context.notes.add("claim", {
    model: quote.model.id,
    on,
    is,
    claimed: figure(new Decimal(value)),
    actual: texts.length > 0 ? texts.join(" / ") : null,
    verdict,
    ...(isMoney(on) && { currency: currency ?? row.currency }),
  });
  return verdict;
}

const FACTS = ["context", "max_output"];

function isMoney(on: string): boolean {
  return !FACTS.includes(on) && on !== "cache_ratio";
}

/** A thousand tokens of a limit may be 1,000 or 1,024. */
const BINARY_K = 1.024;

function holds(is: Claim["is"], actual: Decimal, claimed: Decimal, on: string): boolean {
  const order = actual.cmp(claimed);
  if (is === "less") return order < 0;
  if (is === "more") return order > 0;
  return (
    order === 0 ||
    (FACTS.includes(on) && (actual.eq(claimed.times(BINARY_K)) || actual.eq(claimed.times(BINARY_K).times(BINARY_K))))
  );
}

/** The figure that a claim is about, in the claim's currency. Converted figures are rounded as the claim is. */
function actual(
  context: Context,
  row: AnswerRow,
  quote: Quote,
  on: string,
  { value, currency }: Claim,
): Actual | undefined {
  if (on === "context" || on === "max_output") {
    const count = on === "context" ? row.context : row.maxOutput;
    return count === undefined ? undefined : { value: new Decimal(count), text: String(count) };
  }
  const amount = amountOf(row, quote, on);
  if (amount === undefined || row.state === "unverified") return undefined;
  if (currency === undefined || currency === row.currency || amount.isZero())
    return { value: amount, text: figure(amount) };
  const turned = context.money.to(amount, row.currency, currency);
  return (
    turned && {
      value: turned.toDecimalPlaces(new Decimal(value).decimalPlaces()),
      text: figure(turned.toSignificantDigits(4)),
    }
  );
}

function amountOf(row: AnswerRow, { model }: Quote, on: string): Decimal | undefined {
  const units: Record<string, string | null | undefined> = { ...row.units, input: row.input, output: row.output };
  const names =
    on === "cache_write"
      ? ["cache_write", "cache_write_5m"]
      : on === "batch"
        ? ["batch_input"]
        : on === "audio_price"
          ? ["audio_input"]
          : [on];
  const amount = names.map((name) => units[name]).find((found) => typeof found === "string");
  if (typeof amount === "string") return new Decimal(amount);
  return row.state === "free" || (model.kind === "embedding" && on === "output") ? new Decimal(0) : undefined;
}
