import type { Address, FormName, FormValues, Incoming, Request, Sender } from "../../src/ports/core.ts";
import { decode } from "./decode.ts";
import type { Click, Command, Envelope, Event, MessageAction, Submission } from "./payloads.ts";
import { MODAL } from "./render-form.ts";

export const PLATFORM = "slack";
/** App Home is no channel; its address is this and the person. */
export const HOME = "home:";

const FORMS: readonly FormName[] = ["calculator", "settings", "digest"];
/** Messages that a person wrote though they carry a subtype. */
const WRITTEN = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/** The part of a sender that every payload tells. */
export interface Who {
  tenant: string;
  user: string;
}

export const tenantOf = (team: string): string => `${PLATFORM}:${team}`;

export function whoOf({ user, team }: Pick<Click, "user" | "team">): Who {
  return { tenant: tenantOf(team?.id ?? user.team_id ?? "unknown"), user: user.id };
}

const address = (tenant: string, channel: string, thread?: string): Address => ({
  platform: PLATFORM,
  tenant,
  channel,
  ...(thread !== undefined && { thread }),
});

export const homeAddress = ({ tenant, user }: Who): Address => address(tenant, HOME + user);

export const isDirect = (channel: string): boolean => channel.startsWith("D");

export function fromCommand(command: Command, sender: Sender): Incoming {
  return {
    id: `command:${command.trigger_id}`,
    address: address(tenantOf(command.team_id), command.channel_id),
    surface: "command",
    sender,
    request: { kind: "question", text: decode(command.text) },
  };
}

/** Who speaks to the bot in an event, and the channel that it happened in; nobody where it is none of the bot's business. */
export function speaker(event: Event, self: string | undefined): string | undefined {
  switch (event.type) {
    case "app_mention":
      return addressed(event, self);
    case "message":
      return event.channel_type === "im" ? addressed(event, self) : undefined;
    case "app_home_opened":
      return event.user;
    case "member_joined_channel":
      return event.user === self ? event.user : undefined;
  }
}

/** Bots are not answered, itself included, nor are edits and notices. */
function addressed(
  event: Extract<Event, { type: "app_mention" | "message" }>,
  self: string | undefined,
): string | undefined {
  const bot = event.bot_id !== undefined && event.bot_id !== null;
  return bot || event.user === self || !WRITTEN.has(event.subtype) ? undefined : event.user;
}

/** @returns nothing for an event that asks nothing. */
export function fromEvent({ team_id, event_id, event }: Envelope, sender: Sender, self?: string): Incoming | undefined {
  const tenant = tenantOf(team_id);
  const base = { id: `event:${event_id}`, sender };
  switch (event.type) {
    case "app_mention":
    case "message": {
      // One message may come as two events, and under several event ids.
      const otherIds = [`message:${team_id}:${event.channel}:${event.ts}`];
      const request: Request = { kind: "question", text: decode(event.text, self) };
      const direct = event.type === "message";
      const thread = direct ? event.thread_ts : (event.thread_ts ?? event.ts);
      const surface = direct ? "direct" : "thread";
      return { ...base, otherIds, address: address(tenant, event.channel, thread), surface, request };
    }
    case "app_home_opened":
      if (event.tab === "home") {
        const home = homeAddress({ tenant, user: event.user });
        return { ...base, address: home, surface: "direct", request: { kind: "home" } };
      }
      if (event.channel === undefined) return undefined;
      return {
        ...base,
        address: address(tenant, event.channel),
        surface: "direct",
        request: { kind: "greet", occasion: "opened" },
      };
    case "member_joined_channel":
      return {
        ...base,
        address: address(tenant, event.channel),
        surface: "thread",
        request: { kind: "greet", occasion: "added" },
      };
  }
}

/** A click on a button of a message, or of App Home where `channel` is the person's direct chat. */
export function fromClick(click: Click, sender: Sender, request: Request, channel?: string): Incoming {
  const [action] = click.actions;
  const at = channel ?? click.channel?.id ?? HOME + click.user.id;
  const thread = click.container?.thread_ts ?? click.message?.thread_ts;
  return {
    id: `click:${click.trigger_id}:${action?.action_id ?? ""}`,
    address: address(whoOf(click).tenant, at, isDirect(at) ? undefined : thread),
    surface: surfaceOf(at, thread),
    sender,
    request,
  };
}

function surfaceOf(channel: string, thread: string | undefined): Incoming["surface"] {
  if (isDirect(channel) || channel.startsWith(HOME)) return "direct";
  return thread === undefined ? "command" : "thread";
}

export function fromShortcut(action: MessageAction, sender: Sender): Incoming {
  return {
    id: `shortcut:${action.trigger_id}`,
    address: address(whoOf(action).tenant, action.channel.id),
    surface: isDirect(action.channel.id) ? "direct" : "command",
    sender,
    request: { kind: "count", text: decode(action.message.text) },
  };
}

/** @returns nothing for a view that is no form. */
export function fromSubmission(submission: Submission, sender: Sender): Incoming | undefined {
  const { view } = submission;
  const form = formNamed(view.callback_id.startsWith(MODAL) ? view.callback_id.slice(MODAL.length) : "");
  if (!form) return undefined;
  return {
    // A form with faults is sent again from the same view.
    id: `submit:${submission.trigger_id}`,
    address: homeAddress(whoOf(submission)),
    surface: "direct",
    sender,
    request: { kind: "submit", form, state: view.private_metadata, values: valuesOf(view.state.values) },
  };
}

export const formNamed = (name: string): FormName | undefined => FORMS.find((form) => form === name);

function valuesOf(state: Submission["view"]["state"]["values"]): FormValues {
  return Object.fromEntries(
    Object.entries(state).map(([field, inputs]) => {
      const [input] = Object.values(inputs);
      if (input?.selected_options) return [field, input.selected_options.map(({ value }) => value)];
      return [field, input?.selected_option?.value ?? input?.value ?? undefined];
    }),
  );
}
