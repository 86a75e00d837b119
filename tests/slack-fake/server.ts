import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { METHODS, no } from "./methods.ts";
import { ResponseUrls } from "./response-urls.ts";
import { SocketMode } from "./socket-mode.ts";
import { State, type Trouble } from "./state.ts";

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
export const BOT_TOKEN = "xoxb-fake-bot";
export const APP_TOKEN = "xapp-fake-app";
/** All that the manifest asks for. */
const SCOPES = [
  ...["commands", "chat:write", "app_mentions:read", "im:history", "im:read", "im:write", "assistant:write"],
  ...["users:read", "channels:read", "groups:read", "channels:history", "groups:history"],
];

/** Slack on 127.0.0.1: Web API, response URLs and Socket Mode over one port. */
export class FakeSlack {
  readonly state = new State();
  readonly urls = new ResponseUrls(this.state);
  readonly sockets = new SocketMode();
  readonly #server: Server;
  /** The fake's clock, for what expires. */
  now: () => number = Date.now;

  constructor() {
    for (const scope of SCOPES) this.state.scopes.add(scope);
    this.#server = createServer(
      (request, response) => void this.#serve(request, response).catch(() => response.destroy()),
    );
    this.#server.on("upgrade", (request, socket, head) => this.sockets.upgrade(request, socket, head));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.sockets.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `http://${this.origin}/api/`;
  }

  urlOf(id: string): string {
    return `http://${this.origin}/respond/${id}`;
  }

  /** What is to go wrong next. */
  fail(...troubles: Trouble[]): void {
    this.state.troubles.push(...troubles);
  }

  callsOf(method: string): Record<string, unknown>[] {
    return this.state.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { pathname } = new URL(request.url ?? "/", "http://fake");
    const [, kind, name = ""] = pathname.split("/");
    const args = parsed(body, request.headers["content-type"] ?? "");
    const method = kind === "respond" ? "response_url" : name;
    const token = (request.headers.authorization ?? "").replace("Bearer ", "") || String(args.token ?? "");
    this.state.calls.push({ method, args, token });
    const trouble = this.state.trouble(method, args.channel as string | undefined);
    if (trouble?.kind === "dropped") return void response.destroy();
    if (trouble?.kind === "slow") await wait(trouble.ms ?? 100);
    if (trouble?.kind === "limited") {
      response.writeHead(429, { "retry-after": String(trouble.retryAfter ?? 1) });
      return void response.end(JSON.stringify(no("ratelimited")));
    }
    if (trouble?.kind === "broken") return void response.writeHead(500).end("oops");
    const answer =
      typeof trouble?.kind === "object" ? json(no(trouble.kind.error)) : this.#answer(kind, name, args, token);
    if (trouble?.kind === "lost") return void response.destroy();
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body);
  }

  #answer(kind: string | undefined, name: string, args: Record<string, unknown>, token: string) {
    if (kind === "respond") return this.urls.post(name, args, this.now());
    if (name === "apps.connections.open") {
      if (token !== APP_TOKEN) return json(no("invalid_auth"));
      return json({ ok: true, url: `ws://${this.origin}/socket` });
    }
    const method = METHODS[name];
    if (!method) return json(no("unknown_method"));
    if (token !== BOT_TOKEN) return json(no("invalid_auth"));
    if (method.scope !== undefined && !this.state.scopes.has(method.scope)) {
      return json(no("missing_scope", { needed: method.scope }));
    }
    return json(method.run(args, this.state, this.now()));
  }
}

const json = (answer: object) => ({ status: 200, body: JSON.stringify(answer) });

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** The SDK sends forms whose structured fields are JSON; response URLs get JSON. */
function parsed(body: string, type: string): Record<string, unknown> {
  if (type.includes("json")) return JSON.parse(body || "{}");
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}
