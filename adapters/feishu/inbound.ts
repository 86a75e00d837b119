import type { Address, Incoming, Request, Sender } from "../../src/ports/core.ts";
import { readValue } from "./actions.ts";
import type { Arrival, Click, Menu, Message } from "./events.ts";
import { FRESH_MS } from "./limits.ts";
import { saidIn, textOf } from "./message-text.ts";
import { isPerson, type Origin, type Seals, surfaceOf } from "./seals.ts";

/** What turns events into requests: pure, apart from the clock's time that it is given. */
export interface Inbound {
  /** The adapter's name, and the beginning of every tenant. */
  name: string;
  /** For what carries no words. */
  language: NonNullable<Sender["language"]>;
  seals: Seals;
}

const PERSON = "user";
const DIRECT = "p2p";

const tenantOf = ({ name }: Inbound, tenantKey: string): string => `${name}:${tenantKey}`;
/** A person's id stands for their chat with the bot: not every event names that chat, and a click not its kind. */
const chatOf = (inbound: Inbound, tenantKey: string, channel: string): Address => ({
  platform: inbound.name,
  tenant: tenantOf(inbound, tenantKey),
  channel,
});
const senderOf = ({ language }: Inbound, user: string, timezone?: string): Sender => ({
  user,
  language,
  ...(timezone !== undefined && timezone !== "" && { timezone }),
});

/**
 * A question; nothing for what is not addressed to the bot, not from a person, too old, or no text.
 * @param self the bot's own id
 */
export function fromMessage(
  inbound: Inbound,
  { tenant_key, sender, message }: Message,
  now: Date,
  self: string,
): Incoming | undefined {
  const { message_id: id, mentions = [], create_time: sent } = message;
  const user = sender.sender_id?.open_id;
  if (sender.sender_type !== PERSON || user === undefined || user === self) return undefined;
  if (sent !== undefined && now.getTime() - sent > FRESH_MS) return undefined;
  const isDirect = message.chat_type === DIRECT;
  if (!isDirect && !mentions.some(({ id: mentioned }) => mentioned.open_id === self)) return undefined;
  const typed = textOf(message.message_type, message.content, mentions, self);
  if (typed === undefined) return undefined;
  const { text, counts } = saidIn(typed);
  // In a group every answer hangs on the question, in a direct chat only what was asked in a thread.
  const thread = isDirect && !message.thread_id ? undefined : message.root_id || id;
  return {
    id,
    address: {
      ...chatOf(inbound, tenant_key, isDirect ? user : message.chat_id),
      ...(thread !== undefined && { thread }),
    },
    surface: thread === undefined ? "direct" : "thread",
    sender: senderOf(inbound, user),
    request: counts ? { kind: "count", text } : { kind: "question", text },
  };
}

/** A press of a button, whoever's card it is. */
export function fromClick(inbound: Inbound, { event_id: id, tenant_key, operator, action, context }: Click): Incoming {
  const value = readValue(action.value);
  const own: Origin = { address: chatOf(inbound, tenant_key, operator.open_id), isPrivate: false };
  const origin = (value?.at && inbound.seals.open(value.at, own.address)) ?? own;
  const { address } = origin;
  // What hangs on no question, such as a greeting, is answered in a thread of its own.
  const isLoose = address.thread === undefined && !origin.isPrivate && !isPerson(address.channel);
  return {
    id,
    address: isLoose ? { ...address, thread: context.open_message_id } : address,
    surface: isLoose ? "thread" : surfaceOf(origin),
    sender: senderOf(inbound, operator.open_id, action.timezone),
    request: requestOf(value, action.form_value ?? {}),
  };
}

function requestOf(value: ReturnType<typeof readValue>, filled: Record<string, unknown>): Request {
  // The core says politely that it can't read what this adapter can't.
  if (value === undefined) return { kind: "click", value: "" };
  if ("b" in value) return { kind: "click", value: value.b };
  if ("f" in value) return { kind: "form", form: value.f };
  return { kind: "submit", form: value.s, state: value.t, values: valuesOf(filled) };
}

/** Of a form: a text, or several for a list of many choices. */
function valuesOf(filled: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === "string") return value === "" ? [] : [[name, value]];
      return Array.isArray(value) ? [[name, value.filter((one): one is string => typeof one === "string")]] : [];
    }),
  );
}

const FORM_KEYS = ["calculator", "settings", "digest"] as const;

/** An entry of the bot's menu: `calculator`, `settings` or `digest` opens a form, any other shows what can be asked. */
export function fromMenu(inbound: Inbound, { event_id: id, tenant_key, operator, event_key }: Menu): Incoming {
  const user = operator.operator_id.open_id;
  const form = FORM_KEYS.find((key) => key === event_key);
  return {
    id,
    address: chatOf(inbound, tenant_key, user),
    surface: "direct",
    sender: senderOf(inbound, user),
    request: form === undefined ? { kind: "home" } : { kind: "form", form },
  };
}

export function fromArrival(inbound: Inbound, event: Arrival, occasion: "added" | "opened"): Incoming {
  const { event_id: id, tenant_key, chat_id, operator_id } = event;
  const user = operator_id.open_id;
  return {
    id,
    address: chatOf(inbound, tenant_key, occasion === "added" ? chat_id : user),
    surface: occasion === "added" ? "thread" : "direct",
    sender: senderOf(inbound, user),
    request: { kind: "greet", occasion },
  };
}
