import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSlack, type Slack, type SlackOptions } from "../../../adapters/slack/index.ts";
import { createBot } from "../../../src/bot/bot.ts";
import { loadCatalog } from "../../../src/catalog/load.ts";
import { createOutbox } from "../../../src/delivery/outbox.ts";
import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { Core } from "../../../src/ports/core.ts";
import { createCore, type Service } from "../../../src/service/core.ts";
import { createMemoryStore, type Memory } from "../../../src/store/memory/store.ts";
import { Sender } from "../../slack-fake/sender.ts";
import { APP_TOKEN, BOT_TOKEN, FakeSlack, SIGNING_SECRET } from "../../slack-fake/server.ts";
import type { Posted } from "../../slack-fake/state.ts";

const bot = createBot(loadCatalog("tests/fixtures/catalog"));
const STOP_MS = 1000;

export interface Logged {
  level: "info" | "warn" | "error";
  event: string;
  details: Readonly<Record<string, unknown>>;
}

interface Setup {
  transport?: "http" | "socket";
  clock?: Clock;
  /** Stands between the adapter and the core, for what a real core does not do at will. */
  core?: (core: Core) => Core;
  options?: Partial<SlackOptions>;
}

/** The real adapter over the real core and outbox, against the fake Slack, all on 127.0.0.1. */
export class Rig {
  readonly fake: FakeSlack;
  readonly logged: Logged[] = [];
  readonly memory: Memory = new Map();
  readonly #setup: Setup;
  slack!: Slack;
  core!: Service;
  send!: Sender;
  url = "";
  #server: Server | undefined;
  #stopOutbox: ((ms: number) => Promise<void>) | undefined;

  constructor(fake: FakeSlack, setup: Setup) {
    this.fake = fake;
    this.#setup = setup;
  }

  async start(): Promise<void> {
    const { transport = "http", clock = systemClock, core: wrap = (core) => core, options } = this.#setup;
    const note =
      (level: Logged["level"]) =>
      (event: string, details: Logged["details"] = {}) =>
        void this.logged.push({ level, event, details });
    const log = { info: note("info"), warn: note("warn"), error: note("error") };
    this.slack = createSlack(
      {
        botToken: BOT_TOKEN,
        apiUrl: this.fake.apiUrl,
        transport:
          transport === "http"
            ? { kind: "http", signingSecret: SIGNING_SECRET }
            : { kind: "socket", appToken: APP_TOKEN },
        ...options,
      },
      { log, clock },
    );
    const store = createMemoryStore(clock, this.memory);
    const outbox = createOutbox({
      platforms: [this.slack.platform],
      deliveries: store.deliveries,
      clock,
      random: () => 0,
    });
    this.core = createCore({ bot: () => bot, store, clock, log, commands: {} }, outbox);
    this.#stopOutbox = (ms) => outbox.stop(ms);
    if (transport === "http") await this.#listen();
    this.send = new Sender(this.fake, transport === "http" ? this.url : undefined);
    await this.slack.start(wrap(this.core));
  }

  async #listen(): Promise<void> {
    const [route] = this.slack.routes;
    const server = createServer((request, response) => route?.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    this.#server = server;
  }

  async stop(): Promise<number> {
    const left = await this.slack.stop(STOP_MS);
    await this.#stopOutbox?.(STOP_MS);
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
    return left;
  }
}

/** A running rig; `stop` it at the end of the test. */
export async function startRig(setup: Setup = {}): Promise<Rig> {
  const fake = new FakeSlack();
  await fake.start();
  const rig = new Rig(fake, setup);
  await rig.start();
  return rig;
}

/** Runs with a rig and takes it down, whatever happens. */
export async function withRig(setup: Setup, test: (rig: Rig) => Promise<void>): Promise<void> {
  const rig = await startRig(setup);
  try {
    await test(rig);
  } finally {
    await rig.stop();
    await rig.fake.stop();
  }
}

const SOON_MS = 3000;

/** Waits for what comes after an acknowledgement; fails if it does not come. */
export async function eventually<T>(find: () => T | undefined | false): Promise<T> {
  const end = Date.now() + SOON_MS;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`did not come: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Element {
  [key: string]: unknown;
  type: string;
  action_id: string;
  value: string;
  text: { text: string };
}

/** All buttons of a message or a view. */
export const buttonsOf = ({ blocks = [] }: Pick<Posted, "blocks">): Element[] =>
  blocks.flatMap(({ type, elements }) => (type === "actions" ? (elements as Element[]) : []));

/** The button whose id ends with this. */
export function button(message: Pick<Posted, "blocks">, code: string): Element {
  const found = buttonsOf(message).find(({ action_id }) => action_id.endsWith(code));
  if (!found) throw new Error(`no ${code} among ${buttonsOf(message).map(({ action_id }) => action_id)}`);
  return found;
}

export const typesOf = ({ blocks = [] }: Pick<Posted, "blocks">): string[] => blocks.map(({ type }) => String(type));
