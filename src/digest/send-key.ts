import { createHash } from "node:crypto";

const LENGTH = 40;

/** The same for every try to send what these name together: see `Outgoing.sendKey`. */
export function sendKey(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, LENGTH);
}
