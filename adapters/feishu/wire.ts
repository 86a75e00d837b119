import type * as z from "zod";
import type { Clock } from "../../src/ports/clock.ts";
import type { Core, Incoming, Reply } from "../../src/ports/core.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { type Acknowledgement, place, toast } from "./clicks.ts";
import { sealOf } from "./deliver.ts";
import type { Desk } from "./desk.ts";
import { FeishuError } from "./errors.ts";
import { Arrival, Click, EVENTS, Menu, Message } from "./events.ts";
import { fromArrival, fromClick, fromMenu, fromMessage, type Inbound } from "./inbound.ts";
import { ANSWER_WITHIN_MS } from "./limits.ts";
import { render } from "./render.ts";
import type { Sdk } from "./sdk.ts";
import type { Seals } from "./seals.ts";
import { sendSurely } from "./surely.ts";

export interface Parts {
  core: Core;
  platform: Platform;
  seals: Seals;
  desk: Desk;
  clock: Clock;
  log: Log;
  appId: string;
  inbound: Inbound;
  /** The bot's own id, by which it knows that it is addressed. */
  self: () => Promise<string>;
}

/**
 * Has the SDK hand over what the bot listens to. Each handler answers within Feishu's three seconds and never with
 * nothing: clients reject an acknowledgement without data. A rejection has Feishu send the event again.
 */
export function listen(dispatcher: Sdk.EventDispatcher, parts: Parts): void {
  const { appId, log, inbound } = parts;
  const read =
    <S extends z.ZodType<{ app_id: string }>>(schema: S, take: (event: z.infer<S>) => Promise<object>) =>
    async (data: unknown): Promise<object> => {
      const event = schema.safeParse(data);
      if (!event.success) {
        log.warn("feishu_event_unreadable", { where: event.error.issues.map(({ path }) => path.join(".")) });
        return {};
      }
      return event.data.app_id === appId ? take(event.data) : {};
    };
  const accepting =
    <E>(toIncoming: (event: E) => Incoming | undefined | Promise<Incoming | undefined>) =>
    async (event: E): Promise<object> => {
      const incoming = await toIncoming(event);
      return incoming ? accept(parts, incoming) : {};
    };
  dispatcher.register<Record<string, (data: unknown) => Promise<object>>>({
    [EVENTS.message]: read(
      Message,
      accepting((event: Message) => question(parts, event)),
    ),
    [EVENTS.menu]: read(
      Menu,
      accepting((event: Menu) => fromMenu(inbound, event)),
    ),
    [EVENTS.added]: read(
      Arrival,
      accepting((event: Arrival) => fromArrival(inbound, event, "added")),
    ),
    [EVENTS.opened]: read(
      Arrival,
      accepting((event: Arrival) => fromArrival(inbound, event, "opened")),
    ),
    [EVENTS.click]: read(Click, (event) => clicked(parts, event)),
  });
}

/** Without its own id the bot can't tell whether it is addressed: then Feishu is to say it again. */
async function question({ inbound, desk, clock, self }: Parts, event: Message): Promise<Incoming | undefined> {
  const known = await desk.within(ANSWER_WITHIN_MS, self(), () => undefined);
  if (known === undefined) throw new FeishuError("the bot's own id is not known yet");
  return fromMessage(inbound, event, clock.now(), known);
}

/** Resolves once the question is safely claimed, or Feishu will not wait any longer. */
async function accept({ core, desk, log }: Parts, incoming: Incoming): Promise<object> {
  const accepted = core.accept(incoming);
  await desk.within(ANSWER_WITHIN_MS, accepted, () => {
    log.warn("feishu_accept_slow");
    accepted.catch((error: unknown) => log.error("feishu_not_accepted", { error }));
  });
  return {};
}

/** The acknowledgement is the answer, unless that takes too long: then it follows. */
async function clicked(parts: Parts, event: Click): Promise<Acknowledgement> {
  const { core, desk, log } = parts;
  const incoming = fromClick(parts.inbound, event);
  const { open_message_id: message } = event.context;
  let isLate = false;
  const answered = core
    .respond(incoming)
    .then((reply) => (reply ? answer(parts, incoming, reply, message, () => isLate) : {}));
  return desk.within(ANSWER_WITHIN_MS, answered, () => {
    isLate = true;
    answered.catch((error: unknown) => log.error("feishu_click_failed", { error }));
    return toast("info", chatWords(incoming.sender.language ?? "zh").working);
  });
}

async function answer(
  parts: Parts,
  incoming: Incoming,
  reply: Reply,
  clickedMessage: string,
  isLate: () => boolean,
): Promise<Acknowledgement> {
  const { core, platform, seals, desk, clock, log } = parts;
  const placed = place(incoming, reply, clickedMessage);
  const settled = () => core.settle(incoming);
  if (placed.kind === "toast" || (placed.kind === "replace" && !isLate())) {
    void desk.track(settled());
    if (placed.kind === "toast") return toast(placed.type, placed.text);
    return { card: { type: "raw", data: render(placed.message.content, sealOf(placed.message, seals)) } };
  }
  void desk.track(sendSurely(platform, placed.message, clock, log).then(settled));
  return "toast" in placed && placed.toast !== undefined ? toast("success", placed.toast) : {};
}
