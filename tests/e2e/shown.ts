import { buttonsOf, textsOf } from "../adapters/feishu/read-card.ts";

/** What a person sees of one answer, read back from what a platform was sent. */
export interface Shown {
  /** Every line outside of the table, buttons included. */
  lines: string[];
  labels: string[];
  /** The cells of each row run together, without spaces: platforms set them apart in their own ways. */
  rows: string[];
  /** Rows that are said to be left out, and of how many. */
  left: number;
  total: number;
}

type Json = Record<string, unknown>;

const LEFT = [
  /… and (?<left>\d+) more of (?<total>\d+)/,
  /共 (?<total>\d+) 条，还有 (?<left>\d+) 条/,
  /另有 (?<left>\d+) 行（共 (?<total>\d+) 行）/,
];
const bare = (text: string): string => text.replace(/\s+/g, "");
const run = (cells: readonly string[]): string => bare(cells.join(""));

function shown(text: readonly string[], labels: string[], rows: string[]): Shown {
  const lines = text.flatMap((part) => part.split("\n")).map((line) => line.trim());
  const said = lines.flatMap((line) => LEFT.map((pattern) => pattern.exec(line)?.groups)).find((groups) => groups);
  const { left = "0", total = String(rows.length) } = said ?? {};
  return { lines: lines.filter((line) => line !== ""), labels, rows, left: Number(left), total: Number(total) };
}

/** A card: its texts, its table, its buttons. */
export function fromCard(card: unknown): Shown {
  const { header, body } = card as { header: Json; body: { elements: Json[] } };
  const table = body.elements.find(({ tag }) => tag === "table") as
    | { columns: { name: string; display_name: string }[]; rows: Record<string, string>[] }
    | undefined;
  const rest = body.elements.filter(({ tag }) => tag !== "table");
  const text = [...textsOf(header), ...textsOf(rest), ...buttonsOf(rest).map(({ label }) => label)];
  const labels = table?.columns.map(({ display_name }) => display_name) ?? [];
  const rows = table?.rows.map((row) => run(table.columns.map(({ name }) => row[name] ?? ""))) ?? [];
  return shown(text, labels, rows);
}

/** A message of blocks: sections, context, a table or the fields of its only row, buttons. */
export function fromBlocks(blocks: readonly Json[]): Shown {
  const table = blocks.find(({ type }) => type === "data_table") as { rows: { text: string }[][] } | undefined;
  const fields = blocks.flatMap(({ fields: all }) => (all as { text: string }[] | undefined) ?? []);
  const [header = [], ...body] = table?.rows ?? [];
  const pairs = fields.map(({ text }) => text.split("\n"));
  const labels = table ? header.map(({ text }) => text) : pairs.map(([label = ""]) => label);
  const only = pairs.length > 0 ? [run(pairs.map(([, ...cell]) => cell.join("")))] : [];
  const rows = table ? body.map((cells) => run(cells.map(({ text }) => text))) : only;
  return shown(
    blocks.filter(({ type }) => type !== "data_table" && type !== "data_visualization").flatMap(said),
    labels,
    rows,
  );
}

function said({ type, text, elements }: Json): string[] {
  const texts = [text, ...((elements as Json[] | undefined) ?? []).map((element) => element.text ?? element)];
  return texts.flatMap((one) => {
    const value = typeof one === "string" ? one : (one as Json | undefined)?.text;
    return typeof value === "string" ? [decoded(type === "section" ? value.replace(/^\*|\*$/g, "") : value)] : [];
  });
}
const decoded = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What a terminal prints; the table is the lines under the one that runs these labels together. */
export function fromTerminal(text: string, labels: string[]): Shown {
  const lines = text.split("\n");
  const header = labels.length === 0 ? -1 : lines.findIndex((line) => bare(line) === run(labels));
  if (header < 0) return shown(lines, [], []);
  const after = lines.slice(header + 1);
  const isRow = (line: string): boolean => /\S {2,}\S/.test(line);
  const end = after.findIndex((line) => !isRow(line));
  const rows = after.slice(0, end < 0 ? after.length : end);
  return shown([...lines.slice(0, header), ...after.slice(rows.length)], labels, rows.map(bare));
}

const AMOUNT = /≈?[$¥]\d[\d,]*(?:\.\d+)?/g;
const ID = /\b[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9][\w.-]*\w/g;
const URL = /https?:\/\/[^\s)）,，;；]+/g;
const found = (lines: readonly string[], pattern: RegExp): string[] =>
  [...new Set(lines.flatMap((line) => line.replaceAll("\u200b", "").match(pattern) ?? []))].sort();

export const urlsIn = ({ lines }: Shown): string[] => found(lines, URL);
export const amountsIn = ({ lines }: Shown): string[] => found(lines, AMOUNT);
export const idsIn = ({ lines }: Shown): string[] =>
  found(
    lines.map((line) => line.replace(URL, "")),
    ID,
  );
export const notesIn = ({ lines }: Shown): string[] => lines.filter((line) => line.startsWith("- "));
/** Whether a line is among those that are shown, however they are set and numbered. */
export const says = ({ lines }: Shown, line: string): boolean =>
  bare(lines.join("")).includes(bare(line.replace(/^\d+\. /, "")));
