import type { Address, Content } from "./core.ts";

/** A message on its way out. */
export interface Outgoing {
  address: Address;
  /** Shown to this person only, privately beside the channel or in their direct chat, as the platform can. */
  onlyFor?: string;
  content: Content;
  /** Replaces this message instead of posting a new one. */
  replaces?: string;
  /** The same for every try: see `Reply.sendKey`. */
  sendKey: string;
}

/** What a failed send means. */
export type Failure =
  /** Certainly not arrived: may be tried again, not before `retryAfterMs` where the platform says so. */
  | { kind: "not_sent"; retryAfterMs?: number }
  /** May have arrived: tried again only where `wasSent` or the platform's own keys make that safe. */
  | { kind: "uncertain" }
  /** Never will: the bot was removed, the channel archived, the message refused. `why` is for the operator's log. */
  | { kind: "refused"; why: string; gone: boolean };

/** How a platform sends; queues, time-outs and retries are the outbox's. */
export interface Platform {
  readonly name: string;
  /** How long after the first try a repeat with the same key can't post twice; 0 where the platform knows no keys. */
  readonly sameKeyMs: number;
  /** @returns the platform's id of the message. Rejects with anything that `meaning` understands. */
  send(message: Outgoing, signal: AbortSignal): Promise<string>;
  /** Whether a message with this key went out after all: its id, `no`, or `unknown` where it can't be told. */
  wasSent(message: Outgoing, signal: AbortSignal): Promise<{ id: string } | "no" | "unknown">;
  meaning(error: unknown): Failure;
}
