import type { Catalog } from "../catalog/catalog.ts";
import { dayOf } from "../catalog/days.ts";
import type { CatalogEvent } from "../catalog/event.ts";
import { eventsBetween } from "../catalog/events-between.ts";

/** What the catalog took in, by the instant at which it did. */
export interface News {
  /** Up to and with this instant everything is known: no later event will be given an earlier one. */
  known(): Date;
  /** The events accepted after `from`, up to and with `to`, each once. */
  between(from: Date, to: Date): readonly CatalogEvent[];
  /** The same for two periods in which the same was accepted. */
  key(from: Date, to: Date): string;
}

/** What was accepted at one time. */
export interface Batch {
  at: Date;
  events: readonly CatalogEvent[];
  /** The catalog before it was so old that this is no news of a week: watches hear of it, digests don't. */
  catchUp?: boolean;
}

/**
 * News of a catalog's own history, by days: for what was accepted before anybody kept a record. The day of an instant
 * counts as told, so that two periods meet at midnight and share no day.
 */
export function newsOfHistory(catalog: () => Catalog, now: () => Date): News {
  const days = (from: Date, to: Date) => ({ from: dayAfter(from), to: dayOf(to) });
  return {
    known: now,
    between(first, last) {
      const { from, to } = days(first, last);
      return from > to ? [] : eventsBetween(catalog(), from, to, { now: to, by: "news", routers: true });
    },
    key: (from, to) => JSON.stringify(days(from, to)),
  };
}

/** News of a record that began at `since`; what was before it is the history's. Batches come in the order of time. */
export function newsOfRecord(
  record: { since: Date; batches: () => readonly Batch[] },
  before: News,
  known: () => Date,
): News {
  const { since, batches } = record;
  const within = (from: Date, to: Date) => batches().filter(({ at, catchUp }) => !catchUp && at > from && at <= to);
  const earlier = (from: Date, to: Date) => (from < since ? { from, to: to < since ? to : since } : undefined);
  return {
    known,
    between(from, to) {
      const old = earlier(from, to);
      const events = [
        ...(old ? before.between(old.from, old.to) : []),
        ...within(from, to).flatMap((batch) => batch.events),
      ];
      return [...new Map(events.map((event) => [keyOf(event), event])).values()];
    },
    key(from, to) {
      const old = earlier(from, to);
      return JSON.stringify([old ? before.key(old.from, old.to) : "", ...within(from, to).map(({ at }) => at)]);
    },
  };
}

/** What is both in the record and in the history that has learnt it since is one event. */
function keyOf(event: CatalogEvent): string {
  const { kind, offer, effective } = event;
  const after = "after" in event ? event.after?.rates : undefined;
  return JSON.stringify([kind, offer, effective, after]);
}

function dayAfter(instant: Date): string {
  return dayOf(new Date(instant.getTime() + 86_400_000));
}
