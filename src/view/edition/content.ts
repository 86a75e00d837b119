import type { AnswerRow, Chart } from "../../answer/answer.ts";
import type { UnitChange } from "../../catalog/event.ts";
import type { Currency, Day } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import type { CLASSES, Filters, SECTIONS } from "../../query/query.ts";

export type SectionName = Exclude<(typeof SECTIONS)[number], "leaderboard">;
export type ClassName = (typeof CLASSES)[number];

/** One edition of the digest as data and codes, in no language; `present` makes words of it. */
export interface EditionContent {
  /** Covers what was accepted after `from`, up to and with `to`; days are said on the clocks of `timezone`. */
  from: Date;
  to: Date;
  timezone: string;
  /** What the channel wants to see of it. */
  filters?: Filters;
  /** In the order of their weight; those without lines are absent. */
  sections: Section[];
  leaderboard: Standing[];
  chart?: Chart;
  /** What is no move of a vendor, counted. */
  aside: Aside;
  fresh: Freshness;
  /** Editions that were due and not sent, which this one makes up for: the days on which they were due. */
  missed: Day[];
  /** Older news than an edition covers was left out: since when nothing was told. */
  skippedSince?: Day;
}

export interface Section {
  name: SectionName;
  lines: Line[];
  /** How many more there are than lines. */
  left: number;
}

interface Who {
  model: string;
  provider: string;
  /** Other sellers that did the same. */
  followers: number;
}

export type Line =
  /** A price that moved, was announced to, or is reported to. */
  | (Who & {
      kind: "move";
      currency: Currency;
      changes: UnitChange[];
      /** From when it counts; `dated` where a source states the day, else it was noticed then. */
      day: Day;
      dated: boolean;
      /** What kind of move, where it is no plain one in force. */
      as?: "promotion" | "promotion_ended" | "announced" | "announced_came" | "cancelled" | "unconfirmed";
      until?: Day;
    })
  | (Who & { kind: "new"; row: Prices; day: Day; context?: number })
  | (Who & { kind: "free"; was: Prices | undefined; day: Day })
  | (Who & { kind: "paid"; row: Prices; day: Day })
  /** A promotion that ends soon, and what it will cost then, as far as is known. */
  | (Who & { kind: "ends"; row: Prices; until: Day; then?: Prices })
  /** Models that a lab no longer sells, a line a provider. */
  | { kind: "retired"; provider: string; models: string[]; left: number; status?: string };

/** Both sides of a price, decimal strings per 1M tokens. */
export interface Prices {
  currency: Currency;
  input: string | null;
  output: string | null;
}

/** The cheapest of a class, and what was before. */
export interface Standing {
  class: ClassName;
  row: AnswerRow;
  /** `same`, or what stood there at the last edition; absent where nothing is known of then. */
  before?: "same" | AnswerRow;
}

export interface Aside {
  /** Corrections of data that had been wrong. */
  corrections: number;
  /** Changed limits, hosts that came or went. */
  listings: number;
  /** Prices that hosts moved by themselves. */
  hosts: number;
  /** Reports that are held for review. */
  unconfirmed: number;
}

export interface Freshness {
  /** The newest snapshot, and of which day. */
  day: Day;
  source: string;
  /** Names of sources that the last sync did not reach. */
  failed: string[];
}

/** The units that a line says; others moved too seldom to be worth the room. */
export const SAID_UNITS: readonly UnitId[] = ["input", "output", "cache_read"];
