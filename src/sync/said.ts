import type { Day } from "../catalog/schema.ts";
import type { Curated } from "../import/curated.ts";
import type { Extract } from "../import/fact.ts";
import type { Base } from "./base.ts";
import type { Change } from "./change.ts";
import type { Decisions, Held } from "./review.ts";

/** What a sync lays over a catalog. */
export interface Said {
  extracts: readonly Extract[];
  curated: Curated;
  /** What was held after the last sync. */
  held: readonly Held[];
  /** What was listed after the last sync, by offer id; absent before the first. */
  listed?: readonly string[];
  decisions: Decisions;
  today: Day;
}

export interface Applied {
  base: Base;
  held: Held[];
  listed: readonly string[];
  changes: Change[];
  /** Records that fit no provider or model. */
  unplaced: number;
}
