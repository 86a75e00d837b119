import { describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { createDigestWorld, cut, DAY, HOUR, noticeOf, settle } from "./world.ts";

const MONDAY = { action: "on", weekday: 1, time: "09:00", timezone: "Asia/Shanghai" } as const;

/** A channel with a digest on Mondays at 09:00 in Shanghai, which is 01:00 UTC; it is Wednesday 2026-07-01. */
async function subscribed(options: Parameters<typeof createDigestWorld>[0] = {}, more = {}) {
  const world = createDigestWorld(options);
  world.bot().runner.start();
  await world.command({ ...MONDAY, ...more });
  return world;
}
const stateOf = async (world: Awaited<ReturnType<typeof subscribed>>) =>
  (await world.bot().store.editions.list("t1", "c1", 20)).map(({ state }) => state);
const titles = (world: Awaited<ReturnType<typeof subscribed>>) => world.editions().map(({ title }) => title);

describe("a digest that is due", () => {
  it("goes out once a week, each with what was accepted since the last one", async () => {
    const world = await subscribed();
    world.accept(cut("2026-07-02", "10", "5"));
    await world.pass(7 * DAY);
    world.accept(cut("2026-07-08", "5", "4"));
    await world.pass(7 * DAY);
    expect(titles(world)).toEqual([
      "LLM prices, 29 June to 6 July 2026: 1 cut",
      "LLM prices, 6 to 13 July 2026: 1 cut",
    ]);
    expect(world.editions().map(({ sections }) => sections[0]?.lines[0])).toEqual([
      expect.stringContaining("in $10 → $5"),
      expect.stringContaining("in $5 → $4"),
    ]);
    expect(await stateOf(world)).toEqual(["sent", "sent"]);
  });

  it("says in one line that the week was quiet, or is skipped where that is wished", async () => {
    const world = await subscribed();
    const quiet = await subscribed({}, { quiet: true });
    await world.pass(7 * DAY);
    await quiet.pass(7 * DAY);
    expect(titles(world)).toEqual(["LLM prices, 29 June to 6 July 2026: a quiet week, nothing moved"]);
    expect(world.editions()[0]).toMatchObject({ intro: [], sections: [], notes: [] });
    expect(titles(quiet)).toEqual([]);
    expect(await stateOf(quiet)).toEqual(["skipped"]);
  });

  it("missed while the bot was down is sent once on return, if it is younger than 48 hours", async () => {
    const world = await subscribed();
    await world.bot().runner.stop();
    world.accept(cut("2026-07-02", "10", "5"));
    world.clock.set("2026-07-08T00:30:00.000Z");
    (await world.restart()).runner.start();
    await settle();
    expect(titles(world)).toEqual(["LLM prices, 29 June to 8 July 2026: 1 cut"]);
    await world.pass(DAY);
    expect(titles(world)).toHaveLength(1);
  });

  it("missed for longer goes into the next one, and it is noted", async () => {
    const world = await subscribed();
    await world.bot().runner.stop();
    world.accept(cut("2026-07-02", "10", "5"));
    world.clock.set("2026-07-08T01:30:00.000Z");
    (await world.restart()).runner.start();
    await world.pass(6 * DAY);
    expect(await stateOf(world)).toEqual(["sent", "missed"]);
    expect(world.editions()[0]).toMatchObject({
      title: "LLM prices, 29 June to 13 July 2026: 1 cut",
      notes: ["Not sent while the bot was away: 6 July. Their news is in this edition."],
    });
  });

  it("after three weeks away is one edition that covers all of them and names those that were not sent", async () => {
    const world = await subscribed();
    await world.pass(7 * DAY);
    await world.bot().runner.stop();
    world.clock.set("2026-07-15T00:00:00.000Z");
    world.accept(cut("2026-07-14", "10", "5"));
    world.clock.set("2026-07-27T12:00:00.000Z");
    (await world.restart()).runner.start();
    await settle();
    expect(titles(world).slice(1)).toEqual(["LLM prices, 6 to 27 July 2026: 1 cut"]);
    expect(world.editions()[1]?.notes[0]).toBe(
      "Not sent while the bot was away: 13 July, 20 July. Their news is in this edition.",
    );
    expect(await stateOf(world)).toEqual(["sent", "missed", "missed", "sent"]);
  });

  it("never covers more than 28 days, and says so", async () => {
    const world = await subscribed();
    await world.pass(7 * DAY);
    await world.bot().runner.stop();
    world.clock.set("2026-07-07T00:00:00.000Z");
    world.accept(cut("2026-07-06", "10", "5"));
    world.clock.set("2026-08-10T12:00:00.000Z");
    (await world.restart()).runner.start();
    await settle();
    expect(titles(world)[1]).toBe("LLM prices, 13 July to 10 August 2026: a quiet week, nothing moved");
    expect(world.editions()[1]?.notes).toContain(
      "An edition covers 28 days at most: news from 6 July until then is left out.",
    );
  });

  it("of a channel that refuses pauses it and tells its subscriber once; the others go on, and nothing is lost", async () => {
    const world = await subscribed();
    await world.command(MONDAY, { channel: "c2", user: "bob" });
    world.accept(cut("2026-07-02", "10", "5"));
    const refuse = world.platform.send;
    Object.assign(world.platform, {
      send: (message: Parameters<typeof refuse>[0], signal: AbortSignal) =>
        message.address.channel === "c1" ? Promise.reject("refused") : refuse(message, signal),
    });
    await world.pass(15 * DAY);
    expect(await stateOf(world)).toEqual(["refused"]);
    expect(world.editions("c2")).toHaveLength(2);
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toMatchObject({ state: "paused" });
    const told = world.seen.filter(({ address }) => address.channel === "ann").map((one) => noticeOf(one));
    expect(told).toEqual([expect.stringContaining("could not be posted")]);
    expect(told[0]).not.toContain("c1");
    Object.assign(world.platform, { send: refuse });
    expect(noticeOf(await world.command({ action: "on" }))).toContain("is on here: every Monday at 09:00");
    await world.pass(7 * DAY);
    expect(titles(world)).toEqual(["LLM prices, 29 June to 20 July 2026: 1 cut"]);
  });

  it("is left while the platform is away, and sent once it is back", async () => {
    const world = await subscribed();
    world.platform.fates.push(...Array(8).fill("dropped"));
    await world.pass(6 * DAY, HOUR / 4);
    expect(await stateOf(world)).toEqual(["sent"]);
    expect(titles(world)).toHaveLength(1);
  });
});

describe("a crash between claiming an edition and recording it", () => {
  /** The first process dies once the store is asked to record what became of the edition: it never comes back. */
  const dying = (store: Store): Store => ({
    ...store,
    editions: { ...store.editions, finish: () => new Promise<void>(() => {}) },
  });

  async function crashed(options: Parameters<typeof createDigestWorld>[0]) {
    const world = createDigestWorld(options);
    const first = await world.restart(dying);
    first.runner.start();
    await world.command(MONDAY);
    await world.pass(6 * DAY, HOUR / 4);
    expect(await stateOf(world)).toEqual(["claimed"]);
    return world;
  }

  it.each([
    ["that can be asked", { tells: true }],
    ["that knows keys", { sameKeyMs: 55 * 60_000 }],
    ["that can do neither", {}],
  ])("leads to one edition on a platform %s", async (_, options) => {
    const world = await crashed(options);
    (await world.restart()).runner.start();
    await settle();
    await world.pass(2 * HOUR);
    expect(world.editions()).toHaveLength(1);
    expect(await stateOf(world)).toEqual(["sent"]);
    await world.pass(7 * DAY);
    expect(world.editions()).toHaveLength(2);
  });

  it("and in the midst of sending, where nobody can tell, counts as sent; its subscriber is told and can post it again", async () => {
    const world = await subscribed();
    world.platform.fates.push("lost");
    await world.pass(6 * DAY, HOUR / 4);
    expect(await stateOf(world)).toEqual(["unknown"]);
    expect(world.editions()).toHaveLength(1);
    const told = world.seen.filter(({ address }) => address.channel === "ann").map((one) => noticeOf(one));
    expect(told).toEqual([expect.stringContaining('"digest show 2026-07-06"')]);
    const again = await world.command({ action: "now", date: "2026-07-06" });
    expect(noticeOf(again)).toBe("The edition of 2026-07-06 is posted again.");
    expect(world.editions()).toHaveLength(2);
  });

  it("that is found too late to know anything counts as sent, and is noted", async () => {
    const world = await crashed({});
    world.clock.set("2026-07-09T00:00:00.000Z");
    (await world.restart()).runner.start();
    await settle();
    expect(await stateOf(world)).toEqual(["unknown"]);
    expect(world.editions()).toHaveLength(1);
  });
});
