import type { AnswerRow } from "../../answer/answer.ts";
import type { Edition } from "../edition.ts";
import type { EditionContent, Standing } from "./content.ts";
import { pricesIn, type Speaker } from "./lines.ts";

/** The cheapest of each class as a table, with who it was at the last edition. */
export function board(speaker: Speaker, { leaderboard }: EditionContent): NonNullable<Edition["leaderboard"]> {
  const { words, messages, voice } = speaker;
  const rows = leaderboard
    .filter((standing, at) => leaderboard.findIndex((one) => isAlike(one, standing)) === at)
    .map((standing) => {
      const { row } = standing;
      const classes = leaderboard.filter((one) => isAlike(one, standing)).map((one) => words.classes[one.class]);
      return [
        messages.words.list(classes),
        voice.model(row.model),
        voice.provider(row.provider),
        voice.unitAmount("input", row.input, row.currency),
        voice.unitAmount("output", row.output, row.currency),
        beforeOf(speaker, standing),
      ];
    });
  const columns = [
    { key: "class", label: words.columns.class, align: "left" as const },
    { key: "model", label: messages.columns.model, align: "left" as const },
    { key: "provider", label: messages.columns.provider, align: "left" as const },
    { key: "input", label: messages.units.input, align: "right" as const },
    { key: "output", label: messages.units.output, align: "right" as const },
    { key: "before", label: words.columns.before, align: "left" as const },
  ];
  return { title: words.leaderboard, table: { columns, rows, total: rows.length, shown: rows.length } };
}

/** The same, the price that it had, or the model that stood there. */
function beforeOf(speaker: Speaker, { row, before }: Standing): string {
  const { words, messages } = speaker;
  if (before === undefined) return messages.words.none;
  if (before === "same") return words.same;
  const prices = pricesIn(speaker, before);
  return words.was(
    isOther(row, before) ? messages.words.list([speaker.voice.at(before.model, before.provider), prices]) : prices,
  );
}

/** One model may be the cheapest of several classes, and say so once. */
function isAlike(a: Standing, b: Standing): boolean {
  return JSON.stringify([a.row, a.before]) === JSON.stringify([b.row, b.before]);
}

function isOther(row: AnswerRow, before: AnswerRow): boolean {
  return row.model !== before.model || row.provider !== before.provider;
}
