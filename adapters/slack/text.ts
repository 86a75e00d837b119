import type { Content } from "../../src/ports/core.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import type { Table, View } from "../../src/view/view.ts";
import { escaped } from "./fit.ts";
import { ROWS_IN_TEXT, TEXT } from "./limits.ts";

const LINE = 700;
/** For the line that says what was left out, and the line breaks around it. */
const REMARK = 160;

/** The top-level text of a message, complete in itself: for notifications, screen readers, and where blocks fail. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case "answer":
      return answerText(content.view);
    case "notice":
      return composed(content.language, [content.text], [], []);
    case "home": {
      const { home } = content;
      const examples = home.examples.map(({ label }) => label);
      const sections = home.sections.flatMap(({ title, lines }) => [title, ...lines]);
      return composed(
        home.language,
        [home.title, ...home.intro],
        [home.examplesTitle, ...examples, ...sections],
        [home.freshness],
      );
    }
    case "edition": {
      const { edition } = content;
      const sections = edition.sections.flatMap(({ title, lines }) => [title, ...lines]);
      const leaders = edition.leaderboard
        ? [edition.leaderboard.title, ...rowsOf(edition.leaderboard.table, edition.language)]
        : [];
      return composed(
        edition.language,
        [edition.title, ...edition.intro],
        [...sections, ...leaders, ...edition.notes],
        [edition.freshness],
      );
    }
    case "form":
      return composed(content.form.language, [content.form.title], [content.form.intro ?? ""], []);
    case "faults":
      return composed(content.language, Object.values(content.faults), [], []);
  }
}

function answerText(view: View): string {
  const { lines } = messagesIn(view.language);
  const assumed = view.assumed.length > 0 ? [lines.assumed(view.assumed)] : [];
  const choices = view.choices.map(({ label }, place) => `${place + 1}. ${label}`);
  return composed(
    view.language,
    [view.title],
    [
      ...(view.choose === undefined ? [] : [view.choose]),
      ...choices,
      ...(view.table ? rowsOf(view.table, view.language) : []),
      ...view.facts,
      ...view.notes.map(lines.note),
      ...assumed,
      ...(view.unread === undefined ? [] : [view.unread]),
    ],
    [view.freshness],
  );
}

/** The rows as a person would read them out: "GPT-4o · OpenAI · In/1M $2.5". */
function rowsOf({ columns, rows, total }: Table, language: View["language"]): string[] {
  const shown = rows.slice(0, ROWS_IN_TEXT).map((cells) =>
    columns
      .flatMap(({ label, align }, index) => {
        const cell = (cells[index] ?? "").trim();
        if (cell === "") return [];
        return [align === "right" ? `${label} ${cell}` : cell];
      })
      .join(" · "),
  );
  const left = Math.max(total, rows.length) - shown.length;
  return left > 0 ? [...shown, chatWords(language).rowsLeftOut(left, total)] : shown;
}

/** `head` and `tail` always, of `middle` as many lines as find room, and how many did not. */
function composed(
  language: View["language"],
  head: readonly string[],
  middle: readonly string[],
  tail: readonly string[],
): string {
  const line = (text: string) => escaped(text, LINE);
  const end = tail.filter(said).map(line);
  let room = TEXT - REMARK - end.reduce((sum, text) => sum + text.length + 1, 0);
  const kept: string[] = [];
  let left = 0;
  for (const text of [...head, ...middle].filter(said).map(line)) {
    if (left > 0 || text.length + 1 > room) left++;
    else {
      kept.push(text);
      room -= text.length + 1;
    }
  }
  const remark = left > 0 ? [escaped(chatWords(language).leftOut(left), REMARK)] : [];
  return [...kept, ...remark, ...end].join("\n") || " ";
}

const said = (text: string): boolean => text.trim() !== "";
