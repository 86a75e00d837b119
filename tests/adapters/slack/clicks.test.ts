import { describe, expect, it } from "vitest";
import type { Posted } from "../../slack-fake/state.ts";
import { button, buttonsOf, eventually, type Rig, withRig } from "./rig.ts";

/** An answer in a thread of C1, to U1. */
async function answered({ fake, send }: Rig, text = "gpt-4o price"): Promise<Posted> {
  const before = fake.state.seen("C1").length;
  await send.mention(text).sent;
  return await eventually(() => fake.state.seen("C1")[before]);
}

describe("a button under an answer", () => {
  it("edits the message when the asker clicks, with no call of the Web API", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      expect(message.text).toContain("$");
      await rig.send.click(message, button(message, "other_currency"));
      await eventually(() => message.updated);
      expect(message.text).toContain("¥");
      expect(rig.fake.callsOf("chat.update")).toEqual([]);
      expect(rig.fake.state.seen("C1")).toHaveLength(1);
    }));

  it("gives anybody else a private answer in the thread, and leaves the message", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      const text = message.text;
      await rig.send.click(message, button(message, "other_currency"), { user: "U2" });
      const [mine] = await eventually(
        () => rig.fake.state.privately("U2").length > 0 && rig.fake.state.privately("U2"),
      );
      expect(mine).toMatchObject({ thread_ts: message.thread_ts, text: expect.stringContaining("¥") });
      expect(message).toMatchObject({ text });
    }));

  it("is harmless when it is clicked again", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      const target = button(message, "other_currency");
      await rig.send.click(message, target);
      await eventually(() => message.updated === 1);
      const text = message.text;
      await rig.send.click(message, target);
      await eventually(() => message.updated === 2);
      expect(message.text).toBe(text);
    }));

  it("works after a restart", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      await rig.stop();
      rig.memory.clear();
      await rig.start();
      await rig.send.click(message, button(message, "other_currency"));
      await eventually(() => message.updated);
      expect(message.text).toContain("¥");
    }));

  it("on an old message shows today's prices and says so", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      const target = button(message, "other_currency");
      const old = { ...target, value: target.value.replace(/"day":"[^"]+"/, '"day":"2026-01-05"') };
      await rig.send.click(message, old);
      await eventually(() => message.updated);
      expect(message.text).toContain("2026-01-05");
    }));

  it("that nobody can read gets a polite private line", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig);
      await rig.send.click(message, { action_id: "click:0:x", value: "<!channel>" });
      const [told] = await eventually(
        () => rig.fake.state.privately("U1").length > 0 && rig.fake.state.privately("U1"),
      );
      expect(told?.text).toContain("cannot read that button");
    }));
});

describe("the buttons under a ranking", () => {
  it("are five at most; the last one opens the rest, for the one who clicks", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig, "cheapest 128k model");
      const seen = buttonsOf(message);
      expect(seen).toHaveLength(5);
      await rig.send.click(message, button(message, "more"));
      const [rest] = await eventually(
        () => rig.fake.state.privately("U1").length > 0 && rig.fake.state.privately("U1"),
      );
      const all = [...seen.slice(0, 4), ...buttonsOf(rest!)].map(({ action_id }) => action_id.split(":")[2]);
      expect(all).toEqual(
        expect.arrayContaining(["more_rows", "with_vision", "with_tools", "compare_top", "other_currency"]),
      );
      expect(new Set(all).size).toBe(all.length);
      await rig.send.click(rest!, button(rest!, buttonsOf(rest!)[0]!.action_id));
      await eventually(() => rest!.updated);
      expect(rig.fake.state.refusals).toEqual([]);
    }));

  it("do not order what the table orders itself", () =>
    withRig({}, async (rig) => {
      const message = await answered(rig, "cheapest openai models");
      const table = message.blocks?.find(({ type }) => type === "data_table");
      expect(JSON.stringify(table)).toContain("raw_number");
      const codes = buttonsOf(message)
        .map(({ action_id }) => action_id)
        .join();
      expect(codes).not.toMatch(/by_input|by_output/);
      rig.fake.state.lacking.add("data_table");
      const plain = await answered(rig, "cheapest openai models");
      expect(
        buttonsOf(plain)
          .map(({ action_id }) => action_id)
          .join(),
      ).toMatch(/by_input/);
    }));
});
