import type { Clock } from "../../ports/clock.ts";
import type { Delivery } from "../../ports/records.ts";
import { DELIVERY_KEPT_MS, type Deliveries } from "../../ports/store.ts";
import { later } from "../leases.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createDeliveries(shelf: Shelf<Delivery>, clock: Clock): Deliveries {
  return {
    async begin(start) {
      const known = shelf.get(keyOf(start.tenant, start.key));
      if (known) return shelf.settled().then(() => ({ first: false, delivery: known }));
      const delivery: Delivery = {
        ...start,
        state: "trying",
        at: clock.now().toISOString(),
        expires: later(clock, DELIVERY_KEPT_MS),
      };
      await shelf.put(delivery);
      return { first: true, delivery };
    },
    async finish(tenant, key, outcome) {
      const known = shelf.get(keyOf(tenant, key));
      if (known?.state === "trying") await shelf.put({ ...known, ...outcome });
    },
    async withdraw(tenant, key) {
      const known = shelf.get(keyOf(tenant, key));
      if (known?.state === "trying") await shelf.remove(keyOf(tenant, key));
    },
    async get(tenant, key) {
      return shelf.get(keyOf(tenant, key));
    },
  };
}
