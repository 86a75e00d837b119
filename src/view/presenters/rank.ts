import type { AnswerRow } from "../../answer/answer.ts";
import type { Query } from "../../query/query.ts";
import { arithmetic } from "../arithmetic.ts";
import { CELLS } from "../cells.ts";
import {
  blendColumn,
  type ColumnSpec,
  columnsFor,
  groupColumn,
  plain,
  stateColumn,
  table,
  tierColumn,
  unique,
  unit,
} from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { factOf } from "../fields.ts";
import type { Field, SortBy } from "../messages/messages.ts";
import { blendPrice, costOf, priceParts } from "../prices.ts";
import { distinct, type Presenter, pastDay, type Scene, who } from "../scene.ts";

/** What a ranking is ordered by, beside the two sides that it always shows. */
const EXTRA: Record<SortBy, (scene: Scene) => ColumnSpec[]> = {
  price: (scene) => [plain(scene, "blend")],
  input: () => [],
  output: () => [],
  cache_read: (scene) => [unit(scene, "cache_read")],
  cache_ratio: (scene) => [unit(scene, "cache_read"), plain(scene, "cache_ratio")],
  batch_input: (scene) => [unit(scene, "batch_input")],
  context: () => [],
  max_output: (scene) => columnsFor(scene, ["max_output"]),
  released: (scene) => columnsFor(scene, ["released"]),
  knowledge: (scene) => columnsFor(scene, ["knowledge"]),
  cost: (scene) => [plain(scene, "cost")],
  tokens: (scene) => tokenColumns(scene),
  change: () => [],
  change_abs: () => [],
};

const FACTS = {
  context: "context",
  max_output: "max_output",
  released: "released",
  knowledge: "knowledge",
} as const;

/** The best one in a sentence, the order in a table. */
export const rank: Presenter = (scene) => {
  const { answer, query, messages } = scene;
  const [first] = answer.rows;
  const facts = derivedLines(scene);
  const { by, order } = orderOf(scene);
  const superlative = messages.facts.superlatives[by][order];
  if (!first) return { title: messages.titles.empty, facts };
  if (query.groupBy) {
    const title = messages.titles.groups({
      superlative,
      by: query.groupBy,
      ...pastDay(scene),
    });
    return { title, table: rankTable(scene, by), facts };
  }
  const title = messages.titles.best({
    superlative,
    place: (query.offset ?? 0) + 1,
    who: who(scene, first),
    what: whatOf(scene, first, by),
    ...pastDay(scene),
  });
  // How the first of an order by cost is reckoned.
  const sum = by === "cost" ? arithmetic(scene, first, answer.rows.length > 1) : [];
  if (answer.rows.length === 1) return { title, facts: [...sum, ...blendLine(scene, first, by), ...facts] };
  return { title, table: rankTable(scene, by), facts: [...sum, ...facts] };
};

/** Without a table the figure that decided stands in a line of its own. */
function blendLine(scene: Scene, row: AnswerRow, by: SortBy): string[] {
  if (by !== "price" || row.blend === null || row.blend === undefined) return [];
  return [scene.messages.facts.fact(scene.messages.figures.blend ?? "", blendPrice(scene, row))];
}

/** The order of the rows: where they have the cost of a workload, a price is that cost; where not, a cost is the price. */
export function orderOf({ query, answer }: Scene): NonNullable<Query["sort"]> {
  const { by, order } = query.sort ?? { by: "price", order: "asc" };
  if (answer.notes.some(({ code }) => code === "by_input")) return { by: "input", order };
  const hasCost = answer.rows.some(({ cost }) => (cost ?? null) !== null);
  if (by === "price" || by === "cost") return { by: hasCost ? "cost" : "price", order };
  return { by, order };
}

/** The figure that decided, then both sides. */
function whatOf(scene: Scene, row: AnswerRow, by: SortBy): string {
  const { messages, voice } = scene;
  if (by === "cache_ratio") {
    const price = voice.prices(priceParts(scene, row, ["input", "cache_read", "output"]));
    return messages.titles.join([CELLS.cache_ratio(scene, row), price]);
  }
  const deciding = by === "cache_read" || by === "batch_input" ? [by] : [];
  const price = voice.prices(priceParts(scene, row, [...deciding, "input", "output"]));
  if (by === "cost") return messages.titles.join([costOf(scene, row), price]);
  const field = FACTS[by as keyof typeof FACTS];
  return field ? messages.titles.join([factOf(scene, row, field), price]) : price;
}

export function rankTable(scene: Scene, by: SortBy) {
  const { query } = scene;
  const asked: Field[] = query.fields ?? [];
  const specs = [
    ...(query.groupBy ? [groupColumn(scene)] : []),
    ...subject(scene),
    unit(scene, "input"),
    unit(scene, "output"),
    ...EXTRA[by](scene),
    ...blendColumn(scene),
    ...(query.filters?.cost ? [plain(scene, "cost")] : []),
    plain(scene, "context"),
    ...columnsFor(scene, asked),
    ...tierColumn(scene),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return table(scene, unique(specs));
}

/** With one model the rows are its hosts, so its name need not stand in each. */
export function subject(scene: Scene): ColumnSpec[] {
  const isOneModel = distinct(scene.answer.rows.map(({ model }) => model)).length === 1 && scene.answer.rows.length > 1;
  return isOneModel ? [plain(scene, "provider")] : [plain(scene, "model"), plain(scene, "provider")];
}

/** The columns of a budget, as far as any row has them. */
export function tokenColumns(scene: Scene): ColumnSpec[] {
  const columns = [
    ["input", "tokens_in"],
    ["output", "tokens_out"],
    ["cacheRead", "tokens_cache"],
    ["mixed", "tokens_mixed"],
    ["units", "calls"],
  ] as const;
  return columns
    .filter(([key]) => scene.answer.rows.some((row) => row.tokens?.[key] !== undefined))
    .map(([, column]) => plain(scene, column));
}
