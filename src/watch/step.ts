import type { CatalogEvent, UnitChange } from "../catalog/event.ts";
import { Decimal } from "../lib/decimal.ts";
import type { Watch } from "../ports/records.ts";
import { type Condition, conditionOf, type Order, orderOf } from "./condition.ts";
import type { Convert, Seen, Sides } from "./seen.ts";

/** A watch that fired arms again once the price has been on the other side for so long. */
const REARM_MS = 24 * 3_600_000;

/** What an event does to a watch: its new record where that changes, and whether it is to be told. */
export interface Step {
  watch?: Watch;
  fires: boolean;
}

const NOTHING: Step = { fires: false };

/** Whether a price moved in truth. */
export const isMove = ({ kind }: CatalogEvent): boolean => MOVES.has(kind);

const MOVES: ReadonlySet<CatalogEvent["kind"]> = new Set(["price", "promotion", "free", "paid"]);
/** These may make another offer the one that a lookup shows. */
const SWITCHES: ReadonlySet<CatalogEvent["kind"]> = new Set(["new_host", "retired"]);

/** An event, when it was accepted, what a lookup of its model shows after it, and the rate of that day. */
export interface Happened {
  event: CatalogEvent;
  at: Date;
  seen: Seen | undefined;
  convert: Convert;
}

/**
 * What an accepted event means to a watch of one model. Corrections move what is compared with and fire nothing; what
 * moves without an event, as an exchange rate does, is never looked at.
 */
export function step(watch: Watch, happened: Happened): Step {
  const { event, seen, at, convert } = happened;
  const order = orderOf(watch);
  const condition = conditionOf(watch);
  if (condition.kind === "new_model") return NOTHING;
  if (condition.kind === "new_host") return host(watch, event, condition, convert);
  if (!seen || !concerns(event, seen)) return NOTHING;
  if (event.kind === "correction") return corrected(watch, order, condition, seen, convert);
  if (!isMove(event) && !SWITCHES.has(event.kind)) return NOTHING;
  if (condition.kind === "below" || condition.kind === "above")
    return line(watch, { condition, seen, on: order.on ?? "price", changes: changesOf(event, seen), at, convert });
  return against(watch, order, condition.kind, { ...happened, seen });
}

/** Whether an event is about the offer shown: that it moved, came, or came to be shown since another one went. */
function concerns(event: CatalogEvent, { offer }: Seen): boolean {
  if (event.kind === "retired") return event.offer !== offer;
  return event.offer === offer || event.following.some((one) => one.offer === offer);
}

/** What moved of the offer shown; nothing where it only came to be shown. */
function changesOf(event: CatalogEvent, { offer }: Seen): readonly UnitChange[] {
  if (!("changes" in event)) return [];
  return event.offer === offer ? event.changes : (event.following.find((one) => one.offer === offer)?.changes ?? []);
}

type Line = Extract<Condition, { kind: "below" | "above" }>;

interface Crossing {
  condition: Line;
  seen: Seen;
  on: keyof Sides;
  changes: readonly UnitChange[];
  at: Date;
  convert: Convert;
}

/** A watch with a line: fires when the price is taken across, and again after it was away for a day. */
function line(watch: Watch, crossing: Crossing): Step {
  const { condition, at } = crossing;
  const beyond = isBeyond(condition, crossing.on, crossing.seen, crossing.convert);
  const { awaySince, ...rest } = watch;
  if (!beyond) {
    if (watch.armed || awaySince !== undefined) return NOTHING;
    return { watch: { ...watch, awaySince: at.toISOString() }, fires: false };
  }
  const isArmed = watch.armed || (awaySince !== undefined && at.getTime() - Date.parse(awaySince) >= REARM_MS);
  if (isArmed && movedThere(crossing)) return { watch: { ...rest, armed: false }, fires: true };
  return awaySince !== undefined && !isArmed ? { watch: rest, fires: false } : NOTHING;
}

/** Whether the price lies beyond the line: with no side named, both sides do. */
export function isBeyond(condition: Line, on: keyof Sides, seen: Seen, convert: Convert): boolean {
  const { sides, currency } = seen;
  const isSideBeyond = (side: Decimal | null): boolean => {
    const amount = side && convert(side, currency, condition.currency);
    if (!amount) return false;
    return condition.kind === "below" ? amount.lt(condition.amount) : amount.gt(condition.amount);
  };
  return on === "price" ? isSideBeyond(sides.input) && isSideBeyond(sides.output) : isSideBeyond(sides[on]);
}

/** Whether a side that counts moved towards the line: a price that rises below it, since a rate moved, is no news. */
function movedThere({ condition, on, changes }: Crossing): boolean {
  const own = ofSide(changes, on);
  if (changes.length === 0) return true;
  return own.some(({ before, after }) => new Decimal(after).lt(before) === (condition.kind === "below"));
}

export function ofSide(changes: readonly UnitChange[], on: keyof Sides): UnitChange[] {
  return changes.filter(({ unit }) => (on === "price" ? unit === "input" || unit === "output" : unit === on));
}

/** A watch that compares with the price that it knows. */
function against(watch: Watch, order: Order, kind: "down" | "up" | "any", happened: Happened & { seen: Seen }): Step {
  const { event, seen, convert } = happened;
  const figure = figureOf(order, seen, convert);
  const own = ofSide(changesOf(event, seen), order.on ?? "price");
  if (kind === "any") {
    if (own.length === 0 && (figure === undefined || figure === watch.price)) return NOTHING;
    return { watch: known(watch, figure), fires: true };
  }
  if (figure === undefined || watch.price === undefined) return { watch: known(watch, figure), fires: false };
  const [now, last] = [new Decimal(figure), new Decimal(watch.price)];
  const isThere = kind === "down" ? now.lt(last) : now.gt(last);
  const moved =
    own.length === 0 || own.some(({ before, after }) => new Decimal(after).lt(before) === (kind === "down"));
  return isThere && moved ? { watch: known(watch, figure), fires: true } : NOTHING;
}

/** The price that a watch without a line compares with: of its side, in its currency, else the offer's. */
export function figureOf({ on = "price", currency }: Order, seen: Seen, convert: Convert): string | undefined {
  const amount = seen.sides[on];
  return amount ? convert(amount, seen.currency, currency ?? seen.currency)?.toFixed() : undefined;
}

function known(watch: Watch, figure: string | undefined): Watch {
  return figure === undefined ? watch : { ...watch, price: figure };
}

/** The price known was wrong, so that what it is compared with was. */
function corrected(watch: Watch, order: Order, { kind }: Condition, seen: Seen, convert: Convert): Step {
  if (kind === "below" || kind === "above") return NOTHING;
  return { watch: known(watch, figureOf(order, seen, convert)), fires: false };
}

type HostCondition = Extract<Condition, { kind: "new_host" }>;

/** A host that is new to the model, where its price is below the line, if there is one. */
function host(watch: Watch, event: CatalogEvent, { below }: HostCondition, convert: Convert): Step {
  if (event.kind !== "new_host" || watch.told === hostKey(event)) return NOTHING;
  const { on = "price" } = orderOf(watch);
  const { currency = "USD", rates = [] } = event.after ?? {};
  const units = rates[0]?.units;
  const sides = on === "price" ? [units?.input, units?.output] : [units?.[on]];
  const isBelow = (amount: string | null | undefined) =>
    typeof amount === "string" &&
    below !== undefined &&
    convert(new Decimal(amount), currency, below.currency)?.lt(below.amount);
  if (below && !sides.every(isBelow)) return NOTHING;
  return { watch: { ...watch, told: hostKey(event) }, fires: true };
}

const hostKey = ({ offer, effective }: CatalogEvent) => `${offer} ${effective}`;
