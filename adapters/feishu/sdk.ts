import { createRequire } from "node:module";
import type * as Sdk from "@larksuiteoapi/node-sdk";
import type { Log } from "../../src/ports/log.ts";

export type { Sdk };

/**
 * The platform's SDK, read from the disk only when this is called: it takes some 35 MB. Through `require`, since an
 * import has Node look through all of its six megabytes for names, for another 32 MB.
 */
export const loadSdk = (): typeof Sdk => createRequire(import.meta.url)("@larksuiteoapi/node-sdk");

const LENGTH = 300;
const SECRETS: readonly RegExp[] = [
  /\b[tu]-[\w.-]{8,}/g,
  /\bBearer\s+\S+/gi,
  /(?<=(?:app_?secret|ticket|token|access_key|password)"?\s*[=:]\s*"?)[^"&\s,}]+/gi,
];

/** A text without tokens, tickets and the given secrets, and not longer than a line of a log should be. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret !== "") safe = safe.replaceAll(secret, "***");
  for (const pattern of SECRETS) safe = safe.replace(pattern, "***");
  return safe.length > LENGTH ? `${safe.slice(0, LENGTH)}…` : safe;
}

/**
 * The log as the SDK writes to it. The SDK logs whole requests when they fail, app secret and bearer token included, so
 * only messages pass, redacted, and of an error its message alone.
 */
export function sdkLogger(log: Log, secrets: readonly string[]): Sdk.Logger {
  const said = (parts: unknown[]): string => redact(parts.flat(3).map(worded).join(" "), secrets);
  const silent = () => undefined;
  return {
    error: (...parts) => log.warn("feishu_sdk_error", { message: said(parts) }),
    warn: (...parts) => log.warn("feishu_sdk_warning", { message: said(parts) }),
    info: silent,
    debug: silent,
    trace: silent,
  };
}

function worded(part: unknown): string {
  if (typeof part === "string") return part;
  return part instanceof Error ? part.message : typeof part;
}
