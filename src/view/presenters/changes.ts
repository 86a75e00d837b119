import { derivedInWords } from "../arithmetic.ts";
import { plain, table } from "../columns.ts";
import type { Presenter } from "../scene.ts";

const COLUMNS = ["day", "model", "provider", "move", "unit", "before", "after", "percent", "offers"] as const;

/** What moved in a period. */
export const changes: Presenter = (scene) => {
  const { answer, messages, query } = scene;
  const facts = (answer.derived ?? []).map((derived) => derivedInWords(scene, derived));
  if (answer.rows.length === 0) return { title: messages.titles.noChanges, facts };
  const specs = COLUMNS.map((key) => plain(scene, key));
  const { from, to } = query.period ?? {};
  const title = messages.titles.changes({
    count: answer.count ?? answer.rows.length,
    ...(from && { from }),
    ...(to && { to }),
    moves: (query.moves ?? []).map((move) => messages.moves[move]),
  });
  return { title, table: table(scene, specs), facts };
};
