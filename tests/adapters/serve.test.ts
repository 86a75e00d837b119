import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Connector } from "../../adapters/connector.ts";
import { startHttp } from "../../adapters/http.ts";
import { serve } from "../../adapters/serve.ts";
import { startLine } from "../../adapters/start-line.ts";
import { systemClock } from "../../src/lib/system-clock.ts";
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

const started = (connectors: Connector[], world = createWorld()) =>
  serve({ connectors, core: world.core, http: HERE, log: NO_LOG, clock: systemClock });

describe("the HTTP server", () => {
  it("serves the routes of the platforms, its health, and nothing else", async () => {
    const serving = await started([connector("a", { routes: [hello] }), connector("b")]);
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

  it("is not opened where no platform needs one", async () => {
    const serving = await started([connector("a")]);
    expect(serving.port).toBeUndefined();
    await serving.stop(1000);
  });

  it("on a port that is taken says which, and what to do", async () => {
    const one = await startHttp(HERE, []);
    await expect(startHttp({ ...HERE, port: one.port }, [])).rejects.toThrow(
      `cannot listen on 127.0.0.1:${one.port} (set HOST and PORT`,
    );
    await one.stop(0);
  });

  it("closes what hangs once the deadline is over", async () => {
    const server = await startHttp(HERE, [{ path: "/events", handle: () => {} }]);
    const socket = connect(server.port, HERE.host);
    socket.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "connect");
    const closed = once(socket, "close");
    await server.stop(20);
    await closed;
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
