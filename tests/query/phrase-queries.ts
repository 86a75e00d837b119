import fc, { type Arbitrary } from "fast-check";
import { ABILITIES } from "../../src/catalog/abilities.ts";
import type { Command, Filters, Query, Workload } from "../../src/query/query.ts";
import { MOVES, SECTIONS } from "../../src/query/query.ts";

/** The names that questions may bear. */
export interface Pool {
  models: string[];
  families: string[];
  labs: string[];
  providers: string[];
}

type Open = Omit<Query, "language">;
type Digest = Extract<Command, { name: "digest" }>;

const MILLION = 1_000_000;
const currency = fc.constantFrom("USD" as const, "CNY" as const);
const some = <T>(items: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength });
const money = fc.constantFrom(0.05, 0.2, 0.5, 1, 1.25, 2, 3, 4.5, 8, 10, 15, 40, 75);
const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2026-06-20"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const span = fc.oneof(
  days,
  day.map((from) => ({ from })),
);
const size = fc.constantFrom(8000, 32_000, 64_000, 128_000, 200_000, 250_001, 256_000, MILLION, 2 * MILLION);

/** Keys that may be said or not; what is not said is not there. */
const maybe = <T extends object>(record: { [K in keyof T]: Arbitrary<NonNullable<T[K]>> }): Arbitrary<T> =>
  fc.record(record, { requiredKeys: [] }) as Arbitrary<T>;

const range = fc.oneof(
  size.map((min) => ({ min })),
  fc.constantFrom(32_768, 131_072, 200_000, 262_144).map((max) => ({ max })),
  fc.constant({ min: 128_000, max: 131_072 }),
);

const price: Arbitrary<NonNullable<Filters["price"]>> = fc
  .record({
    on: fc.constantFrom("input" as const, "output" as const, "cache_read" as const, "price" as const),
    ends: fc.oneof(
      fc.tuple(fc.constantFrom("min", "max", "over", "under"), money).map(([end, amount]) => ({ [end]: amount })),
      fc.constant({ min: 0.5, max: 2 }),
      fc.constant({ over: 1, under: 5 }),
    ),
    currency,
    per: fc.constantFrom(MILLION, MILLION, 1000),
  })
  .map(({ ends, ...rest }) => [{ ...rest, ...ends }]);

const than = (pool: Pool): Arbitrary<NonNullable<Filters["than"]>> =>
  fc
    .record({
      on: fc.constantFrom("price" as const, "input" as const, "output" as const, "context" as const),
      model: fc.constantFrom(...pool.models),
      is: fc.constantFrom("less" as const, "more" as const, "at_most" as const, "at_least" as const),
      half: fc.boolean(),
    })
    .map(({ half, ...rest }) => [half && rest.on !== "context" ? { ...rest, times: 0.5 } : rest]);

const inOut = (ids: readonly string[]) =>
  fc.oneof(
    some(ids, 3).map((yes) => ({ in: yes })),
    some(ids, 2).map((no) => ({ out: no })),
  );

const abilities: Arbitrary<NonNullable<Filters["abilities"]>> = fc.oneof(
  some(ABILITIES, 2).map((all) => ({ all })),
  some(ABILITIES, 1).map((none) => ({ none })),
  fc
    .tuple(some(["vision", "tools"] as const, 1), some(["audio", "pdf"] as const, 1))
    .map(([all, none]) => ({ all, none })),
);

/** Makers, sellers or an origin, but not two of them: "Chinese models from OpenAI" is no question. */
const whose = (pool: Pool): Arbitrary<Filters> =>
  fc.oneof(
    inOut(pool.labs).map((labs) => ({ labs })),
    inOut(pool.families).map((families) => ({ families })),
    some(pool.providers, 3).map((ids) => ({ providers: { in: ids } })),
    fc.constantFrom("cn" as const, "overseas" as const, "us" as const).map((origin) => ({ origin })),
    fc.constantFrom("any" as const, "hosted" as const).map((offers) => ({ offers })),
  );

const KINDS = 3;

/** Up to three kinds of filters beside whose models they are; a bound by a model goes without one by an amount. */
function filters(pool: Pool): Arbitrary<Filters> {
  const kinds: Arbitrary<Filters>[] = [
    whose(pool),
    abilities.map((said) => ({ abilities: said })),
    range.map((context) => ({ context })),
    size.map((min) => ({ maxOutput: { min } })),
    fc.oneof(
      price.map((bounds) => ({ price: bounds })),
      than(pool).map((bounds) => ({ than: bounds })),
    ),
    fc.boolean().map((openWeights) => ({ openWeights })),
    fc.constantFrom(true as const, false as const, "any" as const).map((free) => ({ free })),
    fc.boolean().map((preview) => ({ preview })),
    fc.constantFrom("all" as const, "retired" as const).map((status) => ({ status })),
    span.map((released) => ({ released })),
  ];
  return fc
    .shuffledSubarray(kinds, { minLength: 1, maxLength: KINDS })
    .chain((chosen) => fc.tuple(...chosen))
    .map((parts): Filters => Object.assign({}, ...parts));
}

/** Totals, or calls with their tokens; a time only with calls; parts of the input are no more than it. */
const workload: Arbitrary<Workload> = fc
  .record(
    {
      input: fc.constantFrom(200, 1500, 2000, 8000, 40_000),
      output: fc.constantFrom(5, 150, 500, 2000),
      cached: fc.constantFrom(0.5, 0.8),
      requests: fc.constantFrom(1, 500, 30_000, 1_500_000),
      days: fc.constantFrom(7, 30, 365),
      batch: fc.constant(true),
    },
    { requiredKeys: ["input", "output"] },
  )
  .map(({ cached, days: time, requests, ...rest }) => ({
    ...rest,
    ...(cached !== undefined && { cachedInput: cached * rest.input }),
    ...(requests !== undefined && { requests, ...(time !== undefined && requests > 1 && { days: time }) }),
  }));

const display = maybe<Partial<Query>>({ currency, per: fc.constantFrom(1000, MILLION) });

const FACTS = ["context", "max_output", "released", "knowledge", "status", "tiers", "providers"] as const;
const SIDES = ["input", "output", "cache_read", "cache_write"] as const;
const fields = fc.oneof(some(SIDES, 2), some(FACTS, 2), some(["vision", "tools", "reasoning", "video"] as const, 1));

/** Of one model or family: several are compared. */
const lookup = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(
      fc.oneof(
        some(pool.models, 1).map((models) => ({ models })),
        some(pool.families, 1).map((families) => ({ families })),
      ),
      maybe<Partial<Query>>({ fields, asOf: day }),
      display,
    )
    .map(([target, more, shown]): Open => ({ intent: "lookup", ...target, ...more, ...shown }));

const SORTS = [
  "price",
  "input",
  "output",
  "cache_read",
  "cache_ratio",
  "context",
  "max_output",
  "released",
  "knowledge",
];
const DESCENDING = new Set(["context", "max_output", "released", "knowledge"]);

/** The usual direction of each order, and both for prices; a blend only where the blend is the order. */
const rank = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(
      fc.constantFrom(...SORTS).chain((by) =>
        fc.record({
          by: fc.constant(by),
          order: DESCENDING.has(by)
            ? fc.constant("desc")
            : fc.constantFrom("asc", ...(by === "price" || by === "input" ? ["desc"] : [])),
        }),
      ),
      maybe<Partial<Query>>({ filters: filters(pool), asOf: day }),
      fc.oneof(
        fc.constant({}),
        fc.integer({ min: 1, max: 10 }).map((limit) => ({ limit })),
        fc.integer({ min: 1, max: 4 }).map((offset) => ({ limit: 1, offset })),
        fc.constantFrom("lab" as const, "provider" as const).map((groupBy) => ({ groupBy })),
      ),
      fc.option(fc.constantFrom({ input: 3, output: 1 }, { input: 1, output: 1 }, { input: 10, output: 1 }), {
        nil: undefined,
      }),
    )
    .map(
      ([sort, more, count, blend]): Open => ({
        intent: "rank",
        sort: sort as NonNullable<Query["sort"]>,
        ...more,
        ...count,
        ...(blend && sort.by === "price" && { blend }),
      }),
    );

const costed = (pool: Pool): Arbitrary<Open> =>
  fc.tuple(workload, filters(pool), fc.boolean()).map(
    ([load, said, ranked]): Open => ({
      workload: load,
      filters: said,
      ...(ranked
        ? { intent: "rank" as const, sort: { by: "cost" as const, order: "asc" as const } }
        : { intent: "list" as const, filters: { ...said, cost: { max: 200, currency: "USD" as const } } }),
    }),
  );

const list = (pool: Pool): Arbitrary<Open> =>
  fc.oneof(
    fc
      .tuple(filters(pool), maybe<Partial<Query>>({ count: fc.constant(true) }))
      .map(([said, more]): Open => ({ intent: "list", filters: said, ...more })),
    fc.constantFrom("providers" as const, "labs" as const).map((of): Open => ({ intent: "list", of, count: true })),
  );

const compare = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...pool.models), { minLength: 2, maxLength: 3 }),
      maybe<Partial<Query>>({
        derive: fc.constantFrom("percent", "times", "difference", "cheaper"),
        fields: some(["input", "output", "context"] as const, 1),
        asOf: day,
      }),
    )
    .map(([models, more]): Open => ({ intent: "compare", models, ...more }));

const cost = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(some(pool.models, 2), workload, maybe<Partial<Query>>({ currency, fx: fc.constant(7.2) }))
    .map(([models, load, more]): Open => ({ intent: "cost", models, workload: load, ...more }));

const budget = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(
      some(pool.models, 1),
      fc.record({ amount: fc.constantFrom(5, 20, 100, 2500), currency }),
      maybe<Partial<Query>>({ fields: some(["output"] as const, 1) }),
    )
    .map(([models, amount, more]): Open => ({ intent: "budget", models, budget: amount, ...more }));

const history = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(some(pool.models, 1), maybe<Partial<Query>>({ period: span }))
    .map(([models, more]): Open => ({ intent: "history", models, ...more }));

const changes = (pool: Pool): Arbitrary<Open> =>
  fc
    .tuple(maybe<Partial<Query>>({ moves: fc.subarray([...MOVES], { minLength: 1 }) }), span, fc.option(whose(pool)))
    .map(([more, period, said]): Open => ({ intent: "changes", ...more, period, ...(said && { filters: said }) }));

const digest: Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom("off" as const, "now" as const, "show" as const)
    .map((action) => ({ name: "digest" as const, action })),
  maybe<Partial<Digest>>({
    sections: fc.subarray([...SECTIONS], { minLength: 1, maxLength: 3 }),
    quiet: fc.constant(true),
  }).chain((more) =>
    fc
      .record({
        weekday: fc.integer({ min: 0, max: 6 }),
        time: fc.constantFrom("08:30", "09:00", "18:00"),
        timezone: fc.constantFrom("Asia/Shanghai", "Europe/London", "America/New_York", "Asia/Tokyo"),
      })
      .map((when): Command => ({ name: "digest", action: "on", ...when, ...more })),
  ),
);

const watch = (pool: Pool): Arbitrary<Command> =>
  fc
    .tuple(
      some(pool.models, 2),
      fc.oneof(
        fc.record({ on: fc.constantFrom("input" as const, "output" as const), below: money, currency }),
        fc.record({ on: fc.constantFrom("input" as const, "output" as const), above: money, currency }),
        fc.record({ any: fc.constantFrom(true as const, "down" as const, "up" as const) }),
        fc.constant({ event: "new_host" as const }),
        fc.constantFrom("remove" as const, "pause" as const, "resume" as const).map((action) => ({ action })),
      ),
      fc.constantFrom("here" as const, "me" as const),
    )
    .map(
      ([models, what, notify]): Command => ({
        name: "watch",
        action: "on",
        models,
        ...what,
        ...("action" in what ? {} : { notify }),
      }),
    );

const settings: Arbitrary<Command> = fc
  .tuple(
    fc.constantFrom("user" as const, "channel" as const, "workspace" as const),
    fc.oneof(
      currency.map((to) => ({ currency: to })),
      fc.constantFrom(1000, MILLION).map((per) => ({ per })),
      fc.constantFrom("en" as const, "zh" as const).map((language) => ({ language })),
      fc.constant({ blend: { input: 5, output: 1 } }),
    ),
  )
  .map(([scope, what]): Command => ({ name: "settings", action: "set", scope, ...what }));

/**
 * Well-formed queries: those that a person could mean. Names are of the catalog and read alone as themselves; filters
 * do not contradict each other; a count, a place in the order or a grouping is said once; days lie before today.
 */
export const queries = (pool: Pool): Record<string, Arbitrary<Open>> => ({
  lookup: lookup(pool),
  rank: rank(pool),
  costed: costed(pool),
  list: list(pool),
  compare: compare(pool),
  cost: cost(pool),
  budget: budget(pool),
  history: history(pool),
  changes: changes(pool),
  command: fc.oneof(digest, watch(pool), settings).map((command): Open => ({ intent: "command", command })),
});
