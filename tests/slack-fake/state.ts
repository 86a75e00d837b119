/** What the fake workspace holds, and what it is told to do wrong. */

export interface Posted {
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
  blocks?: Record<string, unknown>[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  /** Only this person sees it. */
  onlyFor?: string;
  via: "api" | "response_url" | "ack";
  updated?: number;
}

export interface Trouble {
  /** A method of the Web API, `response_url`, or any. */
  method?: string;
  /** Only calls about this channel. */
  channel?: string;
  times: number;
  kind:
    | "limited"
    | "broken"
    /** The connection ends before anything happened. */
    | "dropped"
    /** It happened, and then the connection ends: the caller never knows. */
    | "lost"
    /** Answered after `ms`. */
    | "slow"
    | { error: string };
  ms?: number;
  retryAfter?: number;
}

export interface Call {
  method: string;
  args: Record<string, unknown>;
  token: string;
}

export class State {
  readonly messages: Posted[] = [];
  readonly calls: Call[] = [];
  readonly views = new Map<string, Record<string, unknown>>();
  readonly homes = new Map<string, Record<string, unknown>>();
  readonly prompts = new Map<string, unknown>();
  readonly refusals: { method: string; error: string; errors: string[] }[] = [];
  /** Blocks of these types are refused, as in a workspace that has not got them yet. */
  readonly lacking = new Set<string>();
  readonly scopes = new Set<string>();
  readonly users = new Map<string, { tz?: string; locale?: string; is_admin?: boolean }>();
  /** Channels that the bot is in; direct chats always. */
  readonly channels = new Set<string>(["C1", "C2"]);
  readonly archived = new Set<string>();
  readonly triggers = new Map<string, number>();
  troubles: Trouble[] = [];
  #ts = 1_790_000_000_000_000;
  #ids = 0;

  /** Message ids as Slack writes them: seconds, a point, six digits. */
  nextTs(): string {
    const ts = String(++this.#ts);
    return `${ts.slice(0, -6)}.${ts.slice(-6)}`;
  }

  nextId(prefix: string): string {
    return `${prefix}${++this.#ids}`;
  }

  /** The next thing that goes wrong with a call, if any. */
  trouble(method: string, channel: string | undefined): Trouble | undefined {
    const found = this.troubles.find(
      (trouble) =>
        trouble.times > 0 &&
        (trouble.method === undefined || trouble.method === method) &&
        (trouble.channel === undefined || trouble.channel === channel),
    );
    if (found) found.times--;
    return found;
  }

  /** What everybody in a channel sees. */
  seen(channel: string): Posted[] {
    return this.messages.filter((message) => message.channel === channel && message.onlyFor === undefined);
  }

  privately(user: string): Posted[] {
    return this.messages.filter(({ onlyFor }) => onlyFor === user);
  }
}
