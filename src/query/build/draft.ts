import type { Intent, Query } from "../query.ts";
import type { Parts } from "./signals.ts";

/** A query while it is built: absent keys may stand as undefined. */
export type Draft = { [K in keyof Query]?: Query[K] | undefined };

export interface Built {
  draft: Draft;
  parts: Parts;
  assumed: string[];
}

/** Intents that are about models by name. */
export const NAMED = new Set<Intent>(["lookup", "compare", "cost", "budget", "history"]);
