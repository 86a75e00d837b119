import { describe, expect, it } from "vitest";
import { createDigestWorld, cut, DAY, noticeOf } from "./world.ts";

const MONDAY = { action: "on", weekday: 1, time: "09:00", timezone: "Asia/Shanghai" } as const;

describe("digest on", () => {
  it("tries the channel at once, says when it comes, and what it is cut down to", async () => {
    const world = createDigestWorld();
    const answer = await world.command({ ...MONDAY, filters: { origin: "cn" }, sections: ["cuts"], language: "zh" });
    expect(noticeOf(answer)).toBe(
      "The weekly digest is on here: every Monday at 09:00 (Asia/Shanghai), in Chinese; only Chinese · price cuts; next: 2026-07-06 09:06.",
    );
    expect(answer.to).toBe("asker");
    expect(world.seen.map((one) => [one.address.channel, noticeOf(one)])).toEqual([
      ["c1", expect.stringContaining("每周一 09:00（北京时间）")],
    ]);
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toMatchObject({
      by: "ann",
      personal: false,
      query: { version: 1, query: { command: { filters: { origin: "cn" }, sections: ["cuts"] } } },
    });
  });

  it("sets nothing up where it may not post, and says what to do", async () => {
    const world = createDigestWorld();
    world.platform.fates.push("refused");
    expect(noticeOf(await world.command(MONDAY))).toContain("Add me to it");
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toBeUndefined();
  });

  it.each([
    ["the asker's zone", { timezone: "Europe/Berlin" }, {}, "Europe/Berlin"],
    ["the zone that is said", { timezone: "Europe/Berlin" }, { timezone: "America/New_York" }, "America/New_York"],
    ["UTC where nobody knows it", {}, {}, "UTC"],
    ["UTC for a zone that is none", { timezone: "Mars/Olympus" }, {}, "UTC"],
  ])("is for Monday 09:00 in %s", async (_, from, said, zone) => {
    const world = createDigestWorld();
    await world.command({ action: "on", ...said }, from);
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toMatchObject({
      ...{ weekday: 1, time: "09:00", timezone: zone },
    });
  });

  it("refuses a zone that is none", async () => {
    const world = createDigestWorld();
    expect(noticeOf(await world.command({ ...MONDAY, timezone: "Mars/Olympus" }))).toContain('"Mars/Olympus"');
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toBeUndefined();
  });

  it("in a direct chat posts nothing else, and goes when its owner is forgotten", async () => {
    const world = createDigestWorld();
    expect((await world.command(MONDAY, { surface: "direct" })).to).toBe("here");
    expect(world.seen).toEqual([]);
    await world.bot().store.forget("t1", "ann");
    expect(await world.bot().store.subscriptions.get("t1", "c1")).toBeUndefined();
  });

  it("changes what is said and keeps the rest, without posting again", async () => {
    const world = createDigestWorld();
    await world.command({ ...MONDAY, filters: { origin: "cn" } });
    const answer = await world.command({ action: "set", weekday: 5, time: "17:30" });
    expect(noticeOf(answer)).toContain(
      "changed: every Friday at 17:30 (Asia/Shanghai), in English; only Chinese; next: 2026-07-03 17:3",
    );
    expect(world.seen).toHaveLength(1);
  });
});

describe("who may change a digest", () => {
  it.each([
    ["who set it up", { user: "ann" }, true],
    ["an admin", { user: "bob", admin: true }, true],
    ["anybody else", { user: "bob", admin: false }, false],
    ["anybody else where admins can't be told", { user: "bob" }, false],
  ])("%s", async (_, from, may) => {
    const world = createDigestWorld();
    await world.command(MONDAY, { user: "ann" });
    const answers = [
      noticeOf(await world.command({ action: "set", time: "10:00" }, from)),
      noticeOf(await world.command({ action: "off" }, from)),
    ];
    for (const answer of answers) expect(answer.includes("Nothing was changed")).toBe(!may);
    expect((await world.bot().store.subscriptions.get("t1", "c1")) === undefined).toBe(may);
  });
});

describe("digest list and show", () => {
  it("names no other channel, though the asker set its digest up", async () => {
    const world = createDigestWorld();
    await world.command(MONDAY, { channel: "secret-plans" });
    const text = noticeOf(await world.command({ action: "list" }, { channel: "c2" }));
    expect(text).toContain("No weekly digest comes here");
    expect(text).toContain("You set up one more in other channels");
    expect(text).not.toContain("secret-plans");
    expect(noticeOf(await world.command({ action: "list" }, { channel: "c2", user: "bob" }))).not.toContain("one more");
  });

  it("show an edition of the past as it was", async () => {
    const world = createDigestWorld();
    world.bot().runner.start();
    await world.command(MONDAY);
    world.accept(cut("2026-07-02", "10", "5"));
    await world.pass(6 * DAY);
    const [sent] = world.editions();
    const shown = await world.command({ action: "show", date: "2026-07-06" }, { user: "bob" });
    expect(shown.to).toBe("asker");
    expect(shown.content).toEqual({
      kind: "edition",
      edition: { ...sent, intro: ["The edition of 2026-07-06.", ...(sent?.intro ?? [])] },
    });
    expect(noticeOf(await world.command({ action: "show", date: "2026-06-29" }))).toBe(
      "There is no edition of 2026-06-29 for this channel. The latest are of 2026-07-06.",
    );
    expect(noticeOf(await world.command({ action: "show" }))).toContain("last edition: 2026-07-06 09:0");
  });

  it("now shows what would be told, to the asker alone, and tells it all the same when it is due", async () => {
    const world = createDigestWorld();
    world.bot().runner.start();
    await world.command(MONDAY);
    world.accept(cut("2026-07-02", "10", "5"));
    await world.pass(DAY);
    const preview = await world.command({ action: "now" });
    expect(preview).toMatchObject({ to: "asker", content: { edition: { title: expect.stringContaining("1 cut") } } });
    expect(world.editions()).toHaveLength(0);
    await world.pass(6 * DAY);
    expect(world.editions()[0]?.title).toContain("1 cut");
  });

  it("off ends it", async () => {
    const world = createDigestWorld();
    world.bot().runner.start();
    await world.command(MONDAY);
    expect(noticeOf(await world.command({ action: "off" }))).toBe("The weekly digest of this channel is off.");
    await world.pass(8 * DAY);
    expect(world.editions()).toEqual([]);
    expect(noticeOf(await world.command({ action: "off" }))).toContain("No weekly digest comes here");
  });
});
