import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver, type Logger, type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Clock } from "../../src/ports/clock.ts";
import { socketOptions } from "./client-options.ts";

export const EVENTS_PATH = "/slack/events";

const SECOND = 1000;
/** Slack's rule for old timestamps, kept for those of the future too, which Bolt accepts. */
const SKEW_S = 5 * 60;
const BODY_LIMIT = 1024 * 1024;
const UNAUTHORIZED = 401;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;
const BAD_REQUEST = 400;
const TOO_LARGE = 413;
const UNAVAILABLE = 503;

/** How requests of Slack come in, and stop coming. */
export interface Transport {
  name: "socket" | "http";
  receiver: Receiver;
  /** Serves `/slack/events`, for the transport that needs it. */
  handle?: (request: IncomingMessage, response: ServerResponse) => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Signed requests to the one HTTP server of the process. */
export function httpTransport(signingSecret: string, logger: Logger, clock: Clock): Transport {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger, bodyLimit: BODY_LIMIT });
  let open = false;
  const refuse = (response: ServerResponse, status: number): void => {
    response.writeHead(status, { connection: "close" });
    response.end();
  };
  return {
    name: "http",
    receiver,
    handle(request, response) {
      if (!open) return refuse(response, UNAVAILABLE);
      if (request.method !== "POST") return refuse(response, METHOD_NOT_ALLOWED);
      if (isFuture(request, clock)) return refuse(response, UNAUTHORIZED);
      void bodyOf(request).then(
        (body) => {
          if (body === undefined) return refuse(response, TOO_LARGE);
          if (!isRecord(request, body)) return refuse(response, BAD_REQUEST);
          // Bolt takes a body that was read before it.
          Object.assign(request, { rawBody: body });
          try {
            receiver.requestListener(request, response);
          } catch {
            refuse(response, NOT_FOUND);
          }
        },
        () => response.destroy(),
      );
    },
    start: async () => {
      open = true;
    },
    stop: async () => {
      open = false;
    },
  };
}

/** The whole body, or undefined where it is too long. Rejects where the sender goes away. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const JSON_TYPE = /^application\/json\b/;

/** Bolt reads fields of whatever JSON says, and `null` has none: that would end the process. */
function isRecord({ headers }: IncomingMessage, body: Buffer): boolean {
  if (!JSON_TYPE.test(headers["content-type"] ?? "")) return true;
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

function isFuture({ headers }: IncomingMessage, clock: Clock): boolean {
  const timestamp = Number(headers["x-slack-request-timestamp"]);
  return timestamp > clock.now().getTime() / SECOND + SKEW_S;
}

/** How long a start waits for the first connection; after that it goes on trying while the rest of the bot works. */
const START_MS = 10_000;

/**
 * Socket Mode over two connections: Slack closes one every few hours, and its client then takes five seconds to come
 * back, in which the other one serves.
 */
export function socketTransport(appToken: string, apiUrl: string | undefined, logger: Logger, clock: Clock): Transport {
  const sockets = [1, 2].map(
    () =>
      new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions: socketOptions(apiUrl, logger) } }),
  );
  const receiver: Receiver = {
    init: (app) => {
      for (const socket of sockets) socket.init(app);
    },
    start: () => Promise.all(sockets.map((socket) => socket.start())),
    stop: () => Promise.all(sockets.map(({ client }) => client.disconnect())),
  };
  return {
    name: "socket",
    receiver,
    start: async () => {
      const started = Promise.all(sockets.map((socket) => connected(socket, logger)));
      await Promise.race([started, new Promise<void>((resolve) => clock.after(START_MS, resolve))]);
    },
    stop: async () => {
      await Promise.all(sockets.map(({ client }) => client.disconnect()));
    },
  };
}

/** The first connection's failure is the caller's; later ones are the guard's. */
async function connected({ client }: SocketModeReceiver, logger: Logger): Promise<void> {
  await client.start();
  guardRestarts(client, logger);
}

/** A connection that does not come back is logged; the client would let it crash the process. */
export function guardRestarts(
  client: Pick<SocketModeReceiver["client"], "start">,
  logger: Pick<Logger, "error">,
): void {
  const start = client.start.bind(client);
  client.start = async () => {
    try {
      return await start();
    } catch (error) {
      logger.error("Socket Mode gave up", error);
      return {} as Awaited<ReturnType<typeof start>>;
    }
  };
}

type Process = Pick<Parameters<Receiver["init"]>[0], "processEvent">;

/**
 * Bolt acknowledges an event before anybody looked at it, so that one is lost with a crash. Here it is acknowledged
 * once it is safely claimed, and not at all where that failed: Slack then sends it again.
 */
export function acknowledgedLate(app: Process): Parameters<Receiver["init"]>[0] {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    if (event.body.type !== "event_callback") return await app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  };
  return { processEvent } as Parameters<Receiver["init"]>[0];
}
