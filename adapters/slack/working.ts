import type { webApi } from "@slack/bolt";
import type { Clock } from "../../src/ports/clock.ts";
import type { Address } from "../../src/ports/core.ts";

/** As for commands: long before anybody gives up. */
const WORKING_MS = 1500;
const REMEMBERED = 1000;

/** Shows that the bot is at work on a mention or a direct message, should it ever take that long. */
export interface Working {
  /** A question came; `ts` is its message. */
  begin(address: Address, ts: string, status: string): void;
  /** Something is on its way to this conversation: Slack takes the status away by itself. */
  end(address: Address): void;
}

export function createWorking(client: webApi.WebClient, clock: Clock): Working {
  /** Messages may come again long after they were answered. */
  const seen = new Set<string>();
  const pending = new Map<string, () => void>();
  const keyOf = ({ channel, thread }: Address): string => `${channel} ${thread ?? ""}`;
  const end = (address: Address): void => {
    pending.get(keyOf(address))?.();
    pending.delete(keyOf(address));
  };
  return {
    begin(address, ts, status) {
      const message = `${address.channel} ${ts}`;
      if (seen.has(message)) return;
      seen.add(message);
      for (const oldest of seen) {
        if (seen.size <= REMEMBERED) break;
        seen.delete(oldest);
      }
      end(address);
      const show = async (): Promise<void> => {
        pending.delete(keyOf(address));
        const at = { channel_id: address.channel, thread_ts: address.thread ?? ts };
        // A status is an extra: a workspace that has none loses nothing.
        await client.assistant.threads.setStatus({ ...at, status }).catch(() => {});
      };
      pending.set(
        keyOf(address),
        clock.after(WORKING_MS, () => void show()),
      );
    },
    end,
  };
}
