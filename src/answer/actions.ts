import type { Query } from "../query/query.ts";
import type { Action, AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import type { Result } from "./result.ts";

const TABLES: readonly Query["intent"][] = ["rank", "list", "changes"];
const MORE = 20;
const COMPARED = 3;

/** Follow-ups that make sense after an answer, each the whole query that it leads to. */
export function actionsOf(context: Context, result: Result): Action[] {
  const { rows } = result;
  const query = followable(context.query);
  if (rows.length === 0) return [];
  return [
    ...moreRows(query, result),
    ...refinements(query),
    ...compareTop(query, rows),
    ...aboutModel(query),
    ...units(context, query, rows),
  ];
}

/** A click means the query as it stands, not the words that led to it. */
function followable(query: Query): Query {
  const { follows: _, unread: __, ...rest } = query;
  return rest;
}

function moreRows(query: Query, { rows, count = 0 }: Result): Action[] {
  if (rows.length >= count - (query.offset ?? 0) || !TABLES.includes(query.intent) || query.groupBy) return [];
  return [{ code: "more_rows", query: { ...query, limit: rows.length + MORE } }];
}

function refinements(query: Query): Action[] {
  if (query.intent !== "rank" && query.intent !== "list") return [];
  const actions: Action[] = [];
  const by = query.sort?.by;
  if (query.intent === "rank" && !query.workload) {
    if (by !== "input") actions.push({ code: "by_input", query: { ...query, sort: { by: "input", order: "asc" } } });
    if (by !== "output") actions.push({ code: "by_output", query: { ...query, sort: { by: "output", order: "asc" } } });
  }
  const all = query.filters?.abilities?.all ?? [];
  for (const [code, ability] of [
    ["with_vision", "vision"],
    ["with_tools", "tools"],
  ] as const) {
    if (all.includes(ability) || query.of) continue;
    const abilities = { ...query.filters?.abilities, all: [...all, ability] };
    actions.push({ code, query: { ...query, filters: { ...query.filters, abilities } } });
  }
  return actions;
}

function compareTop(query: Query, rows: readonly AnswerRow[]): Action[] {
  const models = [...new Set(rows.map(({ model }) => model))].slice(0, COMPARED);
  if (query.intent !== "rank" || models.length < 2) return [];
  const { language, currency, per, unit, workload } = query;
  const kept = {
    ...(currency && { currency }),
    ...(per && { per }),
    ...(unit && { unit }),
    ...(workload && { workload }),
  };
  return [{ code: "compare_top", query: { intent: "compare", language, models, ...kept } }];
}

function aboutModel({ intent, models, language }: Query): Action[] {
  if (models?.length !== 1 || (intent !== "lookup" && intent !== "cost" && intent !== "budget")) return [];
  return [
    { code: "history", query: { intent: "history", language, models } },
    { code: "hosts", query: { intent: "rank", language, models, sort: { by: "price", order: "asc" } } },
  ];
}

function units({ query: { currency } }: Context, query: Query, rows: readonly AnswerRow[]): Action[] {
  const shown = typeof currency === "string" ? currency : rows[0]?.currency;
  const other = shown === "USD" ? "CNY" : "USD";
  const actions: Action[] = [{ code: "other_currency", query: { ...query, currency: other } }];
  if (query.per !== 1000 && !query.workload && !query.budget)
    actions.push({ code: "per_1k", query: { ...query, per: 1000 } });
  return actions;
}
