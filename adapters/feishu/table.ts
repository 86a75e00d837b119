import type { Table } from "../../src/view/view.ts";
import { bytesOf, type TableElement } from "./card.ts";
import { cut } from "./escape.ts";
import { CELL, LABEL, TABLE_COLUMNS, TABLE_PAGE } from "./limits.ts";

export interface DrawnTable {
  element: TableElement;
  /** Of all rows that the answer has. */
  rowsLeft: number;
  /** Labels of columns that found no room. */
  columnsLeft: string[];
}

/** A table of plain text in as many rows as fit into `room` bytes; nothing where not even one does. */
export function tableElement(table: Table, room: { card: number; body: number }): DrawnTable | undefined {
  const columns = table.columns.slice(0, TABLE_COLUMNS);
  const element: TableElement = {
    tag: "table",
    page_size: TABLE_PAGE,
    row_height: "auto",
    freeze_first_column: true,
    header_style: { bold: true, background_style: "grey", lines: 2 },
    columns: columns.map(({ label, align }, index) => ({
      name: keyOf(index),
      display_name: cut(label, LABEL),
      data_type: "text",
      horizontal_align: align,
      width: "auto",
    })),
    rows: [],
  };
  const empty = bytesOf(element);
  let { card, body } = { card: room.card - empty.card, body: room.body - empty.body };
  for (const cells of table.rows) {
    const row = Object.fromEntries(columns.map((_, index) => [keyOf(index), cut(cells[index] ?? "", CELL)]));
    const size = bytesOf(row);
    card -= size.card + 1;
    body -= size.body + 1;
    if (card <= 0 || body <= 0) break;
    element.rows.push(row);
  }
  if (element.rows.length === 0) return undefined;
  return {
    element,
    rowsLeft: Math.max(table.total, table.rows.length) - element.rows.length,
    columnsLeft: table.columns.slice(TABLE_COLUMNS).map(({ label }) => label),
  };
}

/** Short, since every row repeats it. */
const keyOf = (index: number): string => `c${index}`;
