import type { Chart } from "../answer/answer.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Line, Section } from "../view/edition/content.ts";

/** Fewer moves are read faster than drawn; more than this many bars are not read at all. */
const FEWEST = 3;
const MOST = 8;

/** Input prices before and after, where several vendors moved them in one currency. */
export function moveChart(sections: readonly Section[], catalog: Catalog): Chart | undefined {
  const moved = sections
    .filter(({ name }) => name === "cuts" || name === "rises")
    .flatMap(({ lines }) => lines.flatMap((line) => stepOf(line, catalog) ?? []));
  const currency = moved[0]?.currency;
  const bars = moved.filter((bar) => bar.currency === currency).slice(0, MOST);
  if (currency === undefined || bars.length < FEWEST) return undefined;
  const series = (["before", "after"] as const).map((name) => ({
    name,
    points: bars.map((bar) => ({ x: bar.name, y: bar[name] })),
  }));
  return { kind: "bar", unit: "input", currency, series };
}

function stepOf(line: Line, catalog: Catalog) {
  if (line.kind !== "move" || line.as === "unconfirmed") return undefined;
  const input = line.changes.find(({ unit, when }) => unit === "input" && !when);
  const name = catalog.models.get(line.model)?.name ?? line.model;
  return input && { name, before: input.before, after: input.after, currency: line.currency };
}
