import type { Quote } from "../catalog/catalog.ts";
import { type CatalogEvent, dayOfEvent, type UnitChange } from "../catalog/event.ts";
import { followersOf } from "../catalog/group-events.ts";
import { USUAL_CALL } from "../catalog/rates.ts";
import type { Price } from "../catalog/schema.ts";
import { unitChanges } from "../catalog/unit-changes.ts";
import { UNIT_IDS, type UnitId } from "../catalog/units.ts";
import type { AnswerRow } from "./answer.ts";
import type { Context } from "./context.ts";
import { plain } from "./money.ts";
import { rateOf } from "./price.ts";
import { rowOf } from "./rows.ts";

/** The units whose moves are shown where a question names none. */
const UNITS: readonly UnitId[] = ["input", "output", "cache_read"];

/** What an event means to a reader: none, one, or a row for each unit that moved. */
export function movesOf(context: Context, event: CatalogEvent): AnswerRow[] {
  const quote = quoteOf(context, event);
  if (!quote) return [];
  const { kind } = event;
  if (kind === "new_model") return [listed(context, quote, event, "new", event.after)];
  if (kind === "retired") return event.official ? [listed(context, quote, event, "retired", event.before)] : [];
  if (kind === "free") return [listed(context, quote, event, "free", event.after, event.before)];
  if (kind === "price" || kind === "promotion" || kind === "announced") return unitMoves(context, quote, event);
  return [];
}

/** The offer of an event as it stands on the day asked. */
export function quoteOf({ market }: Context, { model, offer }: CatalogEvent): Quote | undefined {
  return market.of(model).find((one) => one.offer.id === offer);
}

/** What came or went, by its input price. */
function listed(
  context: Context,
  quote: Quote,
  event: CatalogEvent,
  move: string,
  price: Price | undefined,
  old?: Price,
): AnswerRow {
  const row = priceRow(context, quote, price);
  const was = move === "retired" ? row.input : plain(rateOf(old, context.situation)?.units.input);
  const figures = { before: was, after: move === "retired" ? null : row.input, percent: null };
  return { ...row, unit: "input", ...figures, move, date: dayOfEvent(event), dated: event.dated, ...followed(event) };
}

function priceRow(context: Context, quote: Quote, price: Price | undefined): AnswerRow {
  return rowOf(context, price ? { ...quote, price } : quote);
}

type Moved = Extract<CatalogEvent, { kind: "price" | "promotion" | "announced" }>;

function unitMoves(context: Context, quote: Quote, event: Moved): AnswerRow[] {
  const row = priceRow(context, quote, event.after);
  const day = { date: dayOfEvent(event), dated: event.dated };
  const from = event.kind === "announced" ? { from: event.effective } : {};
  const until = event.kind === "promotion" && event.until ? { to: event.until } : {};
  return changesFor(context, event).map(({ unit, before, after, percent }) => {
    const move = event.kind === "announced" ? "announced" : Number(after) < Number(before) ? "down" : "up";
    return { ...row, unit, before, after, percent, move, ...day, ...from, ...until, ...followed(event) };
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

function followed(event: CatalogEvent): { offers: number } {
  return { offers: followersOf(event) };
}
