import type { AnswerRow } from "../../answer/answer.ts";
import { type ColumnSpec, plain, table } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { inert } from "../inert.ts";
import type { Messages } from "../messages/messages.ts";
import { own } from "../own.ts";
import { type Presented, type Presenter, pastDay, type Scene } from "../scene.ts";
import { orderOf, rankTable } from "./rank.ts";

/** All that satisfy, with their prices; or how many they are. */
export const list: Presenter = (scene) => {
  const { answer, query, messages, voice } = scene;
  const of = query.of ?? "models";
  const count = answer.count ?? answer.rows.length;
  const facts = derivedLines(scene);
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
  return { table: rankTable(scene, query.sort || query.workload ? orderOf(scene).by : "input") };
}

/** Rows that are providers or labs: their names and what is known of each. */
function sellers(scene: Scene) {
  const { answer, query, messages } = scene;
  const keys = (["models", "kind", "origin"] as const).filter((key) => answer.rows.some(({ facts }) => facts?.[key]));
  const facts = keys.map(
    (key): ColumnSpec => ({
      key,
      label: messages.sellers[key],
      align: key === "models" ? "right" : "left",
      cell: (row) => said(messages, row, key),
    }),
  );
  return table(scene, [plain(scene, query.of === "labs" ? "lab" : "provider"), ...facts]);
}

function said({ words, providerKinds, origins }: Messages, { facts }: AnswerRow, key: string): string {
  const value = facts?.[key];
  if (value === undefined || value === null) return words.none;
  const known: Record<string, string> = { ...providerKinds, ...origins };
  return own(known, String(value)) ?? inert(String(value));
}
