import { existsSync, statSync } from "node:fs";
import { dayOf } from "../catalog/days.ts";
import type { Source } from "../catalog/schema.ts";
import type { Extract } from "../import/fact.ts";
import { readAll } from "../import/recognise.ts";
import { readSnapshots } from "../import/snapshots.ts";
import { SOURCES } from "./registry.ts";
import type { Outcome } from "./report.ts";

const WITH_DAY = /@\d{4}-\d{2}-\d{2}$/;

/**
 * Saved copies in place of the network, each `PATH` or `PATH@YYYY-MM-DD`; a file that states no day itself is of the
 * day on which it was saved.
 * @throws OperatorError `bad_snapshot` for what cannot be read or no source publishes.
 */
export function fromFiles(
  paths: readonly string[],
  known: readonly Source[],
): { extracts: Extract[]; outcomes: Outcome[] } {
  const read = readAll(readSnapshots(paths.map(withDay)), { untested: true });
  const translated = read.map((extract) => {
    const source = SOURCES.find(({ parser }) => parser.id === extract.source);
    return source?.translate?.(extract) ?? extract;
  });
  const outcomes: Outcome[] = [];
  const extracts = translated.filter((extract) => {
    const { source, day, prices, fx, rejected } = extract;
    const newest = known.find(({ id }) => id === source)?.date;
    const isOld = fx.length === 0 && newest !== undefined && day < newest;
    const records = prices.length + fx.length;
    const faults = isOld ? [`its data is of ${day}, older than that of ${newest} in the catalog`] : [];
    outcomes.push({ source, fetched: isOld ? 0 : 1, unchanged: 0, faults, records, rejected });
    return !isOld;
  });
  return { extracts, outcomes };
}

function withDay(path: string): string {
  if (WITH_DAY.test(path) || !existsSync(path)) return path;
  return `${path}@${dayOf(statSync(path).mtime)}`;
}
