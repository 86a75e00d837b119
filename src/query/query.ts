import { z } from "zod";
import { ABILITIES } from "../catalog/abilities.ts";
import { Currency, Day } from "../catalog/schema.ts";

/**
 * The query: what a question means, for every platform and program. Absent keys mean "not said".
 * Token counts are numbers of tokens, amounts numbers in the currency beside them, days ISO UTC.
 */

const Tokens = z.number().nonnegative();
const Amount = z.number().nonnegative();
const Ids = z.array(z.string()).min(1);
const Range = z.strictObject({ min: Tokens.optional(), max: Tokens.optional() });
const InOut = z.strictObject({ in: Ids.optional(), out: Ids.optional() });

const INTENTS = [
  "lookup",
  "rank",
  "list",
  "compare",
  "cost",
  "budget",
  "history",
  "changes",
  "command",
  "help",
  "clarify",
  "unknown",
] as const;

export const FIELDS = [
  "price",
  "input",
  "output",
  "cache_read",
  "cache_write",
  "batch",
  "audio_price",
  "context",
  "max_output",
  "released",
  "knowledge",
  "status",
  "open_weights",
  "free",
  "tiers",
  "providers",
  "name",
  ...ABILITIES,
] as const;

export const SORTS = [
  "price",
  "input",
  "output",
  "cache_read",
  "cache_ratio",
  "batch_input",
  "context",
  "max_output",
  "released",
  "knowledge",
  "cost",
  "tokens",
  "change",
  "change_abs",
] as const;

export const PRICE_SIDES = ["input", "output", "cache_read", "price"] as const;
export const MOVES = ["down", "up", "new", "retired", "free", "announced"] as const;
const DERIVATIONS = ["percent", "times", "difference", "cheaper", "median"] as const;
/** What a digest's leaderboard looks for the cheapest of. */
export const CLASSES = ["context_128k", "vision", "reasoning", "open_weights", "chinese"] as const;
export const SECTIONS = ["cuts", "rises", "new", "free", "announced", "retired", "leaderboard"] as const;

/** Bounds: `min` and `max` inclusive, `over` and `under` strict; amounts per `per` tokens. */
export const PriceBound = z.strictObject({
  on: z.enum(PRICE_SIDES),
  min: Amount.optional(),
  max: Amount.optional(),
  over: Amount.optional(),
  under: Amount.optional(),
  currency: Currency,
  per: z.number().positive(),
});

/** A bound set by another model: `cheaper than haiku` = price, less; `times` 0.5 = half of it. */
export const ThanBound = z.strictObject({
  on: z.enum([...PRICE_SIDES, "context", "max_output", "released"]),
  model: z.string(),
  is: z.enum(["less", "more", "at_most", "at_least"]),
  times: z.number().positive().optional(),
});

export const Filters = z.strictObject({
  context: Range.optional(),
  maxOutput: Range.optional(),
  price: z.array(PriceBound).optional(),
  than: z.array(ThanBound).optional(),
  names: InOut.optional(),
  preview: z.boolean().optional(),
  cost: z.strictObject({ max: Amount.optional(), min: Amount.optional(), currency: Currency }).optional(),
  status: z.enum(["current", "all", "retired"]).optional(),
  labs: InOut.optional(),
  providers: InOut.optional(),
  families: InOut.optional(),
  origin: z.enum(["cn", "overseas", "us"]).optional(),
  abilities: z
    .strictObject({ all: z.array(z.enum(ABILITIES)).optional(), none: z.array(z.enum(ABILITIES)).optional() })
    .optional(),
  openWeights: z.boolean().optional(),
  free: z.union([z.boolean(), z.literal("any")]).optional(),
  released: z.strictObject({ from: Day.optional(), to: Day.optional() }).optional(),
  offers: z.enum(["official", "hosted", "any"]).optional(),
});

export const Workload = z.strictObject({
  /** Per request where `requests` is given, else totals. */
  input: Tokens.optional(),
  output: Tokens.optional(),
  cachedInput: Tokens.optional(),
  audioInput: Tokens.optional(),
  /** The total over the whole time. */
  requests: Tokens.optional(),
  days: z.number().positive().optional(),
  /** A count with neither side named. */
  tokens: Tokens.optional(),
  text: z.strictObject({ amount: z.number(), unit: z.enum(["zh_chars", "words", "pages"]) }).optional(),
  batch: z.boolean().optional(),
});

const Blend = z.strictObject({ input: z.number(), output: z.number() });
const Period = z.strictObject({ from: Day.optional(), to: Day.optional() });

const Digest = z.strictObject({
  name: z.literal("digest"),
  action: z.enum(["on", "off", "now", "show", "list", "set"]),
  weekday: z.int().min(0).max(6).optional(),
  time: z.string().optional(),
  timezone: z.string().optional(),
  filters: Filters.optional(),
  sections: z.array(z.enum(SECTIONS)).optional(),
  classes: z.array(z.enum(CLASSES)).optional(),
  language: z.enum(["en", "zh"]).optional(),
  quiet: z.boolean().optional(),
  date: Day.optional(),
});
const Watch = z.strictObject({
  name: z.literal("watch"),
  action: z.enum(["on", "off", "list", "show", "set", "remove", "pause", "resume"]),
  models: Ids.optional(),
  families: Ids.optional(),
  labs: Ids.optional(),
  event: z.enum(["new_model", "new_host"]).optional(),
  until: Day.optional(),
  on: z.enum(PRICE_SIDES).optional(),
  below: Amount.optional(),
  above: Amount.optional(),
  any: z.union([z.literal(true), z.enum(["down", "up"])]).optional(),
  currency: Currency.optional(),
  notify: z.enum(["here", "me"]).optional(),
});
const Settings = z.strictObject({
  name: z.literal("settings"),
  action: z.enum(["set", "show", "list", "remove", "on", "off"]),
  scope: z.enum(["user", "channel", "workspace"]).optional(),
  language: z.enum(["en", "zh"]).optional(),
  currency: Currency.optional(),
  per: z.number().positive().optional(),
  blend: Blend.optional(),
  filters: Filters.optional(),
});
export const Command = z.discriminatedUnion("name", [Digest, Watch, Settings]);

export const Query = z.strictObject({
  intent: z.enum(INTENTS),
  language: z.enum(["en", "zh"]),
  models: Ids.optional(),
  families: Ids.optional(),
  fields: z.array(z.enum(FIELDS)).optional(),
  filters: Filters.optional(),
  sort: z.strictObject({ by: z.enum(SORTS), order: z.enum(["asc", "desc"]) }).optional(),
  blend: Blend.optional(),
  limit: z.int().positive().optional(),
  offset: z.int().positive().optional(),
  groupBy: z.enum(["lab", "provider", "origin"]).optional(),
  count: z.boolean().optional(),
  of: z.enum(["models", "providers", "labs"]).optional(),
  derive: z.enum(DERIVATIONS).optional(),
  claim: z
    .array(
      z.strictObject({
        on: z.string(),
        is: z.enum(["equal", "less", "more"]),
        value: z.number(),
        currency: Currency.optional(),
        asOf: Day.optional(),
      }),
    )
    .optional(),
  given: z
    .array(
      z.strictObject({
        model: z.string().optional(),
        on: z.enum(PRICE_SIDES),
        amount: Amount,
        currency: Currency,
        per: z.number().positive(),
      }),
    )
    .optional(),
  moves: z.array(z.enum(MOVES)).optional(),
  workload: Workload.optional(),
  budget: z.strictObject({ amount: Amount, currency: Currency }).optional(),
  period: Period.optional(),
  tier: z.strictObject({ promptTokens: Tokens }).optional(),
  fx: z.number().positive().optional(),
  asOf: Day.optional(),
  currency: z.union([Currency, z.array(Currency)]).optional(),
  unit: z.enum(["li", "fen", "jiao", "cent"]).optional(),
  per: z.number().positive().optional(),
  command: z.union([Command, z.array(Command)]).optional(),
  follows: z.boolean().optional(),
  unread: z.array(z.string()).optional(),
});

export type Query = z.infer<typeof Query>;
export type Intent = Query["intent"];
export type Filters = z.infer<typeof Filters>;
export type Workload = z.infer<typeof Workload>;
export type Command = z.infer<typeof Command>;
export type PriceBound = z.infer<typeof PriceBound>;
export type ThanBound = z.infer<typeof ThanBound>;
export type Language = Query["language"];

/** Intents that are answered with prices: what a later question can lean on, and what default settings speak of. */
export const ON_PRICES: ReadonlySet<Intent> = new Set([
  "lookup",
  "rank",
  "list",
  "compare",
  "cost",
  "budget",
  "history",
  "changes",
]);
