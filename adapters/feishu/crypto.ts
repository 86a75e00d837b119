import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

const IV_BYTES = 16;

export interface Envelope {
  /** The signature that Feishu puts on a request: over the bytes as they came. */
  signature(timestamp: string, nonce: string, body: Buffer): string;
  /** @throws for anything that was not encrypted with this key. */
  decrypt(encrypted: string): string;
}

export function createEnvelope(encryptKey: string): Envelope {
  const key = createHash("sha256").update(encryptKey).digest();
  return {
    signature: (timestamp, nonce, body) =>
      createHash("sha256")
        .update(timestamp + nonce + encryptKey)
        .update(body)
        .digest("hex"),
    decrypt(encrypted) {
      const bytes = Buffer.from(encrypted, "base64");
      const decipher = createDecipheriv("aes-256-cbc", key, bytes.subarray(0, IV_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES), undefined, "utf8") + decipher.final("utf8");
    },
  };
}

/** Compares in a time that does not depend on where two texts differ. */
export function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
