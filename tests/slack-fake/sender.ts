import { setTimeout as wait } from "node:timers/promises";
import { refusedMessage, refusedView } from "./limits.ts";
import { type FakeSlack, SIGNING_SECRET } from "./server.ts";
import { signed } from "./signature.ts";
import type { Posted } from "./state.ts";

/** Section 1, "Ack rules": after three seconds the person sees a timeout. */
const PATIENCE_MS = 3000;
const FORM = "application/x-www-form-urlencoded";

export interface Acknowledged {
  status: number;
  body: Record<string, unknown> | undefined;
  ms: number;
}

export interface Headers {
  secret?: string;
  /** Seconds by which the timestamp is off. */
  skew?: number;
  unsigned?: boolean;
  retry?: number;
}

interface Place {
  user?: string;
  channel?: string;
}

/** What people do in the fake workspace, sent as Slack sends it: signed requests, or envelopes where no URL is given. */
export class Sender {
  readonly #fake: FakeSlack;
  readonly #url: string | undefined;

  constructor(fake: FakeSlack, url?: string) {
    this.#fake = fake;
    this.#url = url;
  }

  /** `/llmprice TEXT`. */
  async command(text: string, { user = "U1", channel = "C1" }: Place = {}): Promise<Acknowledged> {
    return await this.sendCommand(this.commandPayload(text, { user, channel }));
  }

  commandPayload(text: string, { user = "U1", channel = "C1" }: Place = {}): Record<string, string> {
    const url = this.#fake.urls.open({ channel, user, since: this.#fake.now() });
    return {
      ...{ command: "/llmprice", text, user_id: user, user_name: "someone", team_id: "T1", team_domain: "fake" },
      ...{ channel_id: channel, channel_name: "general", api_app_id: "A1", is_enterprise_install: "false" },
      ...{ trigger_id: this.trigger(), response_url: this.#fake.urlOf(url) },
    };
  }

  /** Shows the acknowledgement as Slack would: in silence where its blocks are refused. */
  async sendCommand(payload: Record<string, string>, headers?: Headers): Promise<Acknowledged> {
    const answer = await this.send("slash_commands", payload, headers);
    this.#show(answer.body, payload);
    return answer;
  }

  #show(body: Record<string, unknown> | undefined, payload: Record<string, string>): void {
    if (!body || Object.keys(body).length === 0) return;
    const refused = refusedMessage(body);
    if (refused) this.#fake.state.refusals.push({ method: "ack", ...refused });
    else {
      this.#fake.state.messages.push({
        channel: payload.channel_id ?? "",
        ts: this.#fake.state.nextTs(),
        text: String(body.text),
        ...(body.blocks !== undefined && { blocks: body.blocks as NonNullable<Posted["blocks"]> }),
        ...(body.response_type !== "in_channel" && { onlyFor: payload.user_id ?? "" }),
        via: "ack",
      });
    }
  }

  eventPayload(event: Record<string, unknown>, id = this.#fake.state.nextId("Ev")): Record<string, unknown> {
    return { type: "event_callback", team_id: "T1", api_app_id: "A1", event_id: id, event_time: 1, event };
  }

  async event(event: Record<string, unknown>, id?: string, headers?: Headers): Promise<Acknowledged> {
    return await this.send("events_api", this.eventPayload(event, id), headers);
  }

  mention(text: string, { user = "U1", channel = "C1", ...more }: Place & Record<string, unknown> = {}) {
    const event = {
      type: "app_mention",
      user,
      channel,
      text: `<@UBOT> ${text}`,
      ts: this.#fake.state.nextTs(),
      ...more,
    };
    return { event, sent: this.event(event) };
  }

  direct(text: string, { user = "U1", channel = "D1", ...more }: Place & Record<string, unknown> = {}) {
    const event = { type: "message", channel_type: "im", user, channel, text, ts: this.#fake.state.nextTs(), ...more };
    return { event, sent: this.event(event) };
  }

  /** A click on a button of a message that stands in the fake. */
  async click(message: Posted, button: Record<string, unknown>, { user = "U1" }: Place = {}): Promise<Acknowledged> {
    return await this.send("interactive", this.clickPayload(message, button, { user }));
  }

  clickPayload(message: Posted, button: Record<string, unknown>, { user = "U1" }: Place = {}): Record<string, unknown> {
    const { channel, ts, thread_ts, onlyFor } = message;
    const url = this.#fake.urls.open({ channel, user, original: ts, since: this.#fake.now() });
    const ephemeral = onlyFor !== undefined;
    return {
      ...this.#interaction("block_actions", user),
      response_url: this.#fake.urlOf(url),
      channel: { id: channel, name: "general" },
      container: {
        type: "message",
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral,
        ...(thread_ts && { thread_ts }),
      },
      // Section 1 knows no message of an ephemeral one.
      ...(!ephemeral && { message: { ts, ...(thread_ts && { thread_ts }) } }),
      actions: [{ type: "button", block_id: "b", action_ts: ts, ...button }],
    };
  }

  /** A click in App Home, which is no message. */
  async clickHome(button: Record<string, unknown>, { user = "U1" }: Place = {}): Promise<Acknowledged> {
    const actions = [{ type: "button", block_id: "b", action_ts: "1", ...button }];
    const container = { type: "view", view_id: "VHOME" };
    return await this.send("interactive", {
      ...this.#interaction("block_actions", user),
      container,
      view: { id: "VHOME" },
      actions,
    });
  }

  async submit(view: Record<string, unknown>, values: Record<string, unknown>, { user = "U1" }: Place = {}) {
    const state = {
      values: Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, { value: { type: "plain_text_input", value } }]),
      ),
    };
    const payload = { ...this.#interaction("view_submission", user), view: { ...view, state, hash: "h" } };
    const answer = await this.send("interactive", payload);
    const refused = answer.body?.response_action === "update" && refusedView(answer.body.view);
    if (refused) this.#fake.state.refusals.push({ method: "ack view", ...refused });
    return answer;
  }

  async shortcut(text: string, { user = "U1", channel = "C1" }: Place = {}): Promise<Acknowledged> {
    const url = this.#fake.urls.open({ channel, user, since: this.#fake.now() });
    return await this.send("interactive", {
      ...this.#interaction("message_action", user),
      callback_id: "count",
      response_url: this.#fake.urlOf(url),
      channel: { id: channel },
      message: { ts: this.#fake.state.nextTs(), text, user: "U9" },
      message_ts: "1",
    });
  }

  trigger(): string {
    const id = this.#fake.state.nextId("trigger.");
    this.#fake.state.triggers.set(id, this.#fake.now());
    return id;
  }

  #interaction(type: string, user: string): Record<string, unknown> {
    return {
      type,
      user: { id: user, team_id: "T1" },
      team: { id: "T1" },
      api_app_id: "A1",
      trigger_id: this.trigger(),
    };
  }

  async send(
    kind: "events_api" | "slash_commands" | "interactive",
    payload: object,
    headers: Headers = {},
  ): Promise<Acknowledged> {
    const since = performance.now();
    if (this.#url === undefined) {
      const body = await Promise.race([
        this.#fake.sockets.send(kind, payload),
        wait(PATIENCE_MS, "timeout", { ref: false }),
      ]);
      const status = body === "timeout" ? 408 : 200;
      return {
        status,
        body: status === 200 ? (body as Acknowledged["body"]) : undefined,
        ms: performance.now() - since,
      };
    }
    const { status, text } = await post(this.#url, kind, payload, headers);
    return { status, body: text.startsWith("{") ? JSON.parse(text) : undefined, ms: performance.now() - since };
  }
}

/** Section 1, "Signature": the content type stands alone, without a character set. */
async function post(url: string, kind: string, payload: object, headers: Headers) {
  const form = kind !== "events_api";
  const body = form ? formOf(kind, payload) : JSON.stringify(payload);
  const seconds = Math.floor(Date.now() / 1000) + (headers.skew ?? 0);
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": form ? FORM : "application/json",
      ...(!headers.unsigned && signed(headers.secret ?? SIGNING_SECRET, body, seconds)),
      ...(headers.retry !== undefined && {
        "x-slack-retry-num": String(headers.retry),
        "x-slack-retry-reason": "http_timeout",
      }),
    },
    signal: AbortSignal.timeout(PATIENCE_MS + 1000),
  });
  return { status: response.status, text: await response.text() };
}

const formOf = (kind: string, payload: object): string =>
  new URLSearchParams(
    kind === "interactive" ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
  ).toString();
