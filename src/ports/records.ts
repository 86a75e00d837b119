import { z } from "zod";
import { Currency } from "../catalog/schema.ts";
import { Query } from "../query/query.ts";
import type { Incoming } from "./core.ts";

/**
 * What is stored. A record is replaced as a whole, never changed in place. Instants are ISO UTC with milliseconds, so
 * that they compare as strings. Whoever changes a shape below in a way that an older record does not fit adds a migration
 * to every store.
 */

/** The version of the query language; a stored query of an older one is migrated when it is read. */
const QUERY_VERSION = 1;

const Id = z.string().min(1);
const Instant = z.iso.datetime({ precision: 3, error: "an instant is YYYY-MM-DDTHH:MM:SS.mmmZ" });
const Language = z.enum(["en", "zh"]);
const Choice = z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly(), z.undefined()]));

/** A query with its version: what somebody asked for, never their sentence. */
export const StoredQuery = z.strictObject({ version: z.literal(QUERY_VERSION), query: Query });

/** Who works on something, and until when nobody else does. */
const Lease = z.strictObject({ holder: Id, until: Instant });

const FormName = z.enum(["calculator", "settings", "digest"]);
const Request = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("question"), text: z.string() }),
  z.strictObject({ kind: z.literal("click"), value: z.string() }),
  z.strictObject({ kind: z.literal("home") }),
  z.strictObject({ kind: z.literal("form"), form: FormName, text: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal("submit"), form: FormName, state: z.string(), values: Choice }),
  z.strictObject({ kind: z.literal("greet"), occasion: z.enum(["added", "opened"]) }),
  z.strictObject({ kind: z.literal("count"), text: z.string() }),
]);

const Question: z.ZodType<Incoming> = z.strictObject({
  id: Id,
  otherIds: z.array(Id).readonly().exactOptional(),
  address: z.strictObject({ platform: Id, tenant: Id, channel: Id, thread: Id.exactOptional() }),
  surface: z.enum(["thread", "direct", "command"]),
  sender: z.strictObject({
    user: Id,
    timezone: z.string().exactOptional(),
    admin: z.boolean().exactOptional(),
    language: Language.exactOptional(),
  }),
  request: Request,
});

/** What came in, under all its ids. The question itself is kept only until it is done. */
export const Claim = z.strictObject({
  tenant: Id,
  id: Id,
  otherIds: z.array(Id).readonly().exactOptional(),
  /** `claimed`: nothing may be out yet; `sent`: its reply is out; `done`: nothing is left to do. */
  state: z.enum(["claimed", "sent", "done"]),
  at: Instant,
  expires: Instant,
  lease: Lease.exactOptional(),
  question: Question.exactOptional(),
});

/** The last query of a conversation: of a thread, or of one user in a channel. */
export const Conversation = z.strictObject({
  tenant: Id,
  channel: Id,
  /** Shared by all in it. */
  thread: Id.exactOptional(),
  /** Whose it is, where it is one person's. */
  user: Id.exactOptional(),
  /** Who asked last. */
  by: Id,
  query: StoredQuery.exactOptional(),
  /** What the last answer offered to choose from. */
  choices: z.array(StoredQuery).readonly().exactOptional(),
  /** Default filters were dropped, which holds for what leans on the query. */
  bare: z.literal(true).exactOptional(),
  at: Instant,
  expires: Instant,
});

/** What a user, a channel or a workspace has set; absent keys are not set. */
export const Settings = z.strictObject({
  tenant: Id,
  scope: z.enum(["user", "channel", "workspace"]),
  /** The user's or channel's id; the tenant again for the workspace. */
  id: Id,
  language: Language.exactOptional(),
  currency: Currency.exactOptional(),
  /** Tokens that a price is shown for. */
  per: z.number().positive().exactOptional(),
  blend: z.strictObject({ input: z.number(), output: z.number() }).exactOptional(),
  /** Default filters, as a query that holds nothing else. */
  filters: StoredQuery.exactOptional(),
  /** Which greetings a channel has had: occasion → id of what it answered. */
  greeted: z.record(z.string(), Id).exactOptional(),
});

/** The weekly digest of a channel; one a channel. */
export const Subscription = z.strictObject({
  tenant: Id,
  platform: Id,
  channel: Id,
  /** Who set it up; absent once they had themselves forgotten. */
  by: Id.exactOptional(),
  /** In that person's own chat with the bot: goes when they are forgotten. */
  personal: z.boolean(),
  state: z.enum(["active", "paused"]),
  /** For the log and the list: why it is paused. */
  why: z.string().exactOptional(),
  /** Filters and sections. */
  query: StoredQuery,
  language: Language,
  /** 0 is Sunday. */
  weekday: z.int().min(0).max(6),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time is HH:MM"),
  /** IANA name. */
  timezone: Id,
  /** A week without news is skipped. */
  quiet: z.boolean(),
  at: Instant,
  /** When the next edition is due; absent while paused. */
  next: Instant.exactOptional(),
  /** Events accepted up to here have been told. */
  cutOff: Instant.exactOptional(),
});

/** Something that somebody wants to hear of on the day it happens. */
export const Watch = z.strictObject({
  tenant: Id,
  id: Id,
  platform: Id,
  /** Where it tells: a channel, or the user's own chat. */
  channel: Id,
  by: Id,
  notify: z.enum(["here", "me"]),
  state: z.enum(["active", "paused", "muted"]),
  /** The command, as it was understood. */
  query: StoredQuery,
  /** What it listens to, such as `model:openai/gpt-5.5` or `lab:openai`: see `Watches.about`. */
  subjects: z.array(Id).min(1).readonly(),
  language: Language,
  at: Instant,
  expires: Instant.exactOptional(),
  /** Whether the next crossing fires it. */
  armed: z.boolean(),
  /** Since when the price has been on the side that arms it again. */
  awaySince: Instant.exactOptional(),
  /** The price that it compares with or told last, exact decimals of the watch's currency. */
  price: z
    .string()
    .regex(/^\d+(\.\d+)?$/, "a price is plain digits")
    .exactOptional(),
  /** The last event that it told. */
  told: Id.exactOptional(),
});

/** A message that went out, or tried to. */
export const Delivery = z.strictObject({
  tenant: Id,
  /** Unique in the tenant: the message's send key. */
  key: Id,
  channel: Id,
  onlyFor: Id.exactOptional(),
  /** `trying`: may be out; `unknown`: nobody can tell whether it is out; `refused`: never will be. */
  state: z.enum(["trying", "sent", "unknown", "refused"]),
  /** When the first try began. */
  at: Instant,
  expires: Instant,
  /** The platform's id of the message. */
  message: Id.exactOptional(),
  why: z.string().exactOptional(),
  /** Of a refused one: nothing will ever reach this channel. */
  gone: z.boolean().exactOptional(),
});

/** One edition of a subscription: what it covers, and what became of it. */
export const EditionRecord = z.strictObject({
  tenant: Id,
  /** The subscription's channel. */
  subscription: Id,
  /** Unique in the subscription, such as the instant it was due. */
  edition: Id,
  /** Covers the events accepted after `from`, up to and with `to`. */
  from: Instant,
  to: Instant,
  state: z.enum(["claimed", "sent", "unknown", "refused", "skipped", "missed"]),
  lease: Lease.exactOptional(),
  at: Instant,
  expires: Instant,
  message: Id.exactOptional(),
  why: z.string().exactOptional(),
  language: Language,
  query: StoredQuery,
  /** The edition in plain words, for the archive. */
  text: z.string().exactOptional(),
});

export type StoredQuery = z.infer<typeof StoredQuery>;
export type Claim = z.infer<typeof Claim>;
export type Conversation = z.infer<typeof Conversation>;
export type Settings = z.infer<typeof Settings>;
export type Subscription = z.infer<typeof Subscription>;
export type Watch = z.infer<typeof Watch>;
export type Delivery = z.infer<typeof Delivery>;
export type EditionRecord = z.infer<typeof EditionRecord>;
