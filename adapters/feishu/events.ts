import * as z from "zod";

/** What Feishu says, as the SDK hands it over: header and event on one level, the event's own keys winning. */
const Header = z.object({ event_id: z.string().min(1), tenant_key: z.string().min(1), app_id: z.string() });
const UserId = z.object({ open_id: z.string().min(1) });

const Mention = z.object({
  key: z.string(),
  name: z.string().catch(""),
  id: z.object({ open_id: z.string().catch("") }),
});
export type Mention = z.infer<typeof Mention>;

export const Message = Header.extend({
  sender: z.object({ sender_id: UserId.nullish(), sender_type: z.string() }),
  message: z.object({
    message_id: z.string().min(1),
    root_id: z.string().optional(),
    thread_id: z.string().optional(),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(Mention).optional(),
    create_time: z.coerce.number().optional(),
  }),
});
export type Message = z.infer<typeof Message>;

/** A click. Its `token` is for changing the card later; the header's own is gone. */
export const Click = Header.extend({
  operator: UserId,
  action: z.object({
    value: z.unknown().optional(),
    timezone: z.string().optional(),
    form_value: z.record(z.string(), z.unknown()).optional(),
  }),
  context: z.object({ open_message_id: z.string().min(1), open_chat_id: z.string().min(1) }),
});
export type Click = z.infer<typeof Click>;

export const Menu = Header.extend({ operator: z.object({ operator_id: UserId }), event_key: z.string() });
export type Menu = z.infer<typeof Menu>;

/** The bot was added to a chat, or somebody opened its own. */
export const Arrival = Header.extend({ chat_id: z.string().min(1), operator_id: UserId });
export type Arrival = z.infer<typeof Arrival>;

export const EVENTS = {
  message: "im.message.receive_v1",
  click: "card.action.trigger",
  menu: "application.bot.menu_v6",
  added: "im.chat.member.bot.added_v1",
  opened: "im.chat.access_event.bot_p2p_chat_entered_v1",
} as const;
