import type { Query } from "../query.ts";
import type { Placed } from "../refiners/comparisons.ts";
import { priceBounds } from "./filters.ts";

type Claim = NonNullable<Query["claim"]>[number];

/** A question about one model with a price bound asks for a yes or no: "is gpt-5 under $2?". */
export function boundClaims(placed: readonly Placed[], language: Query["language"]): Claim[] {
  return placed
    .filter(({ on }) => on !== "context" && on !== "max_output")
    .flatMap((bound) =>
      priceBounds(bound, language).map((price): Claim => {
        const value = price.under ?? price.max ?? price.over ?? price.min ?? 0;
        const is =
          bound.op === "equal" ? "equal" : price.under !== undefined || price.max !== undefined ? "less" : "more";
        return {
          on: price.on,
          is,
          value: Number(((value * 1e6) / price.per).toPrecision(12)),
          currency: price.currency,
        };
      }),
    );
}

/** The tier that a length falls in: "above 272k" = 272001, "within 200k" = 200000. */
export function tierOf(placed: readonly Placed[]): Query["tier"] {
  const bound = placed.find(({ on, value }) => (on === "context" || on === "input") && value.kind !== "money");
  if (bound === undefined || bound.value.kind === "money") return undefined;
  const { n, to } = bound.value;
  // 200k以上那档: the tier that begins above the edge; the edge itself still belongs to the one below.
  if (bound.op === "over" || bound.op === "min") return { promptTokens: n + 1 };
  if (bound.op === "under") return { promptTokens: n - 1 };
  return { promptTokens: bound.op === "range" ? (to ?? n) : n };
}
