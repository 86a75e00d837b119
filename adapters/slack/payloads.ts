import * as z from "zod";

/** What Slack sends, as far as the adapter reads it. Slack adds fields at any time, so the rest is let through. */

const Id = z.string().min(1).max(255);
const Text = z.string().max(200_000);
const Named = z.looseObject({ id: Id });
const Team = Named.nullish();

export const Command = z.looseObject({
  command: z.string(),
  text: Text.default(""),
  user_id: Id,
  team_id: Id,
  channel_id: Id,
  trigger_id: Id,
  response_url: z.url(),
});
export type Command = z.infer<typeof Command>;

const spoken = {
  user: Id.optional(),
  text: Text.default(""),
  ts: Id,
  channel: Id,
  thread_ts: Id.optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
};
const Mention = z.looseObject({ type: z.literal("app_mention"), ...spoken });
const Said = z.looseObject({ type: z.literal("message"), channel_type: z.string().optional(), ...spoken });
const HomeOpened = z.looseObject({
  type: z.literal("app_home_opened"),
  user: Id,
  channel: Id.optional(),
  tab: z.string().optional(),
  event_ts: z.string().optional(),
});
const Joined = z.looseObject({ type: z.literal("member_joined_channel"), user: Id, channel: Id });
export const Event = z.discriminatedUnion("type", [Mention, Said, HomeOpened, Joined]);
export type Event = z.infer<typeof Event>;

export const Envelope = z.looseObject({ team_id: Id, event_id: Id, event: Event });
export type Envelope = z.infer<typeof Envelope>;

const person = { user: z.looseObject({ id: Id, team_id: Id.optional() }), team: Team };

export const Click = z.looseObject({
  ...person,
  trigger_id: Id,
  response_url: z.url().optional(),
  channel: Named.nullish(),
  container: z.looseObject({ thread_ts: Id.optional(), is_ephemeral: z.boolean().optional() }).optional(),
  message: z.looseObject({ thread_ts: Id.optional() }).nullish(),
  actions: z
    .array(z.looseObject({ action_id: z.string(), value: z.string().optional(), action_ts: z.string().optional() }))
    .min(1),
});
export type Click = z.infer<typeof Click>;

const InputValue = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).optional(),
});
export const Submission = z.looseObject({
  ...person,
  trigger_id: Id,
  view: z.looseObject({
    id: Id,
    callback_id: z.string(),
    private_metadata: z.string().default(""),
    title: z.looseObject({ text: z.string() }).optional(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), InputValue)) }),
  }),
});
export type Submission = z.infer<typeof Submission>;

export const MessageAction = z.looseObject({
  ...person,
  callback_id: z.string(),
  trigger_id: Id,
  response_url: z.url().optional(),
  channel: Named,
  message: z.looseObject({ text: Text.default(""), ts: Id.optional(), thread_ts: Id.optional() }),
});
export type MessageAction = z.infer<typeof MessageAction>;
