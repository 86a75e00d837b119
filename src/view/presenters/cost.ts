import type { AnswerRow } from "../../answer/answer.ts";
import { arithmetic, workload } from "../arithmetic.ts";
import { tierOf } from "../cells.ts";
import { cacheColumn, plain, stateColumn, table, tierColumn, unit } from "../columns.ts";
import { derivedLines } from "../derived.ts";
import { costOf } from "../prices.ts";
import { type Presenter, type Scene, who } from "../scene.ts";
import { subject } from "./rank.ts";

const SHOWN_IN_FULL = 3;

/** What a workload costs: the sum in a sentence, its arithmetic below. */
export const cost: Presenter = (scene) => {
  const { answer, messages } = scene;
  const [row] = answer.rows;
  const sums = [
    ...answer.rows.slice(0, SHOWN_IN_FULL).flatMap((each) => arithmetic(scene, each, answer.rows.length > 1)),
    ...answer.rows.slice(0, SHOWN_IN_FULL).flatMap((each) => rangeOf(scene, each)),
  ];
  const derived = derivedLines(scene);
  const isCompared = answer.rows.length > 1 && !answer.derived?.some(({ figure }) => figure === "cost");
  const [verdict] = isCompared ? derived : [];
  const facts = [
    ...(verdict === undefined ? [] : derived.slice(1)),
    ...sums,
    ...(verdict === undefined ? derived : []),
  ];
  if (!row) return { title: messages.titles.notFound, facts };
  if (answer.rows.length === 1) return { title: sentence(scene, row), facts };
  const specs = [
    ...subject(scene),
    plain(scene, "cost"),
    unit(scene, "input"),
    unit(scene, "output"),
    ...cacheColumn(scene),
    ...tierColumn(scene),
    ...stateColumn(scene),
    plain(scene, "date"),
  ];
  return {
    title: verdict ?? messages.titles.costs(workload(scene)),
    table: table(scene, specs),
    facts,
  };
};

function sentence(scene: Scene, row: AnswerRow): string {
  const { titles, words } = scene.messages;
  const { voice } = scene;
  if (row.cost === null || row.cost === undefined) {
    // A count with neither side named has its two costs among the facts.
    const isDerived = scene.answer.derived?.some(({ figure }) => figure === "cost");
    return isDerived ? titles.costs(workload(scene)) : titles.noCost(who(scene, row));
  }
  const marks = row.tier ? [tierOf(scene, row, row.tier)] : [];
  const named = words.at(voice.model(row.model), voice.provider(row.provider), marks);
  return titles.cost({
    who: named,
    cost: costOf(scene, row),
    workload: workload(scene),
  });
}

function rangeOf({ messages, voice, answer }: Scene, row: AnswerRow): string[] {
  const range = row.converted?.costRange ?? row.costRange;
  if (!range) return [];
  const currency = row.converted?.costRange ? row.converted.currency : row.currency;
  const sentence = messages.facts.costRange(voice.money(range.low, currency), voice.money(range.high, currency));
  return [answer.rows.length > 1 ? `${voice.model(row.model)}${messages.words.colon}${sentence}` : sentence];
}
