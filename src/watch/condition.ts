import type { Currency } from "../catalog/schema.ts";
import type { StoredQuery, Watch } from "../ports/records.ts";
import type { Command } from "../query/query.ts";

/** The command by which a watch was set up. */
export type Order = Extract<Command, { name: "watch" }>;

/** What a watch waits for. */
export type Condition =
  | { kind: "below" | "above"; amount: string; currency: Currency }
  /** Below the price at set-up, then below the last one told; `up` the other way round. */
  | { kind: "down" | "up" }
  | { kind: "any" }
  | { kind: "new_model" }
  | { kind: "new_host"; below?: { amount: string; currency: Currency } };

export function conditionOf({ event, below, above, any, currency = "USD" }: Order): Condition {
  if (event === "new_model") return { kind: "new_model" };
  if (event === "new_host")
    return { kind: "new_host", ...(below !== undefined && { below: { amount: String(below), currency } }) };
  if (below !== undefined) return { kind: "below", amount: String(below), currency };
  if (above !== undefined) return { kind: "above", amount: String(above), currency };
  return any === "down" || any === "up" ? { kind: any } : { kind: "any" };
}

/** The command of a watch, as it was understood. */
export function orderOf({ query }: Pick<Watch, "query">): Order {
  const found = [query.query.command].flat().find((command) => command?.name === "watch");
  return found?.name === "watch" ? found : { name: "watch", action: "on" };
}

export function stored(order: Order, language: Watch["language"]): StoredQuery {
  return { version: 1, query: { intent: "command", language, command: order } };
}
