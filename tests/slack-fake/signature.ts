import { createHmac } from "node:crypto";

/** Section 1, "Signature": HMAC-SHA256 over `v0:time:body`, in hex behind `v0=`. */
export function signed(secret: string, body: string, seconds: number): Record<string, string> {
  const digest = createHmac("sha256", secret).update(`v0:${seconds}:`).update(body, "utf8").digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${digest}` };
}
