import type { Quote } from "../../catalog/catalog.ts";
import { addDays } from "../../catalog/days.ts";
import type { CatalogEvent } from "../../catalog/event.ts";
import { eventsBetween, isMovingName } from "../../catalog/events-between.ts";
import type { Day } from "../../catalog/schema.ts";
import { candidateIn, usualCandidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { testsOf } from "../filters.ts";
import { judge } from "../judge.ts";
import { mainLists } from "../lists-end.ts";
import { type Move, moveRow, movesOf, quoteOf } from "../moves.ts";
import { NAMED_IN_NOTE } from "../note-list.ts";
import { brief } from "../quote-notes.ts";
import { inCurrencies, type Result } from "../result.ts";
import { isOnSite } from "../scope.ts";
import { namedModels } from "../subjects.ts";
import { page } from "../table.ts";

const ROWS = 20;
/** The days that a question means which names none. */
const USUAL_DAYS = 30;
const LONG_DAYS = 365;

/** What moved in a period: a row a model, unit and day; the labs' own moves first. */
export function changes(context: Context): Result {
  const { query, notes, today } = context;
  const to = query.period?.to ?? today;
  const from = query.period?.from ?? addDays(to, -USUAL_DAYS);
  if (query.models && namedModels(context).length === 0) {
    notes.add("period", { from, to });
    return { rows: [], outcome: "not_found" };
  }
  if (from > today) notes.add("ahead_period", { from, to });
  const { groups, events } = found(context, from, to);
  noteDoubts(context, events);
  noteEnds(context, to);
  const shown = page(context, groups, ROWS);
  if (shown.some(({ move }) => !move.event.dated)) notes.add("undated", {});
  const moving = [...new Set(shown.map(({ move }) => move.event.model))].filter(isMovingName);
  if (moving.length > 0) notes.add("moving_names", { models: moving.slice(0, NAMED_IN_NOTE), count: moving.length });
  if (shown.length < groups.length) notes.add("more_rows", { shown: shown.length, total: groups.length });
  const rows = shown.map(({ move, sellers }) => moveRow(context, move, sellers.size - 1));
  return { rows: inCurrencies(context, rows), count: groups.length, outcome: rows.length > 0 ? "answered" : "empty" };
}

/** Of what is named the last changes are told where there were none lately and no period was said. */
function found(context: Context, from: Day, to: Day): { groups: Group[]; events: CatalogEvent[] } {
  const { query, notes } = context;
  const events = within(context, from, to);
  const moves = events
    .flatMap((event) => movesOf(context, atHome(context, event)))
    .filter((move) => isWanted(context, move));
  const { labs, families } = query.filters ?? {};
  const isNamed = (query.models ?? query.families ?? labs?.in ?? families?.in) !== undefined;
  const earlier = addDays(to, -LONG_DAYS);
  if (moves.length === 0 && query.period === undefined && isNamed && from > earlier) return found(context, earlier, to);
  notes.add("period", { from, to });
  return { groups: sorted(context, onePerDay(context, moves)), events };
}

/** Nothing is known to have changed after the lists end: that is no sign that nothing did. */
function noteEnds({ catalog, notes }: Context, to: Day): void {
  const lists = mainLists(catalog).filter(({ date }) => date < to);
  if (lists.length > 0 && lists.length === mainLists(catalog).length) {
    notes.add("lists_end", { lists: lists.slice(0, NAMED_IN_NOTE) });
  }
}

/** The events of the period whose offers satisfy the query, in the scope of its providers. */
function within(context: Context, from: Day, to: Day): CatalogEvent[] {
  const { catalog, query, today, situation } = context;
  const { filters, models, families } = query;
  const tests = testsOf({ ...context, query: { ...query, filters: { ...filters, status: filters?.status ?? "all" } } });
  const make = candidateIn(situation);
  const members = families && new Set(families.flatMap((family) => catalog.modelsOf(family).map(({ id }) => id)));
  const wanted = filters?.providers?.in;
  return eventsBetween(catalog, from, to, {
    now: today,
    // What is announced and not in force is news until it is, unless a period was named.
    standing: query.period === undefined,
    hosts: false,
    aliases: models !== undefined || filters?.labs?.in !== undefined || filters?.families?.in !== undefined,
    routers: wanted !== undefined || filters?.offers === "any",
    keep(event) {
      if (models && !models.includes(event.model)) return false;
      if (members && !members.has(event.model)) return false;
      if (wanted && !wanted.includes(event.provider)) return false;
      const quote = quoteOf(context, event);
      // A new model is new on both sites: it is told with the price of this one, whichever was found.
      if (quote && !wanted && event.kind !== "new_model" && isOtherSite(context, quote)) return false;
      return quote !== undefined && judge(tests, make(usualCandidate(quote))) === true;
    },
  });
}

/** The lab's shop on the other site, where it sells the model on the site of the language too. */
function isOtherSite({ market, site }: Context, quote: Quote): boolean {
  if (!quote.official || quote.site === undefined || quote.site === site) return false;
  return !isOnSite(quote, market.of(quote.model.id), site);
}

/** What a new model's lab sells on the site of the language stands for what it sells on the other one. */
function atHome(context: Context, event: CatalogEvent): CatalogEvent {
  const quote = event.kind === "new_model" && quoteOf(context, event);
  if (!quote || context.query.filters?.providers?.in || !isOtherSite(context, quote)) return event;
  const home = context.market.of(event.model).find((one) => one.official && one.site === context.site && !one.gone);
  if (!home?.price) return event;
  return { ...event, offer: home.offer.id, provider: home.provider.id, site: context.site, after: home.price };
}

function isWanted({ query }: Context, { kind, unit }: Move): boolean {
  const { moves, fields = [] } = query;
  if (moves && !moves.some((move) => move === kind)) return false;
  const units = fields.filter((field) => field === "input" || field === "output" || field === "cache_read");
  return units.length === 0 || units.some((one) => one === unit);
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

/** The move that stands for all of its kind, and who made it. */
interface Group {
  move: Move;
  sellers: Set<string>;
}

/** Of all who moved one unit of a model on one day in one direction the lab stands for all, else the first host. */
function onePerDay(context: Context, moves: readonly Move[]): Group[] {
  const groups = new Map<string, Group>();
  for (const move of moves) {
    const { event, unit, date, kind } = move;
    const key = `${event.model} ${unit} ${date} ${kind}`;
    const group = groups.get(key) ?? { move, sellers: new Set<string>() };
    groups.set(key, group);
    for (const { provider } of [event, ...event.following]) group.sellers.add(provider);
    if (standing(context, event) > standing(context, group.move.event)) group.move = move;
  }
  return [...groups.values()];
}

/** Who speaks for a model: its lab on the site of the question's language, its lab, anybody. */
function standing({ site }: Context, event: CatalogEvent): number {
  if (!event.official) return 0;
  return event.site === undefined || event.site === site ? 2 : 1;
}

/** So many times up or down: of a host's undated move more often corrected data than news. */
const UNLIKELY_TIMES = 5;

function isUnlikely({ event, before, after }: Move): boolean {
  const [was, is] = [Number(before ?? 0), Number(after ?? 0)];
  if (event.official || event.dated || was <= 0 || is <= 0) return false;
  return Math.max(was / is, is / was) >= UNLIKELY_TIMES;
}

/** What likely is no move at all must not lead an order by size. */
function likelyFirst({ notes }: Context, groups: Group[]): Group[] {
  const unlikely = groups.filter(({ move }) => isUnlikely(move));
  if (unlikely.length === 0) return groups;
  const models = [...new Set(unlikely.map(({ move }) => move.event.model))].slice(0, NAMED_IN_NOTE);
  notes.add("unlikely_moves", { count: unlikely.length, models });
  return [...groups.filter((group) => !unlikely.includes(group)), ...unlikely];
}

function sorted(context: Context, groups: Group[]): Group[] {
  const { by, order } = context.query.sort ?? { by: "released", order: "desc" };
  const isOfficial = ({ move }: Group) => Number(move.event.official);
  if (by !== "change" && by !== "change_abs")
    return groups.sort((a, b) => isOfficial(b) - isOfficial(a) || byDay(a.move, b.move));
  const sign = order === "asc" ? 1 : -1;
  groups.sort((a, b) => sign * (sizeOf(a.move, by) - sizeOf(b.move, by)) || isOfficial(b) - isOfficial(a));
  return likelyFirst(context, groups);
}

function sizeOf({ percent, before, after }: Move, by: "change" | "change_abs"): number {
  return Math.abs(by === "change" ? Number(percent ?? 0) : Number(after ?? 0) - Number(before ?? 0));
}

function byDay(a: Move, b: Move): number {
  if (a.date === b.date) return 0;
  return a.date < b.date ? 1 : -1;
}
