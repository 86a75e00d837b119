import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Claim, Conversation } from "../../src/ports/records.ts";
import { CLAIM_KEPT_MS, CLAIM_LEASE_MS, DELIVERY_KEPT_MS, type Store } from "../../src/ports/store.ts";
import { CHEAPEST, edition, question, subscription, watch } from "../helpers/records.ts";
import { createTestClock, type TestClock } from "../helpers/test-clock.ts";

/** How the suite gets at a store: `open` an empty one, or again on the same data once the last one is closed. */
export interface StoreUnderTest {
  open(clock: TestClock): Promise<Store>;
  clear(): Promise<void>;
}

const LEASE = 60_000;
const HOUR = 3_600_000;

/** What every store must do, whatever it is made of. */
export function storeContract(name: string, { open, clear }: StoreUnderTest): void {
  describe(`${name}: the contract of a store`, () => {
    let clock: TestClock;
    let store: Store;
    beforeEach(async () => {
      clock = createTestClock();
      store = await open(clock);
    });
    afterEach(async () => {
      await store.close();
      await clear();
    });

    describe("claims", () => {
      it("are given to the first, under every id", async () => {
        expect(await store.claims.claim(question("e1", { otherIds: ["m1"] }))).toBe(true);
        for (const again of [question("e1"), question("m1"), question("e2", { otherIds: ["x", "m1"] })])
          expect(await store.claims.claim(again)).toBe(false);
        expect(await store.claims.claim(question("e3", { otherIds: ["m3"] }))).toBe(true);
      });

      it("are given to one of many at once", async () => {
        const tries = Array.from({ length: 50 }, (_, i) => question(`e${i}`, { otherIds: ["same"] }));
        const won = await Promise.all(tries.map((one) => store.claims.claim(one)));
        expect(won.filter(Boolean)).toHaveLength(1);
      });

      it("hold the question until it is done, whatever id it is told under", async () => {
        const asked = question("e1", { otherIds: ["m1"] });
        await store.claims.claim(asked);
        expect(await store.claims.get("t1", "m1")).toMatchObject({ state: "claimed", question: asked });
        await store.claims.sent("t1", "m1");
        expect(await store.claims.get("t1", "e1")).toMatchObject({ state: "sent", question: asked });
        await store.claims.done("t1", "e1");
        const done = await store.claims.get("t1", "e1");
        expect(done).toMatchObject({ state: "done" });
        expect(done).not.toHaveProperty("question");
        await store.claims.sent("t1", "e1");
        expect(await store.claims.get("t1", "e1")).toEqual(done);
      });

      it("are known for a day and then no more", async () => {
        await store.claims.claim(question("e1"));
        await store.claims.done("t1", "e1");
        await clock.advance(CLAIM_KEPT_MS - 1);
        expect(await store.claims.claim(question("e1"))).toBe(false);
        await clock.advance(1);
        expect(await store.claims.get("t1", "e1")).toBeUndefined();
        expect(await store.claims.claim(question("e1"))).toBe(true);
      });

      it("stay with their holder while its lease runs, then go to one other", async () => {
        await store.claims.claim(question("e1"));
        await clock.advance(CLAIM_LEASE_MS - 1);
        expect(await store.claims.takeOver()).toEqual([]);
        await clock.advance(1);
        const taken = await Promise.all([store.claims.takeOver(), store.claims.takeOver()]);
        expect(taken.flat().map(({ id }) => id)).toEqual(["e1"]);
      });

      it("are taken over after the holder's end: the young ones oldest first, of all tenants; old ones are closed", async () => {
        await store.claims.claim(question("old"));
        await clock.advance(4 * 60_000);
        await store.claims.claim(question("e1"));
        await clock.advance(1);
        await store.claims.claim(question("e2", {}, "t2"));
        await store.claims.sent("t2", "e2");
        await store.claims.claim(question("e3"));
        await store.claims.done("t1", "e3");
        await store.close();
        await clock.advance(CLAIM_LEASE_MS);
        store = await open(clock);
        const states = (claims: Claim[]) => claims.map(({ tenant, id, state }) => [tenant, id, state]);
        expect(states(await store.claims.takeOver())).toEqual([
          ["t1", "e1", "claimed"],
          ["t2", "e2", "sent"],
        ]);
        expect(await store.claims.get("t1", "old")).toMatchObject({ state: "done" });
        expect(await store.claims.takeOver()).toEqual([]);
      });
    });

    describe("conversations", () => {
      const last = (rest: Partial<Conversation> = {}): Conversation => ({
        ...{ tenant: "t1", channel: "c1", by: "u1", query: CHEAPEST },
        ...{ at: clock.now().toISOString(), expires: new Date(clock.now().getTime() + HOUR).toISOString() },
        ...rest,
      });

      it("are kept apart by thread and by user, and forgotten when they expire", async () => {
        const kept = [last({ thread: "m1" }), last({ thread: "m2" }), last({ user: "u1" }), last({ user: "u2" })];
        for (const conversation of kept) await store.conversations.put(conversation);
        for (const conversation of kept) expect(await store.conversations.get(conversation)).toEqual(conversation);
        await store.conversations.put(last({ thread: "m1", by: "u9", choices: [CHEAPEST] }));
        expect(await store.conversations.get({ tenant: "t1", channel: "c1", thread: "m1" })).toMatchObject({
          by: "u9",
        });
        await clock.advance(HOUR);
        for (const conversation of kept) expect(await store.conversations.get(conversation)).toBeUndefined();
      });
    });

    describe("settings", () => {
      it("of user, channel and workspace do not mix", async () => {
        const set = (scope: "user" | "channel" | "workspace", language: "en" | "zh") =>
          store.settings.change("t1", scope, "t1", () => ({ tenant: "t1", scope, id: "t1", language }));
        await set("user", "en");
        await set("channel", "zh");
        expect(await store.settings.get("t1", "user", "t1")).toMatchObject({ language: "en" });
        expect(await store.settings.get("t1", "channel", "t1")).toMatchObject({ language: "zh" });
        expect(await store.settings.get("t1", "workspace", "t1")).toBeUndefined();
      });

      it("take many changes at once without losing one", async () => {
        const greet = (i: number) =>
          store.settings.change("t1", "channel", "c1", (old) => ({
            ...(old ?? { tenant: "t1", scope: "channel", id: "c1" }),
            greeted: { ...old?.greeted, [`g${i}`]: `e${i}` },
          }));
        await Promise.all(Array.from({ length: 40 }, (_, i) => greet(i)));
        const settings = await store.settings.get("t1", "channel", "c1");
        expect(Object.keys(settings?.greeted ?? {})).toHaveLength(40);
      });

      it("are removed by a change to nothing, and a change may not move them elsewhere", async () => {
        const record = { tenant: "t1", scope: "user" as const, id: "u1" };
        await store.settings.change("t1", "user", "u1", () => record);
        const moved = store.settings.change("t1", "user", "u1", () => ({ ...record, tenant: "t2" }));
        await expect(moved).rejects.toThrow("may not move");
        await store.settings.change("t1", "user", "u1", () => undefined);
        expect(await store.settings.get("t1", "user", "u1")).toBeUndefined();
        expect(await store.settings.get("t2", "user", "u1")).toBeUndefined();
      });
    });

    describe("subscriptions", () => {
      const put = (record: ReturnType<typeof subscription>) =>
        store.subscriptions.change(record.tenant, record.channel, () => record);

      it("are listed for their tenant, and due over all of them, the longest due first", async () => {
        clock.set("2026-07-06T01:00:00.000Z");
        await put(subscription("t1", "c1"));
        await put(subscription("t2", "c2", { next: "2026-07-06T00:59:59.999Z" }));
        await put(subscription("t1", "c3", { next: "2026-07-06T01:00:00.001Z" }));
        await put(subscription("t1", "c4", { state: "paused", next: "2026-07-01T00:00:00.000Z" }));
        const { next: _, ...never } = subscription("t1", "c5");
        await put(never);
        expect((await store.subscriptions.list("t1")).map(({ channel }) => channel)).toEqual(["c1", "c3", "c4", "c5"]);
        expect((await store.subscriptions.due(9)).map(({ channel }) => channel)).toEqual(["c2", "c1"]);
        expect(await store.subscriptions.due(1)).toHaveLength(1);
        expect((await store.subscriptions.nextDue())?.toISOString()).toBe("2026-07-06T00:59:59.999Z");
        await store.subscriptions.change("t2", "c2", () => undefined);
        expect((await store.subscriptions.nextDue())?.toISOString()).toBe("2026-07-06T01:00:00.000Z");
      });

      it("have no next when there are none", async () => {
        expect(await store.subscriptions.nextDue()).toBeUndefined();
      });
    });

    describe("watches", () => {
      it("are found by user, by channel and by what they listen to, until they expire", async () => {
        const put = (record: ReturnType<typeof watch>) => store.watches.change(record.tenant, record.id, () => record);
        await put(watch("t1", "w1", { subjects: ["model:a", "lab:b"] }));
        await put(watch("t1", "w2", { channel: "c2", at: "2026-06-30T00:00:00.000Z" }));
        await put(watch("t2", "w1", { subjects: ["model:a"], expires: "2026-07-03T00:00:00.000Z" }));
        await put(watch("t1", "w3", { by: "u2", subjects: ["model:a"], state: "paused" }));
        const names = (watches: { tenant: string; id: string }[]) => watches.map(({ tenant, id }) => `${tenant} ${id}`);
        expect(names(await store.watches.list("t1", "u1"))).toEqual(["t1 w2", "t1 w1"]);
        expect(names(await store.watches.inChannel("t1", "c1"))).toEqual(["t1 w1", "t1 w3"]);
        expect(names(await store.watches.about("model:a")).sort()).toEqual(["t1 w1", "t2 w1"]);
        await put(watch("t1", "w1", { subjects: ["lab:b"] }));
        await clock.advance(24 * HOUR);
        expect(await store.watches.about("model:a")).toEqual([]);
        expect(await store.watches.get("t2", "w1")).toBeUndefined();
        expect(names(await store.watches.about("lab:b"))).toEqual(["t1 w1"]);
      });
    });

    describe("deliveries", () => {
      const start = { tenant: "t1", key: "k1", channel: "c1" };

      it("begin once, and say how far they came", async () => {
        const begun = await Promise.all([store.deliveries.begin(start), store.deliveries.begin(start)]);
        expect(begun.map(({ first }) => first)).toEqual([true, false]);
        const at = clock.now().toISOString();
        await clock.advance(5);
        expect((await store.deliveries.begin(start)).delivery).toMatchObject({ state: "trying", at });
        await store.deliveries.finish("t1", "k1", { state: "sent", message: "m1" });
        await store.deliveries.finish("t1", "k1", { state: "unknown", why: "too late" });
        expect((await store.deliveries.begin(start)).delivery).toMatchObject({ state: "sent", message: "m1", at });
        await clock.advance(DELIVERY_KEPT_MS);
        expect((await store.deliveries.begin(start)).first).toBe(true);
      });

      it("are as if never begun once withdrawn, but not once they are out", async () => {
        await store.deliveries.begin(start);
        await store.deliveries.withdraw("t1", "k1");
        expect((await store.deliveries.begin(start)).first).toBe(true);
        await store.deliveries.finish("t1", "k1", { state: "sent", message: "m1" });
        await store.deliveries.withdraw("t1", "k1");
        expect(await store.deliveries.get("t1", "k1")).toMatchObject({ state: "sent" });
      });
    });

    describe("editions", () => {
      const one = edition("t1", "c1", "2026-06-29T01:00:00.000Z");
      const two = edition("t1", "c1", "2026-07-06T01:00:00.000Z");

      it("are claimed by one, for as long as the lease runs, and never once finished", async () => {
        const claims = await Promise.all(Array.from({ length: 20 }, () => store.editions.claim(one, LEASE)));
        expect(claims.filter(Boolean)).toHaveLength(1);
        await clock.advance(LEASE - 1);
        expect(await store.editions.claim(one, LEASE)).toBe(false);
        await clock.advance(1);
        expect(await store.editions.claim(one, LEASE)).toBe(true);
        await store.editions.finish("t1", "c1", one.edition, { state: "sent", message: "m1", text: "3 cuts" });
        await clock.advance(LEASE);
        expect(await store.editions.claim(one, LEASE)).toBe(false);
        await store.editions.finish("t1", "c1", one.edition, { state: "missed" });
        expect(await store.editions.get("t1", "c1", one.edition)).toMatchObject({ state: "sent", text: "3 cuts" });
        expect(await store.editions.takeOver(9, LEASE)).toEqual([]);
      });

      it("are taken over once, when their holder's lease has run out", async () => {
        await store.editions.claim(one, LEASE);
        await clock.advance(LEASE);
        await store.editions.claim(two, LEASE);
        const taken = await Promise.all([store.editions.takeOver(9, LEASE), store.editions.takeOver(9, LEASE)]);
        expect(taken.flat().map(({ edition }) => edition)).toEqual([one.edition]);
      });

      it("are archived, newest first, until they expire", async () => {
        for (const each of [one, two]) {
          await store.editions.claim(each, LEASE);
          await store.editions.finish("t1", "c1", each.edition, { state: "skipped" });
          await clock.advance(1);
        }
        const kept = (await store.editions.list("t1", "c1", 9)).map((record) => record.edition);
        expect(kept).toEqual([two.edition, one.edition]);
        expect(await store.editions.list("t1", "c1", 1)).toHaveLength(1);
        clock.set(one.expires);
        expect(await store.editions.list("t1", "c1", 9)).toEqual([]);
      });
    });

    it("keeps tenants apart, however alike their ids", async () => {
      const both = ["t1", "t1,t2"];
      for (const tenant of both) {
        expect(await store.claims.claim(question("e1", {}, tenant))).toBe(true);
        expect((await store.deliveries.begin({ tenant, key: "k1", channel: "c1" })).first).toBe(true);
        expect(await store.editions.claim(edition(tenant, "c1", "2026-06-29T01:00:00.000Z"), LEASE)).toBe(true);
        await store.subscriptions.change(tenant, "c1", (old) => old ?? subscription(tenant, "c1"));
        await store.watches.change(tenant, "w1", (old) => old ?? watch(tenant, "w1"));
      }
      for (const tenant of both) {
        expect(await store.claims.get(tenant, "e1")).toMatchObject({ tenant });
        expect(await store.subscriptions.list(tenant)).toMatchObject([{ tenant }]);
        expect(await store.watches.list(tenant, "u1")).toMatchObject([{ tenant }]);
        expect(await store.watches.inChannel(tenant, "c1")).toMatchObject([{ tenant }]);
        expect(await store.editions.list(tenant, "c1", 9)).toMatchObject([{ tenant }]);
      }
      expect(await store.claims.get("t1", "t2,e1")).toBeUndefined();
    });

    it("forgets a user in one tenant, and nobody else", async () => {
      const expires = new Date(clock.now().getTime() + HOUR).toISOString();
      for (const [tenant, by] of [
        ["t1", "u1"],
        ["t1", "u2"],
        ["t2", "u1"],
      ] as const) {
        const mine = { tenant, channel: "c1", by, query: CHEAPEST, at: clock.now().toISOString(), expires };
        await store.conversations.put({ ...mine, user: by });
        await store.conversations.put({ ...mine, thread: by });
        await store.settings.change(tenant, "user", by, () => ({ tenant, scope: "user", id: by, currency: "CNY" }));
        await store.watches.change(tenant, `w-${by}`, () => watch(tenant, `w-${by}`, { by }));
        await store.subscriptions.change(tenant, `d-${by}`, () =>
          subscription(tenant, `d-${by}`, { by, personal: true }),
        );
        await store.subscriptions.change(tenant, `c-${by}`, () => subscription(tenant, `c-${by}`, { by }));
        await store.deliveries.begin({ tenant, key: `k-${by}`, channel: "c1", onlyFor: by });
        await store.deliveries.finish(tenant, `k-${by}`, { state: "sent", message: "m1" });
        await store.claims.claim(question(`old-${by}`, {}, tenant, by));
      }
      await clock.advance(5 * 60_000);
      await store.claims.claim(question("now"));
      await store.forget("t1", "u1");

      const kept = async (tenant: string, user: string) => ({
        direct: (await store.conversations.get({ tenant, channel: "c1", user })) !== undefined,
        thread: (await store.conversations.get({ tenant, channel: "c1", thread: user })) !== undefined,
        settings: (await store.settings.get(tenant, "user", user)) !== undefined,
        watches: (await store.watches.list(tenant, user)).length,
        own: (await store.subscriptions.get(tenant, `d-${user}`)) !== undefined,
        shared: (await store.subscriptions.get(tenant, `c-${user}`))?.by,
        delivery: (await store.deliveries.get(tenant, `k-${user}`)) !== undefined,
        question: (await store.claims.get(tenant, `old-${user}`))?.question !== undefined,
      });
      const all = { direct: true, thread: true, settings: true, watches: 1, own: true, delivery: true, question: true };
      expect(await kept("t1", "u2")).toEqual({ ...all, shared: "u2" });
      expect(await kept("t2", "u1")).toEqual({ ...all, shared: "u1" });
      expect(await kept("t1", "u1")).toEqual({
        ...{ direct: false, thread: false, settings: false, watches: 0, own: false, shared: undefined },
        ...{ delivery: false, question: false },
      });
      expect(await store.subscriptions.get("t1", "c-u1")).toBeDefined();
      expect(await store.claims.claim(question("old-u1"))).toBe(false);
      expect((await store.claims.get("t1", "now"))?.question).toBeDefined();
    });

    it("answers nothing once it is closed", async () => {
      await store.close();
      await expect(store.claims.claim(question("e1"))).rejects.toThrow("closed");
      await expect(store.settings.get("t1", "user", "u1")).rejects.toThrow("closed");
      await expect(store.forget("t1", "u1")).rejects.toThrow("closed");
    });
  });
}
