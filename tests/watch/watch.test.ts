import { describe, expect, it } from "vitest";
import { createWatchWorld, day, type From, prices } from "./world.ts";

const ONE = { models: ["acme/one"] };
const START = ["2026-01-01", "10/20"] as const;
const at = (date: string) => `${date}T08:00:00.000Z`;

/** Days of July 2026 on which the lab's price became another, one after the other. */
async function through(
  order: Parameters<ReturnType<typeof createWatchWorld>["command"]>[0],
  moves: readonly (readonly [date: string, price: string, kind?: "correction"])[],
  from: From = {},
) {
  const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
  const confirmed = await world.command(order, from);
  const told: number[] = [];
  for (const [index, [date]] of moves.entries()) {
    const steps = moves.slice(0, index + 1);
    await world.accept(day(date, { "acme:one": prices(START, ...steps) }), at(date));
    told.push(world.sent.length);
  }
  expect(world.errors).toEqual([]);
  return { ...world, confirmed, counts: told };
}

const BELOW_8 = { action: "on", ...ONE, on: "input", below: 8, currency: "USD" } as const;

describe("a watch for a line", () => {
  it("fires on the event that takes the price across, and says what happened and why", async () => {
    const { told, confirmed, counts, sent } = await through(BELOW_8, [
      ["2026-07-02", "9/20"],
      ["2026-07-03", "7/20"],
    ]);
    expect(confirmed).toBe(
      "I will tell you privately when One at acme falls below $8 (in). Now: $10 in, $20 out, per 1M tokens.",
    );
    expect(counts).toEqual([0, 1]);
    expect(told()).toEqual([
      "ann: One at acme: in $9 → $7 (−22%), noticed 3 July. You asked to hear when it falls below $8 (in).",
    ]);
    expect(sent[0]?.content).toMatchObject({ buttons: [{ code: "watch_remove" }, { code: "watch_pause" }] });
  });

  it.each([
    ["again on the same side: once", ["7/20", "6/20", "5/20"], [1, 1, 1]],
    ["back for three days, then across again: twice", ["7/20", "9/20", "9/21", "9/20", "6/20"], [1, 1, 1, 1, 2]],
    ["exactly on the line: not", ["8/20"], [0]],
    ["upwards only: not", ["12/20", "11/30"], [0, 0]],
    ["the other side only: not", ["10/5"], [0]],
  ])("%s", async (_, steps, counts) => {
    const found = await through(
      BELOW_8,
      steps.map((price, index) => [`2026-07-0${index + 2}`, price] as const),
    );
    expect(found.counts).toEqual(counts);
  });

  it("arms again only after 24 hours on the other side", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
    await world.command(BELOW_8);
    const steps: (readonly [string, string])[] = [];
    const move = async (date: string, price: string, time: string) => {
      steps.push([date, price]);
      await world.accept(day(date, { "acme:one": prices(START, ...steps) }), time);
      return world.sent.length;
    };
    expect(await move("2026-07-02", "7/20", "2026-07-02T08:00:00.000Z")).toBe(1);
    expect(await move("2026-07-03", "9/20", "2026-07-03T08:00:00.000Z")).toBe(1);
    expect(await move("2026-07-04", "6/20", "2026-07-04T07:59:59.000Z")).toBe(1);
    expect(await move("2026-07-05", "9/20", "2026-07-05T08:00:00.000Z")).toBe(1);
    expect(await move("2026-07-06", "6/20", "2026-07-06T08:00:00.000Z")).toBe(2);
  });

  it("with no side named waits until both sides are beyond it", async () => {
    const order = { action: "on", ...ONE, below: 15, currency: "USD" } as const;
    const found = await through(order, [
      ["2026-07-02", "10/16"],
      ["2026-07-03", "10/14"],
    ]);
    expect(found.counts).toEqual([0, 1]);
  });

  it("above works the other way round", async () => {
    const order = { action: "on", ...ONE, on: "output", above: 25, currency: "USD" } as const;
    const found = await through(order, [
      ["2026-07-02", "10/25"],
      ["2026-07-03", "10/30"],
      ["2026-07-04", "10/35"],
    ]);
    expect(found.counts).toEqual([0, 1, 1]);
  });

  it("that is crossed already says so, and fires after the price was on the other side for a day", async () => {
    const order = { ...BELOW_8, below: 11 };
    const found = await through(order, [
      ["2026-07-02", "9/20"],
      ["2026-07-03", "12/20"],
      ["2026-07-05", "10/20"],
    ]);
    expect(found.confirmed).toContain("It is beyond that line already ($10 in, $20 out, per 1M tokens)");
    expect(found.counts).toEqual([0, 0, 1]);
  });

  it("in yuan follows a dollar price by the day's rate, and a rate alone never fires it", async () => {
    const offers = { "acme:one": prices(START) };
    const world = createWatchWorld(day("2026-07-01", offers, "7"));
    await world.command({ action: "on", ...ONE, on: "input", below: 65, currency: "CNY" });
    await world.accept(day("2026-07-02", offers, "6"), at("2026-07-02"));
    expect(world.sent).toEqual([]);
    const dearer = { "acme:one": prices(START, ["2026-07-03", "10.5/20"]) };
    await world.accept(day("2026-07-03", dearer, "6"), at("2026-07-03"));
    expect(world.sent).toEqual([]);
    const cheaper = { "acme:one": prices(START, ["2026-07-03", "10.5/20"], ["2026-07-04", "10.2/20"]) };
    await world.accept(day("2026-07-04", cheaper, "6"), at("2026-07-04"));
    expect(world.told()).toEqual([expect.stringContaining("falls below ¥65 (in)")]);
  });
});

describe("a watch for", () => {
  it.each([
    [
      "cheaper: below the price at set-up, then below the last one told",
      "down",
      ["12/20", "9/20", "9.5/20", "8/20"],
      [0, 1, 1, 2],
    ],
    ["dearer", "up", ["9/20", "12/20", "11/20", "13/20"], [0, 1, 1, 2]],
    ["any change", true, ["12/20", "12/19", "10/20"], [1, 2, 3]],
  ] as const)("%s", async (_, any, steps, counts) => {
    const found = await through(
      { action: "on", ...ONE, any },
      steps.map((price, index) => [`2026-07-0${index + 2}`, price] as const),
    );
    expect(found.counts).toEqual(counts);
  });

  it("a side hears nothing of the other", async () => {
    const found = await through({ action: "on", ...ONE, on: "output", any: true }, [
      ["2026-07-02", "5/20"],
      ["2026-07-03", "5/18"],
    ]);
    expect(found.counts).toEqual([0, 1]);
  });

  it("corrections fire nothing, and what is compared with is put right by them", async () => {
    const down = await through({ action: "on", ...ONE, any: "down" }, [
      ["2026-07-02", "4/20", "correction"],
      ["2026-07-03", "5/20"],
      ["2026-07-04", "3/20"],
    ]);
    expect(down.counts).toEqual([0, 0, 1]);
    const line = await through(BELOW_8, [["2026-07-02", "4/20", "correction"]]);
    expect(line.counts).toEqual([0]);
  });

  it("a new model of a lab", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
    expect(await world.command({ action: "on", labs: ["acme"], event: "new_model" })).toBe(
      "I will tell you privately when Acme brings out a new model.",
    );
    const { catalogOf } = await import("../catalog/small-catalog.ts");
    const next = catalogOf(
      "2026-07-02",
      {
        "acme:one": { prices: prices(START) },
        "acme:two": { model: "acme/two", prices: prices(["2026-07-02", "3/6"]) },
      },
      { "acme/one": { name: "One", released: "2026-01-01" }, "acme/two": { name: "Two", released: "2026-07-02" } },
    );
    await world.accept(next, at("2026-07-02"));
    await world.again();
    expect(world.told()).toEqual([
      "ann: New from Acme: Two at acme: $3 in, $6 out. You asked to hear when it brings out a new model.",
    ]);
  });

  it("a new host below a price", async () => {
    const offers = { "acme:one": prices(START) };
    const world = createWatchWorld(day("2026-07-01", offers));
    await world.command({ action: "on", ...ONE, event: "new_host", on: "input", below: 5, currency: "USD" });
    const dear = { ...offers, "cloud:one": prices(["2026-07-02", "6/9"]) };
    await world.accept(day("2026-07-02", dear), at("2026-07-02"));
    expect(world.sent).toEqual([]);
    await world.accept(day("2026-07-03", { ...dear, "host:one": prices(["2026-07-03", "4/9"]) }), at("2026-07-03"));
    expect(world.told()).toEqual([expect.stringContaining("New host: One at host: $4 in, $9 out.")]);
  });
});

describe("the offer that a watch follows", () => {
  it("is the lab's own, whatever hosts do", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START), "host:one": prices(START) }));
    await world.command(BELOW_8);
    const next = { "acme:one": prices(START), "host:one": prices(START, ["2026-07-02", "1/2"]) };
    await world.accept(day("2026-07-02", next), at("2026-07-02"));
    expect(world.sent).toEqual([]);
  });

  it("is that of the Chinese site for who asks in Chinese", async () => {
    const offers = {
      "acme:one": prices(START),
      "acme-cn:one": prices(START).map((fact) => ({ ...fact, currency: "CNY" as const })),
    };
    const world = createWatchWorld(day("2026-07-01", offers));
    await world.command({ ...BELOW_8, currency: "CNY" }, { language: "zh", user: "zhao" });
    await world.command(BELOW_8);
    const moved = prices(START, ["2026-07-02", "7/20"]).map((fact) => ({ ...fact, currency: "CNY" as const }));
    await world.accept(day("2026-07-02", { ...offers, "acme-cn:one": moved }), at("2026-07-02"));
    expect(world.told()).toEqual([
      "zhao: One（acme-cn）：输入 ¥10 → ¥7（−30%），7 月 2 日发现。你让我在它输入降到 ¥8 以下时告诉你。",
    ]);
  });
});

describe("a watch", () => {
  it("tells nothing twice when the same news come again, as after a crash", async () => {
    const { again, sent } = await through(BELOW_8, [["2026-07-02", "7/20"]]);
    await again();
    expect(sent).toHaveLength(1);
  });

  it("ends with its last day", async () => {
    const found = await through({ ...BELOW_8, until: "2026-07-04" }, [["2026-07-05", "7/20"]]);
    expect(found.confirmed).toContain("The watch ends after 4 July.");
    expect(found.counts).toEqual([0]);
  });

  it("is muted once the bot is out of its channel", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
    await world.command({ ...BELOW_8, notify: "here" });
    world.platform.fates.push("refused");
    await world.accept(day("2026-07-02", { "acme:one": prices(START, ["2026-07-02", "7/20"]) }), at("2026-07-02"));
    expect(await world.command({ action: "list" })).toContain("(muted, since its channel takes nothing from me)");
  });

  it("is listed, paused, resumed and removed by its owner alone, by model, number or all", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
    await world.command({ ...BELOW_8, notify: "here" }, { channel: "secret-plans" });
    world.clock.set("2026-07-01T09:00:00.000Z");
    await world.command({ action: "on", ...ONE, any: "down", until: "2026-09-30" });
    expect(await world.command({ action: "list" })).toBe(
      "Your watches: 1. One falls below $8 (in), told in another channel; 2. One gets cheaper, told privately until 30 September.",
    );
    expect(await world.command({ action: "list" }, { user: "bob" })).toContain("You watch nothing.");
    expect(await world.command({ action: "remove", ...ONE }, { user: "bob" })).toContain("You watch nothing.");
    expect(await world.command({ action: "pause" }, { text: "pause my watches" })).toContain("Which one?");
    expect(await world.command({ action: "pause" }, { text: "watch pause 2" })).toBe("Paused: One gets cheaper.");
    await world.accept(day("2026-07-02", { "acme:one": prices(START, ["2026-07-02", "9/20"]) }), at("2026-07-02"));
    expect(world.sent).toEqual([]);
    expect(await world.command({ action: "resume" }, { text: "resume 2" })).toBe("Watched again: One gets cheaper.");
    expect(await world.command({ action: "remove" }, { text: "remove all my watches" })).toBe(
      "No longer watched: One falls below $8 (in); One gets cheaper.",
    );
    expect(await world.command({ action: "list" })).toContain("You watch nothing.");
  });

  it("of nobody in particular is asked back; more than fifty are too many", async () => {
    const world = createWatchWorld(day("2026-07-01", { "acme:one": prices(START) }));
    expect(await world.command({ action: "on", any: "down" })).toContain("Whose price shall I watch?");
    for (let count = 0; count < 50; count += 1) await world.command(BELOW_8);
    expect(await world.command(BELOW_8)).toContain("You have 50 watches");
  });
});
