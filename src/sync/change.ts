import type { Day, Price } from "../catalog/schema.ts";
import type { Figures, Reason } from "./review.ts";

/** What a sync did to one offer, for its report. */
export type Change =
  | {
      what: "price";
      kind: Price["kind"];
      offer: string;
      source: string;
      before: Figures | null;
      after: Figures;
      /** It was held before. */
      released: boolean;
    }
  | { what: "held"; why: Reason; offer: string; source: string; before: Figures | null; after: Figures }
  /** What was held is no longer said. */
  | { what: "withdrawn"; offer: string; source: string; after: Figures }
  | { what: "announced"; offer: string; from: Day; after: Figures }
  | { what: "new" | "gone" | "back"; offer: string };
