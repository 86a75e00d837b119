import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Content } from "../../../src/ports/core.ts";
import type { Outgoing } from "../../../src/ports/platform.ts";
import { ASKER, DIRECT, GROUP, message } from "../../feishu-fake/events.ts";
import { createWorld, until, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld({ transport: "webhook" });
  world.fake.state.heard.set("om_root", GROUP);
  await until(() => world.fake.state.commands.size === 2);
  world.fake.state.calls.length = 0;
});
afterEach(() => world.stop());

const content: Content = { kind: "notice", language: "zh", text: "你好", buttons: [] };
let keys = 0;
const outgoing = (changes: Partial<Outgoing> = {}): Outgoing => {
  keys += 1;
  const address = { platform: "feishu", tenant: "feishu:t", channel: GROUP, thread: "om_root" };
  return { address, content, sendKey: `key-${keys}`, ...changes };
};
const inDirectChat = { address: { platform: "feishu", tenant: "feishu:t", channel: DIRECT } };
const send = (changes: Partial<Outgoing> = {}) =>
  world.feishu.platform.send(outgoing(changes), new AbortController().signal);
const MESSAGES = /^POST \/open-apis\/im\/v1\/messages/;
const calls = (path: RegExp) => world.fake.state.calls.filter((call) => path.test(`${call.method} ${call.path}`));
const meaningOf = async (changes: Partial<Outgoing> = {}) =>
  send(changes).then(
    () => "sent",
    (error: unknown) => world.feishu.platform.meaning(error),
  );

describe("a message goes", () => {
  it("into the thread of the question, to a chat, or to one person", async () => {
    await send();
    await send(inDirectChat);
    await send({ onlyFor: ASKER });
    expect(world.posted).toMatchObject([{ to: GROUP, root: "om_root", inThread: true }, { to: DIRECT }, { to: ASKER }]);
  });

  it("in place of a card that stands there already", async () => {
    const id = await send();
    const other: Content = { ...content, text: "anders" };
    expect(await send({ replaces: id, content: other })).toBe(id);
    expect(world.posted).toHaveLength(1);
    expect(JSON.stringify(world.posted[0]?.content)).toContain("anders");
  });

  it("once, however often it is sent under one key within the hour", async () => {
    const one = outgoing();
    const again = () => world.feishu.platform.send(one, new AbortController().signal);
    expect(await again()).toBe(await again());
    expect(world.posted).toHaveLength(1);
    world.clock.set(new Date(world.builder.now() + world.feishu.platform.sameKeyMs - 1));
    await again();
    expect(world.posted).toHaveLength(1);
  });

  it("as a plain reply where the group has no threads, and at once so the next time", async () => {
    world.fake.state.threadless.add(GROUP);
    await send();
    await send();
    expect(world.posted.map(({ inThread }) => inThread)).toEqual([false, false]);
    expect(calls(MESSAGES)).toHaveLength(3);
  });

  it("as text where the chat takes no cards, with nothing in it alive", async () => {
    world.fake.state.cardless.add(GROUP);
    await send({ content: { ...content, text: '<at user_id="all"></at> [x](http://e.com)' } });
    expect(world.posted).toMatchObject([
      { type: "text", content: { text: '＜at user_id="all">＜/at> [x] (http://e.com)' } },
    ]);
  });
});

describe("what a refusal means", () => {
  const refusals: [code: number, expected: object][] = [
    [99991400, { kind: "not_sent", retryAfterMs: 7000 }],
    [230020, { kind: "not_sent", retryAfterMs: 7000 }],
    [11232, { kind: "not_sent", retryAfterMs: 7000 }],
    [230049, { kind: "uncertain" }],
    [230011, { kind: "refused", gone: false }],
    [231003, { kind: "refused", gone: false }],
    [230002, { kind: "refused", gone: true }],
    [230006, { kind: "refused", gone: true }],
    [230013, { kind: "refused", gone: true }],
    [230053, { kind: "refused", gone: true }],
    [230018, { kind: "refused", gone: false }],
    [230022, { kind: "refused", gone: false }],
    [230028, { kind: "refused", gone: false }],
    [99991672, { kind: "refused", gone: false }],
  ];
  const headers = { "x-ogw-ratelimit-reset": "7" };

  it.each([200, 400].flatMap((status) => refusals.map(([code, expected]) => [code, status, expected] as const)))(
    "code %i with HTTP %i",
    async (code, status, expected) => {
      world.fake.trouble({ path: MESSAGES, code, status, headers });
      expect(await meaningOf()).toMatchObject(expected);
    },
  );

  it.each([
    ["HTTP 429 without a code", { status: 429, code: 0, headers }, { kind: "not_sent", retryAfterMs: 7000 }],
    ["HTTP 500", { status: 500 }, { kind: "uncertain" }],
    ["an answer that was lost", { loses: true }, { kind: "uncertain" }],
    ["a line that broke", { breaks: true }, { kind: "uncertain" }],
  ])("%s", async (_, trouble, expected) => {
    world.fake.trouble({ path: MESSAGES, ...trouble });
    expect(await meaningOf()).toEqual(expected);
  });

  it("no answer: not waited for without end", async () => {
    const quick = await createWorld({ callTimeoutMs: 50 });
    quick.fake.trouble({ path: MESSAGES, delayMs: 150 });
    const sent = quick.feishu.platform.send(outgoing(inDirectChat), new AbortController().signal);
    await expect(sent.catch((error: unknown) => Promise.reject(quick.feishu.platform.meaning(error)))).rejects.toEqual({
      kind: "uncertain",
    });
    await quick.stop();
  });

  it("a call that is called off ends at once", async () => {
    const controller = new AbortController();
    world.fake.trouble({ path: MESSAGES, delayMs: 150 });
    const sent = world.feishu.platform.send(outgoing(), controller.signal);
    controller.abort();
    await expect(sent).rejects.toThrow();
  });

  it("nobody there: certainly not sent", async () => {
    const alone = await createWorld({ start: false });
    await alone.fake.close();
    const sent = alone.feishu.platform.send(outgoing(inDirectChat), new AbortController().signal);
    const meant = await sent.catch((error: unknown) => alone.feishu.platform.meaning(error));
    expect(meant).toEqual({ kind: "not_sent" });
    await alone.stop({ keepFake: true });
  });

  it("a scope that is missing is said with what to grant", async () => {
    world.fake.trouble({
      path: MESSAGES,
      code: 99991672,
      message: "required: [im:message] https://open.feishu.cn/app/auth",
    });
    expect(await meaningOf()).toMatchObject({ why: expect.stringContaining("https://open.feishu.cn/app/auth") });
  });

  it("a card that is malformed goes out as text", async () => {
    world.fake.trouble({
      path: MESSAGES,
      code: 230099,
      status: 400,
      message: "ErrCode: 11310; card table number over limit",
    });
    await send();
    expect(world.posted).toMatchObject([{ type: "text" }]);
  });
});

describe("the token", () => {
  it("is asked for once, however many ask at the same time", async () => {
    world.fake.state.tokenRequests = 0;
    world.fake.state.tokens = [];
    const chats = [1, 2, 3, 4, 5, 6].map((n) => ({
      ...inDirectChat,
      address: { ...inDirectChat.address, channel: `oc_${n}` },
    }));
    await Promise.all(chats.map((chat) => send(chat)));
    expect(world.fake.state.tokenRequests).toBe(1);
    expect(world.posted).toHaveLength(6);
  });

  it("is renewed before it runs out", async () => {
    await send();
    const before = world.fake.state.tokenRequests;
    world.clock.set(new Date(world.builder.now() + 7200_000 - 180_000 - 1));
    await send();
    expect(world.fake.state.tokenRequests).toBe(before);
    world.clock.set(new Date(world.builder.now() + 1));
    await send();
    expect(world.fake.state.tokenRequests).toBe(before + 1);
  });

  it("that is refused again after it was renewed once is not asked for without end", async () => {
    const before = world.fake.state.tokenRequests;
    for (let i = 0; i < 5; i++) world.fake.trouble({ path: MESSAGES, code: 99991663, status: 400 });
    expect(await meaningOf()).toMatchObject({ kind: "refused" });
    expect(world.fake.state.tokenRequests).toBe(before + 1);
  });
});

describe("through the outbox", () => {
  const ask = (text: string) => world.send(message(world.builder, { text, direct: true }));
  const troubles: [string, object][] = [
    ["a rate limit", { code: 99991400, status: 429, headers: { "x-ogw-ratelimit-reset": "2" } }],
    ["a rate limit of the chat", { code: 230020, status: 400 }],
    ["an answer that was lost", { loses: true }],
    ["a server's fault", { status: 500 }],
    ["a line that broke", { breaks: true }],
  ];

  it.each(troubles)("%s ends with one answer", async (_, trouble) => {
    world.fake.trouble({ path: MESSAGES, ...trouble });
    await ask("gpt-4o");
    await until(() => world.fake.state.troubles.length === 0);
    while (calls(MESSAGES).length < 2) await world.clock.advance(1000);
    await until(() => world.posted.length > 0);
    expect(world.posted).toHaveLength(1);
  });

  it("a limit is kept as long as Feishu says", async () => {
    world.fake.trouble({ path: MESSAGES, code: 99991400, status: 429, headers: { "x-ogw-ratelimit-reset": "60" } });
    await ask("gpt-4o");
    await until(() => world.fake.state.troubles.length === 0);
    await world.clock.advance(59_000);
    expect(calls(MESSAGES)).toHaveLength(1);
    await world.clock.advance(2_000);
    await until(() => world.posted.length === 1);
  });

  it("a question that was recalled is not answered, and not tried again", async () => {
    const event = message(world.builder, { text: "gpt-4o", messageId: "om_recalled" });
    world.fake.state.recalled.add("om_recalled");
    await world.send(event);
    await until(() => calls(MESSAGES).length === 1);
    await world.clock.advance(600_000);
    expect(calls(MESSAGES)).toHaveLength(1);
    expect(world.posted).toHaveLength(0);
  });

  it("one chat gets at most five messages a second, another does not wait for it", async () => {
    for (let n = 0; n < 8; n++) await ask(`gpt-4o ${n}`);
    await world.send(message(world.builder, { text: "o3", direct: true, user: "ou_other" }));
    await until(() => world.posted.length === 6);
    expect(world.posted.filter(({ to }) => to === ASKER)).toHaveLength(5);
    expect(calls(MESSAGES)).toHaveLength(6);
    while (world.posted.length < 9) await world.clock.advance(1000);
    expect(calls(MESSAGES)).toHaveLength(9);
  });
});
