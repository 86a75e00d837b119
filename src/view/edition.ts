import type { Chart } from "../answer/answer.ts";
import type { Language } from "../query/query.ts";
import type { Table } from "./view.ts";

/** One edition of the digest in words of one language; plain text throughout, sections in the order of their weight. */
export interface Edition {
  language: Language;
  /** "LLM prices, 22 to 28 June 2026: 3 cuts, 1 rise". */
  title: string;
  /** What it covers and for whom it is filtered. */
  intro: string[];
  sections: { title: string; lines: string[] }[];
  /** The cheapest of a few classes. */
  leaderboard?: { title: string; table: Table };
  chart?: { title: string; chart: Chart };
  /** Corrections counted, what was left out, what is unconfirmed. */
  notes: string[];
  freshness: string;
}
