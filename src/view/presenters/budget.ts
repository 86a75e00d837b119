import type { AnswerRow } from "../../answer/answer.ts";
import { derivedInWords } from "../arithmetic.ts";
import { plain, stateColumn, table, tierColumn, unit } from "../columns.ts";
import { type Presenter, type Scene, who } from "../scene.ts";
import { subject, tokenColumns } from "./rank.ts";

const SIDES = ["input", "output", "cacheRead", "mixed", "units"] as const;

/** What an amount of money buys. */
export const budget: Presenter = (scene) => {
  const { answer, messages, query, voice } = scene;
  const [row] = answer.rows;
  const facts = (answer.derived ?? []).map((derived) => derivedInWords(scene, derived));
  const amount = query.budget ? voice.money(String(query.budget.amount), query.budget.currency) : "";
  if (!row) return { title: messages.titles.notFound, facts };
  if (answer.rows.length === 1) {
    const buys = bought(scene, row);
    if (buys.length === 0) return { title: messages.titles.noCost(who(scene, row)), facts };
    return {
      title: messages.titles.budget({
        budget: amount,
        who: who(scene, row),
        buys,
      }),
      facts: [priceLine(scene, row), ...facts],
    };
  }
  const specs = [
    ...subject(scene),
    ...tokenColumns(scene),
    unit(scene, "input"),
    unit(scene, "output"),
    ...tierColumn(scene),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return {
    title: messages.titles.budgets(amount),
    table: table(scene, specs),
    facts,
  };
};

function bought({ messages, voice }: Scene, row: AnswerRow): string[] {
  return SIDES.flatMap((side) => {
    const count = row.tokens?.[side];
    return count === undefined ? [] : [messages.facts.buys[side](voice.tokens(count))];
  });
}

function priceLine({ messages, voice }: Scene, row: AnswerRow): string {
  return `${messages.words.at(voice.model(row.model), voice.provider(row.provider))}${messages.words.colon}${voice.sides(row)}`;
}
