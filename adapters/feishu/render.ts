import type { Content } from "../../src/ports/core.ts";
import type { Edition } from "../../src/view/edition.ts";
import type { Home } from "../../src/view/home.ts";
import { drawn, press, row } from "./actions.ts";
import { aside, type ButtonElement, type Card, paragraph } from "./card.ts";
import { addChart, addTable, answerCard, fitting } from "./render-answer.ts";
import { formCard } from "./render-form.ts";
import type { Seal } from "./seals.ts";
import { Sheet } from "./sheet.ts";

/** Of a short notice the title says all. */
const SHORT = 80;

/** What the core answers, as a card: pure, and within Feishu's limits whatever the content. */
export function render(content: Content, at?: Seal): Card {
  switch (content.kind) {
    case "answer":
      return answerCard(content, at);
    case "notice":
      return noticeCard(content, at);
    case "form":
      return formCard(content.form, at);
    case "faults":
      return noticeCard({ ...content, kind: "notice", text: Object.values(content.faults).join("\n"), buttons: [] });
    case "home":
      return homeCard(content.home, at);
    case "edition":
      return editionCard(content.edition);
  }
}

function noticeCard({ language, text, buttons }: Extract<Content, { kind: "notice" }>, at?: Seal): Card {
  const sheet = new Sheet(language, text, "grey");
  if (text.length > SHORT) sheet.lines("opening", [text], paragraph);
  add(sheet, drawn(buttons, at));
  return sheet.done();
}

function homeCard(home: Home, at?: Seal): Card {
  const sheet = new Sheet(home.language, home.title);
  const forms = home.forms.map(({ label, form }) => press(label, { v: 1, f: form, ...(at && { at }) }));
  sheet.lines("opening", home.intro, paragraph);
  sheet.lines("choices", [home.examplesTitle], paragraph);
  const shown = fitting(drawn(home.examples, at), (some) => sheet.add("choices", row(some)));
  sheet.leaveOut(home.examples.length - shown);
  add(sheet, forms);
  sheet.lines("freshness", [home.freshness], aside);
  for (const { title, lines } of home.sections) sheet.lines("facts", [title, ...lines], paragraph);
  return sheet.done();
}

function editionCard(edition: Edition): Card {
  const sheet = new Sheet(edition.language, edition.title);
  const { leaderboard, chart } = edition;
  const keep = leaderboard ? 8_000 : 0;
  sheet.lines("opening", edition.intro, aside, keep);
  sheet.lines("freshness", [edition.freshness], aside, keep);
  for (const { title, lines } of edition.sections) sheet.lines("choices", [title, ...lines], paragraph, keep);
  sheet.lines("notes", edition.notes, aside, keep);
  if (leaderboard) {
    sheet.lines("choices", [leaderboard.title], paragraph);
    addTable(sheet, leaderboard.table, edition.language);
  }
  if (chart) addChart(sheet, chart.chart, edition.language, chart.title);
  return sheet.done();
}

function add(sheet: Sheet, buttons: readonly ButtonElement[]): void {
  const shown = fitting(buttons, (some) => sheet.add("buttons", row(some)));
  sheet.leaveOut(buttons.length - shown);
}
