import { afterEach, describe, expect, it } from "vitest";
import { ANSWER_WITHIN_MS } from "../../../adapters/feishu/limits.ts";
import { checkCard } from "../../feishu-fake/cards.ts";
import { ASKER, arrival, click, DIRECT, GROUP, message, type Pressed } from "../../feishu-fake/events.ts";
import type { Posted } from "../../feishu-fake/state.ts";
import { buttonsOf, textsOf } from "./read-card.ts";
import { createWorld, until, type World } from "./world.ts";

const SEES = /视觉|看图/;
const OTHER = "ou_other000000000000000000000000";
let world: World;
afterEach(() => world.stop());

interface Ack {
  toast?: { type: string; content: string };
  card?: { type: string; data: unknown };
}

const connect = async (options: Parameters<typeof createWorld>[0] = {}) => {
  world = await createWorld({ transport: "ws", ...options });
};
/** The next message that answers this. */
async function ask(text: string, typed: Partial<Parameters<typeof message>[1]> = {}): Promise<Posted> {
  const before = world.posted.length;
  await world.send(message(world.builder, { text, ...typed }));
  const posted = (await world.shown(before + 1))[before];
  if (!posted) throw new Error("no answer");
  return posted;
}
const valueBehind = (posted: Posted, label: string | RegExp): unknown => {
  const found = buttonsOf(posted.content).find((button) => button.label.match(label));
  if (!found) throw new Error(`no ${label} among ${buttonsOf(posted.content).map((button) => button.label)}`);
  return found.value;
};
const press = (posted: Posted, label: string | RegExp, pressed: Partial<Pressed> = {}, header = {}) =>
  world.send(
    click(
      world.builder,
      { value: valueBehind(posted, label), messageId: posted.id, chat: posted.to, ...pressed },
      header,
    ),
  ) as Promise<Ack>;
const words = (content: unknown) => textsOf(content).join("\n");

describe("a click", () => {
  it("of the asker is answered at once with the changed card, within Feishu's limits", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    const { card } = await press(asked, "只看能看图的");
    expect(card?.type).toBe("raw");
    checkCard(card?.data, JSON.stringify(card).length);
    expect(words(card?.data)).toMatch(SEES);
    expect(world.posted).toHaveLength(1);
  });

  it("again, under another event, leads to the same card; the same event to nothing", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    const first = await press(asked, "只看能看图的", {}, { event_id: "ev_1" });
    expect(await press(asked, "只看能看图的", {}, { event_id: "ev_1" })).toEqual({});
    expect(words((await press(asked, "只看能看图的")).card?.data)).toBe(words(first.card?.data));
  });

  it("on a card in a thread goes on with its conversation", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型", { messageId: "om_root" });
    await press(asked, "只看能看图的");
    const next = await ask("前 2 名", { rootId: "om_root", threadId: "omt_1" });
    expect(words(next.content)).toMatch(SEES);
  });

  it("of somebody else is answered in their own chat, and they are told where", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    const ack = await press(asked, "只看能看图的", { user: OTHER });
    expect(ack).toEqual({ toast: { type: "success", content: expect.stringContaining("单独发给你") } });
    const [, own] = await world.shown(2);
    expect(own).toMatchObject({ to: OTHER });
  });

  it("on a private answer shares it in the group that it came from, once", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型", { messageId: "om_root" });
    await press(asked, "只看能看图的", { user: OTHER });
    const own = (await world.shown(2))[1] as Posted;
    expect(await press(own, "分享", { user: OTHER, chat: "oc_theirs" })).toEqual({});
    const [, , shared] = await world.shown(3);
    expect(shared).toMatchObject({ to: GROUP, root: "om_root" });
    const again = await press(own, "分享", { user: OTHER, chat: "oc_theirs" });
    expect(again).toEqual({ toast: { type: "info", content: expect.any(String) } });
    expect(world.posted).toHaveLength(3);
  });

  it("on a private answer changes it in place", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    await press(asked, "只看能看图的", { user: OTHER });
    const own = (await world.shown(2))[1] as Posted;
    const { card } = await press(own, "换币种", { user: OTHER, chat: "oc_theirs" });
    expect(card?.type).toBe("raw");
    expect(world.posted).toHaveLength(2);
  });

  it("that names a group of its own choice is not believed", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    await press(asked, "只看能看图的", { user: OTHER });
    const own = (await world.shown(2))[1] as Posted;
    const value = valueBehind(own, "分享") as { at: object };
    const forged = { ...value, at: { ...value.at, c: "oc_victim", r: undefined } };
    await press(own, "分享", { value: forged, user: OTHER, chat: DIRECT });
    const posted = await world.shown(3);
    expect(posted.map(({ to }) => to)).not.toContain("oc_victim");
  });

  it.each([
    ["of an older or newer version", { v: 2, b: "x" }],
    ["of nobody", "something"],
    ["with more in it than there should be", { v: 1, b: "x", extra: 1 }],
    ["that is too long", { v: 1, b: "x".repeat(2000) }],
    ["that is nothing", undefined],
  ])("with a value %s is answered politely", async (_, value) => {
    await connect();
    const asked = await ask("gpt-4o");
    expect(await press(asked, /.*/, { value })).toEqual({
      toast: { type: "info", content: expect.stringContaining("读不懂") },
    });
  });

  it("whose core value is broken is answered politely", async () => {
    await connect();
    const asked = await ask("gpt-4o");
    const value = { ...(valueBehind(asked, /.*/) as object), b: "{" };
    expect((await press(asked, /.*/, { value })).toast?.content).toContain("读不懂");
  });

  it("on an old card works after a restart, and says that the prices are today's", async () => {
    await connect();
    const asked = await ask("最便宜的128k模型");
    const old = world;
    await old.stop({ keepFake: true });
    world = await createWorld({ transport: "ws", fake: old.fake });
    world.clock.set("2026-09-17T09:00:00.000Z");
    await world.fake.socket.ready();
    const { card } = await press(asked, "只看能看图的");
    expect(words(card?.data)).toContain("2026-09-15");
  });

  it("on a candidate answers for it", async () => {
    await connect();
    const asked = await ask("claude opus 5", { direct: true });
    const [choice] = buttonsOf(asked.content);
    const { card } = await press(asked, choice?.label ?? "");
    expect(words(card?.data)).toContain("anthropic/");
  });

  it("on an example of a group's greeting is answered in a thread under it", async () => {
    await connect();
    await world.send(arrival(world.builder, "added"));
    const [greeting] = (await world.shown(1)) as [Posted];
    const [example] = buttonsOf(greeting.content);
    await press(greeting, example?.label ?? "");
    expect((await world.shown(2))[1]).toMatchObject({ to: GROUP, root: greeting.id, inThread: true });
    await press(greeting, "计算器");
    expect((await world.shown(3))[2]).toMatchObject({ to: ASKER });
  });

  it("on an example of the greeting is answered as a message of its own", async () => {
    await connect();
    await world.send(arrival(world.builder, "opened", DIRECT));
    const [greeting] = (await world.shown(1)) as [Posted];
    const [example] = buttonsOf(greeting.content);
    await press(greeting, example?.label ?? "");
    expect((await world.shown(2))[1]).toMatchObject({ to: ASKER });
    expect(greeting.changes).toBe(0);
  });
});

describe("a click that takes longer than Feishu waits", () => {
  let go = () => {};
  let asked: Posted;
  /** Presses, and lets time go by until Feishu has its acknowledgement. */
  const pressLate = async (): Promise<Ack> => {
    const gate = new Promise<void>((open) => {
      go = open;
    });
    await connect({
      core: (core) => ({ ...core, respond: (incoming) => gate.then(() => core.respond(incoming)) }),
    });
    asked = await ask("最便宜的128k模型");
    let ack: Ack | undefined;
    void press(asked, "只看能看图的").then((said) => {
      ack = said;
    });
    await until(() => {
      void world.clock.advance(ANSWER_WITHIN_MS);
      return ack !== undefined;
    });
    return ack ?? {};
  };

  it("is acknowledged in time, and the card changes later, once", async () => {
    expect(await pressLate()).toEqual({ toast: { type: "info", content: "正在查…" } });
    expect(asked.changes).toBe(0);
    go();
    await until(() => asked.changes === 1);
    expect(words(asked.content)).toMatch(SEES);
    expect(world.posted).toHaveLength(1);
  });

  it("is tried again when the change is refused for its rate", async () => {
    await pressLate();
    world.fake.trouble({ path: /^PATCH .*messages/, code: 230020, status: 400 });
    go();
    await until(() => world.fake.state.troubles.length === 0);
    await until(() => {
      void world.clock.advance(1000);
      return asked.changes === 1;
    });
    expect(words(asked.content)).toMatch(SEES);
  });

  it("is given up when the card is refused, and said in the log", async () => {
    await pressLate();
    world.fake.trouble({ path: /^PATCH .*messages/, code: 230002, status: 400 });
    go();
    await until(() => world.logged.some(({ event }) => event === "feishu_click_not_answered"));
    expect(asked.changes).toBe(0);
  });
});

describe("a form", () => {
  const open = async (): Promise<Posted> => {
    await connect();
    const home = await ask("帮助", { direct: true });
    const before = world.posted.length;
    const value = { v: 1, f: "calculator" };
    await world.send(click(world.builder, { value, messageId: home.id, chat: DIRECT }));
    return (await world.shown(before + 1))[before] as Posted;
  };

  it("opens in the person's own chat with fields, hints and a button", async () => {
    const form = await open();
    expect(form.to).toBe(ASKER);
    const text = JSON.stringify(form.content);
    for (const tag of ["form", "input", "select_static"]) expect(text).toContain(`"tag":"${tag}"`);
    expect(buttonsOf(form.content).map(({ label }) => label)).toEqual(["计算"]);
  });

  it("that is filled in well turns into its answer", async () => {
    const form = await open();
    const formValue = { model: "gpt-4o", input: "2000", output: "500", requests: "10", per: "day", currency: "" };
    const { card } = await press(form, "计算", { formValue });
    expect(words(card?.data)).toContain("gpt-4o");
    expect(words(card?.data)).toContain("$");
  });

  it("with faults stays as it is, and says what to do", async () => {
    const form = await open();
    const formValue = { model: "", input: "lots", output: "" };
    const { toast, card } = await press(form, "计算", { formValue });
    expect(card).toBeUndefined();
    expect(toast?.type).toBe("error");
    expect(toast?.content.length).toBeGreaterThan(5);
  });

  it("of settings is kept, and the next answer shows it", async () => {
    await connect();
    const asked = await ask("gpt-4o", { direct: true });
    const value = { v: 1, f: "settings" };
    await world.send(click(world.builder, { value, messageId: asked.id, chat: DIRECT }));
    const form = (await world.shown(2))[1] as Posted;
    const { card } = await press(form, "保存", { formValue: { currency: "CNY" }, chat: DIRECT });
    expect(words(card?.data)).toContain("人民币");
    expect(words((await ask("gpt-4o", { direct: true })).content)).toContain("¥");
  });
});
