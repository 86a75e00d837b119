import fc from "fast-check";
import { expect, it } from "vitest";
import {
  CLAIM_KEPT_MS,
  CLAIM_LEASE_MS,
  DELIVERY_KEPT_MS,
  FINISH_WITHIN_MS,
  type Store,
} from "../../src/ports/store.ts";
import { edition, question } from "../helpers/records.ts";
import { createTestClock, type TestClock } from "../helpers/test-clock.ts";
import type { StoreUnderTest } from "./store.ts";

/** What a store should remember, said as simply as can be: lists that are searched, nothing indexed or expired early. */
interface Model {
  claims: { tenant: string; ids: string[]; state: "claimed" | "sent" | "done"; at: number; held: number }[];
  settings: Map<string, { tenant: string; scope: "user"; id: string; per: number }>;
  /** By tenant and key; of a delivery: until when it is known. */
  deliveries: Map<string, { state: "trying" | "sent"; until: number }>;
  editions: Map<string, { finished: boolean; held: number }>;
}

const emptyModel = (): Model => ({ claims: [], settings: new Map(), deliveries: new Map(), editions: new Map() });

interface Real {
  store: Store;
  clock: TestClock;
  reopen(): Promise<void>;
}

type Command = fc.AsyncCommand<Model, Real>;

const known = (model: Model, now: number, tenant: string, ids: string[]) =>
  model.claims.find(
    (claim) => claim.tenant === tenant && now < claim.at + CLAIM_KEPT_MS && ids.some((id) => claim.ids.includes(id)),
  );

const command = (name: string, run: Command["run"]): Command => ({ check: () => true, run, toString: () => name });

const claim = (tenant: string, ids: string[]) =>
  command(`claim ${tenant} ${ids}`, async (model, { store, clock }) => {
    const now = clock.now().getTime();
    const expected = known(model, now, tenant, ids) === undefined;
    const [id = "", ...otherIds] = ids;
    expect(await store.claims.claim(question(id, { otherIds }, tenant))).toBe(expected);
    if (expected) model.claims.push({ tenant, ids, state: "claimed", at: now, held: now + CLAIM_LEASE_MS });
  });

const step = (to: "sent" | "done", tenant: string, id: string) =>
  command(`${to} ${tenant} ${id}`, async (model, { store, clock }) => {
    await store.claims[to](tenant, id);
    const found = known(model, clock.now().getTime(), tenant, [id]);
    if (found && (to === "done" || found.state === "claimed")) found.state = to;
    expect((await store.claims.get(tenant, id))?.state).toBe(found?.state);
  });

const takeOver = () =>
  command("takeOver", async (model, { store, clock }) => {
    const now = clock.now().getTime();
    const open = model.claims.filter(
      ({ state, held, at }) => state !== "done" && held <= now && now < at + CLAIM_KEPT_MS,
    );
    const young = open.filter(({ at }) => now - FINISH_WITHIN_MS < at);
    for (const each of open)
      Object.assign(each, young.includes(each) ? { held: now + CLAIM_LEASE_MS } : { state: "done" });
    const taken = (await store.claims.takeOver()).map(({ tenant, id }) => `${tenant} ${id}`);
    expect(taken.sort()).toEqual(young.map(({ tenant, ids }) => `${tenant} ${ids[0]}`).sort());
  });

const set = (tenant: string, id: string, per: number) =>
  command(`set ${tenant} ${id} ${per}`, async (model, { store }) => {
    const record = { tenant, scope: "user" as const, id, per };
    await store.settings.change(tenant, "user", id, (old) => {
      expect(old).toEqual(model.settings.get(`${tenant}/${id}`));
      return per === 0 ? undefined : record;
    });
    if (per === 0) model.settings.delete(`${tenant}/${id}`);
    else model.settings.set(`${tenant}/${id}`, record);
  });

const deliveryIn = (model: Model, now: number, at: string) => {
  const stored = model.deliveries.get(at);
  return stored && now < stored.until ? stored : undefined;
};

const begin = (tenant: string, key: string) =>
  command(`begin ${tenant} ${key}`, async (model, { store, clock }) => {
    const now = clock.now().getTime();
    const known = deliveryIn(model, now, `${tenant}/${key}`);
    const { first, delivery } = await store.deliveries.begin({ tenant, key, channel: "c1" });
    expect({ first, state: delivery.state }).toEqual({ first: !known, state: known?.state ?? "trying" });
    if (first) model.deliveries.set(`${tenant}/${key}`, { state: "trying", until: now + DELIVERY_KEPT_MS });
  });

const end = (action: "finish" | "withdraw", tenant: string, key: string) =>
  command(`${action} ${tenant} ${key}`, async (model, { store, clock }) => {
    const known = deliveryIn(model, clock.now().getTime(), `${tenant}/${key}`);
    if (action === "finish") await store.deliveries.finish(tenant, key, { state: "sent", message: "m1" });
    else await store.deliveries.withdraw(tenant, key);
    if (known && action === "finish") known.state = "sent";
    if (known?.state === "trying") model.deliveries.delete(`${tenant}/${key}`);
  });

const LEASE_MS = 60_000;

const claimEdition = (tenant: string, id: string) =>
  command(`edition ${tenant} ${id}`, async (model, { store, clock }) => {
    const now = clock.now().getTime();
    const known = model.editions.get(`${tenant}/${id}`);
    const expected = known === undefined || (!known.finished && known.held <= now);
    expect(await store.editions.claim(edition(tenant, "c1", id), LEASE_MS)).toBe(expected);
    if (expected) model.editions.set(`${tenant}/${id}`, { finished: false, held: now + LEASE_MS });
  });

const finishEdition = (tenant: string, id: string) =>
  command(`finish edition ${tenant} ${id}`, async (model, { store }) => {
    await store.editions.finish(tenant, "c1", id, { state: "sent", message: "m1" });
    const known = model.editions.get(`${tenant}/${id}`);
    if (known) known.finished = true;
    const expected = known ? "sent" : undefined;
    expect((await store.editions.get(tenant, "c1", id))?.state).toBe(expected);
  });

const pass = (ms: number) => command(`pass ${ms}`, async (_, { clock }) => clock.advance(ms));

/** After it, every lease of the store before must have run out, so that stores with replicas keep the law too. */
const reopen = () =>
  command("reopen", async (_, real) => {
    await real.clock.advance(CLAIM_LEASE_MS);
    await real.reopen();
  });

const tenant = fc.constantFrom("a", "b");
const id = fc.constantFrom("1", "2", "3");
const due = fc.constantFrom("2026-06-29T01:00:00.000Z", "2026-07-06T01:00:00.000Z");
const commands = [
  fc.tuple(tenant, id).map((parts) => begin(...parts)),
  fc.tuple(fc.constantFrom("finish" as const, "withdraw" as const), tenant, id).map((parts) => end(...parts)),
  fc.tuple(tenant, due).map((parts) => claimEdition(...parts)),
  fc.tuple(tenant, due).map((parts) => finishEdition(...parts)),
  fc.tuple(tenant, fc.uniqueArray(id, { minLength: 1 })).map(([t, ids]) => claim(t, ids)),
  fc.tuple(fc.constantFrom("sent" as const, "done" as const), tenant, id).map((parts) => step(...parts)),
  fc.tuple(tenant, id, fc.nat(3)).map((parts) => set(...parts)),
  fc.constantFrom(1, CLAIM_LEASE_MS, FINISH_WITHIN_MS, CLAIM_KEPT_MS).map(pass),
  fc.constant(null).map(takeOver),
  fc.constant(null).map(reopen),
];

export function storeModel(name: string, { open, clear }: StoreUnderTest, numRuns: number): void {
  it(`${name}: remembers what its model remembers, whatever is done in whatever order`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), async (list) => {
        const clock = createTestClock();
        const real: Real = {
          clock,
          store: await open(clock),
          async reopen() {
            await real.store.close();
            real.store = await open(clock);
          },
        };
        try {
          await fc.asyncModelRun(() => ({ model: emptyModel(), real }), list);
        } finally {
          await real.store.close();
          await clear();
        }
      }),
      { numRuns },
    );
  });
}
