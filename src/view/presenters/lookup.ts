import type { AnswerRow } from "../../answer/answer.ts";
import { tierOf } from "../cells.ts";
import { type ColumnSpec, columnsFor, plain, stateColumn, table, tierColumn } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { factOf, unitsOf } from "../fields.ts";
import type { Field } from "../messages/messages.ts";
import { billed, priceParts, stateOf } from "../prices.ts";
import { distinct, type Presented, type Presenter, pastDay, type Scene, who } from "../scene.ts";
import type { Table } from "../view.ts";

/** The price of one offer in a sentence, of several in a table. */
export const lookup: Presenter = (scene) => {
  const { answer } = scene;
  const [row] = answer.rows;
  const facts = derivedLines(scene);
  if (!row) return { title: scene.messages.titles.notFound, facts };
  if (answer.rows.length === 1) return { title: sentence(scene, row), ...tiers(scene, row), facts };
  return { ...several(scene), facts };
};

const fieldsOf = ({ query, answer }: Scene): Field[] => query.fields ?? usual(answer.rows);

function usual(rows: readonly AnswerRow[]): Field[] {
  const hasCache = rows.some((row) => (row.cacheRead ?? null) !== null);
  return hasCache ? ["price", "cache_read"] : ["price"];
}

function sentence(scene: Scene, row: AnswerRow): string {
  const { messages, voice, answer } = scene;
  const { titles, facts, words } = messages;
  const fields = fieldsOf(scene);
  const units = distinct(fields.flatMap((field) => unitsOf(field, answer.rows)));
  const others = fields
    .filter((field) => unitsOf(field, answer.rows).length === 0 && field !== "tiers" && field !== "providers")
    .map((field) =>
      field === "name" ? voice.quote(row.name) : facts.fact(messages.fields[field], factOf(scene, row, field, true)),
    );
  const stated = units.filter((unit) => (billed(row, unit) ?? null) !== null);
  if (units.length === 0)
    return titles.facts({
      who: others.length > 0 ? voice.model(row.model) : who(scene, row),
      facts: others,
    });
  if (stated.length === 0 || row.state === "free" || row.state === "plan") {
    const state = titles.state({
      who: who(scene, row),
      state: row.state === "priced" ? "unknown" : row.state,
      ...pastDay(scene),
    });
    return others.length > 0 ? titles.facts({ who: state, facts: others }) : state;
  }
  const condition = row.tier ? tierOf(scene, row, row.tier) : "";
  const marks = [stateOf(scene, row), condition].filter((mark) => mark !== "");
  const subject = words.at(voice.model(row.model), voice.provider(row.provider), marks);
  const price = titles.price({ who: subject, parts: priceParts(scene, row, units), ...pastDay(scene) }, voice);
  return others.length > 0 ? titles.join([price, ...others]) : price;
}

function several(scene: Scene): Presented {
  const { answer, messages, voice } = scene;
  const names = distinct(answer.rows.map(({ model }) => voice.model(model)));
  const specs: ColumnSpec[] = [
    plain(scene, "model"),
    plain(scene, "provider"),
    ...columnsFor(scene, fieldsOf(scene)),
    ...tierColumn(scene),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return {
    title: messages.titles.prices({ names: names.slice(0, 4), ...pastDay(scene) }, voice),
    table: table(scene, specs),
  };
}

/** One offer whose price depends on the request: a row a rate, unless one tier was asked for. */
function tiers(scene: Scene, row: AnswerRow): { table?: Table } {
  if (!row.tiers || row.tiers.length < 2 || scene.query.tier) return {};
  const rows = (row.tiers ?? []).map(({ when, units }) => ({
    ...row,
    units,
    input: units.input ?? null,
    output: units.output ?? null,
    cacheRead: units.cache_read ?? null,
    tier: when,
  }));
  const fields = fieldsOf(scene).filter((field) => field !== "tiers");
  const priced = fields.filter((field) => unitsOf(field, rows).length > 0);
  if (fields.length > 0 && priced.length === 0) return {};
  const specs = [
    plain(scene, "tier"),
    ...columnsFor(scene, priced.length > 0 ? priced : usual(rows)),
    plain(scene, "date"),
  ];
  return { table: { ...table(scene, specs, rows), total: rows.length } };
}
