import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newsOfHistory, newsOfRecord } from "../../src/digest/news.ts";
import { openRecord } from "../../src/digest/record.ts";
import { catalogOf, type Fact } from "../catalog/small-catalog.ts";
import { createTestClock } from "../helpers/test-clock.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "llmprice-news-"));
  file = join(folder, "data", "news.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const START: Fact = { seen: "2026-01-01", input: "10", output: "20" };
const on = (day: string, ...steps: (readonly [string, string])[]) => {
  const moves = steps.map(([seen, input]): Fact => ({ seen, input, output: "20", kind: "move" }));
  return catalogOf(day, { "acme:one": { prices: [START, ...moves] } }, { "acme/one": { released: "2026-01-01" } });
};
const JULY_2 = on("2026-07-02", ["2026-07-02", "8"]);
const figures = (events: readonly object[]) =>
  events.map((event) => ("changes" in event ? (event.changes as { after: string }[])[0]?.after : undefined));

describe("the record of news", () => {
  it("has each version's news at the instant at which they came, and keeps them", async () => {
    const clock = createTestClock("2026-07-01T08:00:00.000Z");
    const record = openRecord(file, clock, "v1");
    expect([record.version(), record.batches().length]).toEqual(["v1", 1]);
    clock.set("2026-07-02T08:00:00.000Z");
    await record.accept(on("2026-07-01"), JULY_2, "v2");
    const again = openRecord(file, clock, "v9");
    expect([again.version(), again.since.toISOString()]).toEqual(["v2", "2026-07-01T08:00:00.000Z"]);
    expect(again.batches().map(({ at, events }) => [at.toISOString(), ...figures(events)])).toEqual([
      ["2026-07-01T08:00:00.000Z"],
      ["2026-07-02T08:00:00.000Z", "8"],
    ]);
  });

  it("gives no news an instant that was told already, even where the clock is set back", async () => {
    const clock = createTestClock("2026-07-02T08:00:00.000Z");
    const record = openRecord(file, clock, "v1");
    const told = record.known();
    expect(told < clock.now()).toBe(true);
    clock.set("2026-07-01T08:00:00.000Z");
    const { at } = await record.accept(on("2026-07-01"), JULY_2, "v2");
    expect(at > told).toBe(true);
    expect(record.known() >= told).toBe(true);
  });

  it("cuts off what a crash left of a last line, and its version is taken in again", async () => {
    const clock = createTestClock("2026-07-02T08:00:00.000Z");
    await openRecord(file, clock, "v1").accept(on("2026-07-01"), JULY_2, "v2");
    const whole = readFileSync(file, "utf8");
    appendFileSync(file, '{"at":"2026-07-03T08:00:00.000Z","version":"v3","ev');
    const record = openRecord(file, clock, "v3");
    expect(record.version()).toBe("v2");
    expect(readFileSync(file, "utf8")).toBe(whole);
  });

  it("refuses any other damage with the line, and how to mend it", () => {
    const clock = createTestClock();
    openRecord(file, clock, "v1");
    writeFileSync(file, `nonsense\n${readFileSync(file, "utf8")}`);
    expect(() => openRecord(file, clock, "v1")).toThrow(
      /news\.jsonl, line 1 is not a record of news \(remove the line/,
    );
  });

  it("takes a much older catalog for one that is caught up with: no news of a week", async () => {
    const clock = createTestClock("2026-07-02T08:00:00.000Z");
    const record = openRecord(file, clock, "v1");
    const batch = await record.accept(on("2026-05-01"), JULY_2, "v2");
    expect([batch.catchUp, figures(batch.events)]).toEqual([true, ["8"]]);
    const news = newsOfRecord(
      record,
      newsOfHistory(() => on("2026-05-01"), clock.now),
      record.known,
    );
    expect(news.between(new Date("2026-07-01T00:00:00Z"), new Date("2026-07-09T00:00:00Z"))).toEqual([]);
  });

  it("tells what has become known since by the history where nobody has the older catalog any more", async () => {
    const clock = createTestClock("2026-07-01T08:00:00.000Z");
    const record = openRecord(file, clock, "v1");
    clock.set("2026-07-03T08:00:00.000Z");
    const { events } = await record.accept(undefined, JULY_2, "v7");
    expect(figures(events)).toEqual(["8"]);
  });
});

describe("news between two instants", () => {
  it("are those of the history before the record began and of the record after, each once", async () => {
    const clock = createTestClock("2026-07-02T12:00:00.000Z");
    const record = openRecord(file, clock, "v1");
    const latest = on("2026-07-05", ["2026-07-02", "8"], ["2026-07-05", "6"]);
    clock.set("2026-07-05T08:00:00.000Z");
    await record.accept(JULY_2, latest, "v2");
    const news = newsOfRecord(
      record,
      newsOfHistory(() => latest, clock.now),
      record.known,
    );
    const between = (from: string, to: string) => figures(news.between(new Date(from), new Date(to)));
    expect(between("2026-06-28T00:00:00Z", "2026-07-06T00:00:00Z")).toEqual(["8", "6"]);
    expect(between("2026-06-28T00:00:00Z", "2026-07-04T00:00:00Z")).toEqual(["8"]);
    expect(between("2026-07-04T00:00:00Z", "2026-07-05T08:00:00Z")).toEqual(["6"]);
    expect(between("2026-07-05T08:00:00Z", "2026-07-09T00:00:00Z")).toEqual([]);
  });
});
