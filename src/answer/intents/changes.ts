import { addDays } from "../../catalog/days.ts";
import type { Day } from "../../catalog/schema.ts";
import type { AnswerRow } from "../answer.ts";
import { candidateIn, usualCandidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { eventsOf, type PriceEvent } from "../events.ts";
import { testsOf } from "../filters.ts";
import { judge } from "../judge.ts";
import { type Move, movesOf } from "../moves.ts";
import { inCurrencies, type Result } from "../result.ts";
import { namedModels } from "../subjects.ts";
import { page } from "../table.ts";

const ROWS = 20;
/** The days that a question means which names none. */
const USUAL_DAYS = 30;

/** What moved in a period: a row a model, unit and day; the labs' own moves first. */
export function changes(context: Context): Result {
  const { query, notes, today } = context;
  const to = query.period?.to ?? today;
  const from = query.period?.from ?? addDays(to, -USUAL_DAYS);
  notes.add("period", { from, to });
  if (query.models && namedModels(context).length === 0) return { rows: [], outcome: "not_found" };
  const moves = within(context, from, to).flatMap((event) => movesOf(context, event));
  const rows = sorted(context, groupedByDay(moves.filter((move) => isWanted(context, move))));
  const shown = page(context, rows, ROWS);
  if (shown.length < rows.length) notes.add("more_rows", { shown: shown.length, total: rows.length });
  return { rows: inCurrencies(context, shown), count: rows.length, outcome: rows.length > 0 ? "answered" : "empty" };
}

/** The events of the period whose offers satisfy the query, in the scope of its providers. */
function within(context: Context, from: Day, to: Day): PriceEvent[] {
  const { catalog, query, market, today, situation } = context;
  const { filters, models, families } = query;
  const all = eventsOf(catalog, today);
  const start = lowerBound(all, from);
  const end = lowerBound(all, addDays(to, 1));
  const tests = testsOf({ ...context, query: { ...query, filters: { ...filters, status: filters?.status ?? "all" } } });
  const make = candidateIn(situation);
  const members = families && new Set(families.flatMap((family) => catalog.modelsOf(family).map(({ id }) => id)));
  const wanted = filters?.providers?.in;
  const routers = filters?.offers === "any";
  // What is announced and not in force is news until it is, unless a period was named.
  const standing = query.period ? [] : all.slice(0, start).filter(({ kind }) => kind === "announced");
  return [...standing, ...all.slice(start, end)].filter(({ offer }) => {
    if (models && !models.includes(offer.model)) return false;
    if (members && !members.has(offer.model)) return false;
    if (wanted && !wanted.includes(offer.provider)) return false;
    const quote = market.of(offer.model).find((one) => one.offer === offer);
    if (!quote || quote.provider.kind === "plan" || quote.provider.kind === "local") return false;
    if (quote.provider.kind === "aggregator" && !wanted && !routers) return false;
    return judge(tests, make(usualCandidate(quote))) === true;
  });
}

function lowerBound(events: readonly PriceEvent[], day: Day): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.day ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWanted({ query }: Context, { row }: Move): boolean {
  const { moves, fields = [] } = query;
  if (moves && !moves.some((move) => move === row.move)) return false;
  const units = fields.filter((field) => field === "input" || field === "output" || field === "cache_read");
  return units.length === 0 || row.unit === undefined || units.some((unit) => unit === row.unit);
}

/** Of all who moved one unit of a model on one day in one direction the lab stands for all, else the first host. */
function groupedByDay(moves: readonly Move[]): { row: AnswerRow; official: boolean }[] {
  const groups = new Map<string, { row: AnswerRow; official: boolean; sellers: Set<string> }>();
  for (const { row, official } of moves) {
    const key = [row.model, row.unit, row.date, row.move].join(" ");
    const group = groups.get(key);
    if (!group) groups.set(key, { row, official, sellers: new Set([row.provider]) });
    else {
      group.sellers.add(row.provider);
      if (official && !group.official) Object.assign(group, { row, official });
    }
  }
  return [...groups.values()].map(({ row, official, sellers }) => ({
    row: { ...row, offers: sellers.size - 1 },
    official,
  }));
}

function sorted({ query }: Context, groups: { row: AnswerRow; official: boolean }[]): AnswerRow[] {
  const { by, order } = query.sort ?? { by: "released", order: "desc" };
  const bySize = by === "change" || by === "change_abs";
  const sign = order === "asc" ? 1 : -1;
  const size = ({ percent, before, after }: AnswerRow) =>
    Math.abs(Number(by === "change_abs" ? Number(after ?? 0) - Number(before ?? 0) : (percent ?? 0)));
  const byDay = (a: AnswerRow, b: AnswerRow) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1);
  groups.sort((a, b) => {
    if (bySize) return sign * (size(a.row) - size(b.row)) || Number(b.official) - Number(a.official);
    if (a.official !== b.official) return Number(b.official) - Number(a.official);
    return a.row.date === b.row.date ? 0 : byDay(a.row, b.row);
  });
  return groups.map(({ row }) => row);
}
