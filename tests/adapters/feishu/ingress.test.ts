import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWER_WITHIN_MS, FRESH_MS, REQUEST_BYTES, REQUEST_WITHIN_MS } from "../../../adapters/feishu/limits.ts";
import { type Envelope, envelope, message } from "../../feishu-fake/events.ts";
import { encrypted, type Forged } from "../../feishu-fake/sender.ts";
import { createWorld, ENCRYPT_KEY, until, VERIFICATION_TOKEN, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld({ transport: "webhook" });
});
afterEach(() => world.stop());

const question = (header: Partial<Envelope["header"]> = {}): Envelope => {
  const event = message(world.builder, { text: "gpt-4o" });
  return { ...event, header: { ...event.header, ...header } };
};
const sealed = (value: unknown): string =>
  JSON.stringify({ encrypt: encrypted(typeof value === "string" ? value : JSON.stringify(value), ENCRYPT_KEY) });
const seconds = (ms: number): number => Math.floor(ms / 1000);
/** The process lives and takes the next question, and has answered none before it. */
const stillWorks = async (): Promise<void> => {
  expect(world.posted).toHaveLength(0);
  expect(await world.request(question())).toEqual({ status: 200, body: {} });
  await world.shown(1);
};

const FORGED: [name: string, status: number, forged: () => [event: object, forged: Forged]][] = [
  ["without a signature", 401, () => [question(), { signature: null }]],
  ["with a wrong signature", 401, () => [question(), { signature: "0".repeat(64) }]],
  ["with an empty signature", 401, () => [question(), { signature: "" }]],
  ["signed over other bytes", 401, () => [question(), { signature: "a".repeat(64), body: sealed(question()) }]],
  ["from long ago", 401, () => [question(), { timestamp: seconds(world.builder.now() - FRESH_MS) - 1 }]],
  ["from the future", 401, () => [question(), { timestamp: seconds(world.builder.now() + FRESH_MS) + 1 }]],
  ["with a timestamp that is no number", 401, () => [question(), { timestamp: "soon" }]],
  ["with another verification token", 401, () => [question({ token: "other" }), {}]],
  ["for another app", 401, () => [question({ app_id: "cli_ffffffffffffffff" }), {}]],
  ["in plain text, signed", 400, () => [question(), { body: JSON.stringify(question()) }]],
  ["with garbage as the encrypted text, signed", 400, () => [{}, { body: '{"encrypt":"garbage"}' }]],
  ["with garbage as the encrypted text, unsigned", 401, () => [{}, { body: '{"encrypt":"garbage"}', signature: null }]],
  ["with a number as the encrypted text, unsigned", 401, () => [{}, { body: '{"encrypt":7}', signature: null }]],
  ["that is no JSON", 400, () => [{}, { body: "{" }]],
  ["that is nothing", 400, () => [{}, { body: "" }]],
  ["encrypted, but no JSON", 400, () => [{}, { body: sealed("{") }]],
  ["encrypted, but no event", 400, () => [{}, { body: sealed({ schema: "1.0" }) }]],
  ["with a header that shadows the prototype", 400, () => [{}, { body: sealed('{"__proto__":{"header":{}}}') }]],
  ["of another type", 415, () => [question(), { headers: { "content-type": "text/plain" } }]],
  ["that is no POST", 405, () => [question(), { method: "GET" }]],
  ["that is too long", 413, () => [{}, { body: `{"encrypt":"${"a".repeat(REQUEST_BYTES)}"}` }]],
];

describe("a request is refused", () => {
  it.each(FORGED)("%s: %i", async (_, status, forge) => {
    const [event, forged] = forge();
    expect(await world.request(event, forged)).toEqual({ status, body: {} });
    expect(world.logged.at(-1)).toMatchObject({ event: "feishu_request_refused", details: { status } });
    await stillWorks();
  });

  describe("that is not whole:", () => {
    let socket: Socket;
    beforeEach(async () => {
      socket = createConnection(Number(new URL(world.url).port), "127.0.0.1");
      const headers = "Host: x\r\nContent-Type: application/json\r\nContent-Length: 9";
      socket.write(`POST /feishu/events HTTP/1.1\r\n${headers}\r\n\r\n{`);
      await once(world.http, "request");
    });
    afterEach(() => void socket.destroy());

    it("one that comes too slowly: 408", async () => {
      const heard = once(socket, "data");
      await world.clock.advance(REQUEST_WITHIN_MS);
      expect(String((await heard)[0])).toMatch(/^HTTP\/1\.1 408 /);
      await stillWorks();
    });

    it("one that breaks off: nobody is left to be told", async () => {
      socket.destroy();
      await until(() => world.logged.length > 0);
      expect(world.logged).toMatchObject([{ event: "feishu_request_refused", details: { why: "broken off" } }]);
      await stillWorks();
    });
  });
});

describe("a request is taken", () => {
  it.each([
    ["as late as it can be", () => seconds(world.builder.now() - FRESH_MS)],
    ["as early as it can be", () => seconds(world.builder.now() + FRESH_MS)],
  ])("%s", async (_, timestamp) => {
    expect(await world.request(question(), { timestamp: timestamp() })).toEqual({ status: 200, body: {} });
  });

  it("whatever spaces and escapes its body holds, and wherever its characters are cut", async () => {
    const event = message(world.builder, { text: "豆包 pro 32k 的价格" });
    world.fake.state.heard.set((event.event.message as { message_id: string }).message_id, "oc_group");
    const body = `{ "encrypt" :\n "${encrypted(JSON.stringify(event), ENCRYPT_KEY).replaceAll("/", "\\/")}" }`;
    expect(await world.request(event, { body })).toEqual({ status: 200, body: {} });
    const [answer] = await world.shown(1);
    expect(JSON.stringify(answer?.content)).toContain("doubao-pro-32k");
  });

  it("a repeat of the very same request does nothing more", async () => {
    const event = question();
    const body = sealed(event);
    const requests = [1, 2, 3].map(() => world.request(event, { body }));
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await world.request(message(world.builder, { text: "o3", direct: true }));
    await world.shown(2);
    expect(world.posted).toHaveLength(2);
  });

  it("an event that nobody listens to is acknowledged", async () => {
    const read = envelope(world.builder, "im.message.message_read_v1", {});
    expect(await world.request(read)).toEqual({ status: 200, body: {} });
  });

  it("an event that can't be read is acknowledged, and said in the log without what it holds", async () => {
    const odd = envelope(world.builder, "im.message.receive_v1", { message: { content: "my secret" } });
    expect(await world.request(odd)).toEqual({ status: 200, body: {} });
    expect(JSON.stringify(world.logged)).toContain("feishu_event_unreadable");
    expect(JSON.stringify(world.logged)).not.toContain("my secret");
  });
});

describe("the challenge of an address", () => {
  const challenge = (token: string) => ({ type: "url_verification", token, challenge: "say this" });
  const unsigned = { signature: null };

  it("is answered to whoever knows key and token, unsigned as it comes", async () => {
    expect(await world.request(challenge(VERIFICATION_TOKEN), unsigned)).toEqual({
      status: 200,
      body: { challenge: "say this" },
    });
    expect((await world.request(challenge(VERIFICATION_TOKEN))).status).toBe(200);
  });

  it.each([
    ["with another token", () => ({ body: sealed(challenge("other")) })],
    ["in plain text", () => ({ body: JSON.stringify(challenge(VERIFICATION_TOKEN)) })],
    [
      "that is longer than one is",
      () => ({ body: sealed({ ...challenge(VERIFICATION_TOKEN), padding: "x".repeat(2000) }) }),
    ],
  ])("is refused %s", async (_, forged) => {
    expect(await world.request({}, { ...unsigned, ...forged() })).toEqual({ status: 401, body: {} });
  });
});

it("what the core could not take is not acknowledged, so that it comes again", async () => {
  const broken = await createWorld({
    transport: "webhook",
    core: (core) => ({ ...core, accept: () => Promise.reject(new Error("the disk is full")) }),
  });
  expect(await broken.request(message(broken.builder, { text: "gpt-4o" }))).toEqual({ status: 500, body: {} });
  await broken.stop();
});

it("a core that takes its time does not hold up the acknowledgement", async () => {
  let taken = () => {};
  let isAsked = false;
  const accept = () =>
    new Promise<void>((resolve) => {
      isAsked = true;
      taken = resolve;
    });
  const slow = await createWorld({ transport: "webhook", core: (core) => ({ ...core, accept }) });
  const acknowledged = slow.request(message(slow.builder, { text: "gpt-4o" }));
  await until(() => isAsked);
  await slow.clock.advance(ANSWER_WITHIN_MS);
  expect((await acknowledged).status).toBe(200);
  expect(slow.logged).toMatchObject([{ event: "feishu_accept_slow" }]);
  taken();
  await slow.stop();
}, 5_000);
