import type { Clock } from "../../ports/clock.ts";
import type { Claim } from "../../ports/records.ts";
import { CLAIM_KEPT_MS, CLAIM_LEASE_MS, type Claims, FINISH_WITHIN_MS } from "../../ports/store.ts";
import { byTime } from "../changes.ts";
import { type Leases, later } from "../leases.ts";
import { keyOf } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createClaims(shelf: Shelf<Claim>, leases: Leases, clock: Clock): Claims {
  const find = (tenant: string, id: string) => shelf.by(keyOf(tenant, id))[0];
  return {
    async claim(question) {
      const { id, otherIds = [], address } = question;
      const { tenant } = address;
      // Who comes second is told so only once the first claim lasts: until then it may still be lost.
      if ([id, ...otherIds].some((one) => find(tenant, one))) return shelf.settled().then(() => false);
      await shelf.put({
        tenant,
        id,
        ...(otherIds.length > 0 ? { otherIds } : {}),
        state: "claimed",
        at: clock.now().toISOString(),
        expires: later(clock, CLAIM_KEPT_MS),
        lease: leases.take(CLAIM_LEASE_MS),
        question,
      });
      return true;
    },
    async sent(tenant, id) {
      const claim = find(tenant, id);
      if (claim?.state === "claimed") await shelf.put({ ...claim, state: "sent" });
    },
    async done(tenant, id) {
      const claim = find(tenant, id);
      if (claim) await shelf.put(finished(claim));
    },
    async get(tenant, id) {
      return find(tenant, id);
    },
    async takeOver() {
      const open = shelf.all().filter(({ state, lease }) => state !== "done" && leases.isFree(lease));
      const young = open.filter((claim) => !isStale(claim, clock));
      const taken = young.map((claim) => ({ ...claim, lease: leases.take(CLAIM_LEASE_MS) }));
      const stale = open.filter((claim) => isStale(claim, clock)).map(finished);
      await Promise.all([...taken, ...stale].map((claim) => shelf.put(claim)));
      return byTime(taken, shelf.shape.key);
    },
  };
}

/** A claim of which nothing is left but that its ids were seen. */
export function finished({ lease: _, question: __, ...claim }: Claim): Claim {
  return { ...claim, state: "done" };
}

/** Whether it is too late to answer. */
export function isStale({ at }: { at: string }, clock: Clock): boolean {
  return Date.parse(at) <= clock.now().getTime() - FINISH_WITHIN_MS;
}
