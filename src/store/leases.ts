import { randomUUID } from "node:crypto";
import type { Clock } from "../ports/clock.ts";

interface Lease {
  holder: string;
  until: string;
}

/** Leases of a store that one process has to itself: those of earlier processes are void, their holders are dead. */
export interface Leases {
  take(ms: number): Lease;
  isFree(lease: Lease | undefined): boolean;
}

export function createLeases(clock: Clock): Leases {
  const holder = randomUUID();
  return {
    take: (ms) => ({ holder, until: later(clock, ms) }),
    isFree: (lease) => lease?.holder !== holder || lease.until <= clock.now().toISOString(),
  };
}

/** The instant `ms` from now. */
export function later(clock: Clock, ms: number): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}
