import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dueUpTo,
  firstDue,
  isTimezone,
  nextDue,
  type Schedule,
  SPREAD_MS,
  spreadOf,
} from "../../src/digest/schedule.ts";

const of = (weekday: number, time: string, timezone: string, channel = "c1"): Schedule => ({
  ...{ tenant: "t1", channel, weekday, time, timezone },
});

/** The weekday and hour that a clock on the wall of the zone shows. */
function onTheWall(at: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: timezone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}

/** The hour of the schedule without the channel's own share of the minutes after it. */
const slotAfter = (schedule: Schedule, after: string) => {
  const due = nextDue(schedule, new Date(after));
  return onTheWall(new Date(due.getTime() - spreadOf(schedule)), schedule.timezone);
};

describe("the next time of a digest", () => {
  it.each([
    ["New York, forward", of(1, "09:00", "America/New_York"), "2026-03-03T00:00:00Z", "Mon 2026-03-09 09:00"],
    [
      "New York, an hour that is left out",
      of(0, "02:30", "America/New_York"),
      "2026-03-07T12:00:00Z",
      "Sun 2026-03-08 03:00",
    ],
    ["New York, back", of(1, "09:00", "America/New_York"), "2026-10-27T00:00:00Z", "Mon 2026-11-02 09:00"],
    ["Berlin, forward", of(1, "09:00", "Europe/Berlin"), "2026-03-24T00:00:00Z", "Mon 2026-03-30 09:00"],
    [
      "Berlin, an hour that is left out",
      of(0, "02:15", "Europe/Berlin"),
      "2026-03-28T12:00:00Z",
      "Sun 2026-03-29 03:00",
    ],
    ["Berlin, back", of(1, "09:00", "Europe/Berlin"), "2026-10-20T00:00:00Z", "Mon 2026-10-26 09:00"],
    ["Sydney, forward", of(1, "09:00", "Australia/Sydney"), "2026-09-29T00:00:00Z", "Mon 2026-10-05 09:00"],
    [
      "Sydney, an hour that is left out",
      of(0, "02:30", "Australia/Sydney"),
      "2026-10-02T00:00:00Z",
      "Sun 2026-10-04 03:00",
    ],
    ["Sydney, back", of(1, "09:00", "Australia/Sydney"), "2026-03-31T00:00:00Z", "Mon 2026-04-06 09:00"],
    ["a zone without summer time", of(1, "09:00", "Asia/Shanghai"), "2026-03-24T00:00:00Z", "Mon 2026-03-30 09:00"],
    ["a leap day", of(2, "09:00", "Asia/Shanghai"), "2028-02-23T00:00:00Z", "Tue 2028-02-29 09:00"],
    ["the day after a leap day", of(3, "09:00", "Europe/London"), "2028-02-24T00:00:00Z", "Wed 2028-03-01 09:00"],
    ["the year's end", of(4, "23:59", "Europe/London"), "2026-12-28T00:00:00Z", "Thu 2026-12-31 23:59"],
    ["over the year's end", of(5, "00:00", "Pacific/Auckland"), "2026-12-30T00:00:00Z", "Fri 2027-01-01 00:00"],
  ])("%s", (_, schedule, after, wall) => {
    expect(slotAfter(schedule, after)).toBe(wall);
  });

  it.each([
    ["America/New_York", "01:30", "2026-11-01"],
    ["Europe/Berlin", "02:30", "2026-10-25"],
    ["Australia/Sydney", "02:30", "2026-04-05"],
  ])("an hour that %s has twice brings one edition", (timezone, time, day) => {
    const schedule = of(0, time, timezone);
    const first = nextDue(schedule, new Date(Date.parse(day) - 36 * 3_600_000));
    expect(onTheWall(new Date(first.getTime() - spreadOf(schedule)), timezone)).toBe(`Sun ${day} ${time}`);
    const second = nextDue(schedule, first);
    expect(onTheWall(second, timezone).slice(0, 14)).toBe(
      `Sun ${new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10)}`,
    );
  });

  it("is after now, on the weekday wanted and within the spread, whatever the zone and day", () => {
    const zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"];
    fc.assert(
      fc.property(
        fc.record({
          at: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) }),
          weekday: fc.integer({ min: 0, max: 6 }),
          hour: fc.integer({ min: 0, max: 23 }),
          zone: fc.constantFrom(...zones),
          channel: fc.string({ minLength: 1 }),
        }),
        ({ at, weekday, hour, zone, channel }) => {
          const schedule = of(weekday, `${String(hour).padStart(2, "0")}:30`, zone, channel);
          const due = nextDue(schedule, new Date(at));
          const spread = spreadOf(schedule);
          expect(spread).toBeLessThan(SPREAD_MS);
          expect(due.getTime()).toBeGreaterThan(at);
          expect(due.getTime() - at).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000 + SPREAD_MS);
          const wall = onTheWall(new Date(due.getTime() - spread), zone);
          expect(wall.slice(0, 3)).toBe(["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("spreads channels over the minutes after the hour, each always alike", () => {
    const minutes = new Set(
      Array.from({ length: 200 }, (_, at) => Math.floor(spreadOf({ tenant: "t", channel: `c${at}` }) / 60_000)),
    );
    expect(minutes.size).toBe(SPREAD_MS / 60_000);
    expect(spreadOf({ tenant: "t", channel: "c1" })).toBe(spreadOf({ tenant: "t", channel: "c1" }));
    expect(spreadOf({ tenant: "t", channel: "c1" })).not.toBe(spreadOf({ tenant: "u", channel: "c1" }));
  });

  it("a subscriber who moves from Shanghai to New York on a Monday gets the next edition the Monday after", () => {
    const sent = nextDue(of(1, "09:00", "Asia/Shanghai"), new Date("2026-07-05T00:00:00Z"));
    const moved = of(1, "09:00", "America/New_York");
    const due = firstDue(moved, new Date("2026-07-06T04:00:00Z"), sent.toISOString());
    expect(onTheWall(new Date(due.getTime() - spreadOf(moved)), "America/New_York")).toBe("Mon 2026-07-13 09:00");
  });

  it("a digest that is moved to the next day comes the next day", () => {
    const sent = nextDue(of(1, "09:00", "Asia/Shanghai"), new Date("2026-07-05T00:00:00Z"));
    const due = firstDue(of(2, "09:00", "Asia/Shanghai"), new Date("2026-07-06T04:00:00Z"), sent.toISOString());
    expect(onTheWall(due, "Asia/Shanghai").slice(0, 14)).toBe("Tue 2026-07-07");
  });

  it("lists what was due while nobody was there", () => {
    const schedule = of(1, "09:00", "Europe/Berlin");
    const first = nextDue(schedule, new Date("2026-10-18T12:00:00Z"));
    const due = dueUpTo(schedule, first, new Date("2026-11-09T12:00:00Z"));
    expect(due.map((at) => onTheWall(at, "Europe/Berlin").slice(0, 14))).toEqual([
      "Mon 2026-10-19",
      "Mon 2026-10-26",
      "Mon 2026-11-02",
      "Mon 2026-11-09",
    ]);
    expect(dueUpTo(schedule, first, new Date(first.getTime() - 1))).toEqual([]);
  });

  it.each([
    ["Asia/Shanghai", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["", false],
  ])("%j is a zone: %s", (name, is) => expect(isTimezone(name)).toBe(is));
});
