import type { Logger } from "@slack/bolt";
import type { Log } from "../../src/ports/log.ts";

/** Bolt's remarks in the operator's log. What it says below a warning may quote tokens and messages, so it is dropped. */
export function boltLog(log: Log): Logger {
  const said = (parts: unknown[]): object => ({ remark: parts.map(remark).join(" ") });
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn("bolt", { ...said(parts) }),
    error: (...parts: unknown[]) => log.error("bolt", { ...said(parts) }),
    setLevel: () => {},
    getLevel: () => "warn" as ReturnType<Logger["getLevel"]>,
    setName: () => {},
  };
}

const remark = (part: unknown): string => (part instanceof Error ? `${part.name}: ${part.message}` : String(part));
