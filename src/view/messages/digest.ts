/** What is said about the digest itself: set up, changed, listed. One plain paragraph each. */
export interface DigestTalk {
  /** "every Monday at 09:00 (Asia/Shanghai)". */
  when: (weekday: number, time: string, timezone: string) => string;
  /** Posted in the channel when it is set up, which shows that it can be. */
  welcome: (when: string) => string;
  on: (of: DigestFacts) => string;
  changed: (of: DigestFacts) => string;
  off: string;
  none: string;
  /** It may not post there: what to do. */
  cannotPost: string;
  /** Nobody knows whether the welcome arrived. */
  maybe: string;
  notYours: string;
  badTimezone: (name: string) => string;
  status: (of: DigestFacts & { last?: string; paused?: boolean }) => string;
  /** Digests that the asker set up elsewhere, which are not named here. */
  elsewhere: (count: number) => string;
  noEdition: (date: string, days: readonly string[]) => string;
  /** The edition of a day, as it was and what became of it. */
  edition: Record<"sent" | "unknown" | "refused" | "skipped" | "missed" | "claimed", (date: string) => string>;
  sentAgain: (date: string) => string;
  /** To who set it up: their channel takes nothing any more. */
  refused: (when: string) => string;
  /** To who set it up: an edition may not have arrived. */
  unsure: (when: string, date: string) => string;
}

/** A subscription in words. */
export interface DigestFacts {
  when: string;
  /** When the next edition comes, on the channel's clock. */
  next?: string;
  /** What it is cut down to: filters and sections. */
  only: readonly string[];
  language: "en" | "zh";
  quiet: boolean;
}
