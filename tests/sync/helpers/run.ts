import type { Catalog } from "../../../src/catalog/catalog.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import type { Offer, Price } from "../../../src/catalog/schema.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import { openCatalog } from "../../../src/sync/disk/versions.ts";
import type { Limits } from "../../../src/sync/net/limits.ts";
import { SOURCES } from "../../../src/sync/registry.ts";
import type { LiveSource } from "../../../src/sync/source.ts";

/** A source that is fetched from a server on this machine. */
export function sourceAt(id: string, url: string): LiveSource {
  const source = SOURCES.find((one) => one.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return { ...source, url };
}

/** Short enough for tests, long enough for a busy machine. */
export const PATIENT: Limits = {
  ...{ wholeMs: 20_000, silenceMs: 20_000, redirects: 3, tries: 2, backOffMs: 1, longestPauseMs: 50 },
};

/** Real timers, and the day that a test says. */
function clockOn(day: string): Clock {
  return { ...systemClock, now: () => new Date(`${day}T08:00:00Z`) };
}

export function network(day: string, limits: Limits = PATIENT) {
  return { clock: clockOn(day), limits, random: () => 0 };
}

/** The catalog that counts in a data folder. */
export function catalogIn(data: string, embedded: string): Catalog {
  return openCatalog(data, embedded, loadCatalog).catalog;
}

export function offerIn(catalog: Catalog, id: string): Offer & { timeline: readonly Price[] } {
  const offer = catalog.offers.find((one) => one.id === id);
  if (!offer) throw new Error(`no offer ${id}`);
  return { ...offer, timeline: catalog.timeline(offer) };
}

/** "0.3/1.2" of the first rate. */
export function sides(price: Price | undefined): string {
  const units = price?.rates[0]?.units ?? {};
  return `${units.input ?? null}/${units.output ?? null}`;
}
