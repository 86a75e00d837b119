import type { Clock } from "../ports/clock.ts";
import type { Subscription } from "../ports/records.ts";
import { finished, isStale } from "./repositories/claims.ts";
import { keyOf } from "./shapes.ts";
import type { Shelf } from "./shelf.ts";
import type { Shelves } from "./shelves.ts";

/** See `Store.forget`. */
export async function forget(shelves: Shelves, clock: Clock, tenant: string, user: string): Promise<void> {
  const { claims, conversations, settings, subscriptions, watches, deliveries, editions } = shelves;
  const ours = <T extends { tenant: string }>(shelf: { all(): T[] }) =>
    shelf.all().filter((record) => record.tenant === tenant);
  const changes = [
    settings.remove(keyOf(tenant, "user", user)),
    ...removed(conversations, (record) => record.tenant === tenant && (record.user === user || record.by === user)),
    ...removed(watches, (record) => record.tenant === tenant && record.by === user),
    // What is being tried stays while it could still be tried again: else it might go out twice.
    ...removed(
      deliveries,
      (record) =>
        record.tenant === tenant && record.onlyFor === user && (record.state !== "trying" || isStale(record, clock)),
    ),
    ...ours(claims)
      .filter((claim) => claim.question?.sender.user === user && isStale(claim, clock))
      .map((claim) => claims.put(finished(claim))),
  ];
  for (const subscription of ours(subscriptions).filter(({ by }) => by === user)) {
    const { channel, personal } = subscription;
    if (!personal) changes.push(subscriptions.put(nameless(subscription)));
    else changes.push(subscriptions.remove(keyOf(tenant, channel)));
    if (personal)
      changes.push(...removed(editions, (edition) => edition.tenant === tenant && edition.subscription === channel));
  }
  await Promise.all(changes);
}

function removed<T extends object>(shelf: Shelf<T>, which: (record: T) => boolean): Promise<void>[] {
  return shelf
    .all()
    .filter(which)
    .map((record) => shelf.remove(shelf.shape.key(record)));
}

function nameless({ by: _, ...subscription }: Subscription): Subscription {
  return subscription;
}
