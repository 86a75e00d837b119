import type { Clock } from "../../ports/clock.ts";
import type { EditionRecord } from "../../ports/records.ts";
import type { Editions } from "../../ports/store.ts";
import { byTime } from "../changes.ts";
import type { Leases } from "../leases.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createEditions(shelf: Shelf<EditionRecord>, leases: Leases, clock: Clock): Editions {
  const find = (...key: [string, string, string]) => shelf.get(keyOf(...key));
  return {
    async claim(edition, leaseMs) {
      const known = find(edition.tenant, edition.subscription, edition.edition);
      if (known && (known.state !== "claimed" || !leases.isFree(known.lease))) return shelf.settled().then(() => false);
      const at = known?.at ?? clock.now().toISOString();
      await shelf.put({ ...edition, state: "claimed", at, lease: leases.take(leaseMs) });
      return true;
    },
    async finish(tenant, subscription, edition, outcome) {
      const known = find(tenant, subscription, edition);
      if (known?.state !== "claimed") return;
      const { lease: _, ...rest } = known;
      await shelf.put({ ...rest, ...outcome });
    },
    async get(tenant, subscription, edition) {
      return find(tenant, subscription, edition);
    },
    async list(tenant, subscription, limit) {
      return byTime(shelf.by(keyOf(tenant, subscription)), shelf.shape.key)
        .reverse()
        .slice(0, limit);
    },
    async takeOver(limit, leaseMs) {
      const open = shelf.all().filter(({ state, lease }) => state === "claimed" && leases.isFree(lease));
      const taken = byTime(open, shelf.shape.key)
        .slice(0, limit)
        .map((edition) => ({ ...edition, lease: leases.take(leaseMs) }));
      await Promise.all(taken.map((edition) => shelf.put(edition)));
      return taken;
    },
  };
}
