import type { Chart } from "../answer/answer.ts";
import type { Language, Query } from "../query/query.ts";

/**
 * An answer in words of one language, still without a platform. Every string is plain text: no markup, one line.
 * Adapters draw the kinds that they have room for, in this order, and say what they leave out.
 */
export interface View {
  language: Language;
  /** The question as it was read. */
  understood: string;
  /** What was not said and is assumed; names read with a typo mended. */
  assumed: string[];
  /** Words of the question that were not understood, said as one sentence. */
  unread?: string;
  /** The answer in one sentence. */
  title: string;
  table?: Table;
  /** Arithmetic, derived figures with their base, verdicts. */
  facts: string[];
  /** Conditions and what was left out, weightiest first; the last one tells how many lighter ones are not here. */
  notes: string[];
  /** The lighter ones. */
  lighter?: string[];
  sources: string[];
  freshness: string;
  /** Follow-up questions. */
  actions: Option[];
  /** What to choose from, where the answer is a question or help, and the line that says so. */
  choices: Option[];
  choose?: string;
  chart?: Chart;
}

export interface Option {
  /** What it does, for follow-ups: the code of the action. */
  code?: string;
  label: string;
  query: Query;
}

export interface Column {
  key: string;
  label: string;
  align: "left" | "right";
}

/** `rows` are cells in the order of `columns`; `shown` of `total` rows stand in it. */
export interface Table {
  columns: Column[];
  rows: string[][];
  total: number;
  shown: number;
}
