import type { AnswerRow } from "../answer/answer.ts";
import { UNITS, type UnitId } from "../catalog/units.ts";
import { CELLS } from "./cells.ts";
import { factOf, isSize, unitsOf } from "./fields.ts";
import type { Field, PlainColumn } from "./messages/messages.ts";
import { stateOf, unitPrice } from "./prices.ts";
import type { Scene } from "./scene.ts";
import type { Column, Table } from "./view.ts";
import { perOf } from "./voice.ts";

/** One column of a table: what it is called and what a row says in it. */
export interface ColumnSpec extends Column {
  cell: (row: AnswerRow) => string;
}

const PER_TOKENS = new Set<PlainColumn>(["price", "blend", "before", "after"]);
const FIGURES = new Set<PlainColumn>([
  ...PER_TOKENS,
  "cost",
  "context",
  "tokens_in",
  "tokens_out",
  "tokens_cache",
  "tokens_mixed",
  "calls",
  "percent",
  "cache_ratio",
  "offers",
]);
/** Fields that are said otherwise than in a column of their own. */
const NO_COLUMN = new Set<Field>(["tiers", "name", "providers"]);

export function plain(scene: Scene, key: PlainColumn): ColumnSpec {
  const { columns, words } = scene.messages;
  const label = PER_TOKENS.has(key) ? words.perLabel(columns[key], perOf(scene.query)) : columns[key];
  return { key, label, align: FIGURES.has(key) ? "right" : "left", cell: (row) => CELLS[key](scene, row) };
}

export function unit(scene: Scene, id: UnitId): ColumnSpec {
  const { units, words } = scene.messages;
  const label = UNITS[id].per === "1M tokens" ? words.perLabel(units[id], perOf(scene.query)) : units[id];
  return { key: id, label, align: "right", cell: (row) => unitPrice(scene, row, id) };
}

function fact(scene: Scene, field: Field): ColumnSpec {
  const name = scene.messages.fields[field];
  const label = name.slice(0, 1).toUpperCase() + name.slice(1);
  return { key: field, label, align: isSize(field) ? "right" : "left", cell: (row) => factOf(scene, row, field) };
}

/** The columns of the fields asked for, each once. */
export function columnsFor(scene: Scene, fields: readonly Field[]): ColumnSpec[] {
  const { rows } = scene.answer;
  const specs = fields.flatMap((field) => {
    const units = unitsOf(field, rows);
    if (units.length > 0) return units.map((id) => unit(scene, id));
    return NO_COLUMN.has(field) ? [] : [fact(scene, field)];
  });
  return unique(specs);
}

export function unique(specs: readonly ColumnSpec[]): ColumnSpec[] {
  return specs.filter((spec, place) => specs.findIndex(({ key }) => key === spec.key) === place);
}

/** What the rows are grouped by. */
export function groupColumn(scene: Scene): ColumnSpec {
  const { columns, sellers } = scene.messages;
  const { groupBy } = scene.query;
  const labels = { lab: columns.lab, provider: columns.provider, origin: sellers.origin };
  return { ...plain(scene, "group"), label: groupBy ? labels[groupBy] : columns.group };
}

/** The state column, only where some row has a state that its figures do not say. */
export function stateColumn(scene: Scene): ColumnSpec[] {
  const isNeeded = scene.answer.rows.some((row) => row.state !== "free" && stateOf(scene, row) !== "");
  return isNeeded ? [plain(scene, "state")] : [];
}

/** The blended price, where the answer says how it blends. */
export function blendColumn(scene: Scene): ColumnSpec[] {
  return scene.answer.notes.some(({ code }) => code === "blend") ? [plain(scene, "blend")] : [];
}

/** The price of cached tokens, where some are reckoned with. */
export function cacheColumn(scene: Scene): ColumnSpec[] {
  const { workload, fields = [] } = scene.query;
  return workload?.cachedInput !== undefined || fields.includes("cache_read") ? [unit(scene, "cache_read")] : [];
}

/** The condition column, only where some row has one. */
export function tierColumn(scene: Scene): ColumnSpec[] {
  return scene.answer.rows.some(({ tier }) => tier && Object.keys(tier).length > 0) ? [plain(scene, "tier")] : [];
}

/** How many rows there are beyond any limit. */
function totalOf({ answer, query }: Scene, shown: number): number {
  if (query.groupBy) return Math.max(shown, answer.count ?? 0);
  const totals = answer.notes.map((note) => (note.code === "more_rows" ? note.args.total : 0));
  return Math.max(shown, answer.count ?? 0, ...totals);
}

/** The table of the answer's rows. */
export function table(scene: Scene, specs: readonly ColumnSpec[], rows = scene.answer.rows): Table {
  return {
    columns: specs.map(({ key, label, align }) => ({ key, label, align })),
    rows: rows.map((row) => specs.map(({ cell }) => cell(row))),
    total: totalOf(scene, rows.length),
    shown: rows.length,
  };
}
