import type { Currency, Day, PriceState } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Reading } from "../query/reading.ts";
import type { Note } from "./notes.ts";

/**
 * The answer to a query: data and codes, no human words. `view/` turns it into sentences of a language.
 * Money is a decimal string of up to 12 significant digits, prices per 1M tokens; tokens are numbers; days ISO UTC.
 */
export interface Answer {
  reading: Reading;
  /** What the rows are, or why there are none. */
  outcome: "answered" | "empty" | "not_found" | "clarify" | "help" | "unknown" | "unavailable";
  rows: AnswerRow[];
  /** The day for which prices are given, and the clock's day. */
  asOf: Day;
  today: Day;
  derived?: Derived[];
  verdict?: "yes" | "no" | "unknown";
  /** The number asked for, or the number of rows before any limit. */
  count?: number;
  /** Conditions, assumptions, what was left out: in the order of their weight. */
  notes: Note[];
  /** Follow-ups that make sense now. Each is a code and the whole query it leads to. */
  actions: { code: string; query: Reading["query"] }[];
  chart?: Chart;
  /** How fresh: the newest day on which any price of the answer was seen or checked. */
  freshness: { sources: { id: string; name: string; url: string; date: Day; checked: boolean }[]; oldest?: Day; newest?: Day };
}

export interface AnswerRow {
  model: string;
  name: string;
  provider: string;
  site?: "cn" | "intl";
  state: PriceState;
  currency: Currency;
  input: string | null;
  output: string | null;
  cacheRead?: string | null;
  /** All units of the rate that applies, by unit id. */
  units?: Partial<Record<UnitId, string | null>>;
  context?: number;
  maxOutput?: number;
  facts?: Record<string, string | number | boolean | null>;
  /** The condition of the rate that applies, if there are others. */
  tier?: { promptOver?: number; promptUpTo?: number; outputOver?: number; outputUpTo?: number; thinking?: boolean; window?: string };
  /** Every rate, where tiers are asked for. */
  tiers?: { when: NonNullable<AnswerRow["tier"]>; units: Partial<Record<UnitId, string | null>> }[];
  blend?: string | null;
  cost?: string | null;
  costLines?: CostLine[];
  tokens?: { input?: number; output?: number; mixed?: number; units?: number };
  /** Converted amounts, where a currency was asked for. */
  converted?: { currency: Currency; input: string | null; output: string | null; cost?: string };
  /** `group` of a grouped answer: the lab, provider or origin. */
  group?: string;
  /** For history rows. */
  from?: Day;
  to?: Day | null;
  kind?: string;
  /** For changes rows. */
  unit?: UnitId;
  before?: string | null;
  after?: string | null;
  percent?: string | null;
  move?: string;
  date?: Day;
  offers?: number;
  source: string;
  checked?: Day;
  seen?: Day;
  disagreement?: { source: string; currency: Currency; input: string | null; output: string | null; date: Day }[];
}

/** One line of a cost: `tokens` × `price` per 1M, times `requests`. */
export interface CostLine {
  unit: UnitId;
  tokens: number;
  requests: number;
  price: string;
  amount: string;
}

export interface Derived {
  figure: "percent" | "times" | "difference" | "cheaper" | "median" | "cost" | "tokens" | "price";
  value: string;
  /** What the figure is of ("input", "output", "blend", "cost", "context"). */
  on?: string;
  /** The model or day that the figure is against. */
  base?: string;
  of?: string;
  currency?: Currency;
}

export interface Chart {
  kind: "bar" | "step";
  unit: UnitId | "blend" | "cost";
  currency: Currency;
  series: { name: string; points: { x: string; y: string }[] }[];
}
