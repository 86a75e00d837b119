import type { Quote } from "../catalog/catalog.ts";
import { type CatalogEvent, dayOfEvent, type UnitChange } from "../catalog/event.ts";
import { USUAL_CALL } from "../catalog/rates.ts";
import type { Day, Price } from "../catalog/schema.ts";
import { unitChanges } from "../catalog/unit-changes.ts";
import { UNIT_IDS, type UnitId } from "../catalog/units.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { plain } from "./money.ts";
import { rateOf } from "./price.ts";
import { rowOf } from "./rows.ts";

/** What happened to one unit of a model. Few of those that are found are shown, so rows are made of these alone. */
export interface Move {
  event: CatalogEvent;
  quote: Quote;
  kind: "new" | "retired" | "free" | "up" | "down" | "announced";
  date: Day;
  unit: UnitId;
  before: string | null;
  after: string | null;
  /** Signed; `null` where it did not go from one price to another. */
  percent: string | null;
  /** The price that its row shows. */
  price: Price | undefined;
}

/** The units whose moves are shown where a question names none. */
const UNITS: readonly UnitId[] = ["input", "output", "cache_read"];

/** What an event means to a reader: none, one, or one for each unit that moved. */
export function movesOf(context: Context, event: CatalogEvent): Move[] {
  const quote = quoteOf(context, event);
  if (!quote) return [];
  const { kind } = event;
  if (kind === "new_model") return [inputMove(context, quote, event, "new", event.after)];
  if (kind === "retired") return event.official ? [inputMove(context, quote, event, "retired", event.before)] : [];
  if (kind === "free") return [inputMove(context, quote, event, "free", event.after, event.before)];
  if (kind === "price" || kind === "promotion" || kind === "announced") return unitMoves(context, quote, event);
  return [];
}

/** The offer of an event as it stands on the day asked. */
export function quoteOf({ market }: Context, { model, offer }: CatalogEvent): Quote | undefined {
  return market.of(model).find((one) => one.offer.id === offer);
}

/** What came or went, by its input price. */
function inputMove(
  { situation }: Context,
  quote: Quote,
  event: CatalogEvent,
  kind: "new" | "retired" | "free",
  price = quote.price,
  old?: Price,
): Move {
  const inputOf = (of: Price | undefined) => plain(rateOf(of, situation)?.units.input);
  const [before, after] = kind === "retired" ? [inputOf(price), null] : [inputOf(old), inputOf(price)];
  return { event, quote, kind, date: dayOfEvent(event), unit: "input", before, after, percent: null, price };
}

type Moved = Extract<CatalogEvent, { kind: "price" | "promotion" | "announced" }>;

function unitMoves(context: Context, quote: Quote, event: Moved): Move[] {
  const date = dayOfEvent(event);
  return changesFor(context, event).map(({ unit, before, after, percent }) => {
    const direction = Number(after) < Number(before) ? "down" : "up";
    const kind = event.kind === "announced" ? "announced" : direction;
    return { event, quote, kind, date, unit, before, after, percent, price: event.after };
  });
}

/** The event's changes for the request that the question has in mind. */
function changesFor({ situation, query }: Context, { before, after, changes }: Moved): UnitChange[] {
  const usual = situation.prompt === USUAL_CALL.prompt && !situation.thinking;
  const all = usual || !before ? changes : unitChanges(before, after, situation);
  const asked = UNIT_IDS.filter((unit) => query.fields?.some((field) => field === unit));
  const wanted = asked.length > 0 ? asked : UNITS;
  return all.filter(({ unit }) => wanted.includes(unit));
}

/** The row of a move; `offers` counts the others that moved alike. */
export function moveRow(context: Context, move: Move, offers: number): AnswerRow {
  const { event, quote, kind, date, unit, before, after, percent, price } = move;
  const from = event.kind === "announced" && { from: event.effective };
  const until = event.kind === "promotion" && event.until && { to: event.until };
  const row = rowOf(context, price ? { ...quote, price } : quote);
  return { ...row, unit, before, after, percent, move: kind, date, dated: event.dated, ...from, ...until, offers };
}
