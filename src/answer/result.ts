import type { Quote } from "../catalog/catalog.ts";
import type { Answer, AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { withCurrency } from "./rows.ts";

/** What an intent finds out; the rest of an answer is the same for all. */
export interface Result {
  outcome?: Answer["outcome"];
  rows: AnswerRow[];
  derived?: NonNullable<Answer["derived"]>;
  verdict?: NonNullable<Answer["verdict"]>;
  count?: number;
  chart?: NonNullable<Answer["chart"]>;
}

export type Intent = (context: Context) => Result;

/** Nothing to show; the notes say why. */
export function nothing(outcome: Answer["outcome"]): Result {
  return { outcome, rows: [] };
}

/** Rows in the currencies that the question asks for. */
export function inCurrencies(context: Context, rows: AnswerRow[]): AnswerRow[] {
  const asked = [context.query.currency ?? []].flat();
  return rows.map((row) => {
    const other = asked.find((currency) => currency !== row.currency);
    return other === undefined ? row : withCurrency(context, row, other);
  });
}

/** How an offer is named where a model alone does not tell it. */
export function offerName({ model, provider }: Quote): string {
  return `${model.id}@${provider.id}`;
}
