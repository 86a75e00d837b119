import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { OperatorError } from "../src/lib/errors.ts";
import type { Route } from "./connector.ts";

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const HEALTH = "/healthz";

export interface HttpServer {
  readonly port: number;
  /** Takes no new connection, and closes those that are open once they are idle or the deadline is over. */
  stop(deadlineMs: number): Promise<void>;
}

/** The one HTTP server of the process: what the platforms need, and `/healthz`. @throws OperatorError `port_in_use` */
export async function startHttp(where: { host: string; port: number }, routes: readonly Route[]): Promise<HttpServer> {
  const handlers = new Map(routes.map(({ path, handle }) => [path, handle]));
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const handle = handlers.get(path);
    if (handle) return handle(request, response);
    request.resume();
    response.writeHead(path === HEALTH ? 200 : 404, { "content-type": "text/plain; charset=utf-8" });
    response.end(path === HEALTH ? "ok\n" : "not found\n");
  });
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
    async stop(deadlineMs) {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(late);
    },
  };
}
