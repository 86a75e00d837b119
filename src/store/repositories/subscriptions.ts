import type { Clock } from "../../ports/clock.ts";
import type { Subscription } from "../../ports/records.ts";
import type { Subscriptions } from "../../ports/store.ts";
import { byTime, changed, compare } from "../changes.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createSubscriptions(shelf: Shelf<Subscription>, clock: Clock): Subscriptions {
  const isWaiting = ({ state, next }: Subscription) => state === "active" && next !== undefined;
  return {
    async get(tenant, channel) {
      return shelf.get(keyOf(tenant, channel));
    },
    async change(tenant, channel, change) {
      return changed(shelf, keyOf(tenant, channel), change);
    },
    async list(tenant) {
      return byTime(shelf.by(keyOf(tenant)), shelf.shape.key);
    },
    async due(limit) {
      const now = clock.now().toISOString();
      const due = shelf.all().filter((one) => isWaiting(one) && (one.next ?? "") <= now);
      return due.sort((a, b) => compare(a.next ?? "", b.next ?? "")).slice(0, limit);
    },
    async nextDue() {
      let earliest: string | undefined;
      for (const one of shelf.all())
        if (isWaiting(one) && (earliest === undefined || (one.next ?? "") < earliest)) earliest = one.next;
      return earliest === undefined ? undefined : new Date(earliest);
    },
  };
}
