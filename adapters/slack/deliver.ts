import type { webApi } from "@slack/bolt";
import * as z from "zod";
import type { Content } from "../../src/ports/core.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Outgoing, Platform } from "../../src/ports/platform.ts";
import type { Message } from "./blocks.ts";
import { meaning, refusedBlocks } from "./failure.ts";
import { HOME, isDirect, PLATFORM } from "./inbound.ts";
import type { Ladder, Rung } from "./ladder.ts";
import { SUGGESTED_PROMPTS } from "./limits.ts";
import { render } from "./render.ts";
import { homeView } from "./render-home.ts";

const METADATA = "llmprice_answer";
/** Messages that are looked through for one that may have gone out. */
const LOOKED_THROUGH = 100;

interface Parts {
  client: webApi.WebClient;
  ladder: Ladder;
  log: Log;
  /** A message for this conversation is on its way: whoever shows that the bot is at work stops. */
  answering: (address: Outgoing["address"]) => void;
}

/** How messages of their own reach Slack: one call each, no retries; those are the outbox's. */
export function createPlatform({ client, ladder, log, answering }: Parts): Platform {
  return {
    name: PLATFORM,
    // Slack documents no key that would make a repeat harmless.
    sameKeyMs: 0,
    async send(message, signal) {
      answering(message.address);
      return await unlessAborted(signal, () => sendOne(client, ladder, log, message));
    },
    async wasSent(message, signal) {
      // Publishing a home and replacing a message may be repeated at will.
      if (message.address.channel.startsWith(HOME) || message.replaces !== undefined) return "no";
      if (isPrivate(message)) return "unknown";
      return await unlessAborted(signal, () => find(client, message));
    },
    meaning,
  };
}

async function sendOne(client: webApi.WebClient, ladder: Ladder, log: Log, message: Outgoing): Promise<string> {
  const { content, address } = message;
  if (content.kind === "home" && address.channel.startsWith(HOME)) {
    await client.views.publish({ user_id: address.channel.slice(HOME.length), view: homeView(content.home) as never });
    return address.channel;
  }
  const id = await descend(ladder, address.tenant, log, (rung) => post(client, message, render(content, rung)));
  if (content.kind === "home" && isDirect(address.channel)) await suggest(client, address.channel, content);
  return id;
}

/** Sends at the workspace's rung, and one rung lower each time that blocks are refused. */
async function descend<T>(ladder: Ladder, tenant: string, log: Log, send: (rung: Rung) => Promise<T>): Promise<T> {
  for (let rung = ladder.from(tenant); ; ) {
    try {
      return await send(rung);
    } catch (error) {
      const refused = refusedBlocks(error);
      const next = refused && ladder.down(tenant, rung);
      if (next === undefined) throw error;
      log.warn("slack refused blocks", { rung, next, refused });
      rung = next;
    }
  }
}

const isPrivate = ({ onlyFor, address }: Outgoing): boolean => onlyFor !== undefined && !isDirect(address.channel);

async function post(client: webApi.WebClient, message: Outgoing, rendered: Message): Promise<string> {
  const { address, onlyFor, replaces, sendKey } = message;
  const channel = address.channel.startsWith(HOME) ? address.channel.slice(HOME.length) : address.channel;
  const thread = address.thread === undefined ? {} : { thread_ts: address.thread };
  const metadata = { event_type: METADATA, event_payload: { key: sendKey } };
  // The charts are not in the SDK's types, and a chart's block is checked by our own tests.
  const body = { channel, text: rendered.text, ...(rendered.blocks && { blocks: rendered.blocks as never }) };
  if (replaces !== undefined) {
    // Without blocks of its own an update would keep the old ones.
    const { ts } = await client.chat.update({ ...body, blocks: body.blocks ?? [], ts: replaces, metadata });
    return ts ?? replaces;
  }
  if (isPrivate(message)) {
    const { message_ts } = await client.chat.postEphemeral({ ...body, ...thread, user: onlyFor ?? "" });
    return message_ts ?? "";
  }
  const quiet = { unfurl_links: false, unfurl_media: false, metadata };
  const { ts } = await client.chat.postMessage({ ...body, ...thread, ...quiet });
  return ts ?? "";
}

/** Suggestions above the box to type in; a workspace without the agent view goes without. */
async function suggest(
  client: webApi.WebClient,
  channel: string,
  { home }: Extract<Content, { kind: "home" }>,
): Promise<void> {
  const prompts = home.examples.slice(0, SUGGESTED_PROMPTS).map(({ label }) => ({ title: label, message: label }));
  if (prompts.length === 0) return;
  await client.assistant.threads
    .setSuggestedPrompts({ channel_id: channel, prompts: prompts as never })
    .catch(() => {});
}

const Found = z.looseObject({
  has_more: z.boolean().optional(),
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.string().optional() }) })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** Looks for the message's key in its conversation; where the app may not read that, nobody knows. */
async function find(
  client: webApi.WebClient,
  { address, sendKey }: Outgoing,
): Promise<{ id: string } | "no" | "unknown"> {
  const { channel, thread } = address;
  const options = { channel, include_all_metadata: true, limit: LOOKED_THROUGH };
  try {
    const answer =
      thread === undefined
        ? await client.conversations.history(options)
        : await client.conversations.replies({ ...options, ts: thread });
    const { messages, has_more } = Found.parse(answer);
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === METADATA && metadata.event_payload.key === sendKey,
    );
    if (found) return { id: found.ts };
    // Replies come oldest first, so an unread page may hold it.
    return thread !== undefined && has_more === true ? "unknown" : "no";
  } catch {
    return "unknown";
  }
}

/** The client has no way to call a request off: what was begun may still arrive, so the outcome is uncertain. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
