import { derivedInWords } from "../arithmetic.ts";
import { fact, plain, table } from "../columns.ts";
import { type Presented, type Presenter, pastDay, type Scene } from "../scene.ts";
import { rankTable } from "./rank.ts";

/** All that satisfy, with their prices; or how many they are. */
export const list: Presenter = (scene) => {
  const { answer, query, messages, voice } = scene;
  const of = query.of ?? "models";
  const count = answer.count ?? answer.rows.length;
  const facts = (answer.derived ?? []).map((derived) => derivedInWords(scene, derived));
  const title = query.count
    ? messages.titles.counted({ count, of }, voice)
    : messages.titles.found({ count, of, ...pastDay(scene) }, voice);
  if (answer.rows.length === 0) return { title: query.count ? title : messages.titles.empty, facts };
  return { title, ...rowsOf(scene), facts };
};

function rowsOf(scene: Scene): Pick<Presented, "table"> {
  const { query } = scene;
  if (query.of === "providers" || query.of === "labs") return { table: sellers(scene) };
  if (query.fields?.length === 1 && query.fields[0] === "name") return { table: table(scene, [plain(scene, "model")]) };
  return { table: rankTable(scene, query.sort?.by ?? "input") };
}

/** Rows that are providers or labs: their names and whatever counts the answer gives. */
function sellers(scene: Scene) {
  const { answer, query, messages } = scene;
  const keys = [...new Set(answer.rows.flatMap(({ facts }) => Object.keys(facts ?? {})))];
  const name = plain(scene, query.of === "labs" ? "lab" : "provider");
  const counts = keys.map((key) => ({
    ...fact(scene, "name"),
    key,
    label: messages.sellers[key] ?? key,
    cell: (row: (typeof answer.rows)[number]) => scene.voice.quote(String(row.facts?.[key] ?? messages.words.none)),
  }));
  return table(scene, [name, ...counts]);
}
