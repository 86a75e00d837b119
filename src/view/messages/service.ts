import type { Currency, Day } from "../../catalog/schema.ts";

export type Scope = "user" | "channel" | "workspace";

/** What the bot says beside answers to questions; one plain paragraph each. */
export interface Talk {
  buttons: Record<"share" | "drop_filters" | "wrong_price" | "watch", string>;
  /** Too many questions came within a minute. */
  throttled: (waitSeconds: number) => string;
  /** Something of the bot's own went wrong; the id leads the operator to its log. */
  fault: (incident: string) => string;
  newerButton: string;
  unreadableButton: string;
  /** An answer was to be shared a second time. */
  shared: string;
  /** A message of an earlier day was clicked. */
  sinceThen: (day: Day) => string;
  /** The text is longer than what is counted. */
  onlyFirst: (characters: number) => string;
  forgotten: string;
  wrongPrice: {
    /** Put on the review list: whose price, and what the asker says instead. */
    reported: (of: { who: string; figure?: string; link?: string }) => string;
    /** How to add the figure and where it stands. */
    how: string;
    whichOffer: string;
    nobody: string;
  };
}

export interface SettingsTalk {
  of: Record<Scope, string>;
  title: Record<Scope, string>;
  /** "Yours: English, in CNY." */
  line: (whose: string, what: string) => string;
  none: string;
  saved: (whose: string, what: string) => string;
  cleared: (whose: string) => string;
  onlyAdmins: string;
  nothingToSet: string;
  language: Record<"en" | "zh", string>;
  currency: Record<Currency, string>;
  blend: (ratio: string) => string;
  filters: (words: string) => string;
  asAsked: string;
  asBilled: string;
}

export interface HomeTalk {
  title: string;
  intro: readonly string[];
  /** Said when the bot was added to a channel, or its own chat was opened. */
  greeting: Record<"added" | "opened", readonly string[]>;
  examples: string;
  settings: string;
  forms: Record<"calculator" | "settings" | "digest", string>;
}

export interface CountTalk {
  understood: string;
  title: (tokens: string, characters: string) => string;
  /** Whose models split texts with this tokenizer. */
  tokenizer: (name: string) => string;
  /** What other vendors' tokenizers make of it. */
  estimate: (low: string, high: string) => string;
  empty: string;
}

type FieldWords = { label: string; hint?: string; placeholder?: string };

/** Labels of forms; a field that one language lacks does not compile. */
export interface FormTalk {
  cancel: string;
  calculator: {
    title: string;
    intro: string;
    submit: string;
    fields: Record<"model" | "input" | "output" | "cached" | "requests" | "per" | "currency", FieldWords>;
    times: Record<"total" | "day" | "week" | "month", string>;
  };
  settings: {
    intro: Record<Scope, string>;
    submit: string;
    fields: Record<"language" | "currency" | "per" | "blend" | "filters", FieldWords>;
  };
  digest: {
    title: string;
    intro: string;
    submit: string;
    fields: Record<
      "weekday" | "time" | "timezone" | "sections" | "classes" | "language" | "filters" | "quiet",
      FieldWords
    >;
    quiet: Record<"yes" | "no", string>;
    weekdays: readonly string[];
    sections: Record<"cuts" | "rises" | "new" | "free" | "announced" | "retired" | "leaderboard", string>;
  };
  faults: Record<
    "required" | "number" | "model" | "share" | "ratio" | "filters" | "time" | "timezone" | "usage",
    string
  >;
  /** The form comes from another version. */
  stale: string;
}
