import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { vi } from "vitest";
import { createFeishu, type FeishuOptions } from "../../../adapters/feishu/index.ts";
import { createBot } from "../../../src/bot/bot.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import type { Core } from "../../../src/ports/core.ts";
import { createCore } from "../../../src/service/core.ts";
import { createMemoryStore, type Memory } from "../../../src/store/memory/store.ts";
import type { Builder, Envelope } from "../../feishu-fake/events.ts";
import { deliver, type Forged } from "../../feishu-fake/sender.ts";
import { type FakeOptions, startFakeFeishu } from "../../feishu-fake/server.ts";
import type { Posted } from "../../feishu-fake/state.ts";
import { createTestClock } from "../../helpers/test-clock.ts";

const APP_ID = "cli_0123456789abcdef";
export const APP_SECRET = "secret-of-the-app";
export const ENCRYPT_KEY = "key-to-encrypt-with";
export const VERIFICATION_TOKEN = "token-to-verify-with";

let loaded: ReturnType<typeof createBot> | undefined;
const fixtureBot = () => {
  loaded ??= createBot(loadCatalog("tests/fixtures/catalog"));
  return loaded;
};

interface Options {
  transport?: "ws" | "webhook";
  /** What an earlier process left behind. */
  memory?: Memory;
  core?: (core: Core) => Core;
  appSecret?: string;
  config?: FakeOptions["config"];
  prepare?: (fake: Awaited<ReturnType<typeof startFakeFeishu>>) => void;
  /** A fake that another world left running. */
  fake?: Awaited<ReturnType<typeof startFakeFeishu>>;
  pingTimeoutSeconds?: number;
  start?: boolean;
  callTimeoutMs?: number;
}

/** llmprice connected to a fake Feishu: the real SDK, HTTP and WebSocket; only time stands still. */
export async function createWorld(options: Options = {}) {
  const { transport = "webhook", core: wrap = (core) => core, memory, config, start = true } = options;
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"]) {
    vi.stubEnv(name, "");
  }
  const clock = createTestClock("2026-09-15T09:00:00.000Z");
  const now = () => clock.now().getTime();
  const fake =
    options.fake ?? (await startFakeFeishu({ appId: APP_ID, appSecret: APP_SECRET, now, ...(config && { config }) }));
  options.prepare?.(fake);
  const logged: { level: string; event: string; details: unknown }[] = [];
  const note =
    (level: string) =>
    (event: string, details = {}) =>
      void logged.push({ level, event, details });
  const log = { info: note("info"), warn: note("warn"), error: note("error") };
  const by: FeishuOptions["transport"] =
    transport === "ws"
      ? { kind: "ws", ...(options.pingTimeoutSeconds && { pingTimeoutSeconds: options.pingTimeoutSeconds }) }
      : { kind: "webhook", encryptKey: ENCRYPT_KEY, verificationToken: VERIFICATION_TOKEN };
  const feishu = createFeishu(
    {
      appId: APP_ID,
      appSecret: options.appSecret ?? APP_SECRET,
      domain: fake.url,
      transport: by,
      ...(options.callTimeoutMs && { callTimeoutMs: options.callTimeoutMs }),
    },
    { log, clock },
  );
  const store = createMemoryStore(clock, memory);
  const outbox = createOutbox({ platforms: [feishu.platform], deliveries: store.deliveries, clock, random: () => 0 });
  const reviews = { report: async () => {} };
  const service = createCore({ bot: fixtureBot, store, clock, log, commands: {}, reviews }, outbox);
  const core = wrap(service);
  const [route] = feishu.routes;
  const http = createServer((request, response) => {
    if (request.url === route?.path) route?.handle(request, response);
    else response.writeHead(404).end();
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/feishu/events`;
  if (start) await feishu.start(core);

  const builder: Builder = { appId: APP_ID, verificationToken: VERIFICATION_TOKEN, now };
  const hear = (sent: object): void => {
    const { message } = (sent as Partial<Envelope>).event ?? {};
    if (isMessage(message)) fake.state.heard.set(message.message_id, message.chat_id);
  };
  return {
    ...{ fake, feishu, service, core, clock, store, outbox, logged, url, builder, http },
    posted: fake.state.posted,
    /** What Feishu gets to know at once: the acknowledgement's body. */
    async send(event: Envelope): Promise<unknown> {
      hear(event);
      if (transport === "ws") return (await fake.socket.push(event)).data;
      return (await deliver(url, event, { encryptKey: ENCRYPT_KEY, now })).body;
    },
    request: (event: object, forged?: Forged) => {
      hear(event);
      return deliver(url, event, { encryptKey: ENCRYPT_KEY, now }, forged);
    },
    /** Waits until so many messages stand in the fake. */
    async shown(count: number): Promise<Posted[]> {
      await until(() => fake.state.posted.length >= count);
      return fake.state.posted;
    },
    async stop({ keepFake = false } = {}): Promise<void> {
      const stopped = feishu.stop(1000);
      await clock.advance(1000);
      await stopped;
      http.close();
      http.closeAllConnections();
      if (!keepFake) await fake.close();
      vi.unstubAllEnvs();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

const isMessage = (value: unknown): value is { message_id: string; chat_id: string } =>
  typeof value === "object" && value !== null && "message_id" in value && "chat_id" in value;

const PATIENCE_MS = 5_000;

/** Waits for something that comes over a line. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error("it did not come");
    await sleep(2);
  }
}
