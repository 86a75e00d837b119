import * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import type { Address } from "../../src/ports/core.ts";
import type { Outgoing, Platform } from "../../src/ports/platform.ts";
import type { Api } from "./api.ts";
import { CARD_REFUSED, FeishuError, meaning, NO_THREADS } from "./errors.ts";
import { SAME_UUID_MS } from "./limits.ts";
import { createPace } from "./pace.ts";
import { render } from "./render.ts";
import { isPerson, type Seal, type Seals } from "./seals.ts";
import { plainMessage } from "./text.ts";

const MESSAGES = "/open-apis/im/v1/messages";
const Sent = z.object({ data: z.object({ message_id: z.string().min(1) }) });
const Changed = z.object({});
const CHATS_REMEMBERED = 1_000;

interface Body {
  msg_type: "interactive" | "text";
  content: string;
  uuid: string;
}

/** How Feishu sends. Time-outs and tokens are the API's, queues and retries the outbox's. */
export function createPlatform(name: string, api: Api, seals: Seals, clock: Clock): Platform {
  const pace = createPace(clock);
  /** Chats known to have no threads; forgotten at a restart, which costs one refused call. */
  const threadless = new Set<string>();

  const post = async (path: string, data: object, signal: AbortSignal, params?: Record<string, string>) => {
    const call = { method: "POST" as const, path, data, signal };
    return (await api.call({ ...call, ...(params && { params }) }, Sent)).data.message_id;
  };

  const reply = async ({ channel }: Address, root: string, body: Body, signal: AbortSignal): Promise<string> => {
    const path = `${MESSAGES}/${encodeURIComponent(root)}/reply`;
    if (!threadless.has(channel)) {
      try {
        return await post(path, { ...body, reply_in_thread: true }, signal);
      } catch (error) {
        if (!hasCode(error, NO_THREADS)) throw error;
        if (threadless.size >= CHATS_REMEMBERED) threadless.clear();
        threadless.add(channel);
      }
    }
    return post(path, { ...body, reply_in_thread: false }, signal);
  };

  const send = ({ address, onlyFor }: Outgoing, body: Body, signal: AbortSignal): Promise<string> => {
    if (onlyFor === undefined && address.thread !== undefined) return reply(address, address.thread, body, signal);
    const to = onlyFor ?? address.channel;
    const params = { receive_id_type: isPerson(to) ? "open_id" : "chat_id" };
    return post(MESSAGES, { ...body, receive_id: to }, signal, params);
  };

  return {
    name,
    sameKeyMs: SAME_UUID_MS,
    async send(message, signal) {
      const { content, replaces, address, onlyFor, sendKey: uuid } = message;
      const card = JSON.stringify(render(content, sealOf(message, seals)));
      await pace(replaces ?? onlyFor ?? address.channel, signal);
      if (replaces !== undefined) {
        const path = `${MESSAGES}/${encodeURIComponent(replaces)}`;
        await api.call({ method: "PATCH", path, data: { content: card }, signal }, Changed);
        return replaces;
      }
      try {
        return await send(message, { msg_type: "interactive", content: card, uuid }, signal);
      } catch (error) {
        if (!hasCode(error, CARD_REFUSED)) throw error;
        const text = JSON.stringify({ text: plainMessage(content) });
        return send(message, { msg_type: "text", content: text, uuid }, signal);
      }
    },
    // Feishu's own keys make a repeat harmless; there is nothing to look a message up by.
    wasSent: () => Promise.resolve("unknown"),
    meaning,
  };
}

/** What a card's buttons must know of where it stands; in somebody's own chat a click says it itself. */
export function sealOf({ address, onlyFor }: Pick<Outgoing, "address" | "onlyFor">, seals: Seals): Seal | undefined {
  if (isPerson(address.channel) && address.thread === undefined) return undefined;
  return seals.seal({ address, isPrivate: onlyFor !== undefined });
}

const hasCode = (error: unknown, codes: ReadonlySet<number>): boolean =>
  error instanceof FeishuError && error.code !== undefined && codes.has(error.code);
