import { describe, expect, it } from "vitest";
import { contentOf, createWorld, pressed, textOf, viewOf } from "./world.ts";

const MINUTE_MS = 60_000;

describe("a question", () => {
  it("is answered in its language, with follow-ups, to the asker alone where it was a command", async () => {
    const reply = await createWorld().ask("deepseek v4 flash 多少钱");
    expect(reply).toMatchObject({ to: "asker", replaces: false });
    expect(reply?.sendKey.length).toBeLessThanOrEqual(50);
    const { view, buttons } = contentOf(reply, "answer");
    expect(view).toMatchObject({ language: "zh", title: expect.stringContaining("¥1") });
    expect(buttons.map(({ code }) => code)).toEqual(["history", "hosts", "other_currency", "per_1k", "wrong_price"]);
  });

  it("is for everybody in a thread, and carries nothing to share there", async () => {
    const reply = await createWorld().ask("gpt-4o", { thread: "1" });
    expect(reply?.to).toBe("here");
    expect(contentOf(reply, "answer").share).toBeUndefined();
  });

  it("without words is answered with what can be asked, in the asker's language", async () => {
    const view = viewOf(await createWorld().ask("  ", { speaks: "zh" }));
    expect(view).toMatchObject({ language: "zh", choices: { length: 8 } });
  });

  it("that comes again, under any of its ids, is not answered again", async () => {
    const { core, incoming } = createWorld();
    const first = incoming({ kind: "question", text: "gpt-4o" }, { otherIds: ["other"] });
    expect(await core.respond(first)).not.toBeNull();
    await core.settle(first);
    expect(await core.respond(first)).toBeNull();
    expect(await core.respond({ ...first, id: "other" })).toBeNull();
  });
});

describe("a conversation", () => {
  it.each([
    ["a thread, by anybody in it", { thread: "1" }, { thread: "1", user: "bob" }],
    ["one's own commands in a channel", {}, {}],
    ["one's direct chat", { surface: "direct" as const, channel: "d" }, { surface: "direct" as const, channel: "d" }],
  ])("goes on in %s", async (_, first, then) => {
    const { ask } = createWorld();
    await ask("gpt-4o", first);
    expect(viewOf(await ask("and output?", then)).title).toContain("gpt-4o");
  });

  it.each([
    ["another thread", { thread: "1" }, { thread: "2" }],
    ["the channel around it", { thread: "1" }, {}],
    ["somebody else's commands", {}, { user: "bob" }],
    ["another workspace", { thread: "1" }, { thread: "1", tenant: "t2" }],
  ])("does not go on in %s", async (_, first, then) => {
    const { ask } = createWorld();
    await ask("gpt-4o", first);
    expect(viewOf(await ask("and output?", then)).title).not.toContain("gpt-4o");
  });

  it.each([
    ["a thread", { thread: "1" }, 24 * 60],
    ["a command", {}, 30],
  ])("in %s is forgotten in time", async (_, from, minutes) => {
    const { ask, clock } = createWorld();
    await ask("gpt-4o", from);
    await clock.advance((minutes - 1) * MINUTE_MS);
    expect(viewOf(await ask("and output?", from)).title).toContain("gpt-4o");
    await clock.advance(minutes * MINUTE_MS);
    expect(viewOf(await ask("and output?", from)).title).not.toContain("gpt-4o");
  });

  it("is not ended by thanks or a command", async () => {
    const { ask } = createWorld();
    await ask("gpt-4o", { thread: "1" });
    await ask("thank you", { thread: "1" });
    await ask("settings", { thread: "1" });
    expect(viewOf(await ask("and output?", { thread: "1" })).title).toContain("gpt-4o");
  });

  it.each(["2", "第二个", "the second one"])("takes %s as the choice that was offered", async (words) => {
    const { ask } = createWorld();
    const offered = contentOf(await ask("gpt-9 price"), "answer").choices;
    expect(offered.length).toBeGreaterThan(1);
    expect(viewOf(await ask(words)).title).toContain(offered[1]?.label.split("/")[1] ?? "");
  });

  it("offers the same choices to click", async () => {
    const { ask, click } = createWorld();
    const asked = await ask("gpt-9 price");
    const reply = await click(pressed(asked, "choice"));
    expect(viewOf(reply).title).toContain(contentOf(asked, "answer").choices[0]?.label.split("/")[1] ?? "");
  });
});

describe("too many questions", () => {
  it("are turned away with one private line a minute, each person for themselves", async () => {
    const { ask, clock } = createWorld();
    for (let i = 0; i < 20; i += 1) expect((await ask("gpt-4o", { thread: "1" }))?.content.kind).toBe("answer");
    const turned = await ask("gpt-4o", { thread: "1" });
    expect(turned?.to).toBe("asker");
    expect(textOf(turned)).toContain("60 seconds");
    expect(await ask("gpt-4o", { thread: "1" })).toBeNull();
    expect((await ask("gpt-4o", { thread: "1", user: "bob" }))?.content.kind).toBe("answer");
    await clock.advance(MINUTE_MS + 1);
    expect((await ask("gpt-4o"))?.content.kind).toBe("answer");
  });
});

describe("a fault of the bot's own", () => {
  it("is said with an incident id in the asker's language and logged without their words", async () => {
    const { ask, logged } = createWorld({
      store: (store) => ({
        ...store,
        conversations: { ...store.conversations, get: () => Promise.reject(new Error("disk full")) },
      }),
    });
    const text = textOf(await ask("豆包的价格"));
    const [incident] = /[0-9a-f]{8}/.exec(text) ?? [];
    expect(text).toContain("事件编号");
    expect(logged[0]).toMatchObject({ event: "request failed", details: { incident, request: "question" } });
    expect(JSON.stringify(logged)).not.toContain("豆包");
  });

  it("of the claims alone leaves the question answered", async () => {
    const claims = { claim: () => Promise.reject(new Error("disk full")), done: () => Promise.reject(new Error("no")) };
    const { ask, logged } = createWorld({ store: (store) => ({ ...store, claims: { ...store.claims, ...claims } }) });
    expect(viewOf(await ask("gpt-4o")).title).toContain("gpt-4o");
    expect(logged[0]?.event).toBe("not claimed");
  });
});
