import type { Subscription, Watch } from "../../src/ports/records.ts";
import type { Store } from "../../src/ports/store.ts";
import { CHEAPEST, question, subscription, watch } from "../helpers/records.ts";
import { createRandom } from "./random.ts";

/** What the store of a big installation holds at the end of a busy day. */
export const SIZES = { tenants: 200, subscriptions: 10_000, watches: 50_000, claims: 100_000, conversations: 20_000 };

const BATCH = 5000;
const random = createRandom(20_261_127);
const tenantOf = (i: number) => `T${i % SIZES.tenants}`;

/** All at once within a batch: a day's work in seconds, through the front door. */
async function inBatches(count: number, one: (i: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += BATCH)
    await Promise.all(Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => one(from + i)));
}

export async function fill(store: Store): Promise<void> {
  await Promise.all(Array.from({ length: SIZES.subscriptions }, (_, i) => put(store.subscriptions, aSubscription(i))));
  await Promise.all(Array.from({ length: SIZES.watches }, (_, i) => putWatch(store, i)));
  await inBatches(SIZES.claims, (i) => askOnce(store, tenantOf(i), `day-${i}`, i));
}

const put = (subscriptions: Store["subscriptions"], record: Subscription) =>
  subscriptions.change(record.tenant, record.channel, () => record);

function aSubscription(i: number): Subscription {
  const next = new Date(Date.now() + random.below(7 * 86_400_000) - 60_000).toISOString();
  return subscription(tenantOf(i), `C${i}`, { by: `U${random.below(1000)}`, next });
}

function putWatch(store: Store, i: number): Promise<Watch | undefined> {
  const subjects = [`model:lab-${random.below(40)}/model-${random.below(500)}`];
  const record = watch(tenantOf(i), `w${i}`, {
    by: `U${random.below(1000)}`,
    channel: `C${i}`,
    subjects,
    price: "2.5",
  });
  return store.watches.change(record.tenant, record.id, () => record);
}

/** All that one question writes, in the order in which it must: claimed, tried, and then the rest in one go. */
export async function askOnce(store: Store, tenant: string, id: string, i: number): Promise<void> {
  const user = `U${i % SIZES.conversations}`;
  const otherIds = [`${id}-message`];
  await store.claims.claim(question(id, { otherIds }, tenant, user));
  await store.deliveries.begin({ tenant, key: id, channel: `C${i % 5000}` });
  const now = Date.now();
  const times = { at: new Date(now).toISOString(), expires: new Date(now + 86_400_000).toISOString() };
  await Promise.all([
    store.deliveries.finish(tenant, id, { state: "sent", message: `m${i}` }),
    store.conversations.put({ tenant, channel: `C${i % 5000}`, user, by: user, query: CHEAPEST, ...times }),
    store.claims.done(tenant, id),
  ]);
}
