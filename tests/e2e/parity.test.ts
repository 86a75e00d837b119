import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createFeishu } from "../../adapters/feishu/index.ts";
import { createSlack } from "../../adapters/slack/index.ts";
import { chat } from "../../adapters/terminal/chat.ts";
import { loadBot } from "../../src/bot/bot.ts";
import { createOutbox } from "../../src/delivery/outbox.ts";
import { createCore } from "../../src/service/core.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import { message } from "../feishu-fake/events.ts";
import { startFakeFeishu } from "../feishu-fake/server.ts";
import { createTestClock } from "../helpers/test-clock.ts";
import { Sender } from "../slack-fake/sender.ts";
import { APP_TOKEN, BOT_TOKEN, FakeSlack } from "../slack-fake/server.ts";
import { amountsIn, fromBlocks, fromCard, fromTerminal, idsIn, notesIn, type Shown, says, urlsIn } from "./shown.ts";

/** The same question on every platform, read back from what each was sent. */
const QUESTIONS: [kind: string, text: string, expected: { outcome: RegExp; rows: number }][] = [
  ["a lookup", "gpt-4o price", { outcome: /\$2\.5/, rows: 0 }],
  ["a ranking in Chinese", "最便宜的128k模型", { outcome: /最便宜/, rows: 5 }],
  ["a clarify", "claude opus 12 price", { outcome: /type the number/, rows: 0 }],
  ["a not-found", "price of zorblax-7b", { outcome: /zorblax/, rows: 0 }],
  ["an empty result", "models with at least 90M context under $0.01", { outcome: /context/, rows: 0 }],
  ["a budget", "100块钱能买多少 deepseek v4 flash 的 token", { outcome: /¥100/, rows: 0 }],
  ["history", "gpt-4o price history", { outcome: /2024/, rows: 2 }],
  ["a tiered price", "glm-4.7 价格", { outcome: /32K/, rows: 3 }],
  ["yuan beside dollars", "glm-4.7 价格，人民币和美元", { outcome: /\$/, rows: 3 }],
  ["a list of 100 rows", "top 100 cheapest models with tools", { outcome: /tool/, rows: 100 }],
  ["a comparison", "compare gpt-4o and claude sonnet 4.6", { outcome: /Sonnet/, rows: 2 }],
  ["a cost", "10M in, 2M out on sonnet 4.6?", { outcome: /\$60/, rows: 0 }],
];

const clock = createTestClock("2026-09-15T09:00:00.000Z");
const APP_ID = "cli_0123456789abcdef";
const PATIENCE_MS = 5_000;

let ask: (text: string) => Promise<{ terminal: string; card: unknown; blocks: Record<string, unknown>[] }>;
let stop: () => Promise<void>;

beforeAll(async () => {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"]) vi.stubEnv(name, "");
  const silent = () => {};
  const log = { info: silent, warn: silent, error: silent };
  const fakeFeishu = await startFakeFeishu({ appId: APP_ID, appSecret: "s", now: () => clock.now().getTime() });
  const fakeSlack = new FakeSlack();
  await fakeSlack.start();
  const transport = { kind: "ws" } as const;
  const feishu = createFeishu({ appId: APP_ID, appSecret: "s", domain: fakeFeishu.url, transport }, { log, clock });
  const slack = createSlack(
    { botToken: BOT_TOKEN, apiUrl: fakeSlack.apiUrl, transport: { kind: "socket", appToken: APP_TOKEN } },
    { log, clock },
  );
  const store = createMemoryStore(clock);
  const outbox = createOutbox({ platforms: [feishu.platform, slack.platform], deliveries: store.deliveries, clock });
  const bot = loadBot();
  const core = createCore({ bot: () => bot, store, clock, log, commands: {} }, outbox);
  await Promise.all([feishu.start(core), slack.start(core)]);
  const send = new Sender(fakeSlack);
  let asked = 0;

  ask = async (text) => {
    asked += 1;
    const user = `ou_${asked}`;
    const builder = { appId: APP_ID, verificationToken: "", now: () => clock.now().getTime() };
    const event = message(builder, { text, direct: true, user });
    const { event: mention, sent } = send.mention(text);
    await Promise.all([fakeFeishu.socket.push(event), sent]);
    const card = await come(() => fakeFeishu.state.posted.find(({ to }) => to === user)?.content);
    const blocks = await come(() => fakeSlack.state.messages.find((posted) => posted.thread_ts === mention.ts)?.blocks);
    return { terminal: await printed(text), card, blocks };
  };
  const printed = async (text: string): Promise<string> => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(`${text}\n`);
    await chat(createCore({ bot: () => bot, store: createMemoryStore(clock), clock, log, commands: {} }, outbox), {
      input,
      output,
    });
    return String(output.read());
  };
  stop = async () => {
    await Promise.all([feishu.stop(0), slack.stop(0), clock.advance(1)]);
    await Promise.all([fakeFeishu.close(), fakeSlack.stop()]);
    vi.unstubAllEnvs();
  };
});
afterAll(() => stop());

async function come<T>(find: () => T | undefined): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (let found = find(); ; found = find()) {
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error("no answer");
    await sleep(5);
  }
}

describe("one answer, whoever shows it:", () => {
  it.each(QUESTIONS)("%s: %s", async (_, text, { outcome, rows }) => {
    const { terminal: printed, card, blocks } = await ask(text);
    const feishu = fromCard(card);
    const slack = fromBlocks(blocks);
    const terminal = fromTerminal(printed, feishu.labels);
    expect(printed).toMatch(outcome);
    expect(terminal.rows.length).toBeGreaterThanOrEqual(rows);
    for (const [name, shown] of Object.entries({ feishu, slack })) {
      const same = (of: (from: Shown) => unknown) => expect(of(shown), name).toEqual(of(terminal));
      same(idsIn);
      same(amountsIn);
      same(notesIn);
      same(urlsIn);
      same(({ total }) => total);
      const most = Math.min(shown.rows.length, terminal.rows.length);
      expect(shown.rows.slice(0, most), name).toEqual(terminal.rows.slice(0, most));
      expect(shown.rows.length + shown.left, name).toBe(shown.total);
      const unsaid = terminal.lines.filter((line) => !says(shown, line) && !line.startsWith("…"));
      expect(unsaid, name).toEqual([]);
    }
    expect(terminal.rows.length + terminal.left).toBe(terminal.total);
  });
});
