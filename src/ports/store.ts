import type { Incoming } from "./core.ts";
import type { Claim, Conversation, Delivery, EditionRecord, Settings, Subscription, Watch } from "./records.ts";

/**
 * What the bot remembers. Every key begins with the tenant, and no call for one tenant sees another's records; the few
 * calls over all tenants serve the bot's own work and say so.
 *
 * A promise that resolves means that the change survives a crash. Expiry and leases are the store's, by its own clock:
 * what has expired is as good as absent. A lease belongs to the store that was opened, so that several replicas can work
 * on the same data; a store that only one process can open frees the leases of earlier processes at once.
 */
export interface Store {
  readonly claims: Claims;
  readonly conversations: Conversations;
  readonly settings: SettingsOf;
  readonly subscriptions: Subscriptions;
  readonly watches: Watches;
  readonly deliveries: Deliveries;
  readonly editions: Editions;
  /**
   * Removes what is kept of a user: settings, conversations, watches, deliveries to them alone, the digest of their own
   * chat, and their name on others. A question that is being answered stays until it is done, or five minutes old.
   */
  forget(tenant: string, user: string): Promise<void>;
  /** Waits for what is on its way to the disk and lets go of everything; calls after it reject. */
  close(): Promise<void>;
}

/** A pure function of a record, run until it could be stored with nobody coming between; `undefined`: no record. */
export type Change<T> = (old: T | undefined) => T | undefined;

/** How long an id that came in is known. */
export const CLAIM_KEPT_MS = 24 * 3_600_000;
/** Questions that a crash left unfinished are answered if they are younger than this. */
export const FINISH_WITHIN_MS = 5 * 60_000;
/** How long a claim is left to the store that made it. */
export const CLAIM_LEASE_MS = 60_000;
/** How long it is known what went out. */
export const DELIVERY_KEPT_MS = 24 * 3_600_000;

/** Each thing that comes in is answered once, under whatever id it comes again. */
export interface Claims {
  /** @returns whether this is the first time that any of its ids is seen; true to one caller only. */
  claim(question: Incoming): Promise<boolean>;
  /** Its reply is out. */
  sent(tenant: string, id: string): Promise<void>;
  /** Nothing is left to do: the question is dropped, its ids stay known. */
  done(tenant: string, id: string): Promise<void>;
  get(tenant: string, id: string): Promise<Claim | undefined>;
  /**
   * Over all tenants: what is unfinished and in nobody's hands, oldest first, leased to the caller. What is too old to
   * be answered still is marked done instead.
   */
  takeOver(): Promise<Claim[]>;
}

/** A thread, or one user in a channel. */
export type ConversationKey = Pick<Conversation, "tenant" | "channel" | "thread" | "user">;

export interface Conversations {
  get(key: ConversationKey): Promise<Conversation | undefined>;
  put(conversation: Conversation): Promise<void>;
}

export interface SettingsOf {
  get(tenant: string, scope: Settings["scope"], id: string): Promise<Settings | undefined>;
  change(tenant: string, scope: Settings["scope"], id: string, change: Change<Settings>): Promise<Settings | undefined>;
}

export interface Subscriptions {
  get(tenant: string, channel: string): Promise<Subscription | undefined>;
  change(tenant: string, channel: string, change: Change<Subscription>): Promise<Subscription | undefined>;
  list(tenant: string): Promise<Subscription[]>;
  /** Over all tenants: active ones whose `next` has come, the longest due first. */
  due(limit: number): Promise<Subscription[]>;
  /** Over all tenants: the earliest `next` of an active one. */
  nextDue(): Promise<Date | undefined>;
}

export interface Watches {
  get(tenant: string, id: string): Promise<Watch | undefined>;
  change(tenant: string, id: string, change: Change<Watch>): Promise<Watch | undefined>;
  /** A user's own, oldest first. */
  list(tenant: string, user: string): Promise<Watch[]>;
  /** Those that tell in a channel, oldest first. */
  inChannel(tenant: string, channel: string): Promise<Watch[]>;
  /** Over all tenants: active ones that listen to a subject. */
  about(subject: string): Promise<Watch[]>;
}

export type DeliveryOutcome =
  | { state: "sent"; message: string }
  | { state: "unknown"; why: string }
  | { state: "refused"; why: string; gone: boolean };

export interface Deliveries {
  /**
   * To be called before the first try of a message.
   * @returns what is known under its key: this very record if it is new, else how far an earlier try came.
   */
  begin(
    start: Pick<Delivery, "tenant" | "key" | "channel" | "onlyFor">,
  ): Promise<{ first: boolean; delivery: Delivery }>;
  finish(tenant: string, key: string, outcome: DeliveryOutcome): Promise<void>;
  /** After the last try of a message that certainly did not arrive: as if it had never begun. */
  withdraw(tenant: string, key: string): Promise<void>;
  get(tenant: string, key: string): Promise<Delivery | undefined>;
}

export type NewEdition = Omit<EditionRecord, "state" | "lease" | "at" | "message" | "why" | "text">;
export type EditionOutcome = Pick<EditionRecord, "message" | "why" | "text"> & {
  state: Exclude<EditionRecord["state"], "claimed">;
};

/** What each subscription was sent: every edition once, archived until it expires. */
export interface Editions {
  /** @returns whether the caller is to send it: it is new, or nobody holds it any more and it is not finished. */
  claim(edition: NewEdition, leaseMs: number): Promise<boolean>;
  finish(tenant: string, subscription: string, edition: string, outcome: EditionOutcome): Promise<void>;
  get(tenant: string, subscription: string, edition: string): Promise<EditionRecord | undefined>;
  /** Newest first. */
  list(tenant: string, subscription: string, limit: number): Promise<EditionRecord[]>;
  /** Over all tenants: claimed ones in nobody's hands, oldest first, leased to the caller. */
  takeOver(limit: number, leaseMs: number): Promise<EditionRecord[]>;
}
