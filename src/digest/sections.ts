import type { Quote } from "../catalog/catalog.ts";
import { addDays, dayOf } from "../catalog/days.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import { chooseRate, USUAL_CALL } from "../catalog/rates.ts";
import type { Price } from "../catalog/schema.ts";
import { Decimal } from "../lib/decimal.ts";
import type { SECTIONS } from "../query/query.ts";
import type { Line, Prices, Section, SectionName } from "../view/edition/content.ts";
import { followersIn } from "./sellers.ts";

/** Lines of a section; more are counted. */
const LINES = 12;
/** What is announced, and promotions that end, are news this many days ahead. */
export const AHEAD_DAYS = 14;
const RETIRED_NAMED = 6;

type Of<K extends CatalogEvent["kind"]> = Extract<CatalogEvent, { kind: K }>;

/**
 * The sections of an edition from what vendors did, weightiest first, and from what ends soon. `lookup` is the offer of
 * an event's model that a lookup shows: a new model is told by it.
 */
export function sectionsOf(
  events: readonly CatalogEvent[],
  lookup: (event: CatalogEvent) => Quote | undefined,
  ending: readonly Quote[],
  wanted?: readonly (typeof SECTIONS)[number][],
): Section[] {
  const lines: Record<SectionName, Line[]> = {
    cuts: moves(events, "down"),
    rises: moves(events, "up"),
    new: only(events, "new_model").flatMap((event) => newLine(event, lookup(event)) ?? []),
    free: [...only(events, "free").map(freeLine), ...only(events, "paid").map(paidLine)],
    announced: [...promises(events), ...ending.flatMap((quote) => endLine(quote) ?? [])],
    retired: retirements(only(events, "retired")),
  };
  return (Object.entries(lines) as [SectionName, Line[]][])
    .filter(([name, own]) => own.length > 0 && (!wanted || wanted.includes(name)))
    .map(([name, own]) => ({ name, lines: own.slice(0, LINES), left: Math.max(0, own.length - LINES) }));
}

function only<K extends CatalogEvent["kind"]>(events: readonly CatalogEvent[], kind: K): Of<K>[] {
  return events.filter((event): event is Of<K> => event.kind === kind);
}

const who = (event: CatalogEvent) => ({
  ...{ model: event.model, provider: event.provider },
  followers: followersIn(event),
});

type Moved = Of<"price" | "promotion" | "announced" | "cancelled" | "unconfirmed">;

/** Prices that went one way, the biggest steps first; reports that nobody confirmed come last. */
function moves(events: readonly CatalogEvent[], way: "down" | "up"): Line[] {
  const moved = [...only(events, "price"), ...only(events, "promotion"), ...only(events, "unconfirmed")];
  const same = moved.filter((event) => event.changes.length > 0 && wayOf(event) === way);
  return same
    .sort((a, b) => Number(a.kind === "unconfirmed") - Number(b.kind === "unconfirmed") || stepOf(b) - stepOf(a))
    .map((event) => moveLine(event));
}

/** Up or down by what a call with three tokens in for each one out costs, where the sides differ. */
function wayOf({ changes, after }: Moved): "down" | "up" {
  const units = chooseRate(after.rates, { ...USUAL_CALL, thinking: false })?.units ?? {};
  const blend = (side: "before" | "after") => {
    const amount = (unit: "input" | "output") =>
      new Decimal(changes.find((change) => change.unit === unit)?.[side] ?? units[unit] ?? 0);
    return amount("input").times(3).plus(amount("output"));
  };
  const [before, next] = [blend("before"), blend("after")];
  if (!before.eq(next)) return next.lt(before) ? "down" : "up";
  const [first] = changes;
  return first && new Decimal(first.after).lt(first.before) ? "down" : "up";
}

/** The biggest step of any side, in percent. */
function stepOf({ changes }: Moved): number {
  return Math.max(...changes.map(({ percent }) => Math.abs(Number(percent ?? 0))));
}

const AS: Record<Exclude<Moved["kind"], "price">, Extract<Line, { kind: "move" }>["as"]> = {
  promotion: "promotion",
  announced: "announced",
  cancelled: "cancelled",
  unconfirmed: "unconfirmed",
};

function moveLine(event: Moved): Line {
  const { currency, changes, effective, dated } = event;
  const came = event.kind === "price" ? REASONS[event.reason ?? "none"] : AS[event.kind];
  const until = event.kind === "promotion" ? event.until : undefined;
  const as = { ...(came && { as: came }), ...(until && { until }) };
  return { kind: "move", ...who(event), currency, changes, day: effective, dated, ...as };
}

const REASONS = { promotion_ended: "promotion_ended", announced: "announced_came", none: undefined } as const;

/** What is to come, the soonest first, and what is not to come after all. */
function promises(events: readonly CatalogEvent[]): Line[] {
  const standing = only(events, "announced").filter(({ pending, changes }) => pending && changes.length > 0);
  return [...standing, ...only(events, "cancelled")]
    .sort((a, b) => (a.effective < b.effective ? -1 : Number(a.effective > b.effective)))
    .map((event) => moveLine(event));
}

function newLine(event: Of<"new_model">, quote: Quote | undefined): Line | undefined {
  const shown = pricesOf(quote?.price);
  const row = shown ?? pricesOf(event.after);
  if (!row) return undefined;
  const context = quote?.offer.context ?? quote?.model.context;
  const provider = shown && quote ? quote.provider.id : event.provider;
  return { kind: "new", ...who(event), provider, row, day: event.effective, ...(context && { context }) };
}

function freeLine(event: Of<"free">): Line {
  return { kind: "free", ...who(event), was: pricesOf(event.before), day: event.effective };
}

function paidLine(event: Of<"paid">): Line {
  const row = pricesOf(event.after) ?? { currency: event.currency, input: null, output: null };
  return { kind: "paid", ...who(event), row, day: event.effective };
}

/** A price in force whose source says that it ends soon. */
function endLine({ model, provider, price, announced }: Quote): Line | undefined {
  const row = pricesOf(price);
  if (!row || !price?.until) return undefined;
  const next = announced.find(({ from = "" }) => from > (price.until ?? ""));
  const then = pricesOf(next);
  const names = { model: model.id, provider: provider.id, followers: 0 };
  return { kind: "ends", ...names, row, until: price.until, ...(then && { then }) };
}

/** The quotes whose price in force ends in the days that an edition looks ahead. */
export function endingSoon(quotes: readonly Quote[], to: Date): Quote[] {
  const [first, last] = [dayOf(to), addDays(dayOf(to), AHEAD_DAYS)];
  return quotes.filter(({ official, gone, price }) => {
    return official && !gone && price?.until !== undefined && price.until >= first && price.until <= last;
  });
}

export function pricesOf(price: Price | undefined): Prices | undefined {
  if (price?.state !== "priced") return undefined;
  const units = chooseRate(price.rates, { ...USUAL_CALL, thinking: false })?.units;
  if (typeof units?.input !== "string" && typeof units?.output !== "string") return undefined;
  return { currency: price.currency, input: units.input ?? null, output: units.output ?? null };
}

/** A line a seller: who takes twenty models off the list does one thing. */
function retirements(events: readonly Of<"retired">[]): Line[] {
  const groups = new Map<string, { first: Of<"retired">; models: Set<string> }>();
  for (const event of events) {
    const key = `${event.provider} ${event.status ?? ""}`;
    const group = groups.get(key) ?? { first: event, models: new Set() };
    groups.set(key, group);
    group.models.add(event.model);
  }
  return [...groups.values()]
    .sort((a, b) => b.models.size - a.models.size)
    .map(({ first: { provider, status }, models }) => {
      const named = [...models].sort().slice(0, RETIRED_NAMED);
      return { kind: "retired", provider, models: named, left: models.size - named.length, ...(status && { status }) };
    });
}
