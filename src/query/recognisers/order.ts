import { dateEdges } from "./date-edges.ts";
import { dateSpans } from "./date-spans.ts";
import { dates } from "./dates.ts";
import { mixes } from "./mixes.ts";
import { moneys, ranges } from "./money.ts";
import { pers, prices, quantities } from "./quantities.ts";
import type { Recogniser } from "./recogniser.ts";
import { clocks, ratios, shares } from "./shares.ts";
import { workdays } from "./workdays.ts";

/**
 * The order in which the recognisers run. Dates come before ranges and ratios (2024-09 is no range), money before
 * its unit, and counts last, when all numbers that mean something else are gone.
 */
export const RECOGNISERS: readonly Recogniser[] = [
  shares,
  clocks,
  workdays,
  dates,
  dateEdges,
  dateSpans,
  moneys,
  mixes,
  ranges,
  ratios,
  pers,
  prices,
  quantities,
];
