import { addDays } from "../../catalog/days.ts";
import type { Day } from "../../catalog/schema.ts";
import { candidateIn, usualCandidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { eventsOf, type PriceEvent } from "../events.ts";
import { testsOf } from "../filters.ts";
import { judge } from "../judge.ts";
import { type Move, moveRow, movesOf, percentOf } from "../moves.ts";
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
  const groups = sorted(context, groupedByDay(moves.filter((move) => isWanted(context, move))));
  const shown = page(context, groups, ROWS);
  if (shown.length < groups.length) notes.add("more_rows", { shown: shown.length, total: groups.length });
  const rows = shown.map(({ move, sellers }) => moveRow(context, move, sellers.size - 1));
  return { rows: inCurrencies(context, rows), count: groups.length, outcome: rows.length > 0 ? "answered" : "empty" };
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

function isWanted({ query }: Context, { kind, unit }: Move): boolean {
  const { moves, fields = [] } = query;
  if (moves && !moves.some((move) => move === kind)) return false;
  const units = fields.filter((field) => field === "input" || field === "output" || field === "cache_read");
  return units.length === 0 || units.some((one) => one === unit);
}

/** The move that stands for all of its kind, and who made it. */
interface Group {
  move: Move;
  sellers: Set<string>;
}

/** Of all who moved one unit of a model on one day in one direction the lab stands for all, else the first host. */
function groupedByDay(moves: readonly Move[]): Group[] {
  const groups = new Map<string, Group>();
  for (const move of moves) {
    const { quote, unit, date, kind } = move;
    const key = `${quote.model.id} ${unit} ${date} ${kind}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { move, sellers: new Set([quote.provider.id]) });
    else {
      group.sellers.add(quote.provider.id);
      if (quote.official && !group.move.quote.official) group.move = move;
    }
  }
  return [...groups.values()];
}

function sorted({ query }: Context, groups: Group[]): Group[] {
  const { by, order } = query.sort ?? { by: "released", order: "desc" };
  const isOfficial = ({ move }: Group) => Number(move.quote.official);
  if (by !== "change" && by !== "change_abs")
    return groups.sort((a, b) => isOfficial(b) - isOfficial(a) || byDay(a.move, b.move));
  const sign = order === "asc" ? 1 : -1;
  const sizes = new Map(groups.map((group) => [group, sizeOf(group.move, by)]));
  const size = (group: Group) => sizes.get(group) ?? 0;
  return groups.sort((a, b) => sign * (size(a) - size(b)) || isOfficial(b) - isOfficial(a));
}

function sizeOf(move: Move, by: "change" | "change_abs"): number {
  if (by === "change") return Math.abs(Number(percentOf(move) ?? 0));
  return Math.abs(Number(move.after ?? 0) - Number(move.before ?? 0));
}

function byDay(a: Move, b: Move): number {
  if (a.date === b.date) return 0;
  return a.date < b.date ? 1 : -1;
}
