import { createCipheriv, createHash, randomBytes } from "node:crypto";

export interface Signing {
  encryptKey: string;
  now: () => number;
}

/** Changes to a request that a forger would make. */
export interface Forged {
  signature?: string | null;
  /** Seconds. */
  timestamp?: number | string;
  body?: string | Buffer;
  headers?: Record<string, string>;
  method?: string;
}

/** AES-256-CBC under the key's hash, its IV in front (1.2). */
export function encrypted(text: string, encryptKey: string): string {
  const key = createHash("sha256").update(encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64");
}

/** Delivers an event to a webhook as Feishu does: encrypted, and signed over the bytes. */
export async function deliver(
  url: string,
  event: object,
  { encryptKey, now }: Signing,
  forged: Forged = {},
): Promise<{ status: number; body: unknown }> {
  const body = forged.body ?? JSON.stringify({ encrypt: encrypted(JSON.stringify(event), encryptKey) });
  const timestamp = String(forged.timestamp ?? Math.floor(now() / 1000));
  const nonce = randomBytes(8).toString("hex");
  const right = createHash("sha256")
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest("hex");
  const signature = forged.signature === undefined ? right : forged.signature;
  const response = await fetch(url, {
    method: forged.method ?? "POST",
    ...(forged.method === "GET" ? {} : { body }),
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(signature !== null && {
        "x-lark-request-timestamp": timestamp,
        "x-lark-request-nonce": nonce,
        "x-lark-signature": signature,
      }),
      ...forged.headers,
    },
  });
  return { status: response.status, body: await response.json() };
}
