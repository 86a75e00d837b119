import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDigestWorld, cut, DAY, HOUR, settle } from "./world.ts";

/** What happens in a week: when news come, what the platform does to the first tries, whether the bot is away. */
const Week = fc.record({
  hours: fc.array(fc.integer({ min: 0, max: 167 }), { maxLength: 4 }),
  fates: fc.array(fc.constantFrom("ok", "lost", "hangs", "dropped", "never came"), { maxLength: 3 }),
  away: fc.boolean(),
});
type Week = typeof Week extends fc.Arbitrary<infer T> ? T : never;
type World = ReturnType<typeof createDigestWorld>;

/** Passes a week, an hour at a time; the price falls by a dollar at each of the hours. */
async function pass(world: World, hours: readonly number[]): Promise<void> {
  for (let hour = 0; hour < 168; hour += 1) {
    for (const _ of hours.filter((one) => one === hour)) {
      const price = 1000 - world.batches.length;
      world.accept(cut("2026-06-30", String(price), String(price - 1)));
    }
    await world.clock.advance(HOUR);
    await settle(hour % 24 === 1 ? 40 : 2);
  }
}

async function live(world: World, weeks: readonly Week[]): Promise<void> {
  for (const { hours, fates, away } of weeks) {
    world.platform.fates.push(...fates);
    if (away) await world.bot().runner.stop();
    await pass(world, hours);
    if (away) (await world.restart()).runner.start();
    await settle();
  }
  world.platform.fates.length = 0;
  await world.pass(8 * DAY);
}

/** The periods of the editions that count as told, oldest first. */
async function periods(world: World): Promise<{ from: string; to: string }[]> {
  const records = await world.bot().store.editions.list("t1", "c1", 50);
  return records.filter(({ state }) => state === "sent" || state === "unknown").reverse();
}

describe("whatever the platform and the machine do", () => {
  it("no event stands in two editions or in none, and no edition is posted twice", async () => {
    let told = 0;
    const weeks = fc.array(Week, { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(weeks, fc.boolean(), async (lived, tells) => {
      const world = createDigestWorld({ tells, sameKeyMs: tells ? 0 : 55 * 60_000 });
      world.bot().runner.start();
      await world.command({ action: "on", weekday: 1, time: "09:00", timezone: "Asia/Shanghai" });
      await live(world, lived);

      const found = await periods(world);
      expect(found.slice(1).map(({ from }) => from)).toEqual(found.slice(0, -1).map(({ to }) => to));
      const [first, last] = [found[0]?.from ?? "", found.at(-1)?.to ?? ""];
      const days = world.batches.map(({ at }) => at.toISOString());
      expect(days.filter((at) => at <= first || at > last)).toEqual([]);
      told += days.length;
      const keys = world.platform.posted.filter(({ channel }) => channel === "c1").map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });
    await fc.assert(property, { numRuns: 10 });
    expect(told).toBeGreaterThan(10);
  });
});
