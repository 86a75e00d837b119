import { z } from "zod";
import { Currency, Day, Price, RateCondition } from "./schema.ts";
import { UNIT_IDS } from "./units.ts";

/**
 * What happened to a model: the one type that a difference of two catalogs, an answer about changes and a digest are
 * made of. Days are ISO; amounts plain digits in `currency` per the unit's `per`.
 */

/** One unit whose price moved. */
const UnitChange = z.strictObject({
  unit: z.enum(UNIT_IDS),
  before: z.string(),
  after: z.string(),
  /** Signed, of `before`; `null` where that was 0. */
  percent: z.string().nullable(),
  /** The condition, where only the price under that condition moved. */
  when: RateCondition.optional(),
});
export type UnitChange = z.infer<typeof UnitChange>;

/** One seller's part in an event. */
const seller = {
  offer: z.string(),
  provider: z.string(),
  site: z.enum(["cn", "intl"]).optional(),
  /** The model's own lab, or its lab's own shop. */
  official: z.boolean(),
  /** From when it counts: the vendor's own day, else the first day that proves it. */
  effective: Day,
  /** Whether a source states that day; else it is the day on which the source had it, and the truth may be earlier. */
  dated: z.boolean(),
  /** The day on which the catalog's sources had it, or on which it was released from review. */
  accepted: Day,
};
const Follower = z.strictObject({
  ...seller,
  /** Of `changes`: another site of the same vendor may sell in another currency. */
  currency: Currency.optional(),
  changes: z.array(UnitChange).default([]),
});

const base = {
  ...seller,
  model: z.string(),
  /** Others who did the same: hosts that follow, copies, further offers of the same seller. */
  following: z.array(Follower).default([]),
};
const moved = {
  ...base,
  currency: Currency,
  changes: z.array(UnitChange),
  before: Price.optional(),
  after: Price,
};

export const CatalogEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("price"),
    ...moved,
    direction: z.enum(["down", "up", "mixed"]),
    /** Not a new list price: a promotion ended, or what was announced came. */
    reason: z.enum(["promotion_ended", "announced"]).optional(),
  }),
  z.strictObject({ kind: z.literal("free"), ...moved }),
  z.strictObject({ kind: z.literal("paid"), ...moved }),
  z.strictObject({ kind: z.literal("promotion"), ...moved, until: Day.optional() }),
  /** `effective` is the day that was announced. */
  z.strictObject({ kind: z.literal("announced"), ...moved, pending: z.boolean() }),
  z.strictObject({ kind: z.literal("cancelled"), ...moved }),
  /** What was published was wrong since `effective`. */
  z.strictObject({ kind: z.literal("correction"), ...moved }),
  /** Reported and held for review. */
  z.strictObject({ kind: z.literal("unconfirmed"), ...moved }),
  z.strictObject({ kind: z.literal("new_model"), ...base, after: Price.optional() }),
  z.strictObject({ kind: z.literal("new_host"), ...base, after: Price.optional(), again: z.boolean() }),
  /** Not listed any more, or called deprecated or retired by its source. */
  z.strictObject({ kind: z.literal("retired"), ...base, before: Price.optional(), status: z.string().optional() }),
  z.strictObject({
    kind: z.literal("limit"),
    ...base,
    limits: z.array(z.strictObject({ limit: z.enum(["context", "maxOutput"]), before: z.int(), after: z.int() })),
  }),
]);
export type CatalogEvent = z.infer<typeof CatalogEvent>;
export type Follower = z.infer<typeof Follower>;
type EventKind = CatalogEvent["kind"];

/** These speak of what may come, or of what was said, so that they are news on the day on which it was said. */
const SAID: ReadonlySet<EventKind> = new Set(["announced", "cancelled", "unconfirmed"]);

/** The day that a table of changes puts an event on. */
export function dayOfEvent({ kind, effective, accepted }: CatalogEvent): Day {
  return SAID.has(kind) ? accepted : effective;
}

/** The day on which it became news: when it was known and in force, or was said. */
export function newsDay(event: CatalogEvent): Day {
  const { kind, effective, accepted } = event;
  return SAID.has(kind) || kind === "promotion" || accepted > effective ? accepted : effective;
}
