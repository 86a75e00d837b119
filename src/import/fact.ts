import type { Ability } from "../catalog/abilities.ts";
import type { Currency, Day, Model, Price, Rate } from "../catalog/schema.ts";

/**
 * What a source says, in the importer's own words. A parser only reads its format and translates to these;
 * names of providers and models stay the source's own until the merge places them.
 */

/** Who sells what, as the source writes it. */
export interface Seller {
  provider: string;
  /** Set where the source itself keeps two lists of one vendor apart. */
  site?: "cn" | "intl";
  id: string;
  name?: string;
  family?: string;
}

/** One price that a source gives. Without rates the source lists the model and knows no price. */
export interface PriceFact extends Seller {
  currency: Currency;
  /** The source names no currency, or one that its own later version denies. */
  currencyUnsure?: boolean;
  rates: Rate[];
  list?: Price["list"];
  from?: Day;
  until?: Day;
  seen: Day;
  lastSeen?: Day;
  checked?: Day;
  /**
   * `correction`: mends a slip of the source; `cancelled`: a promise taken back; `first_seen`: differs from what the
   * source said before for reasons other than a new price.
   */
  kind?: "correction" | "cancelled" | "first_seen";
  /** It is called a correction only for the size of the step, so that what other sellers charged may clear it. */
  jump?: true;
  /** Neither checked nor dated by its source: it only fills gaps. */
  undated?: boolean;
  /** A reason to hold the price out that the source or its reader states. */
  suspect?: string;
  note?: string;
}

/** Facts about a model other than prices. */
export interface Card extends Seller {
  day: Day;
  kind?: Model["kind"];
  context?: number;
  maxOutput?: number;
  abilities: Partial<Record<Ability, boolean>>;
  openWeights?: boolean;
  released?: Day;
  knowledge?: string;
  deprecated?: boolean;
  preview?: boolean;
}

/** From this day the provider no longer lists the id. */
export interface End {
  provider: string;
  id: string;
  day: Day;
}

/** A record that could not be read; the others go on. */
export interface Rejected {
  where: string;
  why: string;
}

interface FxPoint {
  day: Day;
  rate: string;
}

/** A provider as a source names and classes it. */
export interface ProviderFact {
  id: string;
  name?: string;
  kind?: "lab" | "cloud" | "host" | "aggregator" | "plan" | "local";
  bills?: Currency;
  pages?: string[];
  note?: string;
}

/** All that one file said. */
export interface Extract {
  source: string;
  /** The day of the snapshot. */
  day: Day;
  prices: PriceFact[];
  cards: Card[];
  ends: End[];
  providers: ProviderFact[];
  fx: FxPoint[];
  rejected: Rejected[];
  /** Left out on purpose, with the reason (noise that the source is known for). */
  dropped: Rejected[];
}

export function emptyExtract(source: string, day: Day): Extract {
  return { source, day, prices: [], cards: [], ends: [], providers: [], fx: [], rejected: [], dropped: [] };
}

/** A file on its way to a parser. `data` is JSON, an array of parsed lines, or plain text. */
export interface SnapshotFile {
  name: string;
  data: unknown;
  /** The day that the caller gave, for formats that carry none. */
  day?: Day;
}

export interface SourceParser {
  id: string;
  /** Not tested on a whole live file: read only when asked for. */
  untested?: boolean;
  recognises(file: SnapshotFile): boolean;
  parse(file: SnapshotFile): Extract;
}
