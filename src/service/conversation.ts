import type { Memory } from "../bot/bot.ts";
import type { Incoming } from "../ports/core.ts";
import type { Conversation } from "../ports/records.ts";
import type { ConversationKey, Store } from "../ports/store.ts";
import type { Query } from "../query/query.ts";
import type { Ask } from "./context.ts";

const THREAD_MS = 24 * 3_600_000;
const ELSEWHERE_MS = 30 * 60_000;

/** A thread is shared by all in it; elsewhere everybody has a conversation of their own. */
export function conversationOf({ address, surface, sender }: Incoming): ConversationKey {
  const { tenant, channel, thread } = address;
  return surface === "thread" && thread !== undefined
    ? { tenant, channel, thread }
    : { tenant, channel, user: sender.user };
}

/** What a conversation was last about; nothing once that is too long ago. */
export async function recall(store: Store, incoming: Incoming): Promise<Memory> {
  const last = await store.conversations.get(conversationOf(incoming));
  if (!last) return {};
  return {
    ...(last.query && { query: last.query.query }),
    ...(last.choices && { choices: last.choices.map(({ query }) => query) }),
    ...(last.bare && { bare: true }),
  };
}

/** Intents that are no subject to come back to: what was asked before them stays the subject. */
const ASIDE: readonly Query["intent"][] = ["command", "help", "unknown", "clarify"];

/**
 * Remembers what was asked last, and what there was to choose from: known to the next question at once. Nobody waits
 * until it is on the disk, since all that a crash would take is a follow-up.
 */
export function remember({ incoming, now, parts }: Ask, memory: Memory, before: Memory = {}): void {
  const key = conversationOf(incoming);
  const isAside = memory.query !== undefined && ASIDE.includes(memory.query.intent);
  const { query, bare } = isAside && before.query ? before : memory;
  const lives = key.thread === undefined ? ELSEWHERE_MS : THREAD_MS;
  const record: Conversation = {
    ...key,
    by: incoming.sender.user,
    ...(query && { query: stored(query) }),
    ...(memory.choices && { choices: memory.choices.map(stored) }),
    ...(bare && { bare: true }),
    at: now.toISOString(),
    expires: new Date(now.getTime() + lives).toISOString(),
  };
  const failed = (error: unknown) => parts.log.error("not remembered", { error });
  parts.store.conversations.put(record).catch(failed);
}

const stored = (query: Query) => ({ version: 1 as const, query });
