import type { AnswerRow } from "../../answer/answer.ts";
import type { UnitChange } from "../../catalog/event.ts";
import type { Day } from "../../catalog/schema.ts";
import { Decimal } from "../../lib/decimal.ts";
import type { CalendarDay, EditionWords } from "../messages/edition.ts";
import type { Messages } from "../messages/messages.ts";
import type { Voice } from "../messages/voice.ts";
import { type Line, type Prices, SAID_UNITS } from "./content.ts";

/** How one edition is said: its words, and the year that goes without saying. */
export interface Speaker {
  messages: Messages;
  words: EditionWords;
  voice: Voice;
  year: number;
}

export function calendarDay(day: Day): CalendarDay {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}

export function dayIn({ words, year }: Speaker, day: Day): string {
  const calendar = calendarDay(day);
  return words.day(calendar, calendar.year !== year);
}

/** One line of a section. */
export function lineOf(speaker: Speaker, line: Line): string {
  const { words, voice } = speaker;
  if (line.kind === "retired") {
    const models = voice.list(line.models.map(voice.model), line.models.length + line.left);
    const status = line.status && { status: speaker.messages.statuses[line.status] ?? line.status };
    return words.retired({ provider: voice.provider(line.provider), models, ...status });
  }
  return words.line(voice.at(line.model, line.provider), SAYS[line.kind](speaker, line as never));
}

const SAYS: {
  [K in Exclude<Line["kind"], "retired">]: (speaker: Speaker, line: Extract<Line, { kind: K }>) => string[];
} = {
  move: (speaker, line) => [
    speaker.messages.words.list(steps(speaker, line.changes, line.currency)),
    ...qualities(speaker, line),
    ...(line.followers > 0 ? [speaker.words.follow(line.followers)] : []),
  ],
  new: (speaker, { row, context, day, followers }) => [
    pricesIn(speaker, row),
    ...(context ? [speaker.words.context(speaker.voice.size(context))] : []),
    speaker.words.released(dayIn(speaker, day)),
    ...(followers > 0 ? [speaker.words.alsoAt(followers)] : []),
  ],
  free: (speaker, { was, day }) => [
    speaker.words.nowFree(was && pricesIn(speaker, was)),
    speaker.words.since(dayIn(speaker, day), false),
  ],
  paid: (speaker, { row, day }) => [
    speaker.words.nowPaid(pricesIn(speaker, row)),
    speaker.words.since(dayIn(speaker, day), false),
  ],
  ends: (speaker, { row, until, then }) => [
    speaker.words.ends(pricesIn(speaker, row), dayIn(speaker, until), then && pricesIn(speaker, then)),
  ],
};

/** "$0.15 in, $0.6 out". */
export function pricesIn({ voice, messages }: Speaker, { currency, input, output }: Prices): string {
  return messages.words.list([voice.unitPrice("input", input, currency), voice.unitPrice("output", output, currency)]);
}

/** Both sides where they moved; what else moved only where they did not. */
export function steps(
  { messages, words, voice }: Speaker,
  changes: readonly UnitChange[],
  currency: Prices["currency"],
) {
  const said = changes.filter(({ unit }) => SAID_UNITS.includes(unit));
  const sides = said.filter(({ unit }) => unit !== "cache_read");
  const shown = sides.length > 0 ? sides : said.length > 0 ? said : changes;
  return shown.map(({ unit, before, after, percent, when }) => {
    const figures = {
      before: voice.unitAmount(unit, before, currency),
      after: voice.unitAmount(unit, after, currency),
    };
    const condition = when && messages.words.tier(when as NonNullable<AnswerRow["tier"]>, undefined, voice);
    return words.step({
      ...{ unit: messages.units[unit], ...figures },
      ...(percent !== null && { percent: percentIn(percent) }),
      ...(condition && { condition }),
    });
  });
}

/** "−65%": whole percent, or a tenth where a whole one would say nothing. */
function percentIn(percent: string): string {
  const value = new Decimal(percent);
  const size = value.abs();
  const digits = size.lt(1) ? size.toSignificantDigits(1) : size.toDecimalPlaces(0);
  return `${value.isNegative() ? "−" : "+"}${digits.toFixed()}%`;
}

function qualities(speaker: Speaker, { as, day, dated, until }: Extract<Line, { kind: "move" }>): string[] {
  const { words } = speaker;
  const said = dayIn(speaker, day);
  if (as === "announced" || as === "cancelled") return [words.as[as](said)];
  if (as === undefined) return [words.since(said, dated)];
  const end = until === undefined ? [] : [words.until(dayIn(speaker, until))];
  return [words.as[as], ...(end.length > 0 ? end : [words.since(said, dated)])];
}
