import type { en, zh } from "chrono-node";
import { require } from "../../../lib/require.ts";
import { dayOf } from "../../days.ts";
import { type Item, means } from "../../item.ts";
import { point, type Reader } from "./found.ts";

/** How much of the text after a word chrono is given: its cost grows with the text. */
const WINDOW = 40;
const HAN = /^\p{Script=Han}/u;

/** Days by their own words ("yesterday", "the day before yesterday", 大前天, 昨晚) by chrono, in a short window. */
export const rarely: Reader = (items, i, { text, today }) => {
  const item = items[i];
  if (item === undefined || !means(item, "t", "chrono")) return undefined;
  const window = text.slice(item.start, item.start + WINDOW);
  const [found] = casualIn(HAN.test(window) ? "zh" : "en").parse(window, new Date(`${today}T12:00:00Z`));
  if (found === undefined || found.index > 0) return undefined;
  const { start } = found;
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return undefined;
  return point(dayOf(year, month, day), coveredBy(items, i, item.start + found.text.length));
};

/** What chrono's one Chinese locale calls traditional knows fewer words; the text is simplified by now. */
function casualIn(language: "en" | "zh"): typeof en.casual {
  if (language === "en") return (require("chrono-node/en") as typeof en).casual;
  return (require("chrono-node/zh/hans") as typeof zh.hans).casual;
}

/** How many items from place `i` on lie before an offset. */
function coveredBy(items: readonly Item[], i: number, end: number): number {
  let take = 1;
  while ((items[i + take]?.end ?? Number.POSITIVE_INFINITY) <= end) take += 1;
  return take;
}
