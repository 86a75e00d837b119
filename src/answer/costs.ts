import type { Quote } from "../catalog/catalog.ts";
import { type Cost, costOf } from "../catalog/cost.ts";
import { USUAL_CALL } from "../catalog/rates.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { figure, plain } from "./money.ts";
import { rateOf } from "./price.ts";
import type { WorkloadUsage } from "./workload.ts";

/** A row with what the workload costs there; `null` where a price that it needs is not known. */
export function withCost(context: Context, quote: Quote, row: AnswerRow, work: WorkloadUsage): AnswerRow {
  const rate = rateOf(quote.price, work.situation);
  const isBillable = quote.price?.state === "priced" || quote.price?.state === "free";
  if (!rate || !isBillable) return { ...row, cost: null };
  const cost = costOf(rate, work.usage);
  noteCost(context, quote, cost);
  const { text } = work;
  const [low, high] = text ? [costOf(rate, text.low).total, costOf(rate, text.high).total] : [];
  return {
    ...row,
    cost: work.asOutput || !cost.total ? null : figure(cost.total),
    costLines: cost.lines.map(({ amount, price, ...line }) => ({
      ...line,
      price: plain(price) ?? "",
      amount: figure(amount),
    })),
    ...(low && high && { costRange: { low: figure(low), high: figure(high) } }),
  };
}

function noteCost({ notes }: Context, { model, provider, price }: Quote, cost: Cost): void {
  const currency = price?.currency ?? provider.bills;
  if (cost.missing) notes.add("no_unit_price", { model: model.id, provider: provider.id, unit: cost.missing });
  if (cost.noBatch) notes.add("no_batch", { models: [model.id], count: 1 });
  if (cost.fee) notes.add("request_fee", { model: model.id, amount: plain(cost.fee) ?? "", currency });
}

/** Says how a workload was taken: by which call its rate was picked, and how a text became tokens. */
export function noteWorkload({ notes, query }: Context, work: WorkloadUsage): void {
  const { usage, text, asOutput } = work;
  if (text) notes.add("text_ratio", text.note);
  if (asOutput) notes.add("side_unsaid", { tokens: usage.input });
  if (usage.requests === undefined && !query.tier) {
    notes.add("default_call", { input: USUAL_CALL.prompt, output: USUAL_CALL.output });
  }
}
