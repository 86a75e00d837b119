import type { Incoming } from "../../src/ports/core.ts";
import type { StoredQuery, Subscription, Watch } from "../../src/ports/records.ts";
import type { NewEdition } from "../../src/ports/store.ts";

export const CHEAPEST: StoredQuery = {
  version: 1,
  query: {
    intent: "rank",
    language: "en",
    sort: { by: "price", order: "asc" },
    filters: { context: { min: 128_000 } },
  },
};

/** A question of user u1 in channel c1 of tenant t1. */
export function question(id: string, rest: Partial<Incoming> = {}, tenant = "t1", user = "u1"): Incoming {
  return {
    id,
    address: { platform: "test", tenant, channel: "c1" },
    surface: "command",
    sender: { user },
    request: { kind: "question", text: "cheapest 128k model" },
    ...rest,
  };
}

export function subscription(tenant: string, channel: string, rest: Partial<Subscription> = {}): Subscription {
  return {
    ...{ tenant, platform: "test", channel, by: "u1", personal: false, state: "active", query: CHEAPEST },
    ...{ language: "en", weekday: 1, time: "09:00", timezone: "Asia/Shanghai", quiet: false },
    ...{ at: "2026-07-01T00:00:00.000Z", next: "2026-07-06T01:00:00.000Z" },
    ...rest,
  };
}

export function watch(tenant: string, id: string, rest: Partial<Watch> = {}): Watch {
  return {
    ...{ tenant, id, platform: "test", channel: "c1", by: "u1", notify: "me", state: "active", query: CHEAPEST },
    ...{ subjects: ["model:openai/gpt-5.5"], language: "en", at: "2026-07-01T00:00:00.000Z", armed: true },
    ...rest,
  };
}

export function edition(tenant: string, subscription: string, due: string): NewEdition {
  const from = "2026-06-22T01:00:00.000Z";
  return {
    ...{ tenant, subscription, edition: due, from, to: due, language: "en", query: CHEAPEST },
    expires: "2027-01-01T00:00:00.000Z",
  };
}
