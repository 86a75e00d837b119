import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { OperatorError } from "../src/lib/errors.ts";
import type { Clock } from "../src/ports/clock.ts";
import type { Route } from "./connector.ts";

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How long a request waits for the start; platforms have given up by then, and send events again. */
export const HOLD_MS = 10_000;
const HEALTH = "/healthz";

export interface HttpServer {
  readonly port: number;
  /** Serves these from now on; requests that waited for them go on. */
  open(routes: readonly Route[]): void;
  /** Everything is open: `/healthz` says so, and what is at no route is not found. */
  ready(): void;
  /** Takes no new connection, and closes those that are open once they are idle or the deadline is over. */
  stop(deadlineMs: number): Promise<void>;
}

/**
 * The one HTTP server of the process: what the platforms need, and `/healthz`. It listens before there is anything to
 * answer with; until then a request is held, for a while, and its body is left unread.
 * @throws OperatorError `port_in_use`
 */
export async function startHttp(where: { host: string; port: number }, clock: Clock): Promise<HttpServer> {
  const handlers = new Map<string, Route["handle"]>();
  const held = new Set<{ path: string; go: () => void }>();
  let isReady = false;

  const hold = (path: string, request: IncomingMessage, response: ServerResponse): void => {
    const leave = () => {
      held.delete(one);
      callOff();
    };
    const one = {
      path,
      go() {
        leave();
        answer(request, response);
      },
    };
    const callOff = clock.after(HOLD_MS, () => {
      held.delete(one);
      say(request, response, 503, "starting");
    });
    held.add(one);
    response.once("close", leave);
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const handle = handlers.get(path);
    if (handle) handle(request, response);
    else if (path === HEALTH) say(request, response, isReady ? 200 : 503, isReady ? "ok" : "starting");
    else if (isReady) say(request, response, 404, "not found");
    else hold(path, request, response);
  };
  const release = () => {
    for (const one of [...held]) if (isReady || handlers.has(one.path)) one.go();
  };

  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, answer);
  try {
    server.listen(where.port, where.host);
    await once(server, "listening");
  } catch (error) {
    throw new OperatorError(
      "port_in_use",
      `cannot listen on ${where.host}:${where.port}`,
      "set HOST and PORT to an address of this machine that is free",
      error,
    );
  }
  return {
    port: (server.address() as AddressInfo).port,
    open(routes) {
      for (const { path, handle } of routes) handlers.set(path, handle);
      release();
    },
    ready() {
      isReady = true;
      release();
    },
    async stop(deadlineMs) {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(late);
    },
  };
}

function say(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  request.resume();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
