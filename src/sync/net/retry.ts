import type { Clock } from "../../ports/clock.ts";
import { Fault } from "./fault.ts";
import { fetchOnce, type Got, type Wanted } from "./fetch.ts";
import type { Limits } from "./limits.ts";

export interface Network {
  clock: Clock;
  limits: Limits;
  /** From 0 to 1, so that many bots don't come at the same moment. */
  random(): number;
}

/**
 * Fetches, and tries again what may pass, with a growing pause. `check` refuses bodies that are not what they should
 * be; a body that was cut short is such a one, so it is tried again.
 * @throws Fault of the last try
 */
export async function fetchChecked<T>(
  wanted: Wanted,
  check: (text: string) => T,
  network: Network,
): Promise<"unchanged" | { got: Exclude<Got, "unchanged">; value: T }> {
  const { limits, clock } = network;
  for (let tried = 1; ; tried += 1) {
    try {
      const got = await fetchOnce(wanted, limits, clock);
      return got === "unchanged" ? got : { got, value: check(got.text) };
    } catch (error) {
      const pause = error instanceof Fault && error.passing ? pauseAfter(tried, error, network) : undefined;
      if (tried >= limits.tries || pause === undefined) throw error;
      await new Promise<void>((resolve) => clock.after(pause, resolve));
    }
  }
}

/** Undefined where the server asks for a longer pause than anybody waits. */
function pauseAfter(tried: number, { retryAfterMs }: Fault, { limits, random }: Network): number | undefined {
  const own = limits.backOffMs * 2 ** (tried - 1) * (1 + random() / 2);
  const pause = Math.max(own, retryAfterMs ?? 0);
  return pause <= limits.longestPauseMs ? pause : undefined;
}
