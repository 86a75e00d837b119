import { createHash } from "node:crypto";
import type { Incoming } from "../ports/core.ts";

const LENGTH = 40;

/** The same for every try to answer a request, whenever and by whichever process: see `Reply.sendKey`. */
export function sendKeyOf({ address: { tenant }, id }: Incoming): string {
  return createHash("sha256")
    .update(JSON.stringify([tenant, id]))
    .digest("base64url")
    .slice(0, LENGTH);
}
