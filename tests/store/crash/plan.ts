import type { Store } from "../../../src/ports/store.ts";
import { CHEAPEST, question } from "../../helpers/records.ts";

/** What one client does, again and again with the next number; each step waits until the one before it is safe. */
export const STEPS = ["claim", "begin", "finish", "sent", "conversation", "settings", "done"] as const;

const FAR = "2099-01-01T00:00:00.000Z";
const AT = "2026-07-02T09:00:00.000Z";
const TENANT = "t1";

/** Does the step that comes after `done` others. */
export async function doStep(store: Store, client: string, done: number): Promise<void> {
  const n = Math.floor(done / STEPS.length);
  const id = `${client}-${n}`;
  const user = client;
  const step = STEPS[done % STEPS.length];
  switch (step) {
    case "claim":
      if (!(await store.claims.claim(question(id, {}, TENANT, user)))) throw new Error(`${id} was claimed before`);
      return;
    case "begin":
      await store.deliveries.begin({ tenant: TENANT, key: id, channel: "c1" });
      return;
    case "finish":
      return store.deliveries.finish(TENANT, id, { state: "sent", message: `m-${id}` });
    case "conversation":
      return store.conversations.put({
        ...{ tenant: TENANT, channel: "c1", user, by: `${n}`, query: CHEAPEST, at: AT, expires: FAR },
      });
    case "settings":
      await store.settings.change(TENANT, "user", user, () => ({
        tenant: TENANT,
        scope: "user",
        id: user,
        per: n + 1,
      }));
      return;
    default:
      return store.claims[step ?? "done"](TENANT, id);
  }
}

/** What of a client's work on its number `n` can be seen. */
export interface Seen {
  claim: string | undefined;
  delivery: string | undefined;
  conversation: string | undefined;
  settings: number | undefined;
}

/** What is to be seen after so many steps in all. */
export function expected(done: number, n: number): Seen {
  const has = (step: (typeof STEPS)[number], number = n) => done > number * STEPS.length + STEPS.indexOf(step);
  const latest = (step: (typeof STEPS)[number]) => Math.floor((done - 1 - STEPS.indexOf(step)) / STEPS.length);
  const spoken = latest("conversation");
  const set = latest("settings");
  const claimed = has("claim") ? "claimed" : undefined;
  return {
    claim: has("done") ? "done" : has("sent") ? "sent" : claimed,
    delivery: has("finish") ? `sent m` : has("begin") ? "trying" : undefined,
    conversation: spoken < 0 ? undefined : `${spoken}`,
    settings: set < 0 ? undefined : set + 1,
  };
}

export async function look(store: Store, client: string, n: number): Promise<Seen> {
  const id = `${client}-${n}`;
  const claim = await store.claims.get(TENANT, id);
  const delivery = await store.deliveries.get(TENANT, id);
  if (claim && (claim.question !== undefined) === (claim.state === "done"))
    throw new Error(`${id}: question ${claim?.state}`);
  const conversation = await store.conversations.get({ tenant: TENANT, channel: "c1", user: client });
  const settings = await store.settings.get(TENANT, "user", client);
  return {
    claim: claim?.state,
    delivery: delivery && (delivery.state === "sent" ? `sent ${delivery.message?.slice(0, 1)}` : delivery.state),
    conversation: conversation?.by,
    settings: settings?.per,
  };
}
