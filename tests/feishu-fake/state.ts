import { randomUUID } from "node:crypto";
import { PER_SECOND, UUID_MS } from "./limits.ts";

/** A message that stands in the fake. */
export interface Posted {
  id: string;
  /** A chat's or a person's id. */
  to: string;
  /** The message that it answers. */
  root?: string;
  inThread?: boolean;
  type: string;
  content: unknown;
  uuid?: string;
  /** How often it was changed. */
  changes: number;
}

/** What one call, by method and path, is to meet; used up once. */
export interface Trouble {
  path: RegExp;
  status?: number;
  code?: number;
  message?: string;
  headers?: Record<string, string>;
  /** It is done, but nobody hears of it. */
  loses?: boolean;
  /** The line breaks before anything is done. */
  breaks?: boolean;
  /** Answers so late. */
  delayMs?: number;
}

/** A refusal in Feishu's words (5). */
export class Refused extends Error {
  readonly code: number;
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(code: number, message: string, status = 400, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

export class State {
  readonly now: () => number;
  readonly posted: Posted[] = [];
  readonly commands = new Map<string, { command_id: string; command: string; description: unknown }>();
  readonly images: number[] = [];
  readonly calls: { method: string; path: string; body: unknown; authorization: string }[] = [];
  readonly troubles: Trouble[] = [];
  /** Which chat each message of a person stands in. */
  readonly heard = new Map<string, string>();
  readonly recalled = new Set<string>();
  readonly threadless = new Set<string>();
  readonly cardless = new Set<string>();
  readonly scopes = new Set(["application:app_slash_command:read", "application:app_slash_command:write"]);
  onPost: (posted: Posted) => void = () => {};
  tokens: string[] = [];
  tokenRequests = 0;
  readonly #uuids = new Map<string, { id: string; until: number }>();
  readonly #written = new Map<string, number[]>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** 5 a second, of a chat or of one message's changes (5). */
  limit(key: string, code: number): void {
    const times = (this.#written.get(key) ?? []).filter((at) => at > this.now() - 1000);
    if (times.length >= PER_SECOND)
      throw new Refused(code, "trigger rate limit", 429, { "x-ogw-ratelimit-reset": "1" });
    this.#written.set(key, [...times, this.now()]);
  }

  /** Posts, or gives the message that the same `uuid` posted within the hour (5). */
  post(message: Omit<Posted, "id" | "changes">): Posted {
    const { uuid } = message;
    const known = uuid === undefined ? undefined : this.#uuids.get(uuid);
    const before = known && known.until > this.now() ? this.posted.find(({ id }) => id === known.id) : undefined;
    if (before) return before;
    const posted: Posted = { ...message, id: `om_${randomUUID().replaceAll("-", "")}`, changes: 0 };
    this.posted.push(posted);
    this.onPost(posted);
    if (uuid !== undefined) this.#uuids.set(uuid, { id: posted.id, until: this.now() + UUID_MS });
    return posted;
  }
}
