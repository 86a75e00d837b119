import type { Catalog } from "../../catalog/catalog.ts";
import { daysBetween } from "../../catalog/days.ts";
import type { Day } from "../../catalog/schema.ts";
import type { Command, Language, Query } from "../../query/query.ts";
import type { Edition } from "../edition.ts";
import { messagesIn } from "../messages/locales.ts";
import { createVoice } from "../voice.ts";
import { board } from "./board.ts";
import type { EditionContent } from "./content.ts";
import { calendarDay, dayIn, lineOf, type Speaker } from "./lines.ts";
import { wishWords } from "./wish-words.ts";

/** What the reader's channel has set; the rest is in the content. */
export interface Reader {
  language: Language;
  sections?: Extract<Command, { name: "digest" }>["sections"];
}

/** An edition in words. Every string is plain text of one line. */
export function presentEdition(content: EditionContent, reader: Reader, catalog: Catalog): Edition {
  const { language } = reader;
  const messages = messagesIn(language);
  const query: Query = { intent: "changes", language, ...(content.filters && { filters: content.filters }) };
  const voice = createVoice(query, catalog, messages);
  const to = calendarDay(dayAt(content.to, content.timezone));
  const speaker: Speaker = { messages, words: messages.edition, voice, year: to.year };
  const spaced = (lines: string[]) => lines.map(messages.words.spaced);
  const isQuiet = content.sections.length === 0;
  return {
    language,
    title: messages.words.spaced(titleOf(speaker, content)),
    intro: isQuiet ? [] : spaced(introOf(speaker, content, reader, catalog)),
    sections: content.sections.map(({ name, lines, left }) => ({
      title: speaker.words.sections[name],
      lines: spaced([...lines.map((line) => lineOf(speaker, line)), ...(left > 0 ? [speaker.words.left(left)] : [])]),
    })),
    ...(content.leaderboard.length > 0 && { leaderboard: board(speaker, content) }),
    ...(content.chart && { chart: { title: speaker.words.chart, chart: named(speaker, content.chart) } }),
    notes: spaced(notesOf(speaker, content)),
    freshness: messages.words.spaced(freshnessOf(speaker, content)),
  };
}

/** The day of an instant on the clocks of a zone. */
function dayAt(instant: Date, timezone: string): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" }).format(instant);
}

function titleOf({ words }: Speaker, { from, to, timezone, sections }: EditionContent): string {
  const span = words.span(calendarDay(dayAt(from, timezone)), calendarDay(dayAt(to, timezone)));
  let unconfirmed = 0;
  const counted = sections.flatMap(({ name, lines, left }) => {
    const reports = lines.filter((line) => line.kind === "move" && line.as === "unconfirmed").length;
    unconfirmed += reports;
    const count = lines.length + left - reports;
    return count > 0 ? [words.counted[name](count)] : [];
  });
  return words.title({
    span,
    counted: unconfirmed > 0 ? [...counted, words.counted.unconfirmed(unconfirmed)] : counted,
  });
}

function introOf({ words, voice }: Speaker, { filters }: EditionContent, reader: Reader, catalog: Catalog): string[] {
  const wish = { ...(filters && { filters }), ...(reader.sections && { sections: reader.sections }) };
  const chosen = wishWords(wish, reader.language, catalog);
  return [words.perTokens(voice.perTokens), ...(chosen.length > 0 ? [words.only(chosen)] : [])];
}

function named({ messages }: Speaker, chart: NonNullable<EditionContent["chart"]>) {
  const names: Record<string, string> = { before: messages.columns.before, after: messages.columns.after };
  return { ...chart, series: chart.series.map((one) => ({ ...one, name: names[one.name] ?? one.name })) };
}

function notesOf(speaker: Speaker, { aside, missed, skippedSince, sections }: EditionContent): string[] {
  const { words } = speaker;
  const parts = (["hosts", "unconfirmed", "listings", "corrections"] as const).flatMap((key) =>
    aside[key] > 0 ? [words.asides[key](aside[key])] : [],
  );
  const reports = sections.flatMap(({ lines }) =>
    lines.filter((line) => line.kind === "move" && line.as === "unconfirmed"),
  );
  return [
    ...(missed.length > 0 ? [words.missed(missed.map((day) => dayIn(speaker, day)))] : []),
    ...(skippedSince ? [words.skipped(dayIn(speaker, skippedSince))] : []),
    ...(reports.length > 0 ? [words.unconfirmed(reports.length)] : []),
    ...(parts.length > 0 && sections.length > 0 ? [words.aside(parts)] : []),
  ];
}

function freshnessOf({ words, messages }: Speaker, { fresh, to, timezone }: EditionContent): string {
  const { source, day, failed } = fresh;
  const days = daysBetween(day, dayAt(to, timezone));
  const parts = [words.fresh({ source, day, days }), ...(failed.length > 0 ? [words.failed(failed)] : [])];
  return parts.join(messages.words.colon === "：" ? "" : " ");
}
