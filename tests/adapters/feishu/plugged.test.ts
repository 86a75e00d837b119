import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";
import { readConfig } from "../../../adapters/config.ts";
import { connectorsOf } from "../../../adapters/connectors.ts";
import { startHttp } from "../../../adapters/http.ts";
import { serve } from "../../../adapters/serve.ts";
import { createBot } from "../../../src/bot/bot.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { systemClock as clock } from "../../../src/lib/system-clock.ts";
import { createCore } from "../../../src/service/core.ts";
import { createMemoryStore } from "../../../src/store/memory/store.ts";
import { message } from "../../feishu-fake/events.ts";
import { deliver } from "../../feishu-fake/sender.ts";
import { startFakeFeishu } from "../../feishu-fake/server.ts";
import { until } from "./world.ts";

const log = { info: () => {}, warn: () => {}, error: () => {} };
const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes("@larksuiteoapi"));

// First in this file, whose thread has loaded nothing yet.
it("where Feishu is not set up, none of the SDK's files is read", async () => {
  expect(await connectorsOf(readConfig({}), { log, clock })).toEqual([]);
  expect(loaded()).toEqual([]);
});

it("set up by the environment it is served beside /healthz, and stops", async () => {
  for (const name of ["HTTP_PROXY", "http_proxy"]) vi.stubEnv(name, "");
  const app = { appId: "cli_0123456789abcdef", appSecret: "s", encryptKey: "k", verificationToken: "v" };
  const fake = await startFakeFeishu(app);
  const config = readConfig({
    FEISHU_APP_ID: app.appId,
    FEISHU_APP_SECRET: app.appSecret,
    FEISHU_DOMAIN: `${fake.url}/`,
    FEISHU_TRANSPORT: "webhook",
    FEISHU_ENCRYPT_KEY: app.encryptKey,
    FEISHU_VERIFICATION_TOKEN: app.verificationToken,
    PORT: "0",
  });
  const connectors = await connectorsOf(config, { log, clock });
  const store = createMemoryStore(clock);
  const platforms = connectors.map(({ platform }) => platform);
  const outbox = createOutbox({ platforms, deliveries: store.deliveries, clock });
  const bot = createBot(loadCatalog("tests/fixtures/catalog"));
  const core = createCore({ bot: () => bot, store, clock, log, commands: {} }, outbox);
  const server = await startHttp(config.http, clock);
  const serving = await serve({ connectors, core, server, log, clock });
  expect(serving).toMatchObject({ connected: ["feishu"], port: expect.any(Number) });
  const url = `http://127.0.0.1:${serving.port}`;
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok\n");
  const event = message({ ...app, now: Date.now }, { text: "gpt-4o", direct: true });
  const answer = await deliver(`${url}/feishu/events?x=1`, event, { encryptKey: app.encryptKey, now: Date.now });
  expect(answer).toEqual({ status: 200, body: {} });
  await until(() => fake.state.posted.length === 1);
  await serving.stop(1000);
  await fake.close();
  vi.unstubAllEnvs();
});
