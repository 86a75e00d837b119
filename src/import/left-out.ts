import type { Extract, Rejected } from "./fact.ts";
import { compare } from "./merge/runs.ts";

/** A record that did not become part of the catalog. */
export type LeftOut = Rejected & { source: string };

/** All that is in a snapshot and not in the catalog, with the reason. */
export function leftOutOf(extracts: Extract[], unplaced: LeftOut[], unusable: LeftOut[]): LeftOut[] {
  const read = extracts.flatMap(({ source, rejected, dropped }) =>
    [...rejected, ...dropped].map((one) => ({ source, ...one })),
  );
  const all = [...read, ...unplaced, ...unusable];
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...once].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}
