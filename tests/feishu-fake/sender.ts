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

export interface Signed {
  body: string | Buffer;
  headers: Record<string, string>;
}

/** A request as Feishu makes it: encrypted, and signed over the bytes. */
export function signed(event: object, { encryptKey, now }: Signing, forged: Forged = {}): Signed {
  const body = forged.body ?? JSON.stringify({ encrypt: encrypted(JSON.stringify(event), encryptKey) });
  const timestamp = String(forged.timestamp ?? Math.floor(now() / 1000));
  const nonce = randomBytes(8).toString("hex");
  const right = createHash("sha256")
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest("hex");
  const signature = forged.signature === undefined ? right : forged.signature;
  return {
    body,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(signature !== null && {
        "x-lark-request-timestamp": timestamp,
        "x-lark-request-nonce": nonce,
        "x-lark-signature": signature,
      }),
      ...forged.headers,
    },
  };
}

/** Delivers an event to a webhook. */
export async function deliver(
  url: string,
  event: object,
  signing: Signing,
  forged: Forged = {},
): Promise<{ status: number; body: unknown }> {
  const { body, headers } = signed(event, signing, forged);
  const { method = "POST" } = forged;
  const response = await fetch(url, { method, headers, ...(method === "GET" ? {} : { body }) });
  return { status: response.status, body: await response.json() };
}
