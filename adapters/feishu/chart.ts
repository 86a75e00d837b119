import { chatWords } from "../../src/view/messages/chat.ts";
import { messagesIn } from "../../src/view/messages/locales.ts";
import type { View } from "../../src/view/view.ts";
import type { ChartElement } from "./card.ts";
import { cut } from "./escape.ts";
import { CHART_POINTS, LABEL } from "./limits.ts";

type Chart = NonNullable<View["chart"]>;
type Language = View["language"];

export interface DrawnChart {
  element: ChartElement;
  shown: number;
  total: number;
}

const SYMBOLS: Record<string, string> = { USD: "$", CNY: "¥" };
const FEWEST = 2;
const NAME = 40;
/** As many as the table shows. */
const DIGITS = 4;

/**
 * A chart that VChart draws: bars for a comparison, steps for a history, of its weightiest or newest points. Nothing
 * for fewer than two points. The table beside it has the exact figures.
 */
export function chartElement(chart: Chart, language: Language, heading?: string): DrawnChart | undefined {
  const { charts } = chatWords(language);
  const all = pointsOf(chart, language);
  const shown = chart.kind === "step" ? all.slice(-CHART_POINTS) : all.slice(0, CHART_POINTS);
  if (shown.length < FEWEST) return undefined;
  const title = heading ?? (chart.kind === "step" ? charts.history : charts.prices);
  const unit = `${SYMBOLS[chart.currency] ?? chart.currency}${chart.unit === "cost" ? "" : "/1M"}`;
  const spec = {
    title: { visible: true, text: cut(`${title} (${unit})`, LABEL) },
    data: { values: shown },
    seriesField: "of",
    legends: { visible: new Set(shown.map(({ of }) => of)).size > 1, orient: "bottom" },
    // Without its own list, the platform adds rules that move legends and axes.
    media: [],
  };
  return {
    element: { tag: "chart", aspect_ratio: "16:9", chart_spec: { ...SHAPES[chart.kind], ...spec } },
    shown: shown.length,
    total: all.length,
  };
}

const SHAPES: Record<Chart["kind"], Record<string, unknown>> = {
  bar: {
    type: "bar",
    direction: "horizontal",
    xField: "price",
    yField: "name",
    label: { visible: true },
    axes: [
      { orient: "left", inverse: true },
      { orient: "bottom", zero: true },
    ],
  },
  // A price holds until the next one: a slanted line would show prices that never were.
  step: {
    type: "line",
    xField: "name",
    yField: "price",
    line: { style: { curveType: "stepAfter" } },
    axes: [{ orient: "left", zero: true }, { orient: "bottom" }],
  },
};

interface Point {
  name: string;
  price: number;
  of: string;
}

function pointsOf({ kind, series }: Chart, language: Language): Point[] {
  const points = series.flatMap(({ name, points: all }) =>
    all.flatMap(({ x, y }): Point[] => {
      const price = Number(Number(y).toPrecision(DIGITS));
      return Number.isFinite(price) ? [{ name: cut(x, NAME), price, of: cut(seriesName(name, language), NAME) }] : [];
    }),
  );
  return kind === "step" ? points.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))) : points;
}

function seriesName(unit: string, language: Language): string {
  const { units, columns } = messagesIn(language);
  const names: Record<string, string> = { ...units, blend: columns.blend, cost: columns.cost };
  return Object.hasOwn(names, unit) ? (names[unit] ?? unit) : unit;
}
