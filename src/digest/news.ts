import type { Catalog } from "../catalog/catalog.ts";
import { dayOf } from "../catalog/days.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import { eventsBetween } from "../catalog/events-between.ts";

/** What the catalog took in, by the instant at which it did. */
export interface News {
  /** Up to and with this instant everything is known: no later event will be given an earlier one. */
  known(): Date;
  /** The events accepted after `from`, up to and with `to`. */
  between(from: Date, to: Date): readonly CatalogEvent[];
}

/** News of a catalog's own history, by days: for periods that nobody watched, and for the archive. */
export function newsOfHistory(catalog: Catalog, now: () => Date): News {
  return {
    known: now,
    between(from, to) {
      const days = { from: dayAfter(from), to: dayOf(to) };
      if (days.from > days.to) return [];
      return eventsBetween(catalog, days.from, days.to, { now: days.to, by: "news", routers: true });
    },
  };
}

/** The day of an instant counts as told, so that two editions meet at midnight and share no day. */
function dayAfter(instant: Date): string {
  return dayOf(new Date(instant.getTime() + 86_400_000));
}
