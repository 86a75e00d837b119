import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Offer, Price } from "../../../src/catalog/schema.ts";
import { type Curated, readCurated } from "../../../src/import/curated.ts";
import { type Extract, emptyExtract } from "../../../src/import/fact.ts";
import { modelsDev } from "../../../src/import/sources/models-dev.ts";
import { apply } from "../../../src/sync/apply.ts";
import { type Base, readBase } from "../../../src/sync/base.ts";
import type { Change } from "../../../src/sync/change.ts";
import type { Decision, Held } from "../../../src/sync/review.ts";
import { emptyCatalog, list } from "./catalogs.ts";

export type Lists = Parameters<typeof list>[0];

/** What stood after a sync, and what it did. */
export interface Weighed {
  base: Base;
  held: Held[];
  listed: readonly string[];
  changes: Change[];
}

const folder = mkdtempSync(join(tmpdir(), "sync-weigh-"));
const EMPTY: Base = readBase(emptyCatalog(folder));
const CURATED: Curated = readCurated(join(folder, "curated"));
rmSync(folder, { recursive: true });

/** A models.dev file of a day, as its parser reads it. */
export function listed(day: string, providers: Lists): Extract {
  return modelsDev.parse({ name: "api.json", data: JSON.parse(list(providers)), day });
}

/** What another source says of prices: `[provider, id, input, output]`. */
export function witness(source: string, day: string, prices: [string, string, string, string][]): Extract {
  const out = emptyExtract(source, day);
  for (const [provider, id, input, output] of prices) {
    const rates = [{ units: { input, output } }];
    out.prices.push({ provider, id, currency: "USD", rates, seen: day, undated: true });
  }
  return out;
}

/** Lays words over a catalog, by default an empty one. */
export function weigh(
  extracts: Extract[],
  before?: Weighed,
  { decisions = {}, curated = CURATED }: { decisions?: Record<string, Decision>; curated?: Curated } = {},
): Weighed {
  const today =
    extracts
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? "2026-11-30";
  const { base, held, listed: was } = before ?? { base: EMPTY, held: [], listed: undefined };
  const said = { extracts, curated, held, ...(was && { listed: was }), today };
  return apply(base, { ...said, decisions: new Map(Object.entries(decisions)) });
}

export function timeline({ base }: Weighed, id: string): Price[] {
  return [...(base.history.get(id) ?? []), ...offer({ base }, id).prices];
}

export function offer({ base }: Pick<Weighed, "base">, id: string): Offer {
  const found = base.offers.find((one) => one.id === id);
  if (!found) throw new Error(`no offer ${id}`);
  return found;
}

/** What a sync did to one offer: "move", "correction", "held jump", "gone" … */
export function fates({ changes }: Weighed, id: string): string[] {
  return changes.flatMap((change) => {
    if (change.offer !== id) return [];
    if (change.what === "price") return [change.kind];
    return [change.what === "held" ? `held ${change.why}` : change.what];
  });
}
