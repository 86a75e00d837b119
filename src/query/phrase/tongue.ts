import type { Intent, Query } from "../query.ts";

/** How each key of a record is said; a new key does not compile without its words. An empty string says nothing. */
export type Words<T> = { readonly [K in keyof Required<T>]: (value: NonNullable<T[K]>, query: Query) => string };

/** A language to ask in. */
export interface Tongue {
  words: Words<Query>;
  /** The keys that open a question of each intent, in order; all others follow as clauses of their own. */
  lead: Readonly<Record<Intent, readonly (keyof Query)[]>>;
  /** Between the words of the opening. */
  space: string;
  /** Between clauses. */
  comma: string;
}

/** The words of one key of the query, none where it is not said. */
export function entriesOf(words: Words<Query>, query: Query, key: keyof Query): string[] {
  const text = query[key] === undefined ? "" : say(words, key, query[key], query);
  return text === "" ? [] : [text];
}

/** The words of every key of a record, in the order of the table. */
export function saidOf<T extends object>(words: Words<T>, record: T, query: Query): string[] {
  return (Object.keys(words) as (keyof T)[])
    .filter((key) => record[key] !== undefined)
    .map((key) => say(words, key, record[key], query))
    .filter((text) => text !== "");
}

function say<T>(words: Words<T>, key: keyof T, value: unknown, query: Query): string {
  return (words[key] as (value: unknown, query: Query) => string)(value, query);
}
