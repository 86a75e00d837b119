import type { Edition } from "../edition.ts";
import { messagesIn } from "../messages/locales.ts";
import { tableLines } from "../text-table.ts";

/** The whole edition as plain text. `width` is how many cells a line of its table may take. No trailing newline. */
export function editionText(edition: Edition, width?: number): string {
  const { lines } = messagesIn(edition.language);
  const { leaderboard } = edition;
  return [
    edition.title,
    ...edition.intro,
    ...edition.sections.flatMap(({ title, lines: own }) => ["", title, ...own.map(lines.note)]),
    ...(leaderboard ? ["", leaderboard.title, ...tableLines(leaderboard.table, width)] : []),
    "",
    ...edition.notes.map(lines.note),
    edition.freshness,
  ].join("\n");
}
