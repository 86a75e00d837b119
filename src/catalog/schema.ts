import { z } from "zod";
import { ABILITIES } from "./abilities.ts";
import { UNIT_IDS } from "./units.ts";

/**
 * The catalog on disk. These schemas are the single source of its types.
 * Days are ISO `YYYY-MM-DD`; amounts are decimal strings in the price's currency, per the unit's `per`.
 */

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is YYYY-MM-DD");
const Amount = z.string().regex(/^\d+(\.\d+)?$/, "an amount is plain digits such as 0.28");
export const Currency = z.enum(["USD", "CNY"]);
const Id = z.string().min(1);
const Tokens = z.int().positive();

export const Lab = z.strictObject({
  id: Id,
  name: z.strictObject({ en: z.string(), zh: z.string().optional() }),
  /** What people call it, in any language and spelling; matched without case. */
  names: z.array(z.string()).default([]),
  /** Where it sits; `cn` is Chinese, `us` American, anything else is overseas. */
  origin: z.enum(["cn", "us", "other"]),
});

/** A time-of-day window on the vendor's clock. */
export const PriceWindow = z.strictObject({
  id: Id,
  timezone: z.string(),
  /** 0 = Sunday. */
  weekdays: z.array(z.int().min(0).max(6)),
  /** Half-open spans "HH:MM" of the vendor's day. */
  hours: z.array(z.tuple([z.string(), z.string()])),
  /** Days that never belong to the window. */
  exceptHolidaysOf: z.enum(["cn"]).optional(),
});

export const Provider = z.strictObject({
  id: Id,
  name: z.strictObject({ en: z.string(), zh: z.string().optional() }),
  names: z.array(z.string()).default([]),
  kind: z.enum(["lab", "cloud", "host", "aggregator", "plan", "local"]),
  /** Labs whose own shop this is: their models here are official offers. */
  ownShopOf: z.array(Id).default([]),
  /** A provider with two sites has two entries; each names the other. */
  site: z.enum(["cn", "intl"]).optional(),
  sister: Id.optional(),
  /** What the site bills in; a USD figure on a CNY site is unverified. */
  bills: Currency,
  pricingPages: z.array(z.string()).default([]),
  windows: z.array(PriceWindow).default([]),
  /** Models whose own id a provider's names point to depend on nothing here; a note tells the reader something. */
  note: z.string().optional(),
});

export const Model = z.strictObject({
  /** Canonical `lab/name`. */
  id: z.string().regex(/^[^/\s]+\/[^/\s]+$/, "a model id is lab/name"),
  lab: Id,
  name: z.string(),
  /** The spoken families it belongs to, narrow first: ["claude-haiku", "claude"]. */
  families: z.array(Id).default([]),
  /** Nicknames beyond its id and name. */
  names: z.array(z.string()).default([]),
  /** What it answers in; everything but `text` is left out of rankings unless asked for. `ocr` only reads pictures. */
  kind: z.enum(["text", "embedding", "rerank", "image", "speech", "video", "moderation", "ocr"]),
  context: Tokens.optional(),
  maxOutput: Tokens.optional(),
  abilities: z.partialRecord(z.enum(ABILITIES), z.boolean()).default({}),
  openWeights: z.boolean().optional(),
  released: Day.optional(),
  /** Training data until: YYYY, YYYY-MM or YYYY-MM-DD as stated. */
  knowledge: z.string().optional(),
  status: z.enum(["current", "deprecated", "retired"]).default("current"),
  preview: z.boolean().default(false),
  /** For names such as `-latest`: what they point to, from when, as far as known; the last one is today's. */
  alias: z.array(z.strictObject({ to: Id, from: Day.optional() })).optional(),
  /** Facts other than prices that a source states, as short sentences in both languages. */
  facts: z
    .array(
      z.strictObject({
        en: z.string(),
        zh: z.string(),
        source: Id,
        from: Day.optional(),
      }),
    )
    .default([]),
});

/** When a rate applies. Every bound that is given must hold; a rate without `when` applies always. */
export const RateCondition = z.strictObject({
  /** Prompt tokens of the request: over (exclusive), upTo (inclusive). */
  promptOver: z.int().nonnegative().optional(),
  promptUpTo: Tokens.optional(),
  outputOver: z.int().nonnegative().optional(),
  outputUpTo: Tokens.optional(),
  thinking: z.boolean().optional(),
  /** The id of one of the provider's windows, or "else" for all other times. */
  window: Id.optional(),
});

export const Rate = z.strictObject({
  when: RateCondition.optional(),
  /** `null` where the source knows of the unit but not its price ("side not stated"). */
  units: z.partialRecord(z.enum(UNIT_IDS), Amount.nullable()),
});

/** One dated price fact of an offer. */
export const Price = z.strictObject({
  state: z.enum(["priced", "free", "trial", "plan", "unknown", "unverified"]),
  currency: Currency,
  /** Which list it stands on where a vendor has two, or a prepaid package beside the list. */
  list: z.enum(["list", "package", "promotion"]).default("list"),
  rates: z.array(Rate),
  /** The vendor's own first day, where a source states it. */
  from: Day.optional(),
  /** The last day (inclusive), where a source states it. */
  until: Day.optional(),
  source: Id,
  /** The first day on which the source is known to have said so. A `from` after `seen` is an announcement. */
  seen: Day,
  /** The last snapshot that still said so, if later than `seen`. */
  lastSeen: Day.optional(),
  /** The day on which the source says that it verified the price. */
  checked: Day.optional(),
  /** `unconfirmed`: reported, held for review, and never in force. */
  kind: z.enum(["move", "correction", "first_seen", "announced", "cancelled", "unconfirmed"]).default("first_seen"),
  /** The day on which it was released, where it was held for review first. */
  accepted: Day.optional(),
  /** Other sources that give another price for the same offer at about the same time. */
  disagreement: z
    .array(
      z.strictObject({
        source: Id,
        currency: Currency,
        input: Amount.nullable(),
        output: Amount.nullable(),
        date: Day,
        checked: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Later days on which other sources repeated the price, oldest first; `checked` where one says it verified it. */
  confirmed: z.array(z.strictObject({ source: Id, day: Day, checked: z.boolean().optional() })).optional(),
  /** How many further sources give the same price. */
  agree: z.int().nonnegative().default(0),
  /** What the source says about it, as stated. */
  note: z.string().optional(),
});

/** A model as one provider sells it. Its history stands in a file of its own, read on demand. */
export const Offer = z.strictObject({
  /** `provider:id-at-the-provider`. */
  id: Id,
  provider: Id,
  model: Id,
  /** The site of this offer, where one provider entry has two lists (a Chinese and an international one). */
  site: z.enum(["cn", "intl"]).optional(),
  /** Region prefix ("us", "eu", "global") or quantisation ("fp8") where the provider's id carries one. */
  region: z.string().optional(),
  variant: z.string().optional(),
  context: Tokens.optional(),
  maxOutput: Tokens.optional(),
  /** No longer listed upstream since. */
  gone: Day.optional(),
  /** Its end was not seen: on the day `gone` a whole list did not have it. */
  absent: z.literal(true).optional(),
  /** Oldest first. In `offers/`: the newest fact and what is announced; in `history/`: what was before. */
  prices: z.array(Price),
});

/** An entry of `history/<provider>.json`: the older prices of one offer, oldest first. */
export const History = z.strictObject({ offer: Id, prices: z.array(Price) });

export const Family = z.strictObject({
  id: Id,
  name: z.strictObject({ en: z.string(), zh: z.string().optional() }),
  names: z.array(z.string()).default([]),
  lab: Id,
  /** The family that contains it. */
  parent: Id.optional(),
});

export const Source = z.strictObject({
  id: Id,
  name: z.string(),
  url: z.string(),
  licence: z.string(),
  /** The day of the snapshot. */
  date: Day,
  /** Kept or mirrored so late that between two of its states only the ends are known. */
  late: z.literal(true).optional(),
});

const FxRate = z.strictObject({ day: Day, rate: Amount });
/** CNY per USD, oldest first. */
export const FxSeries = z.strictObject({ source: Id, rates: z.array(FxRate) });

export type Lab = z.infer<typeof Lab>;
export type Provider = z.infer<typeof Provider>;
export type PriceWindow = z.infer<typeof PriceWindow>;
export type Model = z.infer<typeof Model>;
export type Family = z.infer<typeof Family>;
export type Rate = z.infer<typeof Rate>;
export type RateCondition = z.infer<typeof RateCondition>;
export type Price = z.infer<typeof Price>;
export type PriceState = Price["state"];
export type Offer = z.infer<typeof Offer>;
export type Source = z.infer<typeof Source>;
export type FxSeries = z.infer<typeof FxSeries>;
export type Currency = z.infer<typeof Currency>;
export type Day = z.infer<typeof Day>;
