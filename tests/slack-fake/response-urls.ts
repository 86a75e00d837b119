import { refusedHere } from "./methods.ts";
import type { Posted, State } from "./state.ts";

/** Section 3, "Slash command": five uses within half an hour. */
const USES = 5;
const LIFE_MS = 30 * 60 * 1000;

interface Target {
  channel: string;
  user: string;
  /** The message that the interaction came from. */
  original?: string;
  since: number;
  uses: number;
}

export interface Answered {
  status: number;
  body: string;
}

/** The addresses that Slack gives with each interaction, for answers without a token or membership. */
export class ResponseUrls {
  readonly #state: State;
  readonly #targets = new Map<string, Target>();

  constructor(state: State) {
    this.#state = state;
  }

  /** @returns the last part of a new address */
  open(target: Omit<Target, "uses">): string {
    const id = this.#state.nextId("R");
    this.#targets.set(id, { ...target, uses: 0 });
    return id;
  }

  usesOf(id: string): number {
    return this.#targets.get(id)?.uses ?? 0;
  }

  post(id: string, body: Record<string, unknown>, now: number): Answered {
    const target = this.#targets.get(id);
    if (!target) return { status: 404, body: "no_such_url" };
    if (now - target.since > LIFE_MS) return { status: 404, body: "expired_url" };
    if (target.uses >= USES) return { status: 404, body: "used_url" };
    target.uses++;
    const refused = refusedHere(body, this.#state);
    if (refused) {
      this.#state.refusals.push({ method: "response_url", ...refused });
      return { status: 400, body: JSON.stringify({ ok: false, error: refused.error, errors: refused.errors }) };
    }
    this.#put(target, body);
    return { status: 200, body: "ok" };
  }

  #put({ channel, user, original }: Target, body: Record<string, unknown>): void {
    const content = {
      text: String(body.text ?? ""),
      ...(body.blocks !== undefined && { blocks: body.blocks as Posted["blocks"] & object }),
    };
    const old = this.#state.messages.find((message) => message.ts === original);
    if (body.replace_original === true && old) {
      delete old.blocks;
      Object.assign(old, content, { updated: (old.updated ?? 0) + 1 });
      return;
    }
    this.#state.messages.push({
      channel,
      ts: this.#state.nextTs(),
      ...content,
      via: "response_url",
      ...(body.thread_ts !== undefined && { thread_ts: String(body.thread_ts) }),
      ...(body.response_type !== "in_channel" && { onlyFor: user }),
    });
  }
}
