import { describe, expect, it } from "vitest";
import { diff } from "../../src/catalog/diff.ts";
import { CatalogEvent } from "../../src/catalog/event.ts";
import { followersOf } from "../../src/catalog/group-events.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { catalogOf, type Fact, type Sold } from "./small-catalog.ts";

const [MAY, JUNE] = ["2026-05-01", "2026-06-01"];
const OLD: Fact = { input: "10", output: "40", seen: "2026-01-01" };
const CUT: Fact = { input: "2", output: "8", seen: "2026-05-20", kind: "move" };

/** An event in one line: kind, seller, effective and accepted day, figures, who follows. */
function line(event: CatalogEvent): string {
  const { kind, provider, effective, accepted } = CatalogEvent.parse(event);
  const changes = "changes" in event ? event.changes : [];
  const limits = "limits" in event ? event.limits : [];
  return [
    kind,
    ...("direction" in event ? [event.direction] : []),
    provider,
    effective === accepted ? effective : `${effective} (${accepted})`,
    ...changes.map(({ unit, before, after, percent }) => `${unit} ${before}>${after} ${percent}%`),
    ...limits.map(({ limit, before, after }) => `${limit} ${before}>${after}`),
    ...event.following.map((one) => `+${one.provider}`),
  ].join(" ");
}

function between(before: Record<string, Sold>, after: Record<string, Sold>, routers = false): string[] {
  return diff(catalogOf(MAY, before), catalogOf(JUNE, after), { routers }).map(line);
}

const lab = (...prices: Fact[]): Record<string, Sold> => ({ acme: { prices } });

describe("the difference of two catalogs", () => {
  it.each<[string, Record<string, Sold>, Record<string, Sold>, string[]]>([
    [
      "a cut, per unit with its percentage",
      lab(OLD),
      lab(OLD, CUT),
      ["price down acme 2026-05-20 input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "the vendor's own day and the day on which it was known",
      lab(OLD),
      lab(OLD, { ...CUT, from: "2026-05-12" }),
      ["price down acme 2026-05-12 (2026-05-20) input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "up one side and down the other",
      lab(OLD),
      lab(OLD, { ...CUT, input: "12", output: "30" }),
      ["price mixed acme 2026-05-20 input 10>12 20% output 40>30 -25%"],
    ],
    [
      "a new host, and none where the same seller has another offer of it",
      lab(OLD),
      { ...lab(OLD), host: { prices: [CUT] }, "acme:one-eu": { prices: [OLD] } },
      ["new_host host 2026-05-20 (2026-06-01)"],
    ],
    [
      "a host that is back",
      { ...lab(OLD), host: { prices: [OLD], gone: "2026-04-01" } },
      { ...lab(OLD), host: { prices: [OLD] } },
      ["new_host host 2026-06-01"],
    ],
    ["gone", lab(OLD), { acme: { prices: [OLD], gone: "2026-05-25" } }, ["retired acme 2026-05-25"]],
    [
      "a limit",
      { acme: { prices: [OLD], context: 128_000 } },
      { acme: { prices: [OLD], context: 200_000 } },
      ["limit acme 2026-06-01 context 128000>200000"],
    ],
    [
      "free",
      lab(OLD),
      lab(OLD, { ...CUT, state: "free", input: "0", output: "0" }),
      ["free acme 2026-05-20 input 10>0 -100% output 40>0 -100%"],
    ],
    [
      "no more free",
      lab({ ...OLD, state: "free", input: "0", output: "0" }),
      lab({ ...OLD, state: "free", input: "0", output: "0" }, CUT),
      ["paid acme 2026-05-20 input 0>2 null% output 0>8 null%"],
    ],
    [
      "announced with its day, and not in force",
      lab(OLD),
      lab(OLD, { ...CUT, kind: "announced", from: "2026-09-01" }),
      ["announced acme 2026-09-01 (2026-05-20) input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "a promotion with its end, held against the list price of the same day",
      lab(OLD),
      lab(OLD, { ...CUT, list: "promotion", from: "2026-05-20", until: "2026-07-01" }),
      ["promotion acme 2026-05-20 input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "a correction of what was always wrong",
      lab(OLD),
      lab(OLD, { ...CUT, kind: "correction" }),
      ["correction acme 2026-01-01 (2026-05-20) input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "another source believed: what was shown is corrected, nobody moved",
      lab(OLD),
      lab(OLD, { ...CUT, kind: "first_seen" }),
      ["correction acme 2026-06-01 input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "held for review",
      lab(OLD),
      lab(OLD, { ...CUT, kind: "unconfirmed" }),
      ["unconfirmed acme 2026-05-20 input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "released from review: known since the day of its release",
      lab(OLD, { ...CUT, kind: "unconfirmed" }),
      lab(OLD, { ...CUT, accepted: "2026-05-28" }),
      ["price down acme 2026-05-20 (2026-05-28) input 10>2 -80% output 40>8 -80%"],
    ],
    [
      "a source that catches up with the others: corrected, nobody moved",
      lab(OLD, { ...CUT, seen: "2026-03-01" }, { ...OLD, seen: "2026-04-02", kind: "first_seen" }),
      lab(OLD, { ...CUT, seen: "2026-03-01" }, { ...OLD, seen: "2026-04-02", kind: "first_seen" }, CUT),
      ["correction acme 2026-06-01 input 10>2 -80% output 40>8 -80%"],
    ],
    ["less than anybody charges", lab(OLD), lab(OLD, { ...CUT, input: "10.0002", output: "40" }), []],
    ["not a plan's", { ...lab(OLD), plan: { prices: [OLD] } }, { ...lab(OLD), plan: { prices: [OLD, CUT] } }, []],
    [
      "the windows of a price that stood for one of them",
      lab(OLD),
      lab(OLD, {
        ...CUT,
        rates: [
          { when: { window: "peak" }, units: { input: "20", output: "80" } },
          { when: { window: "else" }, units: { input: "10", output: "40" } },
        ],
      }),
      [],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected);
  });

  it("a new model with all who sell it", () => {
    const before = catalogOf(MAY, {});
    const after = catalogOf(
      JUNE,
      { host: { model: "acme/two", prices: [CUT] }, acme: { model: "acme/two", prices: [CUT] } },
      { "acme/two": { released: "2026-05-19" } },
    );
    expect(diff(before, after).map(line)).toEqual(["new_model acme 2026-05-19 (2026-06-01) +host"]);
  });

  it("no move of a name that points to another model now, unless it is wanted", () => {
    const named = (...prices: Fact[]) => ({ acme: { model: "acme/one-latest", prices } });
    expect(between(named(OLD), named(OLD, CUT))).toEqual([]);
    const all = diff(catalogOf(MAY, named(OLD)), catalogOf(JUNE, named(OLD, CUT)), { aliases: true });
    expect(all.map(({ kind }) => kind)).toEqual(["price"]);
  });

  it("a model that its lab calls deprecated", () => {
    const before = catalogOf(MAY, lab(OLD));
    const after = catalogOf(JUNE, lab(OLD), { "acme/one": { status: "deprecated" } });
    expect(diff(before, after)).toMatchObject([{ kind: "retired", status: "deprecated", effective: JUNE }]);
  });

  it("an announced price that came: known since its source repeated it", () => {
    const promise: Fact = { ...CUT, kind: "announced", from: "2026-05-25" };
    const came = { ...promise, confirmed: [{ source: "s", day: "2026-05-27" }] };
    expect(between(lab(OLD, promise), lab(OLD, came))).toEqual([
      "price down acme 2026-05-25 (2026-05-27) input 10>2 -80% output 40>8 -80%",
    ]);
  });

  it("a promotion that ended, though nobody said anything new", () => {
    const sold = lab(OLD, { ...CUT, list: "promotion", from: "2026-04-20", until: "2026-05-15", seen: "2026-04-20" });
    expect(between(sold, sold)).toEqual(["price up acme 2026-05-16 (2026-01-01) input 2>10 400% output 8>40 400%"]);
  });

  describe("of a model that many sell", () => {
    const others = ["acme-cn", "cloud", "host", "router"];
    const sellers = (prices: Fact[], more: Record<string, Sold> = {}): Record<string, Sold> => ({
      acme: { prices },
      ...Object.fromEntries(others.map((id) => [id, { prices }])),
      ...more,
    });

    it("one vendor's move is one event with those who follow", () => {
      expect(between(sellers([OLD]), sellers([OLD, CUT]), true)).toEqual([
        "price down acme 2026-05-20 input 10>2 -80% output 40>8 -80% +acme-cn +cloud +host +router",
      ]);
    });

    it("followers are counted once each, and without the leader's own further offers", () => {
      const own = { "acme:one-eu": { prices: [OLD] } };
      const after = sellers([OLD, CUT], { "acme:one-eu": { prices: [OLD, CUT] } });
      const [event] = diff(catalogOf(MAY, sellers([OLD], own)), catalogOf(JUNE, after));
      expect(event && followersOf(event)).toBe(3);
    });

    it("routers do not count unless they are wanted", () => {
      expect(between(sellers([OLD]), sellers([OLD, CUT]))).toEqual([
        "price down acme 2026-05-20 input 10>2 -80% output 40>8 -80% +acme-cn +cloud +host",
      ]);
    });

    it("the same share in other money follows too", () => {
      const yuan = (price: Fact, input: string, output: string): Fact => ({ ...price, currency: "CNY", input, output });
      const before = { ...lab(OLD), "acme-cn": { prices: [yuan(OLD, "70", "280")] } };
      const after = { ...lab(OLD, CUT), "acme-cn": { prices: [yuan(OLD, "70", "280"), yuan(CUT, "14", "56")] } };
      expect(between(before, after)).toEqual(["price down acme 2026-05-20 input 10>2 -80% output 40>8 -80% +acme-cn"]);
    });

    it("a host that goes its own way, or much later, is an event of its own", () => {
      const own: Fact = { ...CUT, input: "9", output: "36" };
      const late: Fact = { ...CUT, seen: "2026-05-31" };
      const early: Fact = { ...CUT, seen: "2026-05-01" };
      const before = { ...lab(OLD), cloud: { prices: [OLD] }, host: { prices: [OLD] } };
      expect(
        between(before, { ...lab(OLD, early), cloud: { prices: [OLD, own] }, host: { prices: [OLD, late] } }),
      ).toEqual([
        "price down host 2026-05-31 input 10>2 -80% output 40>8 -80%",
        "price down cloud 2026-05-20 input 10>9 -10% output 40>36 -10%",
        "price down acme 2026-05-01 input 10>2 -80% output 40>8 -80%",
      ]);
    });
  });

  it("is empty for a catalog and itself", () => {
    const catalog = loadCatalog("tests/fixtures/catalog");
    expect(diff(catalog, catalog, { routers: true })).toEqual([]);
    expect(diff(catalog, loadCatalog("tests/fixtures/catalog"), { routers: true })).toEqual([]);
    expect(diff(catalogOf(MAY, {}), catalog, { routers: true }).length).toBeGreaterThan(0);
  });
});
