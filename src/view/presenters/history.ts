import { UNITS } from "../../catalog/units.ts";
import { columnsFor, plain, stateColumn, table, unit } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { distinct, type Presenter } from "../scene.ts";

/** The prices of a model over time, oldest first. */
export const history: Presenter = (scene) => {
  const { answer, messages, voice, query } = scene;
  const facts = derivedLines(scene);
  if (answer.rows.length === 0) return { title: messages.titles.notFound, facts };
  const models = distinct(answer.rows.map(({ model }) => model));
  const providers = distinct(answer.rows.map(({ provider }) => provider));
  const hasCache = answer.rows.some((row) => (row.cacheRead ?? null) !== null);
  const usual = [unit(scene, "input"), unit(scene, "output"), ...(hasCache ? [unit(scene, "cache_read")] : [])];
  const asked = columnsFor(scene, query.fields ?? []).filter(({ key }) => Object.hasOwn(UNITS, key));
  const specs = [
    ...(models.length > 1 ? [plain(scene, "model")] : []),
    ...(providers.length > 1 ? [plain(scene, "provider")] : []),
    plain(scene, "from"),
    plain(scene, "to"),
    ...(asked.length > 0 ? asked : usual),
    plain(scene, "kind"),
    ...stateColumn(scene),
    plain(scene, "source"),
  ];
  const [row] = answer.rows;
  const names =
    models.length === 1 && providers.length === 1 && row
      ? [voice.at(row.model, row.provider)]
      : models.map(voice.model);
  const title = messages.titles.history({ names, prices: answer.rows.length });
  // Whether it rose or fell is what one course is asked for.
  const [course, ...others] = models.length === 1 ? facts : [];
  if (course === undefined) return { title, table: table(scene, specs), facts };
  return { title: messages.titles.join([title, course]), table: table(scene, specs), facts: others };
};
