import type { AnswerRow } from "../answer/answer.ts";
import { ABILITIES } from "../catalog/abilities.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { UnitId } from "../catalog/units.ts";
import { inert } from "./inert.ts";
import type { Field } from "./messages/messages.ts";
import { own } from "./own.ts";
import { billed } from "./prices.ts";
import type { Scene } from "./scene.ts";

const SIZES = new Set<Field>(["context", "max_output"]);
const isAbility = (field: Field) => (ABILITIES as readonly string[]).includes(field);

/** Whether a field is a number of tokens. */
export const isSize = (field: Field): boolean => SIZES.has(field);

/** What a row says of a field: "yes", "128K", "2024-07-18", "not stated"; sizes to the token with `exact`. */
export function factOf(scene: Scene, row: AnswerRow, field: Field, exact = false): string {
  const { words, statuses } = scene.messages;
  const value = row.facts?.[field] ?? { context: row.context, max_output: row.maxOutput }[field as "context"];
  if (value === undefined || value === null) return words.notStated;
  if (typeof value === "boolean") return yesOrNo(scene, field, value);
  if (typeof value === "number") return numberOf(scene, field, value, exact);
  return field === "status" ? (own(statuses, value) ?? inert(value)) : inert(value);
}

function yesOrNo({ messages: { words } }: Scene, field: Field, value: boolean): string {
  if (isAbility(field)) return value ? words.can : words.cannot;
  return value ? words.yes : words.no;
}

function numberOf({ messages: { words }, voice }: Scene, field: Field, value: number, exact: boolean): string {
  if (!isSize(field)) return voice.count(value);
  return exact ? words.tokens(voice.count(value)) : voice.size(value);
}

/** The units that a field of the question stands for, as far as the rows know them; none for what is no price. */
export function unitsOf(field: Field, rows: readonly AnswerRow[]): UnitId[] {
  const known = (units: UnitId[], fallback: UnitId[]) => {
    const found = units.filter((id) => rows.some((row) => billed(row, id) !== undefined));
    return found.length > 0 ? found : fallback;
  };
  switch (field) {
    case "price":
      return ["input", "output"];
    case "input":
    case "output":
    case "cache_read":
      return [field];
    case "cache_write":
      return known(["cache_write", "cache_write_5m", "cache_write_1h"], ["cache_write"]);
    case "batch":
      return known(["batch_input", "batch_output", "batch_cache_read"], ["batch_input", "batch_output"]);
    case "audio_price":
      return known(["audio_input", "audio_output", "audio_cache_read"], ["audio_input"]);
    default:
      return [];
  }
}

/** Whether the question is about prices at all, or only about other facts. */
export function asksPrices({ query, answer }: Scene): boolean {
  const fields = query.fields?.filter((field) => field !== "name");
  if (!fields || fields.length === 0) return true;
  return fields.some(
    (field) => field === "tiers" || field === "providers" || field === "free" || unitsOf(field, answer.rows).length > 0,
  );
}

/** What is shown of models whose prices are asked for: both sides, and cache reads where any is known. */
export function usualFields(catalog: Catalog, rows: readonly AnswerRow[]): Field[] {
  const hasOutput = rows.some(
    ({ model, output }) => output !== null || (catalog.models.get(model)?.kind ?? "text") === "text",
  );
  const hasCache = rows.some(({ cacheRead }) => (cacheRead ?? null) !== null);
  return [hasOutput ? "price" : "input", ...(hasCache ? (["cache_read"] as const) : [])];
}
