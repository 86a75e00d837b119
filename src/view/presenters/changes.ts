import { type ColumnSpec, plain, table, unit } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import type { Presenter, Scene } from "../scene.ts";

/** What moved in a period. */
export const changes: Presenter = (scene) => {
  const { answer, messages, query } = scene;
  const facts = derivedLines(scene);
  const period = periodOf(scene);
  if (answer.rows.length === 0) return { title: messages.titles.noChanges(period), facts };
  const title = messages.titles.changes({
    count: answer.count ?? answer.rows.length,
    ...period,
    moves: (query.moves ?? []).map((move) => messages.moves[move]),
  });
  return { title, table: table(scene, columnsOf(scene)), facts };
};

/** The days that the period meant, as the answer took it. */
function periodOf({ answer, query }: Scene): { from?: string; to?: string } {
  for (const { code, args } of answer.notes) {
    if (code !== "period") continue;
    // What was announced earlier and still stands is of no period.
    return answer.rows.some(({ date }) => date !== undefined && date >= args.from) || answer.rows.length === 0
      ? args
      : {};
  }
  const { from, to } = query.period ?? {};
  return { ...(from && { from }), ...(to && { to }) };
}

/** What was only listed or withdrawn has both its prices; what moved has them before and after. */
function columnsOf(scene: Scene): ColumnSpec[] {
  const { rows } = scene.answer;
  const figures = rows.some(({ before }) => (before ?? null) !== null)
    ? (["unit", "before", "after", "percent"] as const).map((key) => plain(scene, key))
    : [unit(scene, "input"), unit(scene, "output")];
  return [
    ...(["day", "model", "provider", "move"] as const).map((key) => plain(scene, key)),
    ...figures,
    ...(rows.some(({ move, from }) => move === "announced" && from) ? [plain(scene, "from")] : []),
    ...(rows.some(({ offers }) => offers) ? [plain(scene, "offers")] : []),
  ];
}
