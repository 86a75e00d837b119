import { messagesIn } from "./messages/locales.ts";
import { tableLines } from "./text-table.ts";
import type { Table, View } from "./view.ts";

export interface TextOptions {
  /** Terminal cells a line of a table may take; text columns are cut to it. */
  width?: number;
  /** How many rows of a table are printed; what is left out is counted. */
  rows?: number;
}

/**
 * The whole view as plain text: first what was understood and assumed, then the answer, its table and arithmetic,
 * conditions, sources and age, and what can be chosen. No trailing newline.
 */
export function toText(view: View, options: TextOptions = {}): string {
  const { lines } = messagesIn(view.language);
  return [
    lines.understood(view.understood),
    ...(view.assumed.length > 0 ? [lines.assumed(view.assumed)] : []),
    ...(view.unread === undefined ? [] : [view.unread]),
    "",
    view.title,
    ...tableOf(view, options),
    ...view.facts,
    ...view.notes.map(lines.note),
    ...sourcesOf(view),
    view.freshness,
    ...choicesOf(view),
  ].join("\n");
}

function tableOf(view: View, options: TextOptions): string[] {
  const { table } = view;
  if (!table) return [];
  const shown = Math.min(table.rows.length, options.rows ?? table.rows.length);
  const cut: Table = { ...table, rows: table.rows.slice(0, shown) };
  const left = table.total - shown;
  return [
    ...tableLines(cut, options.width),
    ...(left > 0 ? [messagesIn(view.language).lines.moreRows(left, table.total)] : []),
  ];
}

function sourcesOf({ sources, language }: View): string[] {
  const { lines, words } = messagesIn(language);
  const [first] = sources;
  if (first === undefined) return [];
  const heading = lines.sources(sources.length) + words.colon;
  return sources.length === 1 ? [heading + first] : [heading.trimEnd(), ...sources];
}

function choicesOf({ choices, choose }: View): string[] {
  if (choices.length === 0) return [];
  return [
    ...(choose === undefined ? [] : ["", choose]),
    ...choices.map(({ label }, place) => `${place + 1}. ${label}`),
  ];
}
