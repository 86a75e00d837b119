import { randomUUID } from "node:crypto";

/** An event as Feishu sends it, over either transport (3). */
export interface Envelope {
  schema: "2.0";
  header: {
    event_id: string;
    event_type: string;
    create_time: string;
    token: string;
    app_id: string;
    tenant_key: string;
  };
  event: Record<string, unknown>;
}

const TENANT = "2ca1d211f64f6438";
export const BOT = "ou_bot00000000000000000000000000";
export const ASKER = "ou_asker000000000000000000000000";
export const GROUP = "oc_group00000000000000000000000";
export const DIRECT = "oc_direct0000000000000000000000";

const id = (prefix: string): string => `${prefix}_${randomUUID().replaceAll("-", "")}`;

export interface Builder {
  appId: string;
  verificationToken: string;
  now: () => number;
}

export function envelope(
  { appId, verificationToken, now }: Builder,
  type: string,
  event: Record<string, unknown>,
  header: Partial<Envelope["header"]> = {},
): Envelope {
  const common = { event_id: id("ev"), create_time: String(now()), token: verificationToken, app_id: appId };
  return { schema: "2.0", header: { ...common, event_type: type, tenant_key: TENANT, ...header }, event };
}

export interface Typed {
  text: string;
  chat?: string;
  direct?: boolean;
  /** In a group: whether it mentions the bot. */
  mentions?: boolean;
  user?: string;
  messageId?: string;
  rootId?: string;
  threadId?: string;
  senderType?: string;
  /** Instead of a plain text. */
  post?: unknown;
  createTime?: number;
}

/** `im.message.receive_v1`; a mention is written in front, as clients do. */
export function message(builder: Builder, typed: Typed): Envelope {
  const { direct = false, mentions = !direct, user = ASKER, senderType = "user", messageId = id("om") } = typed;
  const text = mentions ? `@_user_1 ${typed.text}` : typed.text;
  return envelope(builder, "im.message.receive_v1", {
    sender: { sender_id: { open_id: user, union_id: "on_1" }, sender_type: senderType, tenant_key: TENANT },
    message: {
      message_id: messageId,
      ...(typed.rootId !== undefined && { root_id: typed.rootId, parent_id: typed.rootId }),
      ...(typed.threadId !== undefined && { thread_id: typed.threadId }),
      create_time: String(typed.createTime ?? builder.now()),
      chat_id: typed.chat ?? (direct ? DIRECT : GROUP),
      chat_type: direct ? "p2p" : "group",
      message_type: typed.post === undefined ? "text" : "post",
      content: JSON.stringify(typed.post ?? { text }),
      mentions: mentions ? [{ key: "@_user_1", id: { open_id: BOT }, name: "llmprice", tenant_key: TENANT }] : [],
    },
  });
}

export interface Pressed {
  value: unknown;
  messageId: string;
  chat?: string;
  user?: string;
  formValue?: Record<string, unknown>;
}

/** `card.action.trigger`. */
export function click(builder: Builder, pressed: Pressed, header: Partial<Envelope["header"]> = {}): Envelope {
  const { value, messageId, chat = GROUP, user = ASKER, formValue } = pressed;
  const event = {
    operator: { tenant_key: TENANT, open_id: user },
    token: id("c").replace("_", "-"),
    action: { value, tag: "button", timezone: "Asia/Shanghai", ...(formValue && { form_value: formValue }) },
    host: "im_message",
    context: { open_message_id: messageId, open_chat_id: chat },
  };
  return envelope(builder, "card.action.trigger", event, header);
}

export const menu = (builder: Builder, key: string, user = ASKER): Envelope =>
  envelope(builder, "application.bot.menu_v6", {
    operator: { operator_id: { open_id: user } },
    event_key: key,
    timestamp: Math.floor(builder.now() / 1000),
  });

export const arrival = (builder: Builder, occasion: "added" | "opened", chat = GROUP, user = ASKER): Envelope =>
  envelope(
    builder,
    occasion === "added" ? "im.chat.member.bot.added_v1" : "im.chat.access_event.bot_p2p_chat_entered_v1",
    { chat_id: chat, operator_id: { open_id: user } },
  );
