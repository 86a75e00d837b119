import { describe, expect, it } from "vitest";
import { aliveIn } from "../../slack-fake/alive.ts";
import { button, buttonsOf, eventually, type Rig, withRig } from "./rig.ts";

type View = Record<string, unknown>;
const blocksOf = (view: unknown) => (view as { blocks: Record<string, unknown>[] }).blocks;

async function home({ fake, send }: Rig, user = "U1"): Promise<View> {
  await send.event({ type: "app_home_opened", user, channel: "D1", tab: "home" });
  return await eventually(() => fake.state.homes.get(user));
}

async function opened(rig: Rig, form: string): Promise<View> {
  const view = await home(rig);
  await rig.send.clickHome(button({ blocks: blocksOf(view) }, form));
  return await eventually(() => [...rig.fake.state.views.values()].at(-1));
}

describe("App Home", () => {
  it("shows what to try and what is set, in the person's language", () =>
    withRig({}, async (rig) => {
      rig.fake.state.users.set("U7", { locale: "zh-CN", tz: "Asia/Shanghai" });
      expect(JSON.stringify(await home(rig))).toContain("What LLM tokens cost");
      expect(JSON.stringify(await home(rig, "U7"))).toMatch(/\p{Script=Han}/u);
      expect(rig.fake.state.refusals).toEqual([]);
    }));

  it("answers an example in the direct chat, follow-ups included", () =>
    withRig({}, async (rig) => {
      const view = await home(rig);
      await rig.send.clickHome(
        buttonsOf({ blocks: blocksOf(view) }).find(({ action_id }) => action_id.startsWith("click:"))!,
      );
      await eventually(() => rig.fake.state.seen("D1")[0]);
      await rig.send.direct("and in yuan?").sent;
      expect((await eventually(() => rig.fake.state.seen("D1")[1])).text).toContain("¥");
    }));
});

describe("the cost calculator", () => {
  it("opens within the life of a trigger, says faults under their fields, and shows the cost in its place", () =>
    withRig({}, async (rig) => {
      const view = await opened(rig, "calculator");
      expect(view).toMatchObject({ type: "modal", callback_id: "form:calculator" });
      const wrong = await rig.send.submit(view, { model: "", input: "many" });
      expect(wrong.body).toMatchObject({ response_action: "errors", errors: { model: expect.any(String) } });
      const right = await rig.send.submit(view, { model: "gpt-4o", input: "1M", output: "1M", requests: "1" });
      expect(right.body?.response_action).toBe("update");
      expect(JSON.stringify(right.body)).toContain("$12.5");
      expect(aliveIn(right.body?.view as object)).toEqual([]);
      expect(rig.fake.state.refusals).toEqual([]);
    }));

  it("works for a submission after a fault with the same hash", () =>
    withRig({}, async (rig) => {
      const view = await opened(rig, "calculator");
      for (const input of ["x", "y", "1k"]) {
        const { body } = await rig.send.submit(view, { model: "gpt-4o", input });
        expect(body?.response_action).toBe(input === "1k" ? "update" : "errors");
      }
    }));
});

describe("the settings", () => {
  it("are saved, and App Home shows them at once", () =>
    withRig({}, async (rig) => {
      const view = await opened(rig, "settings");
      const before = JSON.stringify(rig.fake.state.homes.get("U1"));
      const { body } = await rig.send.submit(view, { blend: "4:1" });
      expect(body?.response_action).toBe("update");
      const after = await eventually(() => {
        const now = JSON.stringify(rig.fake.state.homes.get("U1"));
        return now !== before && now;
      });
      expect(after).toContain("4:1");
    }));
});

describe("What would this cost?", () => {
  it("counts a message privately, its links and people as they are read", () =>
    withRig({}, async (rig) => {
      const { status } = await rig.send.shortcut("Summarise <https://example.com|this page> for me &amp; my team");
      expect(status).toBe(200);
      const [told] = await eventually(
        () => rig.fake.state.privately("U1").length > 0 && rig.fake.state.privately("U1"),
      );
      expect(told?.text).toMatch(/tokens/);
      expect(told?.text).toMatch(/\b36 characters/);
    }));
});
