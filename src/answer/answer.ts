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
  actions: Action[];
  chart?: Chart;
  /** How fresh: the newest day on which any price of the answer was seen or checked. */
  freshness: {
    sources: {
      id: string;
      name: string;
      url: string;
      date: Day;
      checked: boolean;
    }[];
    oldest?: Day;
    newest?: Day;
  };
}

export const ACTION_CODES = [
  "more_rows",
  "other_currency",
  "per_1k",
  "by_input",
  "by_output",
  "with_vision",
  "with_tools",
  "compare_top",
  "history",
  "hosts",
] as const;
export interface Action {
  code: (typeof ACTION_CODES)[number];
  query: Reading["query"];
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
  tier?: {
    promptOver?: number;
    promptUpTo?: number;
    outputOver?: number;
    outputUpTo?: number;
    thinking?: boolean;
    window?: string;
  };
  /** Every rate, where tiers are asked for. */
  tiers?: {
    when: NonNullable<AnswerRow["tier"]>;
    units: Partial<Record<UnitId, string | null>>;
  }[];
  blend?: string | null;
  cost?: string | null;
  costLines?: CostLine[];
  /** Where a text was turned into tokens: the cost at the ends of the known ratios. */
  costRange?: { low: string; high: string };
  tokens?: {
    input?: number;
    output?: number;
    cacheRead?: number;
    mixed?: number;
    units?: number;
  };
  /** Converted amounts, where a currency was asked for that the offer is not billed in. */
  converted?: {
    currency: Currency;
    input: string | null;
    output: string | null;
    units?: Partial<Record<UnitId, string | null>>;
    tiers?: NonNullable<AnswerRow["tiers"]>;
    blend?: string | null;
    cost?: string | null;
    costRange?: { low: string; high: string };
  };
  /** A prepaid package or a promotion instead of the list price. */
  list?: "package" | "promotion";
  /** The price was set by the question. */
  given?: true;
  /** `group` of a grouped answer: the lab, provider or origin (`cn`, `overseas`). */
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
  /** Whether the vendor's own day is known; else `date` or `from` is when a source had it. */
  dated?: boolean;
  offers?: number;
  source: string;
  checked?: Day;
  seen?: Day;
  /** The last day on which any source is known to have said so, if later than `checked` or `seen`. */
  lastSeen?: Day;
  /** How many sources say what the row says, where others disagree. */
  sayers?: number;
  disagreement?: {
    source: string;
    currency: Currency;
    input: string | null;
    output: string | null;
    date: Day;
  }[];
}

/** For rows of `of: providers` or `labs`: `model` is "", `name` the name, `provider` the id, `facts` the counts. */

/** One line of a cost: `tokens` × `price` per 1M, times `requests`. */
interface CostLine {
  unit: UnitId;
  tokens: number;
  requests: number;
  price: string;
  amount: string;
}

export interface Derived {
  figure: "percent" | "times" | "difference" | "cheaper" | "median" | "cost" | "tokens" | "price";
  value: string;
  /** What the figure is of ("input", "output", "blend", "cost", "context", "tokens"). */
  on?: string;
  /** What the figure is against: a model id, `model@provider`, a day, `given`, or a group (`cn`, `overseas`). */
  base?: string;
  /** What the figure is of, likewise. A percentage is signed: (of - base) / base, so "-75" is 75% less. */
  of?: string;
  currency?: Currency;
  /** Whose days `of` and `base` are, where several models have a course. */
  model?: string;
  /** For `median`: of how many. */
  count?: number;
}

export interface Chart {
  kind: "bar" | "step";
  unit: UnitId | "blend" | "cost";
  currency: Currency;
  series: { name: string; points: { x: string; y: string }[] }[];
}
