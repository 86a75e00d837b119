import { arithmetic } from "../arithmetic.ts";
import { blendColumn, columnsFor, groupColumn, plain, stateColumn, table, tierColumn, unique } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { asksPrices, usualFields } from "../fields.ts";
import { distinct, type Presenter, pastDay, type Scene } from "../scene.ts";
import { subject, tokenColumns } from "./rank.ts";

const NAMES_SHOWN = 4;

/** Models side by side; the figure that was asked for leads. */
export const compare: Presenter = (scene) => {
  const { answer, voice, messages } = scene;
  const derived = derivedLines(scene);
  const names = distinct(answer.rows.map(({ model }) => voice.model(model)));
  const [headline, ...facts] = derived;
  const costs = answer.rows.flatMap((row) => arithmetic(scene, row, true));
  if (answer.rows.length === 0) return { title: headline ?? messages.titles.empty, facts };
  const isPair = names.length > 1 && names.length <= NAMES_SHOWN;
  const listed = voice.list(names.slice(0, NAMES_SHOWN), names.length);
  const title =
    headline ??
    (isPair ? messages.titles.versus(names) : messages.titles.several({ listed, labels: [], ...pastDay(scene) }));
  return { title, table: sideBySide(scene), facts: [...facts, ...costs] };
};

function sideBySide(scene: Scene) {
  const { query, answer, catalog } = scene;
  const isPriced = asksPrices(scene);
  const specs = [
    ...(answer.rows.some(({ group }) => group !== undefined) ? [groupColumn(scene)] : []),
    ...subject(scene),
    ...columnsFor(scene, query.fields ?? [...usualFields(catalog, answer.rows), "context"]),
    ...(isPriced ? blendColumn(scene) : []),
    ...(answer.rows.some(({ cost }) => cost !== undefined) ? [plain(scene, "cost")] : []),
    ...tokenColumns(scene),
    ...(isPriced ? tierColumn(scene) : []),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return table(scene, unique(specs));
}
