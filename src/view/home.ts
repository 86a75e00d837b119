import type { Language } from "../query/query.ts";
import type { Button } from "./button.ts";

/** The bot's own page, and its greeting: what it does, what to try, what is set. */
export interface Home {
  language: Language;
  title: string;
  intro: string[];
  /** Questions to start with. */
  examplesTitle: string;
  examples: Button[];
  sections: { title: string; lines: string[] }[];
  freshness: string;
  /** Opens forms: `form` names it. */
  forms: { label: string; form: "calculator" | "settings" | "digest" }[];
}
