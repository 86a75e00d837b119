import type { Rejected } from "../import/fact.ts";
import type { Change } from "./change.ts";
import type { Held } from "./review.ts";

/** How the fetching or reading of one source went. */
export interface Outcome {
  source: string;
  /** Files that are new. */
  fetched: number;
  /** Files that are as they were. */
  unchanged: number;
  /** What could not be fetched or used, with the reason. */
  faults: string[];
  /** Records that were read. */
  records: number;
  /** Records that could not be read, each with the reason. */
  rejected: Rejected[];
}

/** What a sync did. */
export interface Report {
  outcomes: Outcome[];
  changes: Change[];
  held: Held[];
  /** The version that was written; absent if nothing changed, or nothing was to be written. */
  version?: string;
  /** Older versions that could not be read, with the reason. */
  faults: string[];
  /** Records that fit no provider or model of the catalog. */
  unplaced: number;
}
