import type { Block, Cell, ChartBlock, Mrkdwn, PlainText, Text } from "./blocks.ts";
import { mrkdwn } from "./escape.ts";

const ELLIPSIS = "…";
/** "&amp;" */
const LONGEST_ENTITY = 5;

/** At most `length` UTF-16 units of a text, "…" where something was cut, and no half of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, length - 1);
  const last = kept.charCodeAt(kept.length - 1);
  return `${(last >= 0xd800 && last <= 0xdbff ? kept.slice(0, -1) : kept).trimEnd()}${ELLIPSIS}`;
}

/** Slack refuses an empty text, so nothing is a space. */
export const plainText = (text: string, length: number): PlainText => ({
  type: "plain_text",
  text: cut(text, length) || " ",
  emoji: false,
});

/** Mrkdwn that the adapter wrote; what others wrote in it has been through `escape.ts`. */
export const written = (text: string): Mrkdwn => ({ type: "mrkdwn", text: text || " ", verbatim: true });

/** Escaped text of at most `length`: it is cut before it is escaped, so no entity is cut in two. */
export function escaped(text: string, length: number): string {
  let result = mrkdwn(cut(text, length));
  for (let room = Math.min(text.length, length); result.length > length; result = mrkdwn(cut(text, room))) {
    room -= Math.ceil((result.length - length) / LONGEST_ENTITY) + 1;
  }
  return result;
}

export function bold(text: string, length: number): Mrkdwn {
  const kept = escaped(text, length - 2).trim();
  return written(kept === "" ? " " : `*${kept}*`);
}

/** How many characters Slack counts in a block: every text in it. */
export function textIn(block: Block): number {
  switch (block.type) {
    case "section":
      return "text" in block ? block.text.text.length : sum(block.fields);
    case "header":
      return block.text.text.length;
    case "context":
      return sum(block.elements);
    case "actions":
      return sum(block.elements.map(({ text }) => text));
    case "data_table":
      return block.caption.length + cellsText(block.rows);
    case "data_visualization":
      return block.title.length + chartText(block);
    case "input":
      return block.label.text.length + (block.hint?.text.length ?? 0);
    case "divider":
      return 0;
  }
}

function chartText({ chart }: ChartBlock): number {
  const labels = [...chart.series.map(({ name }) => name), ...chart.axis_config.categories];
  return labels.reduce((total, label) => total + label.length, 0);
}

const cellsText = (rows: readonly Cell[][]): number =>
  rows.reduce((total, row) => total + row.reduce((inRow, { text }) => inRow + text.length, 0), 0);

const sum = (texts: readonly Text[]): number => texts.reduce((total, { text }) => total + text.length, 0);
