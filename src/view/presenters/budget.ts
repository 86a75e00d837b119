import type { AnswerRow } from "../../answer/answer.ts";
import { callOf } from "../arithmetic.ts";
import { cacheColumn, plain, stateColumn, table, tierColumn, unit } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { priceParts } from "../prices.ts";
import { type Presenter, type Scene, who } from "../scene.ts";
import { subject, tokenColumns } from "./rank.ts";

const SIDES = ["input", "output", "cacheRead", "mixed", "units"] as const;

/** What an amount of money buys. */
export const budget: Presenter = (scene) => {
  const { answer, messages, query, voice } = scene;
  const [row] = answer.rows;
  const facts = derivedLines(scene);
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
    ...cacheColumn(scene),
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

function bought(scene: Scene, row: AnswerRow): string[] {
  const { messages, voice, query } = scene;
  const { buys } = messages.facts;
  const ratio = query.blend && `${query.blend.input}:${query.blend.output}`;
  return SIDES.flatMap((side) => {
    const count = row.tokens?.[side];
    if (count === undefined) return [];
    const digits = voice.count(count);
    if (side === "units") return [buys.units(digits, callOf(scene) || undefined)];
    return [buys[side](digits, messages.words.big(count), ratio)];
  });
}

function priceLine(scene: Scene, row: AnswerRow): string {
  const { messages, voice } = scene;
  const cached = cacheColumn(scene).length > 0 ? (["cache_read"] as const) : [];
  const prices = voice.prices(priceParts(scene, row, ["input", ...cached, "output"]));
  return `${messages.words.at(voice.model(row.model), voice.provider(row.provider))}${messages.words.colon}${prices}`;
}
