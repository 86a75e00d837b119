import type { Column, Table } from "../../src/view/view.ts";
import type { Cell, TableBlock } from "./blocks.ts";
import { cut } from "./fit.ts";
import { TABLE_COLUMNS, TABLE_PAGE, TABLE_ROWS, TABLE_TEXT } from "./limits.ts";

const CELL = 200;
const CAPTION = 150;
const FEWEST_ROWS = 2;
const AMOUNT = /^≈?([$¥€£]?)(\d[\d,]*(?:\.\d+)?)([KMB万亿]?)$/;
const SCALE: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9, 万: 1e4, 亿: 1e8 };

export interface DrawnTable {
  block: TableBlock;
  rowsLeft: number;
  columnsLeft: Column[];
  /** Columns that the reader can sort by amount in the table itself. */
  sortable: Set<string>;
}

/**
 * A table that Slack sorts, filters and pages itself; none for fewer than two rows, which read better as fields.
 * @param room characters that all its cells may take
 */
export function tableBlock(table: Table, caption: string, room: number): DrawnTable | undefined {
  if (table.rows.length < FEWEST_ROWS || table.columns.length === 0) return undefined;
  const columns = table.columns.slice(0, TABLE_COLUMNS);
  const numbers = columns.map((_, index) => column(table.rows, index));
  const title = cut(caption, CAPTION) || " ";
  let left = Math.min(room, TABLE_TEXT) - title.length;
  const rows: Cell[][] = [];
  const header = columns.map(({ label }): Cell => rawText(label));
  for (const cells of [header, ...bodyOf(table, columns, numbers)]) {
    left -= cells.reduce((total, { text }) => total + text.length, 0);
    if (left < 0 || rows.length === TABLE_ROWS) break;
    rows.push(cells);
  }
  if (rows.length <= FEWEST_ROWS) return undefined;
  return {
    block: { type: "data_table", caption: title, rows, page_size: TABLE_PAGE, row_header_column_index: 0 },
    rowsLeft: Math.max(table.total, table.rows.length) - (rows.length - 1),
    columnsLeft: table.columns.slice(TABLE_COLUMNS),
    sortable: new Set(columns.flatMap(({ key }, index) => (numbers[index] ? [key] : []))),
  };
}

function* bodyOf(table: Table, columns: readonly Column[], numbers: (number[] | undefined)[]): Generator<Cell[]> {
  for (const [at, cells] of table.rows.entries()) {
    yield columns.map((_, index): Cell => {
      const text = cells[index] ?? "";
      const value = numbers[index]?.[at];
      return value === undefined ? rawText(text) : { type: "raw_number", value, text: cut(text, CELL) };
    });
  }
}

/** An empty cell is refused, a space is not. */
const rawText = (text: string): Cell => ({
  type: "raw_text",
  text: cut(text, CELL).trim() === "" ? " " : cut(text, CELL),
});

/** The amounts of a column, if all of it are amounts in one currency: only then sorting by them is true. */
function column(rows: readonly string[][], index: number): number[] | undefined {
  const found = rows.map((cells) => AMOUNT.exec(cells[index] ?? ""));
  const currencies = new Set(found.map((match) => match?.[1]));
  if (currencies.size !== 1 || currencies.has(undefined)) return undefined;
  return found.map((match) => Number((match?.[2] ?? "").replaceAll(",", "")) * (SCALE[match?.[3] ?? ""] ?? 1));
}
