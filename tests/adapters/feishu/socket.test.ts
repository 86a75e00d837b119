import { afterEach, describe, expect, it } from "vitest";
import { createFeishu } from "../../../adapters/feishu/index.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import { click, envelope, message } from "../../feishu-fake/events.ts";
import { createWorld, until, type World } from "./world.ts";

const MINUTE_MS = 60_000;
let world: World;
afterEach(() => world.stop());

const connect = async (options: Parameters<typeof createWorld>[0] = {}): Promise<World> => {
  world = await createWorld({ transport: "ws", ...options });
  return world;
};
const question = (text = "gpt-4o 多少钱") => message(world.builder, { text, direct: true });
const events = () => world.logged.map(({ event }) => event);

describe("the long connection", () => {
  it("takes events in fragments, cut anywhere", async () => {
    const { fake, shown } = await connect();
    expect(await fake.socket.push(question(), { fragments: 37 })).toEqual({ code: 200, data: {} });
    expect(JSON.stringify((await shown(1))[0]?.content)).toContain("gpt-4o");
  });

  it("takes clicks that come in frames of type card", async () => {
    const { fake, builder } = await connect();
    const pressed = click(builder, { value: "not ours", messageId: "om_1" });
    const { code, data } = await fake.socket.push(pressed, { type: "card" });
    expect(code).toBe(200);
    expect(data).toMatchObject({ toast: { type: "info" } });
  });

  it("acknowledges what it does not listen to, and what is for another app", async () => {
    const { fake, builder, posted } = await connect();
    expect(await fake.socket.push(envelope(builder, "im.message.message_read_v1", {}))).toMatchObject({ code: 200 });
    const other = { ...question(), header: { ...question().header, app_id: "cli_ffffffffffffffff" } };
    expect(await fake.socket.push(other)).toEqual({ code: 200, data: {} });
    await fake.socket.push(question("o3"));
    await world.shown(1);
    expect(JSON.stringify(posted[0]?.content)).toContain("openai/o3");
  });

  it("lives through a frame that is none", async () => {
    const { fake, shown } = await connect();
    await fake.socket.pushGarbage();
    await fake.socket.push(question());
    await shown(1);
    expect(events()).toContain("feishu_sdk_error");
  });

  it("has questions sent again while it can't tell who it is, and answers clicks all the same", async () => {
    const { fake, builder } = await connect({ start: false });
    for (let i = 0; i < 2; i++) fake.trouble({ path: /bot\/v3\/info/, breaks: true });
    await world.feishu.start(world.core);
    expect(await fake.socket.push(question())).toMatchObject({ code: 500 });
    const pressed = click(builder, { value: "not ours", messageId: "om_1" });
    expect(await fake.socket.push(pressed)).toMatchObject({ code: 200, data: { toast: { type: "info" } } });
    expect(await fake.socket.push(question())).toMatchObject({ code: 200 });
  });

  it("has events sent again that the core could not take", async () => {
    const { fake } = await connect({ core: (core) => ({ ...core, accept: () => Promise.reject(new Error("full")) }) });
    expect(await fake.socket.push(question())).toMatchObject({ code: 500 });
  });

  it("connects again when the line drops", async () => {
    const { fake, shown } = await connect();
    await fake.socket.ready();
    fake.socket.drop();
    await fake.socket.push(question());
    await shown(1);
    expect(fake.socket.discoveries).toBe(2);
    expect(events()).toEqual(expect.arrayContaining(["feishu_connected", "feishu_reconnecting", "feishu_reconnected"]));
  });

  it("notices a line that looks open and is dead", async () => {
    const { fake, shown } = await connect({ pingTimeoutSeconds: 0.05 });
    await fake.socket.ready();
    fake.socket.halfOpen = true;
    await until(() => fake.socket.discoveries > 1);
    fake.socket.halfOpen = false;
    await until(() => fake.socket.discoveries > 1);
    await fake.socket.push(question());
    await shown(1);
  });

  it.each([
    [1, "busy"],
    [403, "FEISHU_TRANSPORT=webhook"],
    [514, "FEISHU_APP_SECRET"],
    [1000040350, "too many connections"],
  ])("refused with %i says what to do, and is started again by the watchdog", async (code, hint) => {
    const { fake, clock, shown } = await connect({ prepare: ({ socket }) => socket.refusals.push(code) });
    await until(() => events().includes("feishu_disconnected"));
    const said = world.logged.find(({ event }) => event === "feishu_disconnected");
    expect(said).toMatchObject({ level: "error", details: { hint: expect.stringContaining(hint) } });
    expect(fake.socket.discoveries).toBe(1);
    await clock.advance(MINUTE_MS);
    await fake.socket.push(question());
    await shown(1);
  });

  it("is started again when the SDK's tries are used up", async () => {
    const { fake, clock, shown } = await connect({ config: { ReconnectCount: 1 } });
    await fake.socket.ready();
    for (let i = 0; i < 2; i++) fake.trouble({ path: /ws\/endpoint/, breaks: true });
    fake.socket.drop();
    await until(() => events().includes("feishu_disconnected"));
    fake.state.troubles.length = 0;
    await clock.advance(MINUTE_MS);
    await fake.socket.push(question());
    await shown(1);
  });

  it("is left alone while it is up", async () => {
    const { fake, clock } = await connect();
    await fake.socket.ready();
    for (let minute = 0; minute < 5; minute++) await clock.advance(MINUTE_MS);
    expect(fake.socket.discoveries).toBe(1);
  });

  it("stops: nothing is connected any more, and no watchdog brings it back", async () => {
    const { fake, clock, feishu } = await connect({ prepare: ({ socket }) => socket.refusals.push(403) });
    await until(() => events().includes("feishu_disconnected"));
    expect(await feishu.stop(0)).toBe(0);
    for (let minute = 0; minute < 3; minute++) await clock.advance(MINUTE_MS);
    expect(fake.socket.discoveries).toBe(1);
  });
});

describe("what can't work is said at the start", () => {
  it("an app id that the SDK would silently not connect", async () => {
    await connect();
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const options = { appId: "cli_short", appSecret: "s", domain: world.fake.url, transport: { kind: "ws" as const } };
    const feishu = createFeishu(options, { log, clock: systemClock });
    await expect(feishu.start(world.core)).rejects.toThrow(/FEISHU_APP_ID.*cli_/);
  });

  it("a secret that Feishu refuses", async () => {
    await connect({ start: false, appSecret: "wrong" });
    await expect(world.feishu.start(world.core)).rejects.toThrow(/10014/);
  });

  it("a Feishu that is not there is waited for", async () => {
    await connect({ start: false });
    world.fake.trouble({ path: /tenant_access_token/, breaks: true });
    await world.feishu.start(world.core);
    await world.fake.socket.push(question());
    expect(await world.shown(1)).toHaveLength(1);
  });
});
