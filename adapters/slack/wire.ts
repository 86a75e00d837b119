import { App, type Logger } from "@slack/bolt";
import type * as z from "zod";
import type { Log } from "../../src/ports/log.ts";
import { chatWords } from "../../src/view/messages/chat.ts";
import { callOptions } from "./client-options.ts";
import { languageOf, onClick, onCommand, onShortcut, onSubmission, type Parts } from "./handlers.ts";
import { fromEvent, speaker } from "./inbound.ts";
import { Click, Command, Envelope, MessageAction, Submission } from "./payloads.ts";
import { acknowledgedLate, type Transport } from "./receivers.ts";

interface Options {
  botToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  transport: Transport;
}

/** Slack's app over one transport; nothing is connected and nobody is asked before `listen`. */
export function createApp({ botToken, apiUrl, logger, transport }: Options): App {
  return new App({
    token: botToken,
    receiver: transport.receiver,
    // Asking Slack who it is happens in `init`, where a bad token can be caught; by default it ends the process.
    deferInitialization: true,
    clientOptions: callOptions(apiUrl, logger),
    // Conversations are the core's; Bolt's own memory of them only grows.
    convoStore: false,
    logger,
  });
}

type Acknowledge = (body?: object) => Promise<unknown>;
type Read = (parts: Parts, body: unknown, ack: Acknowledge, log: Log) => Promise<void>;

/** What can't be read is acknowledged, so that nobody waits for it, and logged without what it holds. */
const read =
  <S extends z.ZodType>(
    schema: S,
    handle: (parts: Parts, payload: z.infer<S>, ack: Acknowledge) => Promise<void>,
  ): Read =>
  async (parts, body, ack, log) => {
    const payload = schema.safeParse(body);
    if (payload.success) return await handle(parts, payload.data, ack);
    log.warn("slack sent what can't be read", { where: payload.error.issues.map(({ path }) => path.join(".")) });
    await ack();
  };

const COMMAND = read(Command, onCommand);
const INTERACTIONS: Readonly<Record<string, Read>> = {
  block_actions: read(Click, onClick),
  message_action: read(MessageAction, onShortcut),
  view_submission: read(Submission, onSubmission),
};

/**
 * Everything that people do in Slack, each with its one handler. It is one middleware and no listeners: Bolt would run
 * all that match side by side, and leave unacknowledged what none does.
 */
export function listen(app: App, parts: Parts, log: Log): void {
  app.use(async ({ body, context, ...rest }) => {
    const payload: { type?: string; command?: string } = body;
    if (payload.type === "event_callback") return await onEvent(parts, body, context.botUserId);
    const ack = "ack" in rest ? (rest.ack as Acknowledge) : async () => {};
    const handle = payload.command === undefined ? INTERACTIONS[payload.type ?? ""] : COMMAND;
    if (handle) await handle(parts, body, ack, log);
    else await ack();
  });
}

/** Resolves once the event is claimed; a rejection has Slack send it again. */
async function onEvent(parts: Parts, body: unknown, self: string | undefined): Promise<void> {
  const envelope = Envelope.safeParse(body).data;
  const user = envelope && speaker(envelope.event, self);
  if (!envelope || user === undefined) return;
  await parts.desk.track(accepted(parts, envelope, user, self));
}

async function accepted(
  { core, people, working }: Parts,
  envelope: Envelope,
  user: string,
  self: string | undefined,
): Promise<void> {
  const incoming = fromEvent(envelope, await people.of(user), self);
  if (!incoming) return;
  const { event } = envelope;
  if (event.type === "app_mention" || event.type === "message") {
    working.begin(incoming.address, event.ts, chatWords(languageOf(event.text)).working);
  }
  await core.accept(incoming);
}

/** Asks Slack who the token belongs to, and takes requests in. */
export async function connect(app: App, transport: Transport): Promise<void> {
  await app.init();
  transport.receiver.init(acknowledgedLate(app));
  await transport.start();
}
