import type { Day } from "../../catalog/schema.ts";
import type { SECTIONS } from "../../query/query.ts";
import type { ClassName, SectionName } from "../edition/content.ts";

/** A day on a calendar, for people: the year is said where it is another one than the edition's. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** What an edition of the digest says, in one language. */
export interface EditionWords {
  day: (day: CalendarDay, withYear: boolean) => string;
  span: (from: CalendarDay, to: CalendarDay) => string;
  /** `counted` is what happened, weightiest first; empty for a quiet week. */
  title: (of: { span: string; counted: readonly string[] }) => string;
  counted: Record<SectionName | "unconfirmed", (count: number) => string>;
  sections: Record<SectionName, string>;
  /** What the channel chose to see: names of sections. */
  chosen: Record<(typeof SECTIONS)[number], string>;
  perTokens: (what: string) => string;
  only: (what: readonly string[]) => string;
  step: (of: { unit: string; before: string; after: string; percent?: string; condition?: string }) => string;
  /** From when a move counts, or when it was noticed. */
  since: (day: string, dated: boolean) => string;
  as: Record<"promotion" | "promotion_ended" | "announced_came" | "unconfirmed", string> & {
    announced: (day: string) => string;
    cancelled: (day: string) => string;
  };
  until: (day: string) => string;
  follow: (count: number) => string;
  alsoAt: (count: number) => string;
  context: (size: string) => string;
  released: (day: string) => string;
  nowFree: (was: string | undefined) => string;
  nowPaid: (price: string) => string;
  ends: (price: string, day: string, then: string | undefined) => string;
  retired: (of: { provider: string; models: string; status?: string }) => string;
  /** A line: who, then what is said of it. */
  line: (who: string, parts: readonly string[]) => string;
  left: (count: number) => string;
  leaderboard: string;
  classes: Record<ClassName, string>;
  columns: { class: string; before: string };
  same: string;
  was: (what: string) => string;
  chart: string;
  aside: (parts: readonly string[]) => string;
  asides: Record<"corrections" | "listings" | "hosts" | "unconfirmed", (count: number) => string>;
  unconfirmed: (count: number) => string;
  missed: (days: readonly string[]) => string;
  skipped: (day: string) => string;
  fresh: (of: { source: string; day: Day; days: number }) => string;
  failed: (sources: readonly string[]) => string;
}
