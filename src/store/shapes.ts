import type { z } from "zod";
import { Claim, Conversation, Delivery, EditionRecord, Settings, Subscription, Watch } from "../ports/records.ts";
import type { ConversationKey } from "../ports/store.ts";

/** How one kind of record is checked and found. Keys and index entries begin with the tenant, save where all are meant. */
export interface Shape<T> {
  name: ShelfName;
  schema: z.ZodType<T>;
  key(record: T): string;
  index(record: T): string[];
}

/** A key of several parts, none of which can be mistaken for another's. */
export const keyOf = (...parts: string[]): string => JSON.stringify(parts);

const nothing = () => [];
const named = <T>(name: ShelfName, rest: Omit<Shape<T>, "name">): Shape<T> => ({ name, ...rest });

export const conversationKey = ({ tenant, channel, thread = "", user = "" }: ConversationKey) =>
  keyOf(tenant, channel, thread, user);

export const SHAPES = {
  /** Found under each of its ids. */
  claims: named<Claim>("claims", {
    schema: Claim,
    key: ({ tenant, id }) => keyOf(tenant, id),
    index: ({ tenant, id, otherIds = [] }) => [id, ...otherIds].map((one) => keyOf(tenant, one)),
  }),
  conversations: named<Conversation>("conversations", { schema: Conversation, key: conversationKey, index: nothing }),
  settings: named<Settings>("settings", {
    schema: Settings,
    key: ({ tenant, scope, id }) => keyOf(tenant, scope, id),
    index: nothing,
  }),
  subscriptions: named<Subscription>("subscriptions", {
    schema: Subscription,
    key: ({ tenant, channel }) => keyOf(tenant, channel),
    index: ({ tenant }) => [keyOf(tenant)],
  }),
  watches: named<Watch>("watches", {
    schema: Watch,
    key: ({ tenant, id }) => keyOf(tenant, id),
    index: ({ tenant, by, channel, subjects }) => [
      keyOf(tenant, "user", by),
      keyOf(tenant, "channel", channel),
      ...[...new Set(subjects)].map((subject) => keyOf(subject)),
    ],
  }),
  deliveries: named<Delivery>("deliveries", {
    schema: Delivery,
    key: ({ tenant, key }) => keyOf(tenant, key),
    index: nothing,
  }),
  editions: named<EditionRecord>("editions", {
    schema: EditionRecord,
    key: ({ tenant, subscription, edition }) => keyOf(tenant, subscription, edition),
    index: ({ tenant, subscription }) => [keyOf(tenant, subscription)],
  }),
} satisfies Record<ShelfName, unknown>;

export type ShelfName =
  | "claims"
  | "conversations"
  | "settings"
  | "subscriptions"
  | "watches"
  | "deliveries"
  | "editions";
