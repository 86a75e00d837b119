import type { Clock } from "../../src/ports/clock.ts";
import { SENDS_A_SECOND } from "./limits.ts";

/** More than the second that Feishu counts over: on their way to it messages come closer together. */
const WINDOW_MS = 1_200;
/** Beyond so many chats at once, those that were written to longest ago are forgotten. */
const CHATS_REMEMBERED = 1_000;

/** Waits until a chat may be written to again; those who wait for the same chat are let through in their order. */
export function createPace(clock: Clock): (chat: string, signal: AbortSignal) => Promise<void> {
  /** When each chat was, or will be, written to: the latest times, oldest first. */
  const times = new Map<string, number[]>();
  return async (chat, signal) => {
    const now = clock.now().getTime();
    const before = times.get(chat) ?? [];
    const earliest = (before.at(-SENDS_A_SECOND) ?? Number.NEGATIVE_INFINITY) + WINDOW_MS;
    const at = Math.max(now, earliest);
    times.delete(chat);
    times.set(chat, [...before, at].slice(-SENDS_A_SECOND));
    const [oldest] = times.keys();
    if (times.size > CHATS_REMEMBERED && oldest !== undefined) times.delete(oldest);
    if (at > now) await sleep(clock, at - now, signal);
  };
}

function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener("abort", () => {
      cancel();
      reject(signal.reason);
    });
  });
}
