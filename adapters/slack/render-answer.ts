import type { Content } from "../../src/ports/core.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import { tableLines } from "../../src/view/text-table.ts";
import type { Table, View } from "../../src/view/view.ts";
import { all, followUps } from "./actions.ts";
import type { Block } from "./blocks.ts";
import { chartBlock, type DrawnChart } from "./chart.ts";
import { code, mrkdwn } from "./escape.ts";
import { bold, plainText, written } from "./fit.ts";
import type { Rung } from "./ladder.ts";
import { CONTEXT_TEXT, FIELDS_IN_SECTION, ROWS_IN_SECTION, SECTION_TEXT } from "./limits.ts";
import { Page } from "./page.ts";
import { type DrawnTable, tableBlock } from "./table.ts";

type Answer = Extract<Content, { kind: "answer" }>;

/** Kept from a table for what is said under it. */
const WORDS_UNDER_TABLE = 3500;
const TITLE = 600;
const LINE_WIDTHS = [92, 76, 60];
const FENCE = "```";
/** Of the 2,000 that Slack takes. */
const FIELD = 200;
const SOURCES = 1200;
const USER_ID = /^[UW][A-Z0-9]+$/;

/** An answer in blocks, richest first: what a rung leaves out is drawn by the next simpler means. */
export function answerBlocks(answer: Answer, rung: Rung): Block[] {
  const { view } = answer;
  const drawn = drawing(view, rung);
  const page = new Page(view.language, [...closing(view), ...followUps(answer, drawn.sortable)]);
  page.draw(opening(answer), 1);
  page.draw([{ type: "section", text: bold(view.title, TITLE) }], 1);
  page.lines(view.choose === undefined ? [] : [view.choose], "section");
  page.draw(all(numbered(answer.choices)), answer.choices.length);
  page.draw(drawn.blocks, Math.min(view.table?.rows.length ?? 0, ROWS_IN_SECTION));
  page.lines(view.facts, "section");
  page.lines([...drawn.remarks, ...view.notes.map(messagesIn(view.language).lines.note)], "context");
  return page.done();
}

/**
 * What an acknowledgement can't carry, since nobody says when a block of it was refused: the chart, and a table of
 * more rows than it shows. Nothing where that adds nothing.
 */
export function extraBlocks({ view }: Answer, rung: Rung): Block[] {
  if (rung === "text" || rung === "bare") return [];
  const { blocks, remarks } = drawing(view, rung);
  const rich = blocks.filter(({ type }) => type === "data_table" || type === "data_visualization");
  const helps = view.chart !== undefined || (view.table?.rows.length ?? 0) > ROWS_IN_SECTION;
  if (!helps || rich.length === 0) return [];
  const page = new Page(view.language);
  page.draw([{ type: "section", text: bold(view.title, TITLE) }], 1);
  page.draw(rich, view.table?.rows.length ?? 0);
  page.lines(remarks, "context");
  return page.done();
}

interface Drawing {
  blocks: Block[];
  remarks: string[];
  sortable: ReadonlySet<string>;
}

function drawing(view: View, rung: Rung): Drawing {
  const chart = rung === "chart" && view.chart ? chartBlock(view.chart, view.language) : undefined;
  const table = rung !== "text" && view.table ? tableBlock(view.table, view.title, tableRoom(view)) : undefined;
  const simple = table || !view.table ? [] : simpleTable(view.table);
  return {
    blocks: [...(chart ? [chart.block] : []), ...(table ? [table.block] : simple)],
    remarks: remarks(view, chart, table),
    sortable: table?.sortable ?? new Set(),
  };
}

/** What the drawing leaves out, and how to see it. */
function remarks(view: View, chart: DrawnChart | undefined, table: DrawnTable | undefined): string[] {
  const words = chatWords(view.language);
  const left = rowsLeft(view, table?.rowsLeft);
  const cutOff = table?.columnsLeft ?? [];
  return [
    ...(chart && chart.shown < chart.total ? [words.chartLeftOut(chart.shown, chart.total)] : []),
    ...(left > 0 ? [words.rowsLeftOut(left, view.table?.total ?? 0)] : []),
    ...(cutOff.length > 0 ? [words.columnsLeftOut(cutOff.map(({ label }) => label))] : []),
  ];
}

const tableRoom = (view: View): number =>
  10_000 -
  Math.min(
    WORDS_UNDER_TABLE,
    [...view.facts, ...view.notes].reduce((sum, line) => sum + line.length, 0),
  ) -
  Math.min(view.title.length, TITLE);

function rowsLeft({ table }: View, afterTable: number | undefined): number {
  if (!table) return 0;
  return afterTable ?? Math.max(table.total, table.rows.length) - Math.min(table.rows.length, ROWS_IN_SECTION);
}

/** One row as pairs of label and value; several as the lines of a small table. */
export function simpleTable(table: Table): Block[] {
  const [only, second] = table.rows;
  if (!only) return [];
  if (second === undefined) return pairs(table, only);
  const rows = table.rows.slice(0, ROWS_IN_SECTION);
  for (const width of LINE_WIDTHS) {
    const text = tableLines({ ...table, rows }, width)
      .map(code)
      .join("\n");
    if (text.length <= SECTION_TEXT - 2 * FENCE.length) {
      return [{ type: "section", text: written(`${FENCE}${text}${FENCE}`) }];
    }
  }
  return rows.flatMap((row) => pairs(table, row));
}

/** One cell a line of two: label, value. Ten to a section. */
function pairs({ columns }: Table, cells: readonly string[]): Block[] {
  const fields = columns.flatMap(({ label }, index) => {
    const cell = (cells[index] ?? "").trim();
    return cell === "" ? [] : [plainText(`${label}\n${cell}`, FIELD)];
  });
  const sections = Math.ceil(fields.length / FIELDS_IN_SECTION);
  return Array.from({ length: sections }, (_, at) => ({
    type: "section",
    fields: fields.slice(at * FIELDS_IN_SECTION, (at + 1) * FIELDS_IN_SECTION),
  }));
}

/** A choice may be clicked, or typed as its number. */
const numbered = (choices: Answer["choices"]): Answer["choices"] =>
  choices.map((choice, place) => ({ ...choice, label: `${place + 1}. ${choice.label}` }));

/** Who shared it, how the question was read, what was assumed. */
function opening({ view, sharedBy }: Answer): Block[] {
  const { lines } = messagesIn(view.language);
  const read = [
    lines.understood(view.understood),
    ...(view.assumed.length > 0 ? [lines.assumed(view.assumed)] : []),
    ...(view.unread === undefined ? [] : [view.unread]),
  ].join("\n");
  const who = sharedBy === undefined ? [] : [written(chatWords(view.language).sharedBy(person(sharedBy)))];
  return [{ type: "context", elements: [...who, plainText(read, CONTEXT_TEXT)] }];
}

/** The one mention that is meant: an id that Slack gave, not a text that somebody typed. */
const person = (id: string): string => (USER_ID.test(id) ? `<@${id}>` : mrkdwn(id));

function closing({ sources, freshness, language }: View): Block[] {
  const { lines, words } = messagesIn(language);
  const named = sources.length === 0 ? [] : [`${lines.sources(sources.length)}${words.colon}${sources.join("\n")}`];
  return [{ type: "context", elements: [...named, freshness].map((text) => plainText(text, SOURCES)) }];
}
