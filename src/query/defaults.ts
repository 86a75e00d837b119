import type { Currency } from "../catalog/schema.ts";
import type { Filters, Language } from "./query.ts";

/** What is answered where a question says nothing: of a person, a channel or a workspace. */
export interface Defaults {
  /** Of the reply only: amounts and sites are read in the language of the question. */
  language?: Language | undefined;
  currency?: Currency | undefined;
  per?: number | undefined;
  blend?: { input: number; output: number } | undefined;
  filters?: Filters | undefined;
}
