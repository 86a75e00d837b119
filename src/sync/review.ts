import { createHash } from "node:crypto";
import { z } from "zod";
import { Currency, Day, Rate } from "../catalog/schema.ts";
import type { PlacedPrice } from "../import/merge/placed.ts";
import { headline } from "../import/rates.ts";

/** What is held for review: changes that the guard does not believe, and lists that lost half of their models. */

const REASONS = ["jump", "yuan", "zero", "far", "dust", "cache_as_input", "slip", "half_gone"] as const;
export type Reason = (typeof REASONS)[number];

const Figure = z.string().nullable();
export const Figures = z.object({ currency: Currency, input: Figure, output: Figure });
export type Figures = z.infer<typeof Figures>;

/** A word of a source, whole, so that it can be published later. */
const Fact = z.object({
  source: z.string(),
  provider: z.string(),
  id: z.string(),
  model: z.string(),
  site: z.enum(["cn", "intl"]).optional(),
  region: z.string().optional(),
  variant: z.string().optional(),
  free: z.boolean().optional(),
  currency: Currency,
  rates: z.array(Rate),
  seen: Day,
  from: Day.optional(),
});

export const Held = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("price"),
    id: z.string(),
    offer: z.string(),
    source: z.string(),
    why: z.enum(REASONS),
    /** The first day on which the source said so. */
    since: Day,
    /** The price that stands meanwhile; `null` where none is known. */
    stands: Figures.nullable(),
    fact: Fact,
  }),
  z.object({
    what: z.literal("gone"),
    id: z.string(),
    provider: z.string(),
    source: z.string(),
    why: z.literal("half_gone"),
    since: Day,
    offers: z.array(z.string()),
  }),
]);
export type Held = z.infer<typeof Held>;
export type HeldPrice = Extract<Held, { what: "price" }>;
export type HeldGone = Extract<Held, { what: "gone" }>;

/** An operator's word on what is held, by its id. */
export const Decision = z.enum(["accepted", "rejected"]);
export type Decision = z.infer<typeof Decision>;
export type Decisions = ReadonlyMap<string, Decision>;

const ID_DIGITS = 8;

/** Short, and the same for the same figures of the same source for the same offer. */
export function idOf(...parts: (string | null)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, ID_DIGITS);
}

export function idOfPrice(offer: string, fact: Pick<PlacedPrice, "source" | "currency" | "rates">): string {
  const { input, output } = headline(fact.rates);
  return idOf(offer, fact.source, fact.currency, input, output);
}

/** A word with only what is kept of it. */
export function factOf(fact: PlacedPrice): HeldPrice["fact"] {
  return Fact.parse(fact);
}

/** What was held, as a word of its source; `seen` on the first day on which it said so. */
export function wordOf({ fact, since }: HeldPrice): PlacedPrice {
  return { ...(fact as PlacedPrice), seen: since };
}
