import type { AnswerRow } from "../../answer/answer.ts";
import { tierOf } from "../cells.ts";
import { columnsFor, plain, stateColumn, table, tierColumn } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { asksPrices, factOf, unitsOf, usualFields } from "../fields.ts";
import type { Field } from "../messages/messages.ts";
import { billed, priceParts, stateOf } from "../prices.ts";
import { distinct, type Presented, type Presenter, pastDay, type Scene, who } from "../scene.ts";
import type { Table } from "../view.ts";
import { subject } from "./rank.ts";

const NAMES_SHOWN = 4;
/** Asked for by these, an answer shows rows of prices. */
const SHOWN_AS_ROWS = new Set<Field>(["tiers", "providers"]);

/** The price of one offer in a sentence, of several in a table. */
export const lookup: Presenter = (scene) => {
  const { answer } = scene;
  const [row] = answer.rows;
  const facts = derivedLines(scene);
  if (!row) return { title: scene.messages.titles.notFound, facts };
  if (answer.rows.length === 1) return { title: sentence(scene, row), ...tiers(scene, row), facts };
  return { ...several(scene), facts };
};

/** The fields to show: those asked for, with prices where only rows of them were asked for. */
function fieldsOf({ query, answer, catalog }: Scene, rows = answer.rows): Field[] {
  const asked = (query.fields ?? []).filter((field) => !SHOWN_AS_ROWS.has(field));
  return asked.length > 0 ? asked : usualFields(catalog, rows);
}

function sentence(scene: Scene, row: AnswerRow): string {
  const { messages, voice, answer } = scene;
  const fields = fieldsOf(scene);
  const facts = fields
    .filter((field) => unitsOf(field, answer.rows).length === 0)
    .map((field) => factSentence(scene, row, field));
  const units = distinct(fields.flatMap((field) => unitsOf(field, answer.rows)));
  if (units.length === 0) return messages.titles.facts({ who: voice.model(row.model), facts });
  const stated = units.filter((unit) => (billed(row, unit) ?? null) !== null);
  const hasNoFigure = stated.length === 0 || row.state === "free" || row.state === "plan";
  return messages.titles.join([
    hasNoFigure ? stateSentence(scene, row) : priceSentence(scene, row, priceParts(scene, row, units)),
    ...facts,
  ]);
}

function factSentence(scene: Scene, row: AnswerRow, field: Field): string {
  const { messages, voice } = scene;
  if (field === "name") return voice.quote(row.name);
  return messages.facts.fact(messages.fields[field], factOf(scene, row, field, true));
}

function stateSentence(scene: Scene, row: AnswerRow): string {
  const state = row.state === "priced" ? "unknown" : row.state;
  return scene.messages.titles.state({ who: who(scene, row), state, ...pastDay(scene) });
}

function priceSentence(scene: Scene, row: AnswerRow, parts: string[]): string {
  const { messages, voice } = scene;
  const marks = [stateOf(scene, row), row.tier ? tierOf(scene, row, row.tier) : ""].filter((mark) => mark !== "");
  const named = messages.words.at(voice.model(row.model), voice.provider(row.provider), marks);
  return messages.titles.price({ who: named, parts, ...pastDay(scene) }, voice);
}

function several(scene: Scene): Presented {
  const { answer, query, messages, voice } = scene;
  const names = distinct(answer.rows.map(({ model }) => voice.model(model)));
  const fields = fieldsOf(scene);
  const rows = table(scene, [
    ...subject(scene),
    ...columnsFor(scene, fields),
    ...(asksPrices(scene) ? tierColumn(scene) : []),
    ...stateColumn(scene),
    plain(scene, "date"),
  ]);
  const listed = voice.list(names.slice(0, NAMES_SHOWN), names.length);
  if (query.fields?.includes("providers"))
    return { title: messages.titles.hosts({ listed, count: rows.total }), table: rows };
  const labels = asksPrices(scene) ? [] : fields.map((field) => messages.fields[field]);
  return { title: messages.titles.several({ listed, labels, ...pastDay(scene) }), table: rows };
}

/** The converted amounts of one of the row's rates. */
function tierIn(converted: NonNullable<AnswerRow["converted"]>, place: number): NonNullable<AnswerRow["converted"]> {
  const { units = {} } = converted.tiers?.[place] ?? {};
  return { currency: converted.currency, units, input: units.input ?? null, output: units.output ?? null };
}

/** One offer whose price depends on the request: a row a rate, unless one tier was asked for. */
function tiers(scene: Scene, { converted, ...row }: AnswerRow): { table?: Table } {
  if (!row.tiers || row.tiers.length < 2 || scene.query.tier || !asksPrices(scene)) return {};
  const rows = row.tiers.map(({ when, units }, place) => ({
    ...row,
    units,
    input: units.input ?? null,
    output: units.output ?? null,
    cacheRead: units.cache_read ?? null,
    tier: when,
    ...(converted && { converted: tierIn(converted, place) }),
  }));
  const priced = fieldsOf(scene, rows).filter((field) => unitsOf(field, rows).length > 0);
  const specs = [plain(scene, "tier"), ...columnsFor(scene, priced), plain(scene, "date")];
  return { table: { ...table(scene, specs, rows), total: rows.length } };
}
