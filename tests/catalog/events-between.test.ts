import { describe, expect, it } from "vitest";
import { CatalogEvent, dayOfEvent } from "../../src/catalog/event.ts";
import { eventsBetween } from "../../src/catalog/events-between.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { catalogOf, type Fact } from "./small-catalog.ts";

const OLD: Fact = { input: "10", seen: "2026-01-01" };
/** Took effect in May, and was known in June. */
const CUT: Fact = { input: "2", from: "2026-05-20", seen: "2026-06-03", kind: "move" };
const PROMISE: Fact = { input: "5", from: "2026-09-01", seen: "2026-05-10", kind: "announced" };

const catalog = catalogOf(
  "2026-07-01",
  {
    acme: { prices: [OLD, CUT] },
    host: { prices: [OLD, { ...CUT, from: "2026-05-22" }] },
    router: { prices: [OLD, CUT] },
    "acme:two": { model: "acme/two", prices: [OLD, PROMISE] },
    "cloud:old": { prices: [{ ...OLD, seen: "2025-12-01" }] },
    cloud: { model: "acme/two", prices: [{ ...OLD, seen: "2026-06-10" }] },
    "acme:late": {
      model: "acme/late",
      prices: [OLD, { input: "1", from: "2026-01-15", seen: "2026-06-20", kind: "move" }],
    },
  },
  { "acme/two": { released: "2026-05-02" } },
);
const told = (from: string, to: string, options: Parameters<typeof eventsBetween>[3] = {}) =>
  eventsBetween(catalog, from, to, { now: "2026-07-01", ...options }).map(({ kind, model, provider, following }) =>
    [kind, model, provider, ...following.map((one) => `+${one.provider}`)].join(" "),
  );

describe("what happened from one day to another", () => {
  it.each<[string, string, string, Parameters<typeof eventsBetween>[3], string[]]>([
    [
      "by the day on which it took effect",
      "2026-05-01",
      "2026-05-31",
      {},
      ["announced acme/two acme", "price acme/one acme +host", "new_model acme/two acme"],
    ],
    ["later, nothing but a new host", "2026-06-01", "2026-06-30", {}, ["new_host acme/two cloud"]],
    [
      "by the day on which it was news; what was learnt too late is none",
      "2026-06-01",
      "2026-06-30",
      { by: "news" },
      ["new_host acme/two cloud", "price acme/one acme +host"],
    ],
    [
      "with what still stands",
      "2026-06-01",
      "2026-06-30",
      { standing: true },
      ["announced acme/two acme", "new_host acme/two cloud"],
    ],
    ["by what was known in May", "2026-05-15", "2026-05-31", { now: "2026-05-31" }, []],
    ["with routers", "2026-05-20", "2026-05-31", { routers: true }, ["price acme/one acme +router +host"]],
    [
      "of some sellers, of whom the first one leads",
      "2026-05-20",
      "2026-05-31",
      { keep: ({ official }) => !official },
      ["price acme/one host"],
    ],
  ])("%s", (_, from, to, options, expected) => {
    expect(told(from, to, options)).toEqual(expected);
  });
});

describe("a period of the catalog that comes with the program", () => {
  const now = "2026-11-27";
  const catalog = loadCatalog("catalog");
  /** Before sellers are grouped, since the edge of a period may part a host from its lab. */
  const single = (from: string, to: string): CatalogEvent[] => {
    const events: CatalogEvent[] = [];
    eventsBetween(catalog, from, to, {
      now,
      routers: true,
      aliases: true,
      keep(event) {
        events.push(event);
        return true;
      },
    });
    return events;
  };
  const keyOf = ({ kind, offer, effective, accepted }: CatalogEvent) => `${kind} ${offer} ${effective} ${accepted}`;
  const all = () => single("2000-01-01", "2030-01-01");

  it.each([
    ["2024-05-01", "2024-05-31"],
    ["2025-06-01", "2025-06-30"],
    ["2026-06-01", "2026-06-30"],
    ["2026-08-01", "2026-09-30"],
  ])("from %s to %s has all events of its days, though it reads only the offers that have such days", (from, to) => {
    const own = single(from, to);
    const expected = all().filter((event) => dayOfEvent(event) >= from && dayOfEvent(event) <= to);
    expect(expected.length).toBeGreaterThan(10);
    expect(own.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
  });

  it("has events of the shape that is stored", () => {
    for (const event of all()) expect(CatalogEvent.safeParse(event).success).toBe(true);
  });
});
