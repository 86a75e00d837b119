import type { Currency } from "../catalog/schema.ts";
import { Decimal } from "../lib/decimal.ts";
import type { StoredQuery, Watch } from "../ports/records.ts";
import type { Command } from "../query/query.ts";

/** The command by which a watch was set up. */
export type Order = Extract<Command, { name: "watch" }>;

/** What a watch waits for. */
export type Condition =
  | { kind: "below" | "above"; amount: Decimal; currency: Currency }
  /** Below the price at set-up, then below the last one told; `up` the other way round. */
  | { kind: "down" | "up" }
  | { kind: "any" }
  | { kind: "new_model" }
  | { kind: "new_host"; below?: { amount: Decimal; currency: Currency } };

/** What was read of a stored query, so that thousands of watches are read once and not with each event. */
const read = new WeakMap<StoredQuery, { order: Order; condition: Condition }>();

function readOf({ query }: Pick<Watch, "query">): { order: Order; condition: Condition } {
  const known = read.get(query);
  if (known) return known;
  const order = commandIn(query);
  const fresh = { order, condition: conditionIn(order) };
  read.set(query, fresh);
  return fresh;
}

function commandIn({ query: { command } }: StoredQuery): Order {
  const found = Array.isArray(command) ? command.find(({ name }) => name === "watch") : command;
  return found?.name === "watch" ? found : { name: "watch", action: "on" };
}

function conditionIn({ event, below, above, any, currency = "USD" }: Order): Condition {
  if (event === "new_model") return { kind: "new_model" };
  if (event === "new_host")
    return { kind: "new_host", ...(below !== undefined && { below: { amount: new Decimal(below), currency } }) };
  if (below !== undefined) return { kind: "below", amount: new Decimal(below), currency };
  if (above !== undefined) return { kind: "above", amount: new Decimal(above), currency };
  return any === "down" || any === "up" ? { kind: any } : { kind: "any" };
}

/** The command of a watch, as it was understood. */
export const orderOf = (watch: Pick<Watch, "query">): Order => readOf(watch).order;

export const conditionOf = (watch: Pick<Watch, "query">): Condition => readOf(watch).condition;

export function stored(order: Order, language: Watch["language"]): StoredQuery {
  return { version: 1, query: { intent: "command", language, command: order } };
}
