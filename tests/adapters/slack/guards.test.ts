import { describe, expect, it } from "vitest";
import { boltLog } from "../../../adapters/slack/bolt-log.ts";
import { guardRestarts } from "../../../adapters/slack/receivers.ts";
import { eventually, withRig } from "./rig.ts";

describe("Bolt's habits", () => {
  it("one auth.test a start, none a request", () =>
    withRig({}, async ({ fake, send }) => {
      for (let times = 0; times < 5; times++) await send.command("gpt-4o price");
      expect(fake.callsOf("auth.test")).toHaveLength(1);
    }));

  it("one post over Socket Mode too, whose client would hand its hundred retries to everybody", () =>
    withRig({ transport: "socket" }, async ({ fake, send, core }) => {
      fake.state.scopes.delete("channels:history");
      fake.fail({ method: "chat.postMessage", times: 1, kind: "dropped" });
      await send.mention("gpt-4o price").sent;
      await eventually(() => fake.callsOf("conversations.replies")[0]);
      await core.idle();
      expect(fake.callsOf("chat.postMessage")).toHaveLength(1);
    }));

  it("a connection that does not come back is logged instead of ending the process", async () => {
    const logged: unknown[] = [];
    const client = { start: () => Promise.reject(new Error("invalid_auth")) };
    guardRestarts(client, { error: (...parts: unknown[]) => void logged.push(...parts) });
    await expect(client.start()).resolves.toEqual({});
    expect(logged.map(String)).toEqual(["Socket Mode gave up", "Error: invalid_auth"]);
  });

  it("its remarks that may quote tokens and messages stay out of the log", () => {
    const logged: string[] = [];
    const note = (event: string, details?: object) => void logged.push(event + JSON.stringify(details));
    const logger = boltLog({ info: note, warn: note, error: note });
    logger.debug("xoxb-token");
    logger.info("message text");
    logger.warn("careful");
    expect(logged).toEqual(['bolt{"remark":"careful"}']);
  });

  it("an unsigned check of the connection is answered, and what is smuggled in with it is dropped", () =>
    withRig({}, async ({ fake, send, core }) => {
      const payload = { ...send.commandPayload("gpt-4o price"), ssl_check: "1" };
      const { status } = await send.send("slash_commands", payload, { unsigned: true });
      await core.idle();
      expect(status).toBe(200);
      expect(fake.state.messages).toEqual([]);
    }));

  it("a command of any name is acknowledged: one that no listener matched would time out", () =>
    withRig({}, async ({ send }) => {
      const { status, ms } = await send.sendCommand({
        ...send.commandPayload("gpt-4o price"),
        command: "/llmprice-dev",
      });
      expect(status).toBe(200);
      expect(ms).toBeLessThan(3000);
    }));

  it("conversations are read only after an uncertain post", () =>
    withRig({}, async ({ fake, send }) => {
      await send.mention("gpt-4o price").sent;
      await eventually(() => fake.state.seen("C1")[0]);
      expect(fake.callsOf("conversations.replies")).toEqual([]);
      expect(fake.callsOf("conversations.history")).toEqual([]);
    }));

  it("a slow look-up of the asker does not hold the answer", () =>
    withRig({}, async ({ fake, send }) => {
      fake.fail({ method: "users.info", times: 1, kind: "slow", ms: 1200 });
      const { body, ms } = await send.command("gpt-4o price");
      expect(body?.text).toContain("gpt-4o");
      expect(ms).toBeLessThan(1000);
    }));
});
