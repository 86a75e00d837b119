import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Sent } from "../../src/delivery/deliver.ts";
import { createOutbox, type Outbox } from "../../src/delivery/outbox.ts";
import type { Outgoing } from "../../src/ports/platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore, type Memory } from "../../src/store/memory/store.ts";
import { createFakePlatform, type FakePlatform, type Fate } from "../helpers/fake-platform.ts";
import { createTestClock, type TestClock } from "../helpers/test-clock.ts";

const message = (sendKey: string, channel = "c1", rest: Partial<Outgoing> = {}): Outgoing => ({
  address: { platform: "test", tenant: "t1", channel },
  content: { kind: "notice", language: "en", text: sendKey, buttons: [] },
  sendKey,
  ...rest,
});

/** Enough for every try and every wait of a message. */
const LONG = 15 * 60_000;

let clock: TestClock;
let store: Store;
const outboxOn = (platform: FakePlatform, random = () => 1): Outbox =>
  createOutbox({ platforms: [platform], deliveries: store.deliveries, clock, random });

beforeEach(() => {
  clock = createTestClock();
  store = createMemoryStore(clock);
});

/** Sends a message whose tries meet these fates, and lets all the time pass that it needs. */
async function sendWith(platform: FakePlatform, fates: Fate[], rest: Partial<Outgoing> = {}): Promise<Sent> {
  platform.fates.push(...fates);
  const sent = outboxOn(platform).send(message("k1", "c1", rest));
  await clock.advance(LONG);
  return sent;
}

describe("a message", () => {
  it("goes out once, and its delivery is recorded", async () => {
    const platform = createFakePlatform(clock);
    expect(await sendWith(platform, [])).toEqual({ state: "sent", message: "m1" });
    expect(await store.deliveries.get("t1", "k1")).toMatchObject({ state: "sent", message: "m1", channel: "c1" });
  });

  it("is one message however often its key is sent, at once or later", async () => {
    const platform = createFakePlatform(clock);
    const outbox = outboxOn(platform);
    const sent = [...(await Promise.all([outbox.send(message("k1")), outbox.send(message("k1"))]))];
    sent.push(await outboxOn(platform).send(message("k1")));
    expect(sent).toEqual(Array(3).fill({ state: "sent", message: "m1" }));
    expect(platform.posted).toHaveLength(1);
  });

  it("that certainly did not arrive is tried again, each time after a longer wait", async () => {
    const platform = createFakePlatform(clock);
    expect(await sendWith(platform, ["dropped", "dropped", "dropped"])).toMatchObject({ state: "sent" });
    const [first = 0, ...later] = platform.calls.map(({ at }) => at);
    expect(later.map((at) => at - first)).toEqual([2000, 6000, 14_000]);
  });

  it("waits shorter by up to half, by chance", async () => {
    const platform = createFakePlatform(clock);
    platform.fates.push("dropped");
    const sent = outboxOn(platform, () => 0).send(message("k1"));
    await clock.advance(999);
    expect(platform.calls).toHaveLength(1);
    await clock.advance(1);
    expect(await sent).toMatchObject({ state: "sent" });
  });

  it("that never arrives is left, as if it had never been tried", async () => {
    const platform = createFakePlatform(clock);
    expect(await sendWith(platform, Array(50).fill("dropped"))).toMatchObject({ state: "left" });
    expect(platform.calls.length).toBeLessThanOrEqual(8);
    expect(await store.deliveries.get("t1", "k1")).toBeUndefined();
  });

  it("is left at once where the platform wants to be left alone for too long", async () => {
    const platform = createFakePlatform(clock);
    platform.fates.push({ retryAfterMs: 3_600_000 });
    expect(await outboxOn(platform).send(message("k1"))).toMatchObject({ state: "left" });
  });

  it("that is refused is not tried again", async () => {
    const platform = createFakePlatform(clock);
    const refused = { state: "refused", why: "channel_is_archived", gone: true };
    expect(await sendWith(platform, ["refused"])).toEqual(refused);
    expect(await outboxOn(platform).send(message("k1"))).toEqual(refused);
    expect(platform.calls).toHaveLength(1);
  });

  it("rejects for a platform that nobody named", async () => {
    const nowhere = message("k1", "c1", { address: { platform: "other", tenant: "t1", channel: "c1" } });
    await expect(outboxOn(createFakePlatform(clock)).send(nowhere)).rejects.toThrow("other");
  });
});

describe("a message that may have arrived", () => {
  it.each<Fate>(["lost", "hangs"])("is looked up where the platform can tell: it was out (%s)", async (fate) => {
    const platform = createFakePlatform({ now: clock.now, tells: true });
    expect(await sendWith(platform, [fate])).toEqual({ state: "sent", message: "m1" });
    expect(platform.calls.map(({ call }) => call)).toEqual(["send", "wasSent"]);
  });

  it("is looked up where the platform can tell: it was not, and goes out", async () => {
    const platform = createFakePlatform({ now: clock.now, tells: true });
    expect(await sendWith(platform, ["never came"])).toEqual({ state: "sent", message: "m1" });
    expect(platform.calls.map(({ call }) => call)).toEqual(["send", "wasSent", "send"]);
  });

  it("is sent again under the same key where the platform knows keys", async () => {
    const platform = createFakePlatform({ now: clock.now, sameKeyMs: 55 * 60_000 });
    expect(await sendWith(platform, ["hangs", "lost", "dropped"])).toEqual({ state: "sent", message: "m1" });
    expect(platform.calls.map(({ call }) => call)).toEqual(Array(4).fill("send"));
    expect(platform.posted).toHaveLength(1);
  });

  it("is never sent again where nobody can tell", async () => {
    const platform = createFakePlatform(clock);
    expect(await sendWith(platform, ["hangs"])).toMatchObject({ state: "unknown" });
    expect(await outboxOn(platform).send(message("k1"))).toMatchObject({ state: "unknown" });
    expect(platform.posted).toHaveLength(1);
  });

  it("is never sent again once the platform's keys have run out", async () => {
    const platform = createFakePlatform({ now: clock.now, sameKeyMs: 5000 });
    expect(await sendWith(platform, ["hangs"])).toMatchObject({ state: "unknown" });
    expect(platform.posted).toHaveLength(1);
  });

  it("is sent again where it replaces a message, which then says the same", async () => {
    const platform = createFakePlatform(clock);
    expect(await sendWith(platform, ["hangs"], { replaces: "m9" })).toMatchObject({ state: "sent" });
  });

  it("counts as unknown when all tries end so", async () => {
    const platform = createFakePlatform({ now: clock.now, sameKeyMs: 55 * 60_000 });
    expect(await sendWith(platform, Array(50).fill("lost"))).toMatchObject({ state: "unknown" });
    expect(platform.posted).toHaveLength(1);
  });
});

describe("channels", () => {
  it("keep their order, and none waits for another", async () => {
    const platform = createFakePlatform(clock);
    platform.fates.push({ retryAfterMs: 30_000 });
    const outbox = outboxOn(platform);
    const slow = ["a1", "a2", "a3"].map((key) => outbox.send(message(key, "a")));
    expect(await outbox.send(message("b1", "b"))).toMatchObject({ state: "sent" });
    await clock.advance(29_999);
    expect(platform.posted.map(({ key }) => key)).toEqual(["b1"]);
    await clock.advance(1);
    await Promise.all(slow);
    expect(platform.posted.map(({ key }) => key)).toEqual(["b1", "a1", "a2", "a3"]);
  });

  it("of two tenants are two, even with the same id", async () => {
    const platform = createFakePlatform(clock);
    platform.fates.push({ retryAfterMs: 30_000 });
    const outbox = outboxOn(platform);
    const slow = outbox.send(message("k1"));
    const other = message("k1", "c1", { address: { platform: "test", tenant: "t2", channel: "c1" } });
    expect(await outbox.send(other)).toMatchObject({ state: "sent" });
    await clock.advance(30_000);
    expect(await slow).toMatchObject({ state: "sent" });
  });
});

describe("stopping", () => {
  it("waits for what is queued, and takes nothing more", async () => {
    const platform = createFakePlatform(clock);
    platform.fates.push("dropped");
    const outbox = outboxOn(platform);
    const sent = ["k1", "k2"].map((key) => outbox.send(message(key)));
    const stopped = outbox.stop(10_000);
    expect(await outbox.send(message("k3"))).toMatchObject({ state: "left" });
    await clock.advance(2000);
    await stopped;
    expect(await Promise.all(sent)).toEqual([1, 2].map((n) => ({ state: "sent", message: `m${n}` })));
    expect(clock.waiting()).toBe(1);
  });

  it("ends at its deadline; the next process sends the rest, each once", async () => {
    const memory: Memory = new Map();
    store = createMemoryStore(clock, memory);
    const platform = createFakePlatform({ now: clock.now, tells: true });
    platform.fates.push("hangs");
    const outbox = outboxOn(platform);
    const sent = ["k1", "k2"].map((key) => outbox.send(message(key)));
    await clock.advance(0);
    const stopped = outbox.stop(3000);
    await clock.advance(3000);
    await stopped;
    expect(await Promise.all(sent)).toMatchObject([{ state: "left" }, { state: "left" }]);
    await store.close();

    store = createMemoryStore(clock, memory);
    const next = outboxOn(platform);
    const again = ["k1", "k2"].map((key) => next.send(message(key)));
    await clock.advance(LONG);
    expect(await Promise.all(again)).toMatchObject([{ state: "sent" }, { state: "sent" }]);
    expect(platform.posted.map(({ key }) => key)).toEqual(["k1", "k2"]);
  });
});

it("posts nothing twice and keeps the order of each channel, whatever the network does", async () => {
  const fate = fc.constantFrom<Fate>("ok", "lost", "hangs", "never came", "dropped", "refused", { retryAfterMs: 7000 });
  const channels = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 });
  const options = fc.record({ sameKeyMs: fc.constantFrom(0, 5000, 55 * 60_000), tells: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 12 }), channels, options, async (fates, wanted, abilities) => {
      clock = createTestClock();
      store = createMemoryStore(clock);
      const platform = createFakePlatform({ now: clock.now, ...abilities });
      platform.fates.push(...fates);
      const outbox = outboxOn(platform);
      const sends = wanted.map((channel, i) => outbox.send(message(`k${i}`, channel)));
      await clock.advance(wanted.length * LONG);
      const states = (await Promise.all(sends)).map(({ state }) => state);
      const keys = platform.posted.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const [i, state] of states.entries()) if (state === "sent") expect(keys).toContain(`k${i}`);
      for (const channel of wanted) {
        const inIt = platform.posted.filter((post) => post.channel === channel).map(({ key }) => Number(key.slice(1)));
        expect(inIt).toEqual([...inIt].sort((a, b) => a - b));
      }
    }),
    { numRuns: 100 },
  );
});
