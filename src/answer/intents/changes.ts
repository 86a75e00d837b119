import type { Quote } from "../../catalog/catalog.ts";
import { addDays } from "../../catalog/days.ts";
import type { CatalogEvent } from "../../catalog/event.ts";
import { eventsBetween } from "../../catalog/events-between.ts";
import type { Day } from "../../catalog/schema.ts";
import type { AnswerRow } from "../answer.ts";
import { candidates } from "../candidates.ts";
import type { Context } from "../context.ts";
import { testsOf } from "../filters.ts";
import { judge } from "../judge.ts";
import { movesOf, quoteOf } from "../moves.ts";
import { brief } from "../quote-notes.ts";
import { inCurrencies, type Result } from "../result.ts";
import { isOnSite } from "../scope.ts";
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
  const events = within(context, from, to);
  const moves = events.flatMap((event) => movesOf(context, event).map((row) => ({ row, event })));
  const rows = sorted(
    context,
    onePerDay(
      context,
      moves.filter(({ row }) => isWanted(context, row)),
    ),
  );
  noteDoubts(context, events);
  const shown = page(context, rows, ROWS);
  if (shown.some(({ dated }) => dated === false)) notes.add("undated", {});
  if (shown.length < rows.length) notes.add("more_rows", { shown: shown.length, total: rows.length });
  return { rows: inCurrencies(context, shown), count: rows.length, outcome: rows.length > 0 ? "answered" : "empty" };
}

/** The events of the period whose offers satisfy the query, in the scope of its providers. */
function within(context: Context, from: Day, to: Day): CatalogEvent[] {
  const { catalog, query, market, today, situation } = context;
  const { filters, models, families } = query;
  const tests = testsOf({ ...context, query: { ...query, filters: { ...filters, status: filters?.status ?? "all" } } });
  const make = candidates(market, situation);
  const members = families && new Set(families.flatMap((family) => catalog.modelsOf(family).map(({ id }) => id)));
  const wanted = filters?.providers?.in;
  return eventsBetween(catalog, from, to, {
    now: today,
    // What is announced and not in force is news until it is, unless a period was named.
    standing: query.period === undefined,
    aliases: models !== undefined,
    routers: wanted !== undefined || filters?.offers === "any",
    keep(event) {
      if (models && !models.includes(event.model)) return false;
      if (members && !members.has(event.model)) return false;
      if (wanted && !wanted.includes(event.provider)) return false;
      const quote = quoteOf(context, event);
      if (quote && !wanted && isOtherSite(context, quote)) return false;
      return quote !== undefined && judge(tests, make(quote)) === true;
    },
  });
}

/** The lab's shop on the other site, where it sells the model on the site of the language too. */
function isOtherSite({ market, site }: Context, quote: Quote): boolean {
  if (!quote.official || quote.site === undefined || quote.site === site) return false;
  return !isOnSite(quote, market.of(quote.model.id), site);
}

function isWanted({ query }: Context, row: AnswerRow): boolean {
  return query.moves === undefined || query.moves.some((move) => move === row.move);
}

/** Corrected data is no move; a report that is held for review is told of, not counted. */
function noteDoubts(context: Context, events: readonly CatalogEvent[]): void {
  const corrections = events.filter(({ kind }) => kind === "correction").length;
  if (corrections > 0) context.notes.add("corrections_left_out", { count: corrections });
  for (const event of events) {
    const quote = event.kind === "unconfirmed" && quoteOf(context, event);
    if (!quote || event.kind !== "unconfirmed") continue;
    const { source, seen } = event.after;
    context.notes.add("unconfirmed", { ...brief(context, quote, event.after), source, seen });
  }
}

interface Shown {
  row: AnswerRow;
  event: CatalogEvent;
}

/** Of all who moved one unit of a model on one day in one direction the lab stands for all, else the first host. */
function onePerDay(context: Context, moves: readonly Shown[]): Shown[] {
  const groups = new Map<string, Shown & { sellers: Set<string> }>();
  for (const { row, event } of moves) {
    const key = [row.model, row.unit, row.date, row.move].join(" ");
    const group = groups.get(key) ?? { row, event, sellers: new Set() };
    groups.set(key, group);
    for (const { provider } of [event, ...event.following]) group.sellers.add(provider);
    if (standing(context, event) > standing(context, group.event)) Object.assign(group, { row, event });
  }
  return [...groups.values()].map(({ row, event, sellers }) => ({ row: { ...row, offers: sellers.size - 1 }, event }));
}

/** Who speaks for a model: its lab on the site of the question's language, its lab, anybody. */
function standing({ site }: Context, event: CatalogEvent): number {
  if (!event.official) return 0;
  return event.site === undefined || event.site === site ? 2 : 1;
}

function sorted({ query }: Context, shown: Shown[]): AnswerRow[] {
  const { by, order } = query.sort ?? { by: "released", order: "desc" };
  const bySize = by === "change" || by === "change_abs";
  const sign = order === "asc" ? 1 : -1;
  const size = ({ percent, before, after }: AnswerRow) =>
    Math.abs(Number(by === "change_abs" ? Number(after ?? 0) - Number(before ?? 0) : (percent ?? 0)));
  const byDay = (a: AnswerRow, b: AnswerRow) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1);
  shown.sort((a, b) => {
    const official = Number(b.event.official) - Number(a.event.official);
    if (bySize) return sign * (size(a.row) - size(b.row)) || official;
    return official || (a.row.date === b.row.date ? 0 : byDay(a.row, b.row));
  });
  return shown.map(({ row }) => row);
}
