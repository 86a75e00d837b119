import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { needsServer, readConfig } from "../../adapters/config.ts";
import type { Connector } from "../../adapters/connector.ts";
import { connectorsOf } from "../../adapters/connectors.ts";
import { HOLD_MS, type HttpServer, startHttp } from "../../adapters/http.ts";
import { serve } from "../../adapters/serve.ts";
import { startLine } from "../../adapters/start-line.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
import type { Clock } from "../../src/ports/clock.ts";
import { createTestClock } from "../helpers/test-clock.ts";
import { createWorld } from "../service/world.ts";

const HERE = { host: "127.0.0.1", port: 0 };
const NO_LOG = { info: () => {}, warn: () => {}, error: () => {} };
const hello = {
  path: "/events",
  handle: (_: unknown, response: { end: (text: string) => void }) => response.end("hello"),
};

function connector(name: string, more: Partial<Connector> = {}): Connector {
  const platform = {
    name,
    sameKeyMs: 0,
    send: async () => "m",
    wasSent: async () => "no" as const,
    meaning: () => ({ kind: "uncertain" as const }),
  };
  return { name, platform, routes: [], start: async () => {}, stop: async () => 0, ...more };
}

const listening = (clock: Clock = systemClock) => startHttp(HERE, clock);
const started = async (connectors: Connector[], world = createWorld(), server?: HttpServer) =>
  serve({ connectors, core: world.core, server, log: NO_LOG, clock: systemClock });

describe("the HTTP server", () => {
  it("serves the routes of the platforms, its health, and nothing else", async () => {
    const serving = await started([connector("a", { routes: [hello] }), connector("b")], undefined, await listening());
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${serving.port}${path}`);
      return [response.status, await response.text()];
    };
    expect(await get("/events?x=1")).toEqual([200, "hello"]);
    expect(await get("/healthz")).toEqual([200, "ok\n"]);
    expect(await get("/constructor")).toEqual([404, "not found\n"]);
    await serving.stop(1000);
    await expect(get("/healthz")).rejects.toThrow("fetch failed");
  });

  const slack = { SLACK_BOT_TOKEN: "b", SLACK_SIGNING_SECRET: "s" };
  const feishu = { FEISHU_APP_ID: "a", FEISHU_APP_SECRET: "s" };
  const webhook = { FEISHU_TRANSPORT: "webhook", FEISHU_ENCRYPT_KEY: "k", FEISHU_VERIFICATION_TOKEN: "v" };
  it.each([
    [false, {}],
    [true, slack],
    [false, { ...slack, SLACK_APP_TOKEN: "a" }],
    [false, feishu],
    [true, { ...feishu, ...webhook }],
    [true, { ...slack, SLACK_APP_TOKEN: "a", ...feishu, ...webhook }],
  ])("is needed (%s) where a platform has a route, as in %j", async (is, env) => {
    const config = readConfig(env);
    const connectors = await connectorsOf(config, { log: NO_LOG, clock: systemClock });
    expect([needsServer(config), connectors.some(({ routes }) => routes.length > 0)]).toEqual([is, is]);
  });

  it("on a port that is taken says which, and what to do", async () => {
    const one = await listening();
    await expect(startHttp({ ...HERE, port: one.port }, systemClock)).rejects.toThrow(
      `cannot listen on 127.0.0.1:${one.port} (set HOST and PORT`,
    );
    await one.stop(0);
  });

  it("closes what hangs once the deadline is over", async () => {
    const server = await listening();
    server.open([{ path: "/events", handle: () => {} }]);
    const socket = connect(server.port, HERE.host);
    socket.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "connect");
    const closed = once(socket, "close");
    await server.stop(20);
    await closed;
  });
});

describe("before the start is over", () => {
  /** What comes in is read only by the route, body and all. */
  const echo = {
    path: "/events",
    handle: (request: IncomingMessage, response: ServerResponse) => void request.pipe(response),
  };
  const post = async (server: HttpServer, path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: "POST", body: "asked early" });
    return [response.status, await response.text()];
  };
  const arrived = (server: HttpServer) => post(server, "/healthz");

  it("requests wait for their route, also while another platform is still connecting", async () => {
    const server = await listening();
    const early = [post(server, "/events"), post(server, "/nowhere")];
    expect(await arrived(server)).toEqual([503, "starting\n"]);
    let connect = () => {};
    const connecting = new Promise<void>((resolve) => {
      connect = resolve;
    });
    const slow = connector("slow", { start: () => connecting });
    const serving = started([connector("quick", { routes: [echo] }), slow], undefined, server);
    expect(await early[0]).toEqual([200, "asked early"]);
    expect(await arrived(server)).toEqual([503, "starting\n"]);
    connect();
    expect(await early[1]).toEqual([404, "not found\n"]);
    await (await serving).stop(1000);
  });

  it("they wait no longer than a platform would", async () => {
    const clock = createTestClock("2026-09-15T09:00:00.000Z");
    const server = await listening(clock);
    const early = post(server, "/events");
    while (clock.waiting() === 0) await arrived(server);
    await clock.advance(HOLD_MS);
    expect(await early).toEqual([503, "starting\n"]);
    server.open([echo]);
    expect(await post(server, "/events")).toEqual([200, "asked early"]);
    await server.stop(0);
  });

  it("one that its sender gave up is forgotten", async () => {
    const clock = createTestClock("2026-09-15T09:00:00.000Z");
    const server = await listening(clock);
    const socket = connect(server.port, HERE.host);
    socket.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    while (clock.waiting() === 0) await arrived(server);
    socket.destroy();
    while (clock.waiting() > 0) await arrived(server);
    const handled: string[] = [];
    server.open([{ path: "/events", handle: () => void handled.push("handled") }]);
    expect(handled).toEqual([]);
    await server.stop(0);
  });
});

describe("serving", () => {
  it("goes on with the others where one platform refuses its token", async () => {
    const bad = connector("bad", { start: () => Promise.reject(new Error("invalid_auth")) });
    const serving = await started([bad, connector("good")]);
    expect(serving.connected).toEqual(["good"]);
    expect([...serving.failed]).toEqual([["bad", "invalid_auth"]]);
    await serving.stop(0);
  });

  it("stops the platforms first, then lets out what was accepted", async () => {
    const order: string[] = [];
    const world = createWorld({ send: async () => String(order.push("sent")) });
    const one = world.incoming({ kind: "question", text: "gpt-4o" }, { thread: "1" });
    const stop = async () => {
      await world.core.accept(one);
      order.push("platform stopped");
      return 0;
    };
    const serving = await started([connector("test", { stop })], world);
    await serving.stop(1000);
    expect(order).toEqual(["platform stopped", "sent"]);
    expect(await world.store.claims.get("t1", one.id)).toMatchObject({ state: "done" });
  });
});

describe("the start line", () => {
  const ready = { kind: "ready", how: "Socket Mode", options: {} as never } as const;
  const off = { kind: "off", missing: "THIS and THAT" } as const;
  it.each([
    [
      { slack: off, feishu: off },
      undefined,
      "connected to this terminal; Slack is not set up: set THIS and THAT; Feishu is not set up: set THIS and THAT",
    ],
    [
      { slack: ready, feishu: off },
      { failed: new Map(), port: 3000 },
      "connected to Slack (Socket Mode); listening on port 3000; Feishu is not set up: set THIS and THAT",
    ],
    [
      { slack: ready, feishu: { kind: "faulty", faults: ["X is missing"] } as const },
      { failed: new Map() },
      "connected to Slack (Socket Mode); Feishu is not connected: X is missing",
    ],
    [
      { slack: ready, feishu: ready },
      { failed: new Map([["slack", "invalid_auth"]]) },
      "connected to Feishu (Socket Mode); Slack is not connected: invalid_auth",
    ],
  ])("of %j says what is connected and what is missing", (config, serving, line) => {
    expect(startLine(config, serving)).toBe(`llmprice: ${line}.`);
  });
});
