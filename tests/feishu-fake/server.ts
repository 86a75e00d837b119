import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, answer } from "./api.ts";
import { APP_ID } from "./limits.ts";
import { type ClientConfig, LongConnection } from "./socket.ts";
import { Refused, State, type Trouble } from "./state.ts";

export interface FakeFeishu {
  url: string;
  state: State;
  socket: LongConnection;
  /** The next call whose path fits meets this. */
  trouble(trouble: Trouble): void;
  close(): Promise<void>;
}

export interface FakeOptions {
  appId: string;
  appSecret: string;
  now?: () => number;
  config?: Partial<ClientConfig>;
}

/** SDK intervals as short as tests need them, in seconds. */
const QUICK: ClientConfig = { PingInterval: 0.05, ReconnectCount: 3, ReconnectInterval: 0.02, ReconnectNonce: 0 };

/** A Feishu on 127.0.0.1: open API, discovery and long connection, with limits of its own. */
export async function startFakeFeishu(options: FakeOptions): Promise<FakeFeishu> {
  const { appId, appSecret, now = Date.now, config = {} } = options;
  if (!APP_ID.test(appId)) throw new TypeError("an app id is cli_ and 16 hex digits");
  const state = new State(now);
  const http = createServer((request, response) => void handle(request, response));
  const socket = new LongConnection(http, { ...QUICK, ...config });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await askedOf(request, { appId, appSecret });
    state.calls.push({ method: asked.method, path: asked.path, body: asked.body, authorization: asked.authorization });
    const at = state.troubles.findIndex(({ path }) => path.test(`${asked.method} ${asked.path}`));
    const [trouble] = at < 0 ? [] : state.troubles.splice(at, 1);
    if (trouble?.breaks) return void request.socket.destroy();
    if (trouble?.delayMs !== undefined) await sleep(trouble.delayMs);
    const { status, body, headers } = reply(asked, trouble);
    if (trouble?.loses) return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(JSON.stringify(body));
  }

  function reply(asked: Asked, trouble: Trouble | undefined) {
    if (trouble?.code !== undefined || trouble?.status !== undefined) {
      const { status = 200, code = 1, message = "trouble", headers = {} } = trouble;
      return { status, body: { code, msg: message }, headers };
    }
    if (asked.path === "/callback/ws/endpoint") {
      const known = asked.body.AppID === appId && asked.body.AppSecret === appSecret;
      return {
        status: 200,
        body: known ? socket.discover(port) : { code: 514, msg: "auth failed", data: {} },
        headers: {},
      };
    }
    try {
      return { status: 200, body: { code: 0, msg: "success", ...answer(state, asked) }, headers: {} };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: error.status, body: { code: error.code, msg: error.message }, headers: error.headers };
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    state,
    socket,
    trouble: (trouble) => void state.troubles.push(trouble),
    async close() {
      socket.close();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
}

async function askedOf(request: IncomingMessage, app: Asked["app"]): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://fake");
  const isJson = (request.headers["content-type"] ?? "").startsWith("application/json");
  return {
    method: request.method ?? "",
    path: pathname,
    query: searchParams,
    body: isJson && bytes.length > 0 ? (JSON.parse(bytes.toString("utf8")) as Record<string, unknown>) : {},
    bytes: bytes.length,
    authorization: request.headers.authorization ?? "",
    app,
  };
}
