import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { loadSdk, redact, sdkLogger } from "../../../adapters/feishu/sdk.ts";
import { message } from "../../feishu-fake/events.ts";
import { APP_SECRET, createWorld, ENCRYPT_KEY, until, VERIFICATION_TOKEN } from "./world.ts";

const loadedFiles = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes("@larksuiteoapi"));

// First in this file: a file of tests has a thread of its own, in which nothing is loaded yet.
it("no file of the SDK is loaded before Feishu is set up", () => {
  expect(loadedFiles()).toEqual([]);
  loadSdk();
  expect(loadedFiles()).not.toEqual([]);
});

it("the SDK is not imported, which would have Node read all of it for names", () => {
  const source = readFileSync("adapters/feishu/sdk.ts", "utf8");
  expect(source).toMatch(/^import type \* as Sdk from "@larksuiteoapi\/node-sdk";$/m);
  expect(source.match(/@larksuiteoapi\/node-sdk/g)).toHaveLength(2);
});

describe("nothing secret is logged or thrown", () => {
  const secrets = [APP_SECRET, ENCRYPT_KEY, VERIFICATION_TOKEN];

  it.each([
    ["a token that can't be had", { path: /tenant_access_token/, status: 500 }],
    ["a token request that breaks", { path: /tenant_access_token/, breaks: true }],
    ["a message that is refused", { path: /messages/, status: 400, code: 230022 }],
    ["a message that breaks", { path: /messages/, breaks: true }],
  ])("for %s", async (_, trouble) => {
    const world = await createWorld({ start: false });
    world.fake.trouble(trouble);
    const thrown: unknown[] = [];
    await world.feishu.start(world.core).catch((error: unknown) => thrown.push(error));
    const address = { platform: "feishu", tenant: "t", channel: "oc_1" };
    const content = { kind: "notice", language: "zh", text: "你好", buttons: [] } as const;
    const outgoing = { address, content, sendKey: "k" };
    await world.feishu.platform.send(outgoing, new AbortController().signal).catch((error) => thrown.push(error));
    const said = JSON.stringify([world.logged, thrown.map((error) => [String(error), { ...(error as object) }])]);
    for (const secret of [...secrets, ...world.fake.state.tokens]) expect(said).not.toContain(secret);
    expect(said.length).toBeLessThan(5000);
    await world.stop();
  });

  it("for a long connection, whose address holds a ticket", async () => {
    const world = await createWorld({ transport: "ws" });
    await world.fake.socket.ready();
    await world.fake.socket.pushGarbage();
    world.fake.socket.drop();
    await world.fake.socket.push(message(world.builder, { text: "gpt-4o", direct: true }));
    await world.shown(1);
    await until(() => world.logged.length > 0);
    const said = JSON.stringify(world.logged);
    for (const secret of [APP_SECRET, "ticket=secret", ...world.fake.state.tokens]) expect(said).not.toContain(secret);
    await world.stop();
  });

  it.each([
    ["Bearer t-0123456789abcdef", "***"],
    ['{"app_secret":"abc","x":1}', '{"app_secret":"***","x":1}'],
    ["wss://h/p?device_id=1&ticket=abc&x=2", "wss://h/p?device_id=1&ticket=***&x=2"],
    ["got u-0123456789abcdef", "got ***"],
    ["start-up of the content-type", "start-up of the content-type"],
    ["a".repeat(1000), `${"a".repeat(300)}…`],
  ])("%j is said as %j", (text, safe) => {
    expect(redact(text)).toBe(safe);
  });

  it("of an error only its message passes, and of other objects nothing", () => {
    const logged: unknown[] = [];
    const note = (_: string, details?: unknown) => void logged.push(details);
    const logger = sdkLogger({ info: note, warn: note, error: note }, ["s3cret"]);
    const error = Object.assign(new Error("failed with s3cret"), { config: { data: "s3cret" } });
    void logger.error([error, { headers: "s3cret" }]);
    void logger.debug(["s3cret"]);
    expect(logged).toEqual([{ message: "failed with *** object" }]);
  });
});
