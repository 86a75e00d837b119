import { describe, expect, it } from "vitest";
import { eventually, type Rig, startRig, withRig } from "./rig.ts";

const settled = async (rig: Rig) => {
  await rig.core.idle();
  await rig.slack.stop(1000);
};

describe("who is answered", () => {
  it("a mention, in its thread", () =>
    withRig({}, async ({ fake, send }) => {
      const { event, sent } = send.mention("gpt-4o price");
      expect((await sent).status).toBe(200);
      const posted = await eventually(() => fake.state.seen("C1")[0]);
      expect(posted.thread_ts).toBe(event.ts);
      expect(posted.metadata?.event_type).toBe("llmprice_answer");
      expect(fake.callsOf("chat.postMessage")[0]).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
    }));

  it("a mention inside a thread, in that thread, follow-ups included", () =>
    withRig({}, async ({ fake, send }) => {
      await send.mention("gpt-4o price", { thread_ts: "1.000001" }).sent;
      await send.mention("and in yuan?", { thread_ts: "1.000001" }).sent;
      const second = await eventually(() => fake.state.seen("C1")[1]);
      expect(second.thread_ts).toBe("1.000001");
      expect(second.text).toContain("¥");
    }));

  it("a direct message, follow-ups included, without a mention", () =>
    withRig({}, async ({ fake, send }) => {
      await send.direct("gpt-4o price").sent;
      await eventually(() => fake.state.seen("D1")[0]);
      await send.direct("and in yuan?").sent;
      const second = await eventually(() => fake.state.seen("D1")[1]);
      expect(second.text).toContain("¥");
      expect(second.thread_ts).toBeUndefined();
    }));

  it.each<[string, Record<string, unknown>]>([
    ["a channel message without a mention", { type: "message", channel_type: "channel", user: "U1", channel: "C1" }],
    ["a bot", { type: "message", channel_type: "im", user: "U2", bot_id: "B2", channel: "D1" }],
    ["a bot's mention", { type: "app_mention", user: "U2", bot_id: "B2", channel: "C1" }],
    ["itself", { type: "message", channel_type: "im", user: "UBOT", channel: "D1" }],
    ["an edit", { type: "message", subtype: "message_changed", channel_type: "im", channel: "D1" }],
    ["somebody else's arrival", { type: "member_joined_channel", user: "U5", channel: "C1" }],
  ])("not %s", (_, event) =>
    withRig({}, async (rig) => {
      const { status } = await rig.send.event({ text: "gpt-4o price", ts: "1.1", ...event });
      expect(status).toBe(200);
      await settled(rig);
      expect(rig.fake.state.messages).toEqual([]);
    }),
  );

  it("greets a channel that it was added to, once", () =>
    withRig({}, async (rig) => {
      for (let time = 0; time < 2; time++) {
        await rig.send.event({ type: "member_joined_channel", user: "UBOT", channel: "C1" });
      }
      await eventually(() => rig.fake.state.seen("C1")[0]);
      await settled(rig);
      expect(rig.fake.state.seen("C1")).toHaveLength(1);
    }));
});

describe("one answer a question", () => {
  it("whatever is delivered again: the same event, the same message under another id, a mention beside a message", () =>
    withRig({}, async (rig) => {
      const { fake, send } = rig;
      const ts = fake.state.nextTs();
      const mention = { type: "app_mention", user: "U1", channel: "C1", text: "<@UBOT> gpt-4o price", ts };
      await send.event(mention, "Ev1");
      await send.event(mention, "Ev1", { retry: 1 });
      await send.event(mention, "Ev2", { retry: 1 });
      await send.event({ ...mention, type: "message", channel_type: "channel" }, "Ev3");
      await eventually(() => fake.state.seen("C1")[0]);
      await settled(rig);
      expect(fake.state.seen("C1")).toHaveLength(1);
    }));

  it("when a command or a click comes twice", () =>
    withRig({}, async (rig) => {
      const { fake, send } = rig;
      const payload = send.commandPayload("gpt-4o price");
      expect((await send.sendCommand(payload)).body?.text).toContain("gpt-4o");
      expect(await send.sendCommand(payload)).toMatchObject({ status: 200, body: undefined });
      const [shown] = fake.state.messages;
      const target = (shown!.blocks ?? [])
        .flatMap((block) => (block.elements ?? []) as Record<string, unknown>[])
        .find(({ action_id }) => String(action_id).includes("other_currency"));
      const click = send.clickPayload(shown!, target!);
      await send.send("interactive", click);
      await eventually(() => shown!.updated);
      expect(await send.send("interactive", click)).toMatchObject({ status: 200 });
      await settled(rig);
      expect(shown!.updated).toBe(1);
    }));

  it("across a restart", async () => {
    const rig = await startRig();
    const { fake } = rig;
    const event = {
      type: "app_mention",
      user: "U1",
      channel: "C1",
      text: "<@UBOT> gpt-4o price",
      ts: fake.state.nextTs(),
    };
    const command = rig.send.commandPayload("gpt-4o price");
    await rig.send.event(event, "Ev1");
    await rig.send.sendCommand(command);
    await eventually(() => fake.state.seen("C1")[0]);
    await rig.stop();
    await rig.start();
    await rig.send.event(event, "Ev1", { retry: 2 });
    expect(await rig.send.sendCommand(command)).toMatchObject({ status: 200, body: undefined });
    await settled(rig);
    expect(fake.state.seen("C1")).toHaveLength(1);
    await rig.stop();
    await fake.stop();
  });
});

describe("agent view", () => {
  it("greets once in the messages tab, with prompts to start from", () =>
    withRig({}, async (rig) => {
      const opened = { type: "app_home_opened", user: "U1", channel: "D1", tab: "messages" };
      await rig.send.event(opened);
      await rig.send.event(opened);
      await eventually(() => rig.fake.state.prompts.get("D1"));
      expect(rig.fake.state.prompts.get("D1")).toHaveLength(4);
      await settled(rig);
      expect(rig.fake.state.seen("D1")).toHaveLength(1);
    }));
});
