import { EN } from "./phrase/en/tongue.ts";
import { entriesOf, type Tongue } from "./phrase/tongue.ts";
import { ZH } from "./phrase/zh/tongue.ts";
import type { Language, Query } from "./query.ts";

const TONGUES: Record<Language, Tongue> = { en: EN, zh: ZH };

/**
 * A query as a person would ask for it, in one line and without names from any catalog, such that reading the words
 * gives the same query again. What only says how a question was read (`follows`, `unread`) has no words.
 */
export function phrase(query: Query, language: Language): string {
  const { lead, words, comma, space } = TONGUES[language];
  const opening = lead[query.intent].flatMap((key) => entriesOf(words, query, key)).join(space);
  const rest = (Object.keys(words) as (keyof Query)[]).filter((key) => !lead[query.intent].includes(key));
  return [opening, ...rest.flatMap((key) => entriesOf(words, query, key))].filter((part) => part !== "").join(comma);
}
