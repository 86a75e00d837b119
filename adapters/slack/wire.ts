import { App, type Logger } from "@slack/bolt";
import type * as z from "zod";
import type { Core } from "../../src/ports/core.ts";
import type { Log } from "../../src/ports/log.ts";
import { callOptions } from "./client-options.ts";
import { onClick, onCommand, onShortcut, onSubmission, type Parts } from "./handlers.ts";
import { fromEvent, speaker } from "./inbound.ts";
import { Click, Command, Envelope, MessageAction, Submission } from "./payloads.ts";
import { acknowledgedLate, type Transport } from "./receivers.ts";

const ANY = /.*/;

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

type Handle<T> = (parts: Parts, payload: T, ack: (body?: object) => Promise<unknown>) => Promise<void>;

/** Everything that people do in Slack, each with its one handler. */
export function listen(app: App, parts: Parts, log: Log): void {
  /** What can't be read is acknowledged, so that nobody waits for it, and logged without what it holds. */
  const read =
    <S extends z.ZodType>(schema: S, handle: Handle<z.infer<S>>) =>
    async ({ body, ack }: { body: unknown; ack: (body?: never) => Promise<unknown> }): Promise<void> => {
      const payload = schema.safeParse(body);
      if (payload.success) return await handle(parts, payload.data, ack as (body?: object) => Promise<unknown>);
      log.warn("slack sent what can't be read", { where: payload.error.issues.map(({ path }) => path.join(".")) });
      await ack();
    };
  app.command(ANY, read(Command, onCommand));
  app.action(ANY, read(Click, onClick));
  app.shortcut(ANY, read(MessageAction, onShortcut));
  app.view(ANY, read(Submission, onSubmission));
  for (const event of ["app_mention", "message", "app_home_opened", "member_joined_channel"]) {
    app.event(event, async ({ body, context }) => await onEvent(parts, body, context.botUserId));
  }
}

/** Resolves once the event is claimed; a rejection has Slack send it again. */
async function onEvent({ core, people, desk }: Parts, body: unknown, self: string | undefined): Promise<void> {
  const envelope = Envelope.safeParse(body).data;
  const user = envelope && speaker(envelope.event, self);
  if (!envelope || user === undefined) return;
  await desk.track(accepted(core, people, envelope, user, self));
}

async function accepted(
  core: Core,
  people: Parts["people"],
  envelope: Envelope,
  user: string,
  self: string | undefined,
): Promise<void> {
  const incoming = fromEvent(envelope, await people.of(user), self);
  if (incoming) await core.accept(incoming);
}

/** Asks Slack who the token belongs to, and takes requests in. */
export async function connect(app: App, transport: Transport): Promise<void> {
  await app.init();
  transport.receiver.init(acknowledgedLate(app));
  await transport.start();
}
