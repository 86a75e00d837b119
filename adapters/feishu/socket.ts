import type { Clock } from "../../src/ports/clock.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Sdk } from "./sdk.ts";

/** A ping without an answer for so long means that the line is dead; without it the SDK never notices. */
const PING_TIMEOUT_SECONDS = 30;
const HANDSHAKE_TIMEOUT_MS = 15_000;
/** The SDK gives up for good on some refusals, and when the server's number of tries is used up. */
const WATCH_EVERY_MS = 60_000;

export interface SocketOptions {
  appId: string;
  appSecret: string;
  domain: string | Sdk.Domain;
  logger: Sdk.Logger;
  dispatcher: Sdk.EventDispatcher;
  log: Log;
  clock: Clock;
  /** Shorter in tests. */
  pingTimeoutSeconds?: number;
}

export interface Socket {
  start(): Promise<void>;
  stop(): void;
}

/** Why Feishu refused a long connection, by its code, and what to do. */
const HINTS: Record<string, string> = {
  1: "Feishu is busy; tried again in a minute",
  403: "this app may not use a long connection: set FEISHU_TRANSPORT=webhook (Lark, and apps that are not self-built, have no long connection)",
  514: "check FEISHU_APP_ID, FEISHU_APP_SECRET and FEISHU_DOMAIN",
  1000040350: "this app has too many connections: every laptop with its secret holds one, and takes messages away",
};
const REFUSED = /code=(\d+)/;
const OTHERWISE = "if Feishu refuses long connections for this app, set FEISHU_TRANSPORT=webhook";

/** The long connection, watched: when the SDK gives up it is started again. */
export function createSocket(sdk: typeof Sdk, options: SocketOptions): Socket {
  const { appId, appSecret, domain, logger, dispatcher, log, clock } = options;
  const failed = ({ message }: Error) => {
    const [, code = ""] = REFUSED.exec(message) ?? [];
    log.error("feishu_disconnected", { why: message, hint: HINTS[code] ?? OTHERWISE });
  };
  const client = new sdk.WSClient({
    appId,
    appSecret,
    domain,
    logger,
    handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
    wsConfig: { pingTimeout: options.pingTimeoutSeconds ?? PING_TIMEOUT_SECONDS },
    onReady: () => log.info("feishu_connected", { transport: "ws" }),
    onReconnecting: () => log.warn("feishu_reconnecting"),
    onReconnected: () => log.info("feishu_reconnected"),
    onError: failed,
  });
  takeCardFrames(client);

  let unwatch = () => {};
  const watch = () => {
    unwatch = clock.after(WATCH_EVERY_MS, () => {
      if (client.getConnectionStatus().state === "failed") void connect();
      watch();
    });
  };
  const connect = () => client.start({ eventDispatcher: dispatcher });
  return {
    start() {
      watch();
      return connect();
    },
    stop() {
      unwatch();
      client.close({ force: true });
    },
  };
}

interface Frame {
  headers: { key: string; value: string }[];
}
interface Receiver {
  handleEventData?: (frame: Frame) => Promise<void>;
}

/**
 * Clicks have been reported to come in frames of type `card`, which the SDK drops without an acknowledgement: they are
 * handed to it as the events that they are.
 */
function takeCardFrames(client: object): void {
  const receiver = client as Receiver;
  const handle = receiver.handleEventData?.bind(client);
  if (!handle) return;
  receiver.handleEventData = (frame) => {
    const headers = frame.headers.map((header) =>
      header.key === "type" && header.value === "card" ? { ...header, value: "event" } : header,
    );
    return handle({ ...frame, headers });
  };
}
