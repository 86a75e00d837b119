import type { Clock } from "../../src/ports/clock.ts";

/** A token is renewed this long before Feishu stops taking it. */
const EARLY_MS = 180_000;

export interface Tokens {
  /** A token that is good for at least a few minutes; everybody who asks at once waits for the same request. */
  get(): Promise<string>;
  /** Feishu refused this token: the next `get` asks for another, unless that has happened already. */
  refused(token: string): void;
}

/**
 * The tenant's access token. The SDK's own manager sends a request for each call that finds none, so this stands in
 * its place.
 */
export function createTokens(clock: Clock, request: () => Promise<{ token: string; expiresInMs: number }>): Tokens {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      const { token, expiresInMs } = await request();
      held = { token, until: clock.now().getTime() + expiresInMs - EARLY_MS };
      return token;
    } finally {
      asking = undefined;
    }
  };
  return {
    get() {
      if (held && held.until > clock.now().getTime()) return Promise.resolve(held.token);
      asking ??= ask();
      return asking;
    },
    refused(token) {
      if (held?.token === token) held = undefined;
    },
  };
}
