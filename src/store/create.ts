import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { forget } from "./forget.ts";
import { createLeases } from "./leases.ts";
import { createClaims } from "./repositories/claims.ts";
import { createConversations } from "./repositories/conversations.ts";
import { createDeliveries } from "./repositories/deliveries.ts";
import { createEditions } from "./repositories/editions.ts";
import { createSettings } from "./repositories/settings.ts";
import { createSubscriptions } from "./repositories/subscriptions.ts";
import { createWatches } from "./repositories/watches.ts";
import type { Shelves } from "./shelves.ts";

/** Expired records leave the memory this often; nobody sees them before. */
const SWEEP_MS = 10 * 60_000;

/** A store over shelves that one process has to itself. */
export function createStore(shelves: Shelves, clock: Clock, close: () => Promise<void>): Store {
  const leases = createLeases(clock);
  let calledOff = () => {};
  const sweepLater = () => {
    calledOff = clock.after(SWEEP_MS, () => {
      for (const shelf of Object.values(shelves)) shelf.sweep();
      sweepLater();
    });
  };
  sweepLater();
  return {
    claims: createClaims(shelves.claims, leases, clock),
    conversations: createConversations(shelves.conversations),
    settings: createSettings(shelves.settings),
    subscriptions: createSubscriptions(shelves.subscriptions, clock),
    watches: createWatches(shelves.watches),
    deliveries: createDeliveries(shelves.deliveries, clock),
    editions: createEditions(shelves.editions, leases, clock),
    forget: (tenant, user) => forget(shelves, clock, tenant, user),
    async close() {
      calledOff();
      await close();
    },
  };
}
