import { chatWords } from "../../src/view/messages/chat.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import type { View } from "../../src/view/view.ts";
import type { ChartBlock } from "./blocks.ts";
import { cut } from "./fit.ts";
import { CHART_CATEGORIES, CHART_LABEL, CHART_SERIES, CHART_TITLE, COMPARED } from "./limits.ts";

type Chart = NonNullable<View["chart"]>;
type Language = View["language"];
type Series = Chart["series"][number];

export interface DrawnChart {
  block: ChartBlock;
  shown: number;
  total: number;
}

const SYMBOLS: Record<string, string> = { USD: "$", CNY: "¥" };
const FEWEST = 2;

/**
 * A chart of bars, a price history included: a line would draw a slope where a price jumped. Every series has one
 * point a category, so days on which a series has no price yet are not drawn; none for fewer than two points, nor for a
 * ranking.
 */
export function chartBlock(chart: Chart, language: Language, title?: string): DrawnChart | undefined {
  const { charts } = chatWords(language);
  const step = chart.kind === "step";
  const { series, xs, total } = step ? steps(chart.series) : bars(chart.series);
  const shown = xs.slice(0, CHART_CATEGORIES);
  if (shown.length < FEWEST || series.length === 0 || (!step && xs.length > COMPARED)) return undefined;
  const categories = unique(shown);
  const names = unique(series.map(({ name }) => nameOf(name, language)));
  return {
    shown: shown.length,
    total,
    block: {
      type: "data_visualization",
      title: cut(title ?? (step ? charts.history : charts.prices), CHART_TITLE),
      chart: {
        type: "bar",
        series: series.map(({ values }, at) => ({
          name: names[at] ?? "",
          data: categories.map((label, index) => ({ label, value: Number(values[index]) })),
        })),
        axis_config: {
          categories,
          x_label: step ? charts.day : charts.model,
          y_label: `${SYMBOLS[chart.currency] ?? chart.currency}${chart.unit === "cost" ? "" : "/1M"}`,
        },
      },
    },
  };
}

interface Points {
  series: { name: string; values: string[] }[];
  xs: string[];
  total: number;
}

/** The categories of the first series; a series that lacks one of them is left out. */
function bars(all: readonly Series[]): Points {
  const xs = (all[0]?.points ?? []).map(({ x }) => x);
  const series = all.slice(0, CHART_SERIES).flatMap(({ name, points }) => {
    const complete = points.length === xs.length && points.every(({ y }) => Number.isFinite(Number(y)));
    return complete ? [{ name, values: points.map(({ y }) => y) }] : [];
  });
  return { series, xs, total: xs.length };
}

/** The newest days on which any series changed, from the day on which all of them have a price. */
function steps(all: readonly Series[]): Points {
  const drawn = all.slice(0, CHART_SERIES).filter(({ points }) => points.length > 0);
  const days = [...new Set(drawn.flatMap(({ points }) => points.map(({ x }) => x)))].sort();
  const from =
    drawn
      .map(({ points }) => points.map(({ x }) => x).sort()[0] ?? "")
      .sort()
      .at(-1) ?? "";
  const xs = days.filter((day) => day >= from).slice(-CHART_CATEGORIES);
  const series = drawn.map(({ name, points }) => {
    const sorted = [...points].sort((a, b) => (a.x < b.x ? -1 : 1));
    return { name, values: xs.map((day) => sorted.findLast(({ x }) => x <= day)?.y ?? "0") };
  });
  return { series, xs, total: days.length };
}

function nameOf(unit: string, language: Language): string {
  const { units, columns } = messagesIn(language);
  const names: Record<string, string> = { ...units, blend: columns.blend, cost: columns.cost };
  return Object.hasOwn(names, unit) ? (names[unit] ?? unit) : unit;
}

/** Labels cut to their length and told apart by a number where two became the same. */
function unique(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let name = cut(label, CHART_LABEL).trim() || "–";
    for (let count = 2; taken.has(name); count++) name = `${cut(label, CHART_LABEL - 4)} ${count}`;
    taken.add(name);
    return name;
  });
}
