import type { ACTION_CODES, AnswerRow, Derived } from "../../answer/answer.ts";
import type { NoteArgs, NoteCode } from "../../answer/notes.ts";
import type { Day, PriceState, Provider } from "../../catalog/schema.ts";
import type { UnitId } from "../../catalog/units.ts";
import type { Command, FIELDS, Intent, MOVES, Query, SORTS } from "../../query/query.ts";
import type { ClarifyReason } from "../../query/reading.ts";
import type { SubUnit } from "../money.ts";
import type { DigestTalk } from "./digest.ts";
import type { EditionWords } from "./edition.ts";
import type { CountTalk, FormTalk, HomeTalk, SettingsTalk, Talk } from "./service.ts";
import type { Voice } from "./voice.ts";
import type { WatchTalk } from "./watch.ts";

export type Field = (typeof FIELDS)[number];
export type SortBy = (typeof SORTS)[number];
type ActionCode = (typeof ACTION_CODES)[number];
type MoveCode = (typeof MOVES)[number];
type RowsOf = NonNullable<Query["of"]>;

/** Columns that are no billable unit and no field of a model. */
export type PlainColumn =
  | "model"
  | "provider"
  | "lab"
  | "group"
  | "price"
  | "blend"
  | "cost"
  | "cache_ratio"
  | "context"
  | "tokens_in"
  | "tokens_out"
  | "tokens_cache"
  | "tokens_mixed"
  | "calls"
  | "state"
  | "tier"
  | "from"
  | "to"
  | "kind"
  | "unit"
  | "before"
  | "after"
  | "percent"
  | "move"
  | "offers"
  | "date"
  | "day"
  | "source";

type ArithmeticLine = { tokens: string; unit: string; price: string };

/**
 * Everything that is ever said, in one language. Both languages satisfy it, so a sentence that one lacks does not
 * compile. Sentences take ids and decimal strings and say them with the voice.
 */
export interface Messages {
  words: Words;
  units: Record<UnitId, string>;
  subUnits: Record<SubUnit, (digits: string) => string>;
  fields: Record<Field, string>;
  columns: Record<PlainColumn, string>;
  states: Record<PriceState, string>;
  statuses: Record<string, string>;
  origins: Record<"cn" | "overseas" | "us" | "other", string>;
  sites: Record<"cn" | "intl", string>;
  moves: Record<MoveCode, string>;
  kinds: Record<string, string>;
  /** What a derived figure is of. */
  figures: Record<string, string>;
  /** Counts of a provider or lab. */
  sellers: Record<"models" | "kind" | "origin", string>;
  providerKinds: Record<Provider["kind"], string>;
  lines: Lines;
  titles: Titles;
  facts: Facts;
  notes: { [K in NoteCode]: (args: NoteArgs[K], voice: Voice) => string };
  /** Several notes of one kind in one sentence, where that reads better. */
  said: Said;
  many: { readonly [K in NoteCode]?: (list: readonly NoteArgs[K][], voice: Voice) => string };
  assumed: Record<string, (args: Readonly<Record<string, string | number>>) => string>;
  actions: Record<ActionCode, string>;
  clarify: Record<ClarifyReason, (typed: string | undefined) => string>;
  help: Help;
  edition: EditionWords;
  digest: DigestTalk;
  watch: WatchTalk;
  talk: Talk;
  settings: SettingsTalk;
  home: HomeTalk;
  count: CountTalk;
  forms: FormTalk;
}

type Filters = NonNullable<Query["filters"]>;

/** The parts of a query in words, for the line that says what was understood. */
interface Said {
  intents: Record<Intent, string>;
  derive: Record<NonNullable<Query["derive"]>, string>;
  commands: Record<Command["name"], string>;
  commandActions: Record<Command["action"], string>;
  moves: (moves: readonly string[]) => string;
  free: Record<"true" | "false" | "any", string>;
  offers: Record<NonNullable<Filters["offers"]>, string>;
  status: Record<NonNullable<Filters["status"]>, string>;
  preview: Record<"true" | "false", string>;
  openWeights: Record<"true" | "false", string>;
  groups: Record<NonNullable<Query["groupBy"]>, string>;
  on: Record<"lab" | "provider" | "family", (names: string) => string>;
  not: (what: string) => string;
  named: (beginning: string) => string;
  top: (count: number) => string;
  skip: (count: number) => string;
  countOf: (of: RowsOf) => string;
  tier: (tokens: string) => string;
  asOf: (day: Day) => string;
  released: (range: string) => string;
  fx: (rate: number) => string;
  currency: (currencies: readonly string[]) => string;
  unit: (unit: SubUnit) => string;
  blend: (ratio: string) => string;
  given: (what: string) => string;
  claim: (what: string) => string;
  /** Filters that settings add to every question. */
  defaults: (filters: string) => string;
}

/** Single words and the smallest phrases. */
interface Words {
  yes: string;
  no: string;
  /** Whether a model can do something. */
  can: string;
  cannot: string;
  tokens: (count: string) => string;
  notStated: string;
  none: string;
  given: string;
  today: string;
  colon: string;
  /** Sets languages apart inside a sentence, where that is usual. */
  spaced: (sentence: string) => string;
  per: (tokens: number) => string;
  at: (model: string, provider: string, marks?: readonly string[]) => string;
  /** "$0.15 in", "in not stated". */
  unitPrice: (unit: string, price: string | undefined) => string;
  /** Prices of several units, with the number of tokens that they are for. */
  prices: (parts: readonly string[], tokens: number) => string;
  /** One price, or several of one unit, likewise. */
  pricePer: (prices: readonly string[], tokens: number) => string;
  list: (items: readonly string[]) => string;
  /** Some of `total`. */
  more: (items: string, left: number, total: number) => string;
  /** The size of a big number in words, to stand behind its digits; nothing for a small one. */
  big: (count: number) => string;
  quoted: (text: string) => string;
  dated: (day: Day, checked: boolean) => string;
  converted: (amount: string, billed: string) => string;
  perLabel: (label: string, tokens: number) => string;
  window: (hours: string, weekdays: readonly number[], timezone: string, exceptHolidays: boolean) => string;
  otherHours: string;
  tier: (when: NonNullable<AnswerRow["tier"]>, window: string | undefined, voice: Voice) => string;
  always: string;
  range: (low: string, high: string) => string;
}

/** The labels and lines around an answer. */
interface Lines {
  understood: (what: string) => string;
  assumed: (what: readonly string[]) => string;
  readAs: (typed: string, name: string, id: string) => string;
  unread: (words: readonly string[]) => string;
  readUpTo: (characters: number) => string;
  note: (sentence: string) => string;
  /** So many lighter notes are left out of the text. */
  lighter: (count: number) => string;
  source: (source: { name: string; url: string; date: Day; checked: boolean }) => string;
  sources: (count: number) => string;
  fresh: (days: { oldest: number; newest: number }) => string;
  /** One price of a day, found again on a later one that is so many days old. */
  stillListed: (of: { date: Day; last: Day; days: number }) => string;
  past: (asOf: Day) => string;
  catalogAge: (newest: Day, days: number) => string;
  moreRows: (left: number, total: number) => string;
  choose: string;
  next: string;
}

/** What a title may say of the model that it names. */
interface Titles {
  /** "GPT-4o mini at OpenAI: $0.15 in, $0.6 out per 1M tokens", on a past day too. */
  price: (of: { who: string; parts: readonly string[]; asOf?: Day }, voice: Voice) => string;
  facts: (of: { who: string; facts: readonly string[] }) => string;
  state: (of: { who: string; state: PriceState; asOf?: Day }) => string;
  join: (sentences: readonly string[]) => string;
  /** Of several models their prices, or the facts that the labels name. */
  several: (of: { listed: string; labels: readonly string[]; asOf?: Day }) => string;
  hosts: (of: { listed: string; count: number }) => string;
  best: (of: { superlative: string; place: number; who: string; what: string; asOf?: Day }) => string;
  groups: (of: { superlative: string; by: NonNullable<Query["groupBy"]>; asOf?: Day }) => string;
  found: (of: { count: number; of: RowsOf; asOf?: Day }, voice: Voice) => string;
  counted: (of: { count: number; of: RowsOf }, voice: Voice) => string;
  versus: (names: readonly string[]) => string;
  cost: (of: { who: string; cost: string; workload: string }) => string;
  costs: (workload: string) => string;
  noCost: (who: string) => string;
  budget: (of: { budget: string; who: string; buys: readonly string[] }) => string;
  budgets: (budget: string) => string;
  history: (of: { names: readonly string[]; prices: number }) => string;
  changes: (of: { count: number; from?: Day; to?: Day; moves: readonly string[] }) => string;
  verdict: Record<"yes" | "no" | "unknown", string>;
  empty: string;
  noHistory: string;
  noChanges: (of: { from?: Day; to?: Day }) => string;
  notFound: string;
  unknown: string;
  unavailable: (commands: readonly Command["name"][]) => string;
}

interface Facts {
  superlatives: Record<SortBy, { asc: string; desc: string }>;
  workload: (
    of: {
      requests?: number;
      days?: number;
      batch?: boolean;
      tokens: readonly string[];
    },
    voice: Voice,
  ) => string;
  arithmetic: (
    of: {
      who?: string;
      requests: number;
      lines: readonly ArithmeticLine[];
      total: string;
    },
    voice: Voice,
  ) => string;
  costRange: (low: string, high: string) => string;
  /** A text whose tokens are estimated. */
  text: Record<"zh_chars" | "words" | "pages", (amount: string) => string>;
  buys: {
    input: (tokens: string, big: string) => string;
    output: (tokens: string, big: string) => string;
    cacheRead: (tokens: string, big: string) => string;
    /** Tokens in a ratio of input to output. */
    mixed: (tokens: string, big: string, ratio: string | undefined) => string;
    /** Calls, each of so many tokens. */
    units: (units: string, each: string | undefined) => string;
  };
  /** A cost or count with all tokens on one side: "All input: ". */
  allOn: (side: string) => string;
  /** What figures are of: "Input, output: ". */
  topic: (figures: readonly string[]) => string;
  derived: Record<Derived["figure"], (figure: DerivedInWords) => string>;
  fact: (field: string, value: string) => string;
}

/** A derived figure whose parts are said already. */
export type DerivedInWords = {
  /** The value as a figure, money or name; without its sign for `percent` and `difference`. */
  value: string;
  sign: "less" | "more" | "same";
  isPrice: boolean;
  /** The best of more than two. */
  isBest: boolean;
  of?: string;
  base?: string;
  count?: number;
  /** The ratio that goes with a percentage. */
  times?: string;
};

interface Help {
  title: string;
  /** What it can do, one sentence each. */
  lines: readonly string[];
  prices: (sources: string) => string;
  examples: string;
}
