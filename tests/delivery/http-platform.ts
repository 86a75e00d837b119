import type { Outgoing, Platform } from "../../src/ports/platform.ts";

/** How a platform behaves: whether it knows send keys, whether it can be asked. */
export interface Abilities {
  sameKeyMs: number;
  tells: boolean;
}

/** A platform behind HTTP: what fails before an answer may have arrived. */
export function createHttpPlatform(url: string, { sameKeyMs, tells }: Abilities): Platform {
  const call = async (path: string, { sendKey }: Outgoing, signal: AbortSignal): Promise<{ id?: string }> => {
    const response = await fetch(`${url}/${path}?key=${sendKey}&keys=${sameKeyMs > 0}`, { method: "POST", signal });
    return (await response.json()) as { id?: string };
  };
  return {
    name: "test",
    sameKeyMs,
    async send(message, signal) {
      return (await call("send", message, signal)).id ?? "";
    },
    async wasSent(message, signal) {
      if (!tells) return "unknown";
      const { id } = await call("sent", message, signal);
      return id === undefined ? "no" : { id };
    },
    meaning: () => ({ kind: "uncertain" }),
  };
}
