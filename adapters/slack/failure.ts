import { webApi } from "@slack/bolt";
import type { Failure } from "../../src/ports/platform.ts";

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi;

const SECOND = 1000;
/** The blocks were refused; the same message in simpler ones may be taken. */
const TOO_RICH = new Set(["invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format"]);
const LIMITED = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
/** Slack's own trouble, which may have come after the message was posted. */
const TROUBLE = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
]);
/** Nothing will ever reach this conversation again. */
const GONE = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "user_not_in_channel",
  "user_not_found",
  "cannot_dm_bot",
  "messages_tab_disabled",
  "restricted_action",
  "account_inactive",
  "token_revoked",
  "team_not_found",
]);
/** The connection never stood, so nothing was sent. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const SERVER_ERROR = 500;

/** What a failed call of Slack's API means for the message that it carried. */
export function meaning(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: "not_sent", retryAfterMs: error.retryAfter * SECOND };
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode >= SERVER_ERROR) return { kind: "uncertain" };
    return { kind: "refused", why: `HTTP ${error.statusCode}`, gone: false };
  }
  if (error instanceof WebAPIRequestError && neverConnected(error)) return { kind: "not_sent" };
  return { kind: "uncertain" };
}

function platformFailure(code: string): Failure {
  if (LIMITED.has(code)) return { kind: "not_sent" };
  if (TROUBLE.has(code)) return { kind: "uncertain" };
  return { kind: "refused", why: code, gone: GONE.has(code) };
}

/** Looks through the causes, as far as they go. */
export function neverConnected(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; depth++) {
    if ("code" in cause && NEVER_CONNECTED.has(String(cause.code))) return true;
    cause = "original" in cause ? cause.original : cause.cause;
  }
  return false;
}

export const tooRich = (code: string): boolean => TOO_RICH.has(code);

/** Which blocks were refused and why, as Slack says it; nothing where the error is of another kind. */
export function refusedBlocks(error: unknown): string[] | undefined {
  if (!(error instanceof WebAPIPlatformError) || !tooRich(error.data.error)) return undefined;
  const { errors } = error.data as { errors?: unknown };
  const said = [errors, error.data.response_metadata?.messages].flat();
  return said.filter((line) => typeof line === "string");
}
