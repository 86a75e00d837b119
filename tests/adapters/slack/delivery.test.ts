import { describe, expect, it } from "vitest";
import { createLadder } from "../../../adapters/slack/ladder.ts";
import { createTestClock } from "../../helpers/test-clock.ts";
import { button, eventually, typesOf, withRig } from "./rig.ts";

const RANKING = "gpt-4o price history";

describe("a refused block", () => {
  it("takes the message one rung down, once each, and is remembered for the workspace", () =>
    withRig({}, async ({ fake, send }) => {
      fake.state.lacking.add("data_visualization");
      await send.mention(RANKING).sent;
      const first = await eventually(() => fake.state.seen("C1")[0]);
      expect(typesOf(first)).toContain("data_table");
      expect(typesOf(first)).not.toContain("data_visualization");
      await send.mention(RANKING).sent;
      await eventually(() => fake.state.seen("C1")[1]);
      expect(fake.callsOf("chat.postMessage")).toHaveLength(3);
      fake.state.lacking.add("data_table");
      await send.mention(RANKING).sent;
      const third = await eventually(() => fake.state.seen("C1")[2]);
      expect(typesOf(third)).toEqual(expect.arrayContaining(["section", "context", "actions"]));
      expect(third.text).toContain("2024-11-15");
    }));

  it("of any kind leaves the text, which is complete", () =>
    withRig({}, async ({ fake, send, logged }) => {
      for (const type of ["data_visualization", "data_table", "section", "context", "actions"])
        fake.state.lacking.add(type);
      await send.mention(RANKING).sent;
      const posted = await eventually(() => fake.state.seen("C1")[0]);
      expect(posted.blocks).toBeUndefined();
      expect(posted.text).toContain("$2.5");
      expect(logged.find(({ event }) => event === "slack refused blocks")?.details.refused).toEqual(
        expect.arrayContaining([expect.stringContaining("/blocks/")]),
      );
    }));

  it("behind an acknowledgement steps down within the uses of its address", () =>
    withRig({}, async ({ fake, send, slack }) => {
      fake.state.lacking.add("data_visualization");
      await send.command(RANKING);
      const extra = await eventually(() => fake.state.messages.find(({ via }) => via === "response_url"));
      expect(typesOf(extra)).toContain("data_table");
      fake.state.lacking.add("data_table");
      await send.command(RANKING);
      await slack.stop(1000);
      expect(fake.callsOf("response_url")).toHaveLength(3);
    }));

  it("is forgotten after a day, and plain text is never remembered", () => {
    const clock = createTestClock();
    const ladder = createLadder(clock);
    expect(ladder.down("slack:T1", "chart")).toBe("table");
    expect(ladder.down("slack:T1", "table")).toBe("text");
    expect(ladder.down("slack:T1", "text")).toBe("bare");
    expect(ladder.down("slack:T1", "bare")).toBeUndefined();
    expect(ladder.from("slack:T1")).toBe("text");
    expect(ladder.from("slack:T2")).toBe("chart");
    clock.set(new Date(clock.now().getTime() + 24 * 3600_000));
    expect(ladder.from("slack:T1")).toBe("chart");
  });
});

describe("a trouble with Slack's API", () => {
  it("429 holds the one channel and no other", () =>
    withRig({}, async ({ fake, send }) => {
      fake.fail({ method: "chat.postMessage", channel: "C1", times: 1, kind: "limited", retryAfter: 1 });
      await send.mention("gpt-4o price").sent;
      await eventually(() => fake.callsOf("chat.postMessage")[0]);
      await send.mention("gpt-4o price", { channel: "C2" }).sent;
      await eventually(() => fake.state.seen("C2")[0]);
      expect(fake.state.seen("C1")).toEqual([]);
      await eventually(() => fake.state.seen("C1")[0]);
      expect(fake.state.seen("C1")).toHaveLength(1);
    }));

  it.each(["lost", "broken"] as const)("an uncertain post (%s) comes out once: its metadata tells", (kind) =>
    withRig({}, async ({ fake, send, core, slack }) => {
      fake.fail({ method: "chat.postMessage", times: 1, kind });
      await send.mention("gpt-4o price").sent;
      await eventually(() => fake.callsOf("conversations.replies")[0]);
      await eventually(() => fake.state.seen("C1")[0]);
      await core.idle();
      await slack.stop(500);
      expect(fake.state.seen("C1")).toHaveLength(1);
      expect(fake.callsOf("chat.postMessage")).toHaveLength(kind === "lost" ? 1 : 2);
    }),
  );

  it("an uncertain post is not repeated where the app may not read the channel", () =>
    withRig({}, async ({ fake, send, core }) => {
      fake.state.scopes.delete("channels:history");
      fake.fail({ method: "chat.postMessage", times: 1, kind: "lost" });
      await send.mention("gpt-4o price").sent;
      await eventually(() => fake.callsOf("conversations.replies")[0]);
      await core.idle();
      expect(fake.state.seen("C1")).toHaveLength(1);
      expect(fake.callsOf("chat.postMessage")).toHaveLength(1);
    }));

  it("a channel that it was removed from gets one try, and the operator a line", () =>
    withRig({}, async ({ fake, send, logged }) => {
      fake.state.channels.delete("C1");
      await send.mention("gpt-4o price").sent;
      await eventually(() => logged.find(({ details }) => details.why === "not_in_channel"));
      expect(fake.callsOf("chat.postMessage")).toHaveLength(1);
    }));

  it("an edit that got no answer is repeated: it is harmless", () =>
    withRig({}, async ({ fake, send }) => {
      await send.mention("gpt-4o price").sent;
      const message = await eventually(() => fake.state.seen("C1")[0]);
      fake.fail({ method: "response_url", times: 1, kind: "broken" });
      await send.click(message, button(message, "other_currency"));
      await eventually(() => message.updated);
      expect(fake.callsOf("response_url")).toHaveLength(2);
    }));

  it("a private answer that may have arrived is not repeated", () =>
    withRig({}, async ({ fake, send, slack }) => {
      await send.mention("gpt-4o price").sent;
      const message = await eventually(() => fake.state.seen("C1")[0]);
      fake.fail({ method: "response_url", times: 1, kind: "lost" });
      await send.click(message, button(message, "other_currency"), { user: "U2" });
      await eventually(() => fake.state.privately("U2")[0]);
      await slack.stop(500);
      expect(fake.callsOf("response_url")).toHaveLength(1);
    }));

  it("a response_url is used five times at most", () =>
    withRig({}, async ({ fake, send, slack, logged }) => {
      await send.mention("gpt-4o price").sent;
      const message = await eventually(() => fake.state.seen("C1")[0]);
      fake.fail({ method: "response_url", times: 9, kind: "limited", retryAfter: 0 });
      await send.click(message, button(message, "other_currency"));
      await slack.stop(1000);
      expect(fake.callsOf("response_url")).toHaveLength(5);
      expect(logged.filter(({ event }) => event.includes("response_url"))).toHaveLength(5);
    }));
});
