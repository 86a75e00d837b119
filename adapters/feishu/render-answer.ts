import type { Content } from "../../src/ports/core.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import type { Table, View } from "../../src/view/view.ts";
import { drawn, panel, row } from "./actions.ts";
import { aside, type ButtonElement, type Card, type Div, paragraph } from "./card.ts";
import { chartElement } from "./chart.ts";
import { cut } from "./escape.ts";
import { CHOICES, VISIBLE_BUTTONS } from "./limits.ts";
import type { Seal } from "./seals.ts";
import { Sheet } from "./sheet.ts";
import { tableElement } from "./table.ts";

type Answer = Extract<Content, { kind: "answer" }>;

/** Bytes that the words around a table leave to it. */
const TABLE_KEEPS = 12_000;
/** Bytes that the words beneath a table leave to the first buttons. */
const BUTTONS_KEEP = 3_000;

/** An answer as a card; parts are added by weight, so that what a long answer leaves out is the lightest. */
export function answerCard(answer: Answer, at?: Seal): Card {
  const { view } = answer;
  const { lines, words } = messagesIn(view.language);
  const sheet = new Sheet(view.language, view.title);
  const keep = BUTTONS_KEEP + (view.table ? TABLE_KEEPS : 0);
  if (answer.sharedBy !== undefined) sheet.add("opening", sharer(answer.sharedBy, view.language));
  sheet.lines("opening", opening(view), aside, keep);
  choices(sheet, answer, at);
  sheet.lines("freshness", [view.freshness], aside, keep);
  sheet.lines("facts", view.facts, paragraph, keep);
  sheet.lines("notes", view.notes.map(lines.note), aside, keep);
  const named = view.sources.length === 0 ? [] : [lines.sources(view.sources.length) + words.colon];
  sheet.lines("sources", [...named, ...view.sources], aside, keep);
  const rest = followUps(sheet, answer, at);
  addTable(sheet, view.table, view.language);
  addChart(sheet, view.chart, view.language);
  if (rest.length > 0) more(sheet, rest, view.language);
  return sheet.done();
}

/** How the question was read, what was assumed. */
function opening({ language, understood, assumed, unread }: View): string[] {
  const { lines } = messagesIn(language);
  return [
    lines.understood(understood),
    ...(assumed.length > 0 ? [lines.assumed(assumed)] : []),
    ...(unread === undefined ? [] : [unread]),
  ];
}

const USER_ID = /^ou_[0-9a-z]+$/;

/** The one mention that is meant: of an id that Feishu gave, not of a text that somebody typed. */
function sharer(id: string, language: View["language"]): Div {
  const { sharedBy } = chatWords(language);
  if (!USER_ID.test(id)) return aside(sharedBy(cut(id, NAME)));
  return { tag: "div", text: { tag: "lark_md", content: sharedBy(`<at id=${id}></at>`), text_size: "notation" } };
}
const NAME = 80;

function choices(sheet: Sheet, { view, choices: offered }: Answer, at: Seal | undefined): void {
  if (view.choose !== undefined) sheet.lines("choices", [view.choose], paragraph);
  if (offered.length === 0) return;
  const buttons = drawn(offered, at).slice(0, CHOICES);
  const shown = fitting(buttons, (some) => sheet.add("choices", row(some)));
  sheet.leaveOut(offered.length - shown);
}

/** @returns the buttons that are not seen at first. */
function followUps(sheet: Sheet, { share, buttons }: Answer, at: Seal | undefined): ButtonElement[] {
  const all = drawn([...(share && at ? [share] : []), ...buttons], at);
  const seen = fitting(all.slice(0, VISIBLE_BUTTONS), (some) => sheet.add("buttons", row(some)));
  return all.slice(seen);
}

export function addTable(sheet: Sheet, table: Table | undefined, language: View["language"]): void {
  if (!table || table.columns.length === 0) return;
  const words = chatWords(language);
  const shown = tableElement(table, sheet.room);
  const added = shown !== undefined && sheet.add("table", shown.element);
  const left = added ? shown.rowsLeft : Math.max(table.total, table.rows.length);
  if (left > 0) sheet.remark(messagesIn(language).lines.moreRows(left, Math.max(table.total, table.rows.length)));
  if (added && shown.columnsLeft.length > 0) sheet.remark(words.columnsLeftOut(shown.columnsLeft));
}

export function addChart(sheet: Sheet, chart: View["chart"], language: View["language"], heading?: string): void {
  const shown = chart && chartElement(chart, language, heading);
  if (!shown || !sheet.add("chart", shown.element)) return;
  if (shown.shown < shown.total) sheet.remark(chatWords(language).chartLeftOut(shown.shown, shown.total));
}

function more(sheet: Sheet, rest: readonly ButtonElement[], language: View["language"]): void {
  fitting(rest, (some) => sheet.add("buttons", panel(chatWords(language).more, some)));
}

/** Adds as many buttons as find room, weightiest first. @returns how many. */
export function fitting(buttons: readonly ButtonElement[], add: (some: readonly ButtonElement[]) => boolean): number {
  for (let count = buttons.length; count > 0; count--) if (add(buttons.slice(0, count))) return count;
  return 0;
}
