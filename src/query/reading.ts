import type { Filters, Query } from "./query.ts";

/** What a question was read as, with how sure the reader is of which part. */
export interface Reading {
  query: Query;
  /** Names that were not typed as they stand in the catalog: shown as "read as …". */
  readAs: { typed: string; id: string }[];
  /** What was not said and is assumed, as codes for the view: `currency`, `month_30_days`, `side_price` … */
  assumed: { code: string; args?: Record<string, string | number> }[];
  /** Filters that settings added, and the query without them: both are named. */
  defaults?: { filters: Filters; asked: Query };
  /** For `clarify`: why, and what can be chosen; each choice is a whole query. */
  ask?: { reason: ClarifyReason; typed?: string; choices: { label: string; query: Query }[] };
  /** The part of the text that was read, if it was longer than the reader reads (characters). */
  readUpTo?: number;
  /** One line a step, for `--explain`. Built only on demand. */
  trace: () => string[];
}

/** What was assumed where a question moves on from the first model to another: the first is the base. */
export const SAVED_FROM_FIRST = "saved_from_first";

export type ClarifyReason =
  | "unknown_name"
  | "which_model"
  | "no_model"
  | "no_workload"
  | "no_budget"
  | "no_question"
  | "nothing_before";
