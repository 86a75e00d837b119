import type { Outbox } from "../delivery/outbox.ts";
import { type Admission, createThrottle } from "../delivery/throttle.ts";
import type { Core, Incoming, Reply, Request } from "../ports/core.ts";
import { messagesIn } from "../view/messages/locales.ts";
import { type Ask, type Handler, notice, type Outcome, type Parts } from "./context.ts";
import { conversationOf } from "./conversation.ts";
import { faultOf } from "./fault.ts";
import { createLanes } from "./lanes.ts";
import { spokenIn } from "./languages.ts";
import { click } from "./requests/click.ts";
import { count } from "./requests/count.ts";
import { form } from "./requests/form.ts";
import { greet } from "./requests/greet.ts";
import { home } from "./requests/home.ts";
import { question } from "./requests/question.ts";
import { submit } from "./requests/submit.ts";
import { sendKeyOf } from "./send-key.ts";
import { forAsker, inForce } from "./settings.ts";

const HANDLERS: { [K in Request["kind"]]: Handler<K> } = { question, click, home, form, submit, greet, count };
const SECOND_MS = 1000;
/** What a person asks, and so is limited. */
const LIMITED: readonly Request["kind"][] = ["question", "click", "count"];

/** What somebody looks at right now, and no longer after a restart. */
const OPENED: readonly Request["kind"][] = ["home", "form"];

export interface Service extends Core {
  /** Answers what a crash left unfinished; to be called once the platforms can send. */
  resume(): Promise<void>;
  /** Resolves once everything accepted so far is out or given up. */
  idle(): Promise<void>;
  /** Lets what was accepted go out, at most for `ms`; what is left then is answered by the next process. */
  stop(ms: number): Promise<void>;
}

/** The core over its parts. What it answers is decided by the handlers of the kinds of request, a file each. */
export function createCore(parts: Parts, outbox: Outbox): Service {
  const { store, clock, log, throttle = createThrottle(clock), logTexts = false } = parts;
  const lanes = createLanes();
  const sends = new Set<Promise<void>>();

  const askOf = async (incoming: Incoming): Promise<Ask> => {
    const settings = await inForce(store, incoming);
    const language = forAsker(settings).language ?? spokenIn(incoming.request) ?? incoming.sender.language ?? "en";
    return { incoming, bot: parts.bot(), now: clock.now(), settings, language, parts };
  };

  const handle = async (incoming: Incoming): Promise<Outcome> => {
    const ask = await askOf(incoming);
    if (LIMITED.includes(incoming.request.kind)) {
      const admission = throttle.admit(incoming.address.tenant, incoming.sender.user);
      if (admission.kind !== "yes") return turnedAway(ask, admission);
    }
    const handler = HANDLERS[incoming.request.kind] as Handler<Request["kind"]>;
    return handler(ask, incoming.request);
  };

  /** The reply to a request that is claimed; questions of one conversation are answered in their order. */
  const answer = async (incoming: Incoming): Promise<Reply | null> => {
    const { request, address } = incoming;
    const outcome = await lanes
      .run(JSON.stringify(conversationOf(incoming)), () => handle(incoming))
      .catch((error: unknown) => faultOf(log, incoming, error));
    const text = logTexts && "text" in request ? { text: request.text } : {};
    log.info("answered", { platform: address.platform, request: request.kind, as: outcome?.content.kind, ...text });
    if (!outcome) return null;
    // In a direct chat nobody else is there to be spared.
    const to = incoming.surface === "direct" ? "here" : outcome.to;
    return { replaces: false, ...outcome, to, sendKey: sendKeyOf(incoming) };
  };

  const settle = async ({ address: { tenant }, id, request }: Incoming): Promise<void> => {
    await store.claims
      .done(tenant, id)
      .catch((error: unknown) => log.error("claim not settled", { request: request.kind, error }));
  };

  /** Whether this is the first time that it comes; where that can't be told it is answered. */
  const isFirst = async (incoming: Incoming): Promise<boolean> => {
    try {
      return await store.claims.claim(incoming);
    } catch (error) {
      log.error("not claimed", { request: incoming.request.kind, error });
      return true;
    }
  };

  /** Sends a reply, and settles the request unless a restart is to send it. */
  const send = async (incoming: Incoming, { content, sendKey, to }: Reply): Promise<void> => {
    const { address, sender, request } = incoming;
    const onlyFor = to === "asker" ? { onlyFor: sender.user } : {};
    try {
      const sent = await outbox.send({ address, content, sendKey, ...onlyFor });
      const why = "why" in sent ? sent.why : undefined;
      if (sent.state !== "sent") log.warn("not sent", { platform: address.platform, state: sent.state, why });
      if (sent.state === "sent") await store.claims.sent(address.tenant, incoming.id);
      if (sent.state !== "left") await settle(incoming);
    } catch (error) {
      log.error("not sent", { request: request.kind, platform: address.platform, error });
    }
  };

  /** Answers are handed on one after the other in each channel, so that they stand in the order of their questions. */
  const queue = (incoming: Incoming): void => {
    const { platform, tenant, channel } = incoming.address;
    void lanes.run(JSON.stringify([platform, tenant, channel]), async () => {
      const reply = await answer(incoming);
      if (!reply) return settle(incoming);
      // The channel's queue keeps the order from here on; the next answer need not wait for this one to arrive.
      const sent = send(incoming, reply).finally(() => sends.delete(sent));
      sends.add(sent);
    });
  };

  return {
    async respond(incoming) {
      if (!(await isFirst(incoming))) return null;
      const reply = await answer(incoming);
      if (!reply) await settle(incoming);
      return reply;
    },
    settle,
    async accept(incoming) {
      if (await isFirst(incoming)) queue(incoming);
    },
    async resume() {
      for (const { question, state } of await store.claims.takeOver()) {
        if (question === undefined) continue;
        if (state === "sent" || OPENED.includes(question.request.kind)) await settle(question);
        else queue(question);
      }
    },
    async idle() {
      await lanes.idle();
      await Promise.all(sends);
    },
    async stop(ms) {
      await lanes.idle();
      await outbox.stop(ms);
      await Promise.all(sends);
    },
  };
}

/** Too many questions: said once, privately. */
function turnedAway({ language }: Ask, admission: Exclude<Admission, { kind: "yes" }>): Outcome {
  if (admission.kind === "no") return null;
  const seconds = Math.ceil(admission.waitMs / SECOND_MS);
  return { content: notice(language, messagesIn(language).talk.throttled(seconds)), to: "asker" };
}
