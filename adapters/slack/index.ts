import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../src/ports/clock.ts";
import type { Core } from "../../src/ports/core.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { boltLog } from "./bolt-log.ts";
import { createPlatform } from "./deliver.ts";
import type { Parts } from "./handlers.ts";
import { PLATFORM } from "./inbound.ts";
import { createLadder } from "./ladder.ts";
import { createPeople } from "./people.ts";
import { EVENTS_PATH, httpTransport, socketTransport, type Transport } from "./receivers.ts";
import { createResponder } from "./respond.ts";
import { connect, createApp, listen } from "./wire.ts";
import { Desk } from "./with-ack.ts";
import { createWorking } from "./working.ts";

export interface SlackOptions {
  botToken: string;
  /** Slack's API; its own where nothing else is said. */
  apiUrl?: string;
  transport: { kind: "socket"; appToken: string } | { kind: "http"; signingSecret: string };
}

interface Environment {
  log: Log;
  clock: Clock;
}

export interface Slack {
  name: typeof PLATFORM;
  platform: Platform;
  /** What the process's HTTP server serves for Slack; nothing over Socket Mode. */
  routes: readonly { path: string; handle: (request: IncomingMessage, response: ServerResponse) => void }[];
  /** Rejects where Slack refuses a token. */
  start(core: Core): Promise<void>;
  /** Takes nothing new, and lets what is open finish. @returns how much did not within the deadline */
  stop(deadlineMs: number): Promise<number>;
}

/** llmprice in Slack. Nothing happens before `start`. */
export function createSlack({ botToken, apiUrl, transport: by }: SlackOptions, { log, clock }: Environment): Slack {
  const logger = boltLog(log);
  const transport: Transport =
    by.kind === "socket"
      ? socketTransport(by.appToken, apiUrl, logger, clock)
      : httpTransport(by.signingSecret, logger, clock);
  const app = createApp({ botToken, apiUrl, logger, transport });
  const { client } = app;
  const ladder = createLadder(clock);
  const desk = new Desk(clock, log);
  const working = createWorking(client, clock);
  const parts: Omit<Parts, "core"> = {
    client,
    ladder,
    desk,
    working,
    people: createPeople(client.users, clock),
    pause: (ms) => new Promise((resolve) => clock.after(ms, resolve)),
    respondAt: (url, tenant) => (url === undefined ? undefined : createResponder({ url, tenant, ladder, log, clock })),
  };
  return {
    name: PLATFORM,
    platform: createPlatform({ client, ladder, log, answering: working.end }),
    routes: transport.handle ? [{ path: EVENTS_PATH, handle: transport.handle }] : [],
    async start(core) {
      listen(app, { ...parts, core }, log);
      await connect(app, transport);
      log.info("slack connected", { transport: transport.name });
    },
    async stop(deadlineMs) {
      await transport.stop();
      return await desk.drain(deadlineMs);
    },
  };
}
