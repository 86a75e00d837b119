import type { AnswerRow } from "../answer/answer.ts";
import type { Currency } from "../catalog/schema.ts";
import type { UnitId } from "../catalog/units.ts";
import type { Scene } from "./scene.ts";

/** The amount of a unit in the currency that the row is billed in. */
export function billed(row: AnswerRow, unit: UnitId): string | null | undefined {
  const amount = row.units?.[unit];
  if (amount !== undefined) return amount;
  if (unit === "input" || unit === "output") return row[unit];
  return unit === "cache_read" ? row.cacheRead : undefined;
}

function converted({ converted: to }: AnswerRow, unit: UnitId): string | null | undefined {
  if (!to) return undefined;
  return to.units?.[unit] ?? (unit === "input" || unit === "output" ? to[unit] : undefined);
}

/**
 * An amount in the currency asked for with the billed one behind it; with both asked, the billed one leads.
 * `say` turns an amount into words.
 */
function inBoth(
  { query, messages }: Scene,
  row: AnswerRow,
  amounts: {
    billed: string | null | undefined;
    converted: string | null | undefined;
  },
  say: (amount: string | null | undefined, currency: Currency) => string,
): string {
  const own = say(amounts.billed, row.currency);
  if (!row.converted || amounts.converted === null || amounts.converted === undefined) return own;
  const other = say(amounts.converted, row.converted.currency);
  return Array.isArray(query.currency) ? messages.words.converted(own, other) : messages.words.converted(other, own);
}

/** A unit's price as a person reads it: a free one says so, a plan has none, an unknown one is "not stated". */
export function unitPrice(scene: Scene, row: AnswerRow, unit: UnitId): string {
  const { messages, voice } = scene;
  const amount = billed(row, unit);
  const isNothing = amount === undefined || amount === null || Number(amount) === 0;
  if (isNothing && row.state === "free") return messages.states.free;
  if (isNothing && (row.state === "trial" || row.state === "plan")) return messages.words.none;
  return inBoth(scene, row, { billed: amount, converted: converted(row, unit) }, (value, currency) =>
    voice.unitAmount(unit, value, currency),
  );
}

/** The blended price of a row. */
export function blendPrice(scene: Scene, row: AnswerRow): string {
  if (row.state === "free" && (row.blend === null || Number(row.blend) === 0)) return scene.messages.states.free;
  return inBoth(scene, row, { billed: row.blend, converted: row.converted?.blend }, scene.voice.price);
}

/** The cost of the workload with a row. */
export function costOf(scene: Scene, row: AnswerRow): string {
  const { messages, voice } = scene;
  const say = (amount: string | null | undefined, currency: Currency) =>
    amount === null || amount === undefined ? messages.words.notStated : voice.money(amount, currency);
  return inBoth(scene, row, { billed: row.cost, converted: row.converted?.cost }, say);
}

/** "$0.15 in, $0.6 out", as many as asked for. */
export function priceParts(scene: Scene, row: AnswerRow, units: readonly UnitId[]): string[] {
  const { messages } = scene;
  return units.map((unit) => {
    const price = unitPrice(scene, row, unit);
    return messages.words.unitPrice(messages.units[unit], price === messages.words.notStated ? undefined : price);
  });
}

/** The word for a state that the figures do not say themselves: "trial", "unverified", "package", "your price". */
export function stateOf({ messages }: Scene, row: AnswerRow): string {
  const words = [
    messages.states[row.state],
    row.list === undefined ? "" : (messages.kinds[row.list] ?? ""),
    row.given ? messages.words.given : "",
  ];
  return messages.words.list(words.filter((word) => word !== ""));
}
