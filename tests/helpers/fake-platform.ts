import type { Failure, Outgoing, Platform } from "../../src/ports/platform.ts";

/** What happens to one try: `lost` and `hangs` post the message and lose the answer, with an error or without a word. */
export type Fate = "ok" | "lost" | "hangs" | "never came" | "dropped" | "refused" | { retryAfterMs: number };

export interface FakePlatform extends Platform {
  /** What people see, in order. */
  readonly posted: { channel: string; key: string; id: string }[];
  /** Every call: when, which, for which key. */
  readonly calls: { at: number; call: "send" | "wasSent"; key: string }[];
  /** Of the next tries; after the last of them all goes well. */
  readonly fates: Fate[];
}

interface Options {
  now: () => Date;
  sameKeyMs?: number;
  /** Whether it can be asked what went out. */
  tells?: boolean;
}

/** A platform that posts a message each time it is sent, save where it knows keys and the last one is young. */
export function createFakePlatform({ now, sameKeyMs = 0, tells = false }: Options): FakePlatform {
  const posted: (FakePlatform["posted"][number] & { at: number })[] = [];
  const calls: FakePlatform["calls"] = [];
  const fates: Fate[] = [];
  const post = ({ address, sendKey }: Outgoing): string => {
    const at = now().getTime();
    const same = posted.find(({ key, at: then }) => key === sendKey && at < then + sameKeyMs);
    if (same) return same.id;
    const id = `m${posted.length + 1}`;
    posted.push({ channel: address.channel, key: sendKey, id, at });
    return id;
  };
  const note = (call: "send" | "wasSent", key: string) => calls.push({ at: now().getTime(), call, key });
  return {
    name: "test",
    sameKeyMs,
    posted,
    calls,
    fates,
    async send(message, signal) {
      note("send", message.sendKey);
      const fate = fates.shift() ?? "ok";
      const arrives = fate === "ok" || fate === "lost" || fate === "hangs";
      const id = arrives ? post(message) : "";
      if (fate === "ok") return id;
      if (fate === "hangs" || fate === "never came")
        return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
      throw fate;
    },
    async wasSent({ sendKey }) {
      note("wasSent", sendKey);
      if (!tells) return "unknown";
      const found = posted.find(({ key }) => key === sendKey);
      return found ? { id: found.id } : "no";
    },
    meaning(error): Failure {
      const fate = error as Fate;
      if (fate === "refused") return { kind: "refused", why: "channel_is_archived", gone: true };
      if (fate === "dropped") return { kind: "not_sent" };
      return typeof fate === "object" ? { kind: "not_sent", ...fate } : { kind: "uncertain" };
    },
  };
}
