import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createFeishu } from "../../../adapters/feishu/index.ts";
import { loadBot } from "../../../src/bot/bot.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { systemClock as clock } from "../../../src/lib/system-clock.ts";
import type { Core } from "../../../src/ports/core.ts";
import { createCore } from "../../../src/service/core.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/store.ts";

/** What a child of the benchmark is: see `MODES`. */
export interface ChildOptions {
  mode: keyof typeof MODES;
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  /** The fake's address. */
  domain: string;
  /** A folder for the store. */
  data: string;
}

export interface Started {
  port: number;
  /** From the start of node until requests are taken. */
  startMs: number;
  /** The same as CPU time, to which other programs on the machine add nothing. */
  startCpuMs: number;
  rssMb: number;
}

export interface Figures {
  cpuMs: number;
  rssMb: number;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const MB = 1024 * 1024;
const failures: string[] = [];
const note = (event: string, details?: object) => void failures.push(`${event} ${JSON.stringify(details)}`);
const log = { info: () => {}, warn: note, error: note };

const MODES = {
  /** node:http with the SDK's dispatcher, which verifies, decrypts and hands over. */
  bare: async ({ encryptKey }: ChildOptions): Promise<Handle> => {
    const sdk: typeof import("@larksuiteoapi/node-sdk") = createRequire(import.meta.url)("@larksuiteoapi/node-sdk");
    const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };
    const dispatcher = new sdk.EventDispatcher({ encryptKey, logger: quiet });
    dispatcher.register({ "im.message.receive_v1": async () => ({}) as never });
    return (request, response) => void dispatched(dispatcher, request, response);
  },
  /** This project's adapter over a core that takes everything at once. */
  acknowledging: async (options: ChildOptions): Promise<Handle> => {
    const nothing = async () => {};
    return connected(options, { accept: nothing, settle: nothing, respond: async () => null });
  },
  /** All of it. */
  service: async (options: ChildOptions): Promise<Handle> => connected(options),
  /** All of it but Feishu. */
  core: async (options: ChildOptions): Promise<Handle> => {
    await coreOf(options, []);
    return (_, response) => void response.end();
  },
};

async function dispatched(
  dispatcher: { invoke(data: unknown): Promise<unknown> },
  ...[request, response]: Parameters<Handle>
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as object;
  const data = Object.assign(Object.create({ headers: request.headers }) as object, body);
  const answer = JSON.stringify((await dispatcher.invoke(data)) ?? {});
  response.writeHead(200, { "content-type": "application/json" });
  response.end(answer);
}

async function connected(options: ChildOptions, core?: Core): Promise<Handle> {
  const { encryptKey, verificationToken, ...app } = options;
  const transport = { kind: "webhook", encryptKey, verificationToken } as const;
  const feishu = createFeishu({ ...app, transport }, { log, clock });
  await feishu.start(core ?? (await coreOf(options, [feishu.platform])));
  const [route] = feishu.routes;
  return (request, response) => route?.handle(request, response);
}

async function coreOf({ data }: ChildOptions, platforms: Parameters<typeof createOutbox>[0]["platforms"]) {
  const bot = loadBot();
  const store = await openEmbeddedStore(data, clock);
  const outbox = createOutbox({ platforms, deliveries: store.deliveries, clock });
  return createCore({ bot: () => bot, store, clock, log, commands: {} }, outbox);
}

const options = JSON.parse(process.argv[2] ?? "{}") as ChildOptions;
const handle = await MODES[options.mode](options);
// No connection is closed under a request that is just being sent.
const server = createServer({ keepAliveTimeout: 60_000 }, handle);
server.listen(0, "127.0.0.1");
await once(server, "listening");
const startMs = performance.now();
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const rss = () => process.memoryUsage().rss / MB;
const { port } = server.address() as AddressInfo;
process.send?.({ port, startMs, startCpuMs: cpuMs(), rssMb: rss() } satisfies Started);
process.on("message", () => {
  process.send?.({ cpuMs: cpuMs(), rssMb: rss() } satisfies Figures);
});
process.on("disconnect", () => {
  if (failures.length > 0) process.stderr.write(`${failures.length} complaints, such as ${failures[0]}\n`);
  process.exit();
});
