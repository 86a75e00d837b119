import { describe, expect, it } from "vitest";
import { createSlack } from "../../../adapters/slack/index.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Core } from "../../../src/ports/core.ts";
import { FakeSlack } from "../../slack-fake/server.ts";
import { eventually, withRig } from "./rig.ts";

const FIVE_MINUTES = 300;

describe("a request over HTTP", () => {
  it.each([
    ["a bad signature", { secret: "another" }],
    ["no signature", { unsigned: true }],
    ["a timestamp too old", { skew: -FIVE_MINUTES - 5 }],
    ["a timestamp too far ahead", { skew: FIVE_MINUTES + 5 }],
  ])("with %s is refused with 401, and nothing happens", (_, headers) =>
    withRig({}, async ({ fake, send, core }) => {
      const { status, body } = await send.sendCommand(send.commandPayload("gpt-4o price"), headers);
      expect([status, body]).toEqual([401, undefined]);
      const event = { type: "app_mention", user: "U1", channel: "C1", text: "gpt-4o price", ts: "1.1" };
      expect((await send.event(event, "Ev1", headers)).status).toBe(401);
      await core.idle();
      expect(fake.state.messages).toEqual([]);
    }),
  );

  it("whose body is JSON and no object is refused with 400, and the process goes on", () =>
    withRig({}, async ({ send }) => {
      expect((await send.send("events_api", null as unknown as object)).status).toBe(400);
      expect((await send.sendCommand(send.commandPayload("gpt-4o price"))).status).toBe(200);
    }));

  it.each([-FIVE_MINUTES + 5, 0, FIVE_MINUTES - 5])("with a timestamp %i seconds off is served", (skew) =>
    withRig({}, async ({ send }) => {
      expect((await send.sendCommand(send.commandPayload("gpt-4o price"), { skew })).status).toBe(200);
    }),
  );

  it("that is valid and comes again: 200, and nothing happens", () =>
    withRig({}, async ({ fake, send, slack }) => {
      const payload = send.commandPayload("gpt-4o price");
      await send.sendCommand(payload);
      expect(await send.sendCommand(payload)).toMatchObject({ status: 200, body: undefined });
      await slack.stop(500);
      expect(fake.state.messages).toHaveLength(1);
    }));

  it("for another path or method gets no further", () =>
    withRig({}, async ({ url, send }) => {
      expect((await fetch(url)).status).toBe(405);
      expect((await send.command("gpt-4o price")).status).toBe(200);
    }));

  it("that holds no known payload is acknowledged and leaves a line without its content", () =>
    withRig({}, async ({ send, logged }) => {
      const { status } = await send.send("slash_commands", { command: "/llmprice", text: "secret", user_id: "U1" });
      expect(status).toBe(200);
      expect(JSON.stringify(logged)).not.toContain("secret");
      expect(logged.at(-1)?.event).toContain("can't be read");
    }));

  it("answers Slack's check of the address", () =>
    withRig({}, async ({ send }) => {
      const { body } = await send.send("events_api", { type: "url_verification", challenge: "c" });
      expect(body).toEqual({ challenge: "c" });
    }));
});

describe("an event", () => {
  it("is acknowledged only once it is claimed, and comes again where that failed", () => {
    let failures = 1;
    const core = (real: Core): Core => ({
      ...real,
      accept: async (incoming) => {
        if (failures-- > 0) throw new Error("no room on the disk");
        await real.accept(incoming);
      },
    });
    return withRig({ core }, async ({ fake, send }) => {
      const event = { type: "app_mention", user: "U1", channel: "C1", text: "gpt-4o price", ts: "1.1" };
      expect((await send.event(event, "Ev1")).status).toBe(500);
      expect((await send.event(event, "Ev1", { retry: 1 })).status).toBe(200);
      await eventually(() => fake.state.seen("C1")[0]);
    });
  });
});

describe("Socket Mode", () => {
  it("keeps two connections, so that one that Slack takes away leaves no gap", () =>
    withRig({ transport: "socket" }, async ({ fake, send }) => {
      expect(fake.sockets.connections).toBe(2);
      fake.sockets.disconnect(0);
      await eventually(() => fake.sockets.connections === 1);
      expect((await send.command("gpt-4o price")).body?.text).toContain("gpt-4o");
      fake.sockets.cut(0);
    }));

  it("answers an envelope that comes twice once", () =>
    withRig({ transport: "socket" }, async ({ fake, send, core }) => {
      const event = { type: "app_mention", user: "U1", channel: "C1", text: "gpt-4o price", ts: "1.1" };
      const payload = send.eventPayload(event, "Ev1");
      await Promise.all([fake.sockets.send("events_api", payload), fake.sockets.send("events_api", payload)]);
      await eventually(() => fake.state.seen("C1")[0]);
      await core.idle();
      expect(fake.state.seen("C1")).toHaveLength(1);
    }));

  it("opens no port of its own, and closes its sockets", () =>
    withRig({ transport: "socket" }, async ({ fake, slack }) => {
      expect(slack.routes).toEqual([]);
      expect(await slack.stop(1000)).toBe(0);
      await eventually(() => fake.sockets.connections === 0);
    }));
});

describe("a start", () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  it.each([
    ["bot", { botToken: "xoxb-bad", transport: { kind: "http" as const, signingSecret: "s" } }],
    ["app", { botToken: "xoxb-fake-bot", transport: { kind: "socket" as const, appToken: "xapp-bad" } }],
  ])("with a bad %s token is refused, and the process lives on", async (_, options) => {
    const fake = new FakeSlack();
    await fake.start();
    const slack = createSlack({ ...options, apiUrl: fake.apiUrl }, { log, clock: systemClock });
    const core = { respond: async () => null, settle: async () => {}, accept: async () => {} };
    await expect(slack.start(core)).rejects.toThrow("invalid_auth");
    await slack.stop(100);
    await fake.stop();
  });
});

describe("a stop", () => {
  it("takes nothing new and lets what is open finish", () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const core = (real: Core): Core => ({
      ...real,
      respond: async (incoming) => {
        await held;
        return await real.respond(incoming);
      },
    });
    return withRig({ core }, async ({ send, slack, fake }) => {
      const open = send.command("gpt-4o price");
      await eventually(() => fake.callsOf("users.info")[0]);
      const stopped = slack.stop(1000);
      expect((await send.command("gpt-4o price")).status).toBe(503);
      release();
      expect((await open).body?.text).toContain("gpt-4o");
      expect(await stopped).toBe(0);
    });
  });

  it("waits no longer than its deadline, and says what is left", () =>
    withRig({ core: (real) => ({ ...real, respond: () => new Promise(() => {}) }) }, async ({ send, slack, fake }) => {
      void send.command("gpt-4o price").catch(() => {});
      await eventually(() => fake.callsOf("users.info")[0]);
      await eventually(() => true);
      expect(await slack.stop(50)).toBe(1);
    }));
});
