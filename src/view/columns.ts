import type { AnswerRow } from "../answer/answer.ts";
import { ABILITIES } from "../catalog/abilities.ts";
import { UNITS, type UnitId } from "../catalog/units.ts";
import { inert } from "./inert.ts";
import type { Field, PlainColumn } from "./messages/messages.ts";
import { figure } from "./money.ts";
import { billed, blendPrice, costOf, stateOf, unitPrice } from "./prices.ts";
import { distinct, type Scene } from "./scene.ts";
import type { Column, Table } from "./view.ts";
import { perOf } from "./voice.ts";

/** One column of a table: what it is called and what a row says in it. */
export interface ColumnSpec extends Column {
  cell: (row: AnswerRow) => string;
}

type Cell = (scene: Scene, row: AnswerRow) => string;

const count = (value: number | undefined, scene: Scene, say: "size" | "count") =>
  value === undefined ? scene.messages.words.notStated : scene.voice[say](value);

const PLAIN: Record<PlainColumn, { align: Column["align"]; perTokens?: true; cell: Cell }> = {
  model: {
    align: "left",
    cell: ({ voice }, row) => voice.quote(row.name || voice.model(row.model)),
  },
  provider: {
    align: "left",
    cell: ({ voice }, row) => voice.provider(row.provider),
  },
  lab: {
    align: "left",
    cell: ({ voice, catalog }, row) => voice.named(catalog.models.get(row.model)?.lab ?? row.provider),
  },
  group: {
    align: "left",
    cell: ({ voice }, row) => (row.group === undefined ? "" : voice.named(row.group)),
  },
  price: {
    align: "right",
    perTokens: true,
    cell: (scene, row) => unitPrice(scene, row, "input"),
  },
  blend: { align: "right", perTokens: true, cell: blendPrice },
  cost: { align: "right", cell: costOf },
  context: {
    align: "right",
    cell: (scene, row) => count(row.context, scene, "size"),
  },
  tokens_in: {
    align: "right",
    cell: (scene, row) => count(row.tokens?.input, scene, "count"),
  },
  tokens_out: {
    align: "right",
    cell: (scene, row) => count(row.tokens?.output, scene, "count"),
  },
  tokens_cache: {
    align: "right",
    cell: (scene, row) => count(row.tokens?.cacheRead, scene, "count"),
  },
  tokens_mixed: {
    align: "right",
    cell: (scene, row) => count(row.tokens?.mixed, scene, "count"),
  },
  calls: {
    align: "right",
    cell: (scene, row) => count(row.tokens?.units, scene, "count"),
  },
  state: { align: "left", cell: stateOf },
  tier: { align: "left", cell: (scene, row) => tierOf(scene, row, row.tier) },
  from: {
    align: "left",
    cell: ({ messages }, row) => row.from ?? messages.words.none,
  },
  to: {
    align: "left",
    cell: ({ messages }, row) => row.to ?? messages.words.today,
  },
  kind: {
    align: "left",
    cell: ({ messages }, row) => (row.kind === undefined ? "" : (messages.kinds[row.kind] ?? row.kind)),
  },
  unit: {
    align: "left",
    cell: ({ messages }, row) => (row.unit === undefined ? "" : messages.units[row.unit]),
  },
  before: {
    align: "right",
    perTokens: true,
    cell: ({ voice, messages }, row) => moved(row.before, row, voice.price, messages.words.none),
  },
  after: {
    align: "right",
    perTokens: true,
    cell: ({ voice, messages }, row) => moved(row.after, row, voice.price, messages.words.none),
  },
  percent: {
    align: "right",
    cell: ({ messages }, row) => (row.percent ? percent(row.percent) : messages.words.none),
  },
  move: {
    align: "left",
    cell: ({ messages }, row) => moveOf(messages.moves, row.move),
  },
  offers: {
    align: "right",
    cell: (_scene, row) => (row.offers === undefined ? "" : String(row.offers)),
  },
  date: { align: "left", cell: dateOf },
  day: {
    align: "left",
    cell: ({ messages }, row) => row.date ?? messages.words.none,
  },
  source: { align: "left", cell: ({ voice }, row) => voice.source(row.source) },
};

function moved(
  amount: string | null | undefined,
  row: AnswerRow,
  price: Scene["voice"]["price"],
  none: string,
): string {
  return amount === null || amount === undefined ? none : price(amount, row.currency);
}

const percent = (value: string) => `${value.startsWith("-") ? "" : "+"}${figure(value)}%`;
const moveOf = (moves: Record<string, string>, move: string | undefined) =>
  move === undefined ? "" : (moves[move] ?? move);

/** The condition of a rate in words; for a window its hours, where the provider states them. */
export function tierOf({ messages, voice, catalog }: Scene, row: AnswerRow, when: AnswerRow["tier"]): string {
  if (!when || Object.keys(when).length === 0) return messages.words.always;
  return messages.words.tier(when, windowOf(when.window), voice);

  function windowOf(id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    const window = catalog.providers.get(row.provider)?.windows.find((known) => known.id === id);
    if (!window) return id === "else" ? messages.words.otherHours : inert(id);
    return voice.hours({
      ...window,
      exceptHolidays: window.exceptHolidaysOf !== undefined,
    });
  }
}

/** The day that vouches for a row, and the number of its source where there are several. */
export function dateOf({ answer, messages }: Scene, row: AnswerRow): string {
  const day = row.checked ?? row.seen;
  if (day === undefined) return messages.words.none;
  const { sources } = answer.freshness;
  const place = sources.findIndex(({ id }) => id === row.source);
  const said = messages.words.dated(day, row.checked !== undefined);
  return sources.length > 1 && place >= 0 ? `${said} [${place + 1}]` : said;
}

export function plain(scene: Scene, key: PlainColumn): ColumnSpec {
  const { align, perTokens, cell } = PLAIN[key];
  const { columns, words } = scene.messages;
  const label = perTokens ? words.perLabel(columns[key], perOf(scene.query)) : columns[key];
  return { key, label, align, cell: (row) => cell(scene, row) };
}

export function unit(scene: Scene, id: UnitId): ColumnSpec {
  const { units, words } = scene.messages;
  const label = UNITS[id].per === "1M tokens" ? words.perLabel(units[id], perOf(scene.query)) : units[id];
  return {
    key: id,
    label,
    align: "right",
    cell: (row) => unitPrice(scene, row, id),
  };
}

export function fact(scene: Scene, field: Field): ColumnSpec {
  const { fields } = scene.messages;
  const label = fields[field].slice(0, 1).toUpperCase() + fields[field].slice(1);
  return {
    key: field,
    label,
    align: "left",
    cell: (row) => factOf(scene, row, field),
  };
}

const isAbility = (field: Field) => (ABILITIES as readonly string[]).includes(field);
const saidOf = (value: boolean, yes: string, no: string) => (value ? yes : no);
const SIZES = new Set<Field>(["context", "max_output"]);

/** What a row says of a field: "yes", "128K", "2024-07-18", "not stated". */
export function factOf({ messages, voice }: Scene, row: AnswerRow, field: Field, exact = false): string {
  const { words, statuses } = messages;
  const value = row.facts?.[field] ?? { context: row.context, max_output: row.maxOutput }[field as "context"];
  if (value === undefined || value === null) return words.notStated;
  if (typeof value === "boolean")
    return isAbility(field) ? saidOf(value, words.can, words.cannot) : saidOf(value, words.yes, words.no);
  if (typeof value === "number") {
    if (!SIZES.has(field)) return voice.count(value);
    return exact ? words.tokens(voice.count(value)) : voice.size(value);
  }
  return field === "status" ? (statuses[value] ?? inert(value)) : inert(value);
}

/** The units that a field of the question stands for, as far as the rows know them. */
export function unitsOf(field: Field, rows: readonly AnswerRow[]): UnitId[] {
  const known = (units: UnitId[], fallback: UnitId[]) => {
    const found = units.filter((id) => rows.some((row) => billed(row, id) !== undefined));
    return found.length > 0 ? found : fallback;
  };
  switch (field) {
    case "price":
      return ["input", "output"];
    case "input":
    case "output":
    case "cache_read":
      return [field];
    case "cache_write":
      return known(["cache_write", "cache_write_5m", "cache_write_1h"], ["cache_write"]);
    case "batch":
      return known(["batch_input", "batch_output", "batch_cache_read"], ["batch_input", "batch_output"]);
    case "audio_price":
      return known(["audio_input", "audio_output", "audio_cache_read"], ["audio_input"]);
    default:
      return [];
  }
}

const NO_COLUMN = new Set<Field>(["tiers", "name", "providers"]);

/** The columns of the fields asked for, each once. */
export function columnsFor(scene: Scene, fields: readonly Field[]): ColumnSpec[] {
  const { rows } = scene.answer;
  const specs = fields.flatMap((field) => {
    const units = unitsOf(field, rows);
    if (units.length > 0) return units.map((id) => unit(scene, id));
    if (NO_COLUMN.has(field)) return [];
    return [field === "context" ? plain(scene, "context") : fact(scene, field)];
  });
  return distinct(specs.map(({ key }) => key)).flatMap((key) => specs.find((spec) => spec.key === key) ?? []);
}

/** The state column, only where some row has a state that its figures do not say. */
export function stateColumn(scene: Scene): ColumnSpec[] {
  const isNeeded = scene.answer.rows.some((row) => row.state !== "free" && stateOf(scene, row) !== "");
  return isNeeded ? [plain(scene, "state")] : [];
}

/** The condition column, only where some row has one. */
export function tierColumn(scene: Scene): ColumnSpec[] {
  return scene.answer.rows.some(({ tier }) => tier && Object.keys(tier).length > 0) ? [plain(scene, "tier")] : [];
}

/** How many rows there are beyond any limit. */
function totalOf({ answer }: Scene, shown: number): number {
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
