import type { z } from "zod";
import type { Day as DaySchema } from "../catalog/schema.ts";
import type { Mention } from "./names.ts";

export type Day = z.infer<typeof DaySchema>;
export type Currency = "USD" | "CNY";

/** What a phrase of the lexicon may mean: kind → value. The recogniser that takes it says which it was. */
export type Senses = Readonly<Record<string, string>>;

interface Span {
  /** Offsets into the normalised text. */
  start: number;
  end: number;
  /** What it was read as; absent = nobody took it yet. */
  by?: string;
  /** In the scope of a negation. */
  not?: boolean;
  /** In the scope of "only". */
  only?: boolean;
}

/** A word that no lexicon knows. */
interface Word extends Span {
  kind: "word";
  text: string;
}
/** Punctuation that parts or joins; `line` for a line break. */
interface Mark extends Span {
  kind: "mark";
  text: string;
}
export interface Lex extends Span {
  kind: "lex";
  text: string;
  senses: Senses;
  glued: boolean;
}
export interface Num extends Span {
  kind: "num";
  n: number;
  /** The upper end, where a range was said. */
  to?: number;
  /** Said with a magnitude (k, M, 万): an amount of tokens rather than a count of rows. */
  big: boolean;
  /** Says how far a rounded upper limit reaches: 1024 for "k". */
  step?: number;
  /** "one", 一: as often an article as a number. */
  weak?: boolean;
  /** "2nd", 第二. */
  ordinal?: boolean;
  /** A magnitude alone: "per million", 百万. */
  bare?: boolean;
}
export interface Name extends Span {
  kind: "name";
  text: string;
  mention: Mention;
}
/** A part of a whole: 70%, 八成, half. */
interface Share extends Span {
  kind: "share";
  part: number;
}
/** 3:1, 70/30. */
interface Ratio extends Span {
  kind: "ratio";
  a: number;
  b: number;
}
export interface Money extends Span {
  kind: "money";
  amount: number;
  to?: number;
  currency: Currency;
  /** Whether the currency was said. */
  said: boolean;
  /** What one of the unit that was said is worth in the currency: 0.01 for cents. */
  worth?: number;
  /** Tokens that the amount is for, if said. */
  per?: number;
  /** "a month", 每天: a rate word after the amount. */
  each?: string;
}
/** An amount of tokens that a price is for: "per 1M", 每千. */
export interface Per extends Span {
  kind: "per";
  tokens: number;
}
/** A number of something: 500 calls, 30 days, 8k tokens. */
export interface Quantity extends Span {
  kind: "qty";
  n: number;
  to?: number;
  unit: string;
  big: boolean;
  step?: number;
  weak?: boolean;
}
export interface When extends Span {
  kind: "when";
  from?: Day;
  to?: Day;
  /** The day whose prices it asks for, where that is not its last. */
  day?: Day;
  /** A single day rather than a span that is named as such. */
  point?: boolean;
  /** The same words read forward ("until friday"). */
  ahead?: { from: Day; to: Day };
  /** Said as a span of its own: since, until, last 30 days. */
  span?: boolean;
}
interface Clock extends Span {
  kind: "clock";
  time: string;
}
export type Op = "under" | "max" | "over" | "min" | "equal" | "range";
/** A comparison with a fixed amount, before it is known what it bounds. */
export interface Bound extends Span {
  kind: "bound";
  op: Op;
  value: Num | Money | Quantity;
  /** Whether a comparison was said (a bare "128k" is a bound too, once bound to a context). */
  explicit: boolean;
}
/** Numbers of a pasted usage object. */
export interface Usage extends Span {
  kind: "usage";
  input: number;
  output: number;
  cached?: number;
  audio?: number;
}

export type Item =
  | Word
  | Mark
  | Lex
  | Num
  | Name
  | Share
  | Ratio
  | Money
  | Per
  | Quantity
  | When
  | Clock
  | Bound
  | Usage;

/** The value of a sense of an item that nobody took yet, or undefined. */
export function sense(item: Item | undefined, kind: string): string | undefined {
  return item?.kind === "lex" && item.by === undefined ? item.senses[kind] : undefined;
}

/** Whether an item is a phrase with this sense, taken or not. */
export function means(item: Item | undefined, kind: string, value?: string): boolean {
  if (item?.kind !== "lex") return false;
  const found = item.senses[kind];
  if (found === undefined || value === undefined) return found !== undefined;
  return found === value || (kind === "t" && item.senses[`t.${value}`] !== undefined);
}

/** The first of some time words that a phrase is ("last", "ago"), or undefined. */
export function timeWord(item: Item | undefined, words: Iterable<string>): string | undefined {
  if (item?.kind !== "lex" || item.by !== undefined || item.senses.t === undefined) return undefined;
  for (const word of words) if (item.senses[`t.${word}`] !== undefined) return word;
  return undefined;
}

/** The words of a phrase in lower case; empty for every other item. */
export const textOf = (item: Item | undefined): string =>
  item?.kind === "lex" || item?.kind === "word" || item?.kind === "mark" ? item.text.toLowerCase() : "";
