import type { Content } from "../../src/ports/core.ts";
import type { Edition } from "../../src/view/edition.ts";
import type { Home } from "../../src/view/home.ts";
import { tableLines } from "../../src/view/text-table.ts";
import { toText } from "../../src/view/to-text.ts";
import { cut, inertText } from "./escape.ts";
import { ROWS_IN_TEXT, TEXT_BYTES } from "./limits.ts";

/** A code unit takes at most three bytes, and six once it is escaped in JSON. */
const LENGTH = Math.floor(TEXT_BYTES / 6);

/** The same content without a card, for chats that take none: complete in itself and inert. */
export const plainMessage = (content: Content): string => cut(inertText(wordsOf(content)), LENGTH);

function wordsOf(content: Content): string {
  switch (content.kind) {
    case "answer":
      return toText(content.view, { rows: ROWS_IN_TEXT });
    case "notice":
      return content.text;
    case "form":
      return [content.form.title, content.form.intro ?? ""].join("\n").trim();
    case "faults":
      return Object.values(content.faults).join("\n");
    case "home":
      return homeText(content.home);
    case "edition":
      return editionText(content.edition);
  }
}

function homeText(home: Home): string {
  const examples = home.examples.map(({ label }) => label);
  const sections = home.sections.flatMap(({ title, lines }) => [title, ...lines]);
  return [home.title, ...home.intro, home.examplesTitle, ...examples, ...sections, home.freshness].join("\n");
}

function editionText({ title, intro, sections, leaderboard, notes, freshness }: Edition): string {
  const said = sections.flatMap((section) => [section.title, ...section.lines]);
  const table = leaderboard ? [leaderboard.title, ...tableLines(leaderboard.table)] : [];
  return [title, ...intro, ...said, ...table, ...notes, freshness].join("\n");
}
