import type { webApi } from "@slack/bolt";
import type { Core, Incoming, Reply } from "../../src/ports/core.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { CLICK, FORM, MORE, unpacked } from "./actions.ts";
import type { Message } from "./blocks.ts";
import {
  formNamed,
  fromClick,
  fromCommand,
  fromShortcut,
  fromSubmission,
  homeAddress,
  tenantOf,
  whoOf,
} from "./inbound.ts";
import type { Ladder } from "./ladder.ts";
import type { Click, Command, MessageAction, Submission } from "./payloads.ts";
import type { People } from "./people.ts";
import { render, renderExtra, renderMore } from "./render.ts";
import { faultsOf, modalOf, resultModal } from "./render-form.ts";
import type { Placement, Responder } from "./respond.ts";
import type { Ack, Desk } from "./with-ack.ts";
import type { Working } from "./working.ts";

export interface Parts {
  core: Core;
  client: webApi.WebClient;
  people: People;
  ladder: Ladder;
  desk: Desk;
  respondAt: (url: string | undefined, tenant: string) => Responder | undefined;
  pause: (ms: number) => Promise<void>;
  working: Working;
}

type Acknowledge = (body?: Ack) => Promise<unknown>;
type Language = "en" | "zh";
const CHINESE = /\p{Script=Han}/u;
export const languageOf = (text: string): Language => (CHINESE.test(text) ? "zh" : "en");
/** The table stands below the answer: what is posted at once may overtake the acknowledgement. */
const AFTER_ANSWER_MS = 250;
const PRIVATE: Placement = { response_type: "ephemeral", replace_original: false };

/** `/llmprice`: the acknowledgement is the answer; its table and chart follow. */
export function onCommand(parts: Parts, command: Command, ack: Acknowledge): Promise<void> {
  const { core, client, people, ladder, desk } = parts;
  const tenant = tenantOf(command.team_id);
  const responder = parts.respondAt(command.response_url, tenant);
  const words = chatWords(languageOf(command.text));
  return desk.withAck({
    ack,
    answer: async () => {
      const incoming = fromCommand(command, await people.of(command.user_id));
      const reply = await core.respond(incoming);
      if (!reply) return {};
      const { content } = reply;
      if (content.kind === "form") {
        const opened = client.views.open({
          trigger_id: command.trigger_id,
          view: modalOf(content.form) as never,
        });
        return { after: async () => await opened.then(() => core.settle(incoming)) };
      }
      const placement = placed(reply, incoming);
      return {
        body: { response_type: placement.response_type, ...render(content, "text") },
        after: async (how) => {
          if (how === "as working")
            await responder?.post((rung) => render(content, rung), { ...placement, replace_original: true });
          await core.settle(incoming);
          if (how === "with the answer" && ladder.from(tenant) !== "text") {
            await parts.pause(AFTER_ANSWER_MS);
            await responder?.post((rung) => renderExtra(content, rung), placement);
          }
        },
      };
    },
    working: () => ({ response_type: "ephemeral", text: words.working }),
    fault: (incident) => ({ response_type: "ephemeral", text: words.fault(incident) }),
    faultLater: async (incident) => await responder?.post(() => ({ text: words.fault(incident) }), PRIVATE),
  });
}

/** A button: one of the core's, one that opens a form, or the one that opens the rest of them. */
export function onClick(parts: Parts, click: Click, ack: Acknowledge): Promise<void> {
  const { tenant, user } = whoOf(click);
  const responder = parts.respondAt(click.response_url, tenant);
  const [action] = click.actions;
  const { action_id = "", value = "" } = action ?? {};
  return parts.desk.withAck({
    ack,
    answer: async () => {
      if (action_id === MORE) return { after: () => openMore(value, responder, click) };
      const sender = await parts.people.of(user);
      const form = action_id.startsWith(FORM) ? formNamed(action_id.slice(FORM.length)) : undefined;
      if (form) return await interactive(parts, fromClick(click, sender, { kind: "form", form }), click, responder);
      if (!action_id.startsWith(CLICK)) return {};
      const request = { kind: "click", value } as const;
      if (responder) return await interactive(parts, fromClick(click, sender, request), click, responder);
      const channel = await directChat(parts.client, user);
      await parts.core.accept(fromClick(click, sender, request, channel));
      return {};
    },
    working: () => undefined,
    faultLater: async (incident) => await responder?.post(() => ({ text: chatWords("en").fault(incident) }), PRIVATE),
  });
}

/** "What would this cost?" on a message. */
export function onShortcut(parts: Parts, action: MessageAction, ack: Acknowledge): Promise<void> {
  const { tenant, user } = whoOf(action);
  const responder = parts.respondAt(action.response_url, tenant);
  const words = chatWords(languageOf(action.message.text));
  return parts.desk.withAck({
    ack,
    answer: async () => {
      const incoming = fromShortcut(action, await parts.people.of(user));
      return await interactive(parts, incoming, action, responder);
    },
    working: () => undefined,
    faultLater: async (incident) => await responder?.post(() => ({ text: words.fault(incident) }), PRIVATE),
  });
}

/** A form that was sent: its faults stand under its inputs, what comes of it stands in its place. */
export function onSubmission(parts: Parts, submission: Submission, ack: Acknowledge): Promise<void> {
  const { core, client, people, desk } = parts;
  const { view } = submission;
  const who = whoOf(submission);
  const title = view.title?.text ?? "";
  const words = chatWords(languageOf(title));
  const said = (text: string) => resultModal({ kind: "notice", language: languageOf(title), text, buttons: [] }, title);
  const update = (modal: object) => ({ response_action: "update", view: modal });
  return desk.withAck({
    ack,
    answer: async () => {
      const incoming = fromSubmission(submission, await people.of(who.user));
      const reply = incoming && (await core.respond(incoming));
      if (!incoming || !reply) return {};
      const { content } = reply;
      if (content.kind === "faults") {
        return {
          body: { response_action: "errors", errors: faultsOf(content.faults) },
          after: () => core.settle(incoming),
        };
      }
      const modal = content.kind === "form" ? modalOf(content.form) : resultModal(content, title);
      return {
        body: update(modal),
        after: async (how) => {
          if (how === "as working") await client.views.update({ view_id: view.id, view: modal as never });
          await core.settle(incoming);
          // The home shows what is set.
          const home: Incoming = {
            id: `${incoming.id}:home`,
            address: homeAddress(who),
            surface: "direct",
            sender: incoming.sender,
            request: { kind: "home" },
          };
          if (incoming.request.kind === "submit" && incoming.request.form === "settings") await core.accept(home);
        },
      };
    },
    working: () => update(said(words.working)),
    fault: (incident) => update(said(words.fault(incident))),
    faultLater: async (incident) =>
      await client.views.update({ view_id: view.id, view: said(words.fault(incident)) as never }),
  });
}

/** What a click or a shortcut comes to: a modal, or a message through the interaction's own `response_url`. */
async function interactive(
  { core, client }: Parts,
  incoming: Incoming,
  { trigger_id }: { trigger_id: string },
  responder: Responder | undefined,
): Promise<{ after?: () => Promise<unknown> }> {
  const reply = await core.respond(incoming);
  if (!reply) return {};
  const { content } = reply;
  return {
    after: async () => {
      if (content.kind === "form") {
        await client.views.open({ trigger_id, view: modalOf(content.form) as never });
      } else if (!(await responder?.post((rung): Message => render(content, rung), placed(reply, incoming)))) return;
      await core.settle(incoming);
    },
  };
}

async function openMore(value: string, responder: Responder | undefined, click: Click): Promise<void> {
  const rest = unpacked(value);
  if (!rest) return;
  const thread = click.container?.thread_ts ?? click.message?.thread_ts;
  const message = renderMore(rest.buttons, chatWords(rest.language).moreTitle);
  await responder?.post(() => message, { ...PRIVATE, ...(thread !== undefined && { thread_ts: thread }) });
}

function placed({ to, replaces }: Reply, { address }: Incoming): Placement {
  const thread = address.thread === undefined ? {} : { thread_ts: address.thread };
  const visible = to === "here" ? "in_channel" : "ephemeral";
  return { response_type: visible, replace_original: replaces, ...(replaces ? {} : thread) };
}

/** App Home has no place for an answer; the person's chat with the bot has. */
async function directChat(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  return channel?.id ?? user;
}
