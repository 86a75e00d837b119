import { describe, expect, it } from "vitest";
import { Desk } from "../../../adapters/slack/with-ack.ts";
import type { Core, Reply } from "../../../src/ports/core.ts";
import { createTestClock } from "../../helpers/test-clock.ts";
import { eventually, withRig } from "./rig.ts";

/** A core that waits until it is let go. */
function held() {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const core = (real: Core): Core => ({
    ...real,
    respond: async (incoming): Promise<Reply | null> => {
      await gate;
      return await real.respond(incoming);
    },
  });
  return { core, release };
}

describe("an answer that takes long", () => {
  it("is announced after 1.5 seconds, and takes the announcement's place", () => {
    const { core, release } = held();
    const clock = createTestClock(new Date());
    return withRig({ core, clock }, async ({ fake, send }) => {
      const sent = send.command("gpt-4o 多少钱");
      await eventually(() => clock.waiting() > 1);
      await clock.advance(1499);
      await clock.advance(1);
      expect((await sent).body).toMatchObject({ response_type: "ephemeral", text: "正在查…" });
      release();
      const call = await eventually(() => fake.callsOf("response_url")[0]);
      expect(call).toMatchObject({ replace_original: true, text: expect.stringContaining("gpt-4o") });
    });
  });
});

describe("a mention or a direct message that takes long", () => {
  it("shows that the bot is at work after 1.5 seconds, and nothing of the kind where it does not", () => {
    const clock = createTestClock(new Date());
    const core = (real: Core): Core => ({
      ...real,
      accept: async (incoming) => {
        if (incoming.address.channel !== "D2") await real.accept(incoming);
      },
    });
    return withRig({ core, clock }, async ({ fake, send }) => {
      const first = send.direct("gpt-4o price");
      await first.sent;
      await eventually(() => fake.state.seen("D1")[0]);
      await send.event(first.event);
      const { event, sent } = send.direct("gpt-4o 多少钱", { channel: "D2" });
      await sent;
      await clock.advance(1500);
      const status = await eventually(() => fake.callsOf("assistant.threads.setStatus")[0]);
      expect(status).toMatchObject({ channel_id: "D2", thread_ts: event.ts, status: "正在查…" });
      expect(fake.callsOf("assistant.threads.setStatus")).toHaveLength(1);
    });
  });
});

describe("a fault", () => {
  const broken = (real: Core): Core => ({
    ...real,
    respond: async () => Promise.reject(new Error("xoxb-secret-token")),
  });

  it.each([
    ["gpt-4o price", /Something went wrong here/],
    ["gpt-4o 多少钱", /出了点问题/],
  ])("is said in the asker's language with an incident that the log knows: %s", (text, words) =>
    withRig({ core: broken }, async ({ send, logged }) => {
      const { status, body } = await send.command(text);
      expect(status).toBe(200);
      expect(body?.text).toMatch(words);
      const incident = /[0-9a-f]{8}/.exec(String(body?.text))?.[0];
      expect(logged.filter(({ details }) => details.incident === incident)).toHaveLength(1);
      expect(JSON.stringify(logged)).not.toContain(text);
    }),
  );

  it("behind a click is said privately", () =>
    withRig({ core: broken }, async ({ fake, send }) => {
      await send.mention("gpt-4o price").sent;
      const message = await eventually(() => fake.state.seen("C1")[0]);
      const { status } = await send.click(message, { action_id: "click:0:x", value: "v" });
      expect(status).toBe(200);
      const [told] = await eventually(() => fake.state.privately("U1").length > 0 && fake.state.privately("U1"));
      expect(told?.text).toMatch(/Incident [0-9a-f]{8}/);
    }));

  it("behind a form stands in its place", () =>
    withRig({ core: broken }, async ({ send }) => {
      const view = {
        id: "V1",
        callback_id: "form:calculator",
        private_metadata: "{}",
        title: { text: "Cost calculator" },
      };
      const { body } = await send.submit(view, { model: "x" });
      expect(JSON.stringify(body)).toMatch(/Incident [0-9a-f]{8}/);
    }));

  it("of the acknowledgement itself is logged, and nothing else breaks", async () => {
    const logged: string[] = [];
    const note = (event: string) => void logged.push(event);
    const desk = new Desk(createTestClock(), { info: note, warn: note, error: note });
    await desk.withAck({
      ack: () => Promise.reject(new Error("gone")),
      answer: async () => ({}),
      working: () => undefined,
      faultLater: () => Promise.reject(new Error("gone too")),
    });
    expect(logged).toEqual(["slack adapter failed", "slack adapter failed"]);
  });
});
