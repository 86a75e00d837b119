import type { IncomingMessage, ServerResponse } from "node:http";
import type { Core } from "../src/ports/core.ts";
import type { Platform } from "../src/ports/platform.ts";

/** A path of the process's one HTTP server. */
export interface Route {
  path: string;
  handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/** One chat platform, as it is plugged in. */
export interface Connector {
  readonly name: string;
  readonly platform: Platform;
  /** None where it needs no server. */
  readonly routes: readonly Route[];
  /** Rejects where the platform refuses its credentials. */
  start(core: Core): Promise<void>;
  /** Takes nothing new, and lets what is open finish. @returns how much did not within the deadline. */
  stop(deadlineMs: number): Promise<number>;
}
