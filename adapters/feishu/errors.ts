import type { Failure } from "../../src/ports/platform.ts";

/** A call that failed, without the request that it was: requests hold tokens. */
export class FeishuError extends Error {
  override readonly name = "FeishuError";
  /** Feishu's own code; absent where no answer came. */
  readonly code: number | undefined;
  /** HTTP status; absent where no answer came. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** Nothing can have reached Feishu. */
  readonly unsent: boolean;

  constructor(message: string, of: { code?: number; status?: number; retryAfterMs?: number; unsent?: boolean } = {}) {
    super(message);
    this.code = of.code;
    this.status = of.status;
    this.retryAfterMs = of.retryAfterMs;
    this.unsent = of.unsent ?? false;
  }
}

const codes = (...list: number[]): ReadonlySet<number> => new Set(list);
const TOO_MANY = codes(99991400, 230020, 11232);
export const TOKEN_REFUSED = codes(99991663, 99991664, 99991668, 99991671, 99991677);
/** This group has no threads, or this message can't begin one. */
export const NO_THREADS = codes(230071, 230072, 230019);
/** The card was refused, not the message: too big, too many elements or tables, malformed, or no cards from outside. */
export const CARD_REFUSED = codes(230099, 230025, 300305, 230054, 200621, 11310);
/** The message to answer was recalled or deleted. */
const RECALLED = codes(230011, 231003, 230110);
const STILL_SENDING = 230049;
/** The bot left the chat, is switched off, out of the person's reach, or blocked. */
const GONE = codes(230002, 230006, 230013, 230053);
const SCOPE_MISSING = 99991672;

const TOO_MANY_STATUS = 429;
const SERVER_FAULT = 500;

/** What a failed call means for the message that it should have sent. */
export function meaning(error: unknown): Failure {
  if (!(error instanceof FeishuError)) return { kind: "uncertain" };
  const { code, status, retryAfterMs, unsent, message } = error;
  if (unsent) return { kind: "not_sent" };
  if (status === TOO_MANY_STATUS || (code !== undefined && TOO_MANY.has(code))) {
    return { kind: "not_sent", ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (code === undefined || code === STILL_SENDING || (status ?? 0) >= SERVER_FAULT) return { kind: "uncertain" };
  if (RECALLED.has(code)) return { kind: "refused", why: `the question was recalled (${code})`, gone: false };
  return {
    kind: "refused",
    why: code === SCOPE_MISSING ? `a scope is missing: ${message}` : message,
    gone: GONE.has(code),
  };
}
