import stringWidth from "string-width";
import type { Column, Table } from "./view.ts";

const GAP = "  ";
const NARROWEST = 12;
const ELLIPSIS = "…";
/** ASCII and the common CJK blocks, whose widths need no segmenter. */
const SIMPLE = /^[\x20-\x7e·×≈≤≥–—“”¥\u3001-\u303e\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;
const WIDE_FROM = 0x2e80;

/** How many terminal cells a text takes: a Chinese character takes two. */
export function width(text: string): number {
  if (!SIMPLE.test(text)) return stringWidth(text);
  let cells = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= WIDE_FROM) cells++;
  return cells;
}

/** The beginning of a text that fits into `cells`, with "…" where something was cut. */
export function cut(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += width(character);
    if (used > cells) break;
    kept += character;
  }
  return kept.trimEnd() + ELLIPSIS;
}

function padded(text: string, cells: number, align: Column["align"]): string {
  const fitting = cut(text, cells);
  const space = " ".repeat(Math.max(0, cells - width(fitting)));
  return align === "right" ? space + fitting : fitting + space;
}

/** Takes cells from the widest left-aligned column until the table fits; figures are never cut. */
function fitted(widths: number[], columns: Column[], limit: number): number[] {
  const fit = [...widths];
  let over = fit.reduce((sum, cells) => sum + cells + GAP.length, -GAP.length) - limit;
  while (over > 0) {
    const texts = columns.map((column, index) => (column.align === "left" ? (fit[index] ?? 0) : 0));
    const widest = texts.indexOf(Math.max(...texts));
    const spare = Math.min(over, (fit[widest] ?? 0) - NARROWEST);
    if (spare <= 0) break;
    const second = Math.max(NARROWEST, ...texts.filter((_, index) => index !== widest));
    const taken = Math.max(1, Math.min(spare, (fit[widest] ?? 0) - second));
    fit[widest] = (fit[widest] ?? 0) - taken;
    over -= taken;
  }
  return fit;
}

/** The lines of a table in aligned columns, header first, at most `limit` cells wide where text can be cut. */
export function tableLines({ columns, rows }: Table, limit = Number.POSITIVE_INFINITY): string[] {
  const lines = [columns.map(({ label }) => label), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => width(cells[index] ?? ""))));
  const cells = fitted(widths, columns, limit);
  return lines.map((line) =>
    columns
      .map(({ align }, index) => padded(line[index] ?? "", cells[index] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
}
