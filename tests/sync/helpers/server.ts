import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server on this machine whose answers a test sets path by path. */
export interface TestServer {
  url: string;
  /** Path → what it answers; 404 else. */
  answers: Map<string, Answer>;
  /** Paths in the order in which they were asked for. */
  asked: string[];
  /** The headers of the last request. */
  last: IncomingMessage["headers"];
  close(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    out.asked.push(path);
    out.last = request.headers;
    const answer = out.answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const out: TestServer = {
    url: `http://127.0.0.1:${port}`,
    answers: new Map(),
    asked: [],
    last: {},
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return out;
}

/** Answers with a body, and with 304 to whoever has it by its mark. */
export function body(text: string, etag?: string): Answer {
  return (request, response) => {
    if (etag !== undefined && request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "application/json", ...(etag && { etag }) }).end(text);
  };
}
