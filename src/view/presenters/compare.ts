import { arithmetic } from "../arithmetic.ts";
import { blendColumn, columnsFor, plain, stateColumn, table, tierColumn, unique } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import type { Field } from "../messages/messages.ts";
import { distinct, type Presenter, type Scene } from "../scene.ts";
import { subject, tokenColumns } from "./rank.ts";

/** Models side by side; the figure that was asked for leads. */
export const compare: Presenter = (scene) => {
  const { answer, voice, messages } = scene;
  const derived = derivedLines(scene);
  const names = distinct(answer.rows.map(({ model }) => voice.model(model)));
  const [headline, ...facts] = derived;
  const costs = answer.rows.flatMap((row) => arithmetic(scene, row, true));
  if (answer.rows.length === 0) return { title: headline ?? messages.titles.empty, facts };
  const title =
    headline ??
    (names.length > 4 ? messages.titles.prices({ names: names.slice(0, 4) }, voice) : messages.titles.versus(names));
  return { title, table: sideBySide(scene), facts: [...facts, ...costs] };
};

function sideBySide(scene: Scene) {
  const { query, answer } = scene;
  const hasCache = answer.rows.some((row) => (row.cacheRead ?? null) !== null);
  const usual: Field[] = ["price", ...(hasCache ? (["cache_read"] as const) : []), "context"];
  const specs = [
    ...(answer.rows.some(({ group }) => group !== undefined) ? [plain(scene, "group")] : []),
    ...subject(scene),
    ...columnsFor(scene, query.fields ?? usual),
    ...blendColumn(scene),
    ...(answer.rows.some(({ cost }) => cost !== undefined) ? [plain(scene, "cost")] : []),
    ...tokenColumns(scene),
    ...tierColumn(scene),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return table(scene, unique(specs));
}
