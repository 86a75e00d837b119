import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../../src/lib/system-clock.ts";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { createRandom } from "../bench/random.ts";
import { startFakeFeishu } from "../feishu-fake/server.ts";
import { subscription } from "../helpers/records.ts";
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from "../slack-fake/server.ts";

/**
 * The whole bot with 200 digests due at once, half of them in Slack and half in Feishu; it is killed again and again
 * while editions are claimed and not recorded, and the fakes lose and delay answers. Round after round, until there
 * were enough kills; then every channel must have each edition exactly once, counted at the fakes.
 * `npm run soak:digest -- [KILLS] [SEED]`, after a build.
 */
const wanted = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

const EACH = 100;
const MAIN = join(import.meta.dirname, "../../dist/adapters/main.js");
const [APP_ID, APP_SECRET] = ["cli_0123456789abcdef", "secret-of-the-app"];
const HANGS_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "llmprice-soak-digest-"));
const slack = new FakeSlack();
await slack.start();
const feishu = await startFakeFeishu({ appId: APP_ID, appSecret: APP_SECRET });

const channels = [
  ...Array.from({ length: EACH }, (_, at) => ({ platform: "slack", tenant: "T1", channel: `C${1000 + at}` })),
  ...Array.from({ length: EACH }, (_, at) => ({ platform: "feishu", tenant: "f1", channel: `oc_${1000 + at}` })),
];
for (const { platform, channel } of channels) if (platform === "slack") slack.state.channels.add(channel);

/** Told of every message that a fake is about to get, and of every one that it has. */
const onArrival = new Set<() => void>();
const onPosted = new Set<() => void>();
watchPushes(slack.state.calls, (call) => call.method === "chat.postMessage", onArrival);
watchPushes(slack.state.messages, () => true, onPosted);
watchPushes(feishu.state.calls, (call) => call.path === "/open-apis/im/v1/messages", onArrival);
watchPushes(feishu.state.posted, () => true, onPosted);

function watchPushes<T>(list: T[], is: (item: T) => boolean, listeners: Set<() => void>): void {
  const push = list.push.bind(list);
  Object.assign(list, {
    push(...items: T[]) {
      const length = push(...items);
      for (const item of items) if (is(item)) for (const listener of [...listeners]) listener();
      return length;
    },
  });
}

function start(): ChildProcess {
  const env = {
    ...{ LLMPRICE_DATA: folder, LLMPRICE_SYNC: "off", PORT: "0", LOG_LEVEL: "error" },
    ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: slack.apiUrl },
    ...{ FEISHU_APP_ID: APP_ID, FEISHU_APP_SECRET: APP_SECRET, FEISHU_DOMAIN: feishu.url },
    ...{ FEISHU_TRANSPORT: "webhook", FEISHU_ENCRYPT_KEY: "key", FEISHU_VERIFICATION_TOKEN: "token" },
  };
  return spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "inherit", "pipe"] });
}

/** All digests fall due a moment ago. */
async function makeDue(): Promise<void> {
  const store = await openEmbeddedStore(join(folder, "store"), systemClock);
  const next = new Date(Date.now() - 1000).toISOString();
  for (const { platform, tenant, channel } of channels) {
    await store.subscriptions.change(tenant, channel, (old) => ({
      ...(old ?? subscription(tenant, channel, { platform, timezone: "UTC" })),
      next,
    }));
  }
  await store.close();
}

/** How many editions are claimed and not recorded, and what became of the others. */
async function countStates(): Promise<Record<string, number>> {
  const store = await openEmbeddedStore(join(folder, "store"), systemClock);
  const counts: Record<string, number> = {};
  for (const { tenant, channel } of channels) {
    for (const { state } of await store.editions.list(tenant, channel, 100)) counts[state] = (counts[state] ?? 0) + 1;
  }
  await store.close();
  return counts;
}

/** Some of the next answers are lost after the message is posted, or before; some come late. */
function makeTrouble(): void {
  const method = "chat.postMessage";
  slack.state.troubles = [];
  for (let count = random.below(4); count > 0; count -= 1)
    slack.fail({ method, times: 1 + random.below(3), kind: "lost" });
  for (let count = random.below(3); count > 0; count -= 1) slack.fail({ method, times: 1, kind: "dropped" });
  slack.fail({ method, times: 5 + random.below(30), kind: "slow", ms: 20 + random.below(300) });
  const path = /^POST \/open-apis\/im\/v1\/messages$/;
  feishu.state.troubles.length = 0;
  for (let count = random.below(10); count > 0; count -= 1) feishu.trouble({ path, loses: true });
  for (let count = random.below(4); count > 0; count -= 1) feishu.trouble({ path, breaks: true });
  for (let count = 5 + random.below(30); count > 0; count -= 1)
    feishu.trouble({ path, delayMs: 20 + random.below(300) });
}

const KINDS = ["arrival", "posted", "a moment later", "any time"] as const;
const kills: Record<(typeof KINDS)[number], number> = { arrival: 0, posted: 0, "a moment later": 0, "any time": 0 };

/** Lets the bot live until a random message comes in, is posted, or a moment after that, or until a random time. */
async function live(): Promise<(typeof KINDS)[number]> {
  const kind = random.pick(KINDS);
  const child = start();
  const exit = once(child, "exit");
  const kill = () => child.kill("SIGKILL");
  const listeners = kind === "arrival" ? onArrival : onPosted;
  let left = 1 + random.below(kind === "posted" ? 40 : 25);
  const count = () => {
    left -= 1;
    if (left > 0) return;
    if (kind === "a moment later") setTimeout(kill, random.below(80));
    else kill();
  };
  if (kind === "any time") child.stderr?.once("data", () => setTimeout(kill, random.below(1500)));
  else listeners.add(count);
  const idle = setTimeout(kill, 6000);
  await exit;
  clearTimeout(idle);
  listeners.delete(count);
  return kind;
}

const postedTo = (channel: string): string[] => [
  ...slack.state.seen(channel).map(({ metadata }) => String(metadata?.event_payload.key)),
  ...feishu.state.posted.filter(({ to }) => to === channel).map(({ uuid }) => String(uuid)),
];

/** Lets the bot live until all that is due is posted and recorded; what would be posted twice is, by then. */
async function finish(rounds: number): Promise<void> {
  slack.state.troubles = [];
  feishu.state.troubles.length = 0;
  const end = Date.now() + HANGS_MS;
  for (let isOpen = true; isOpen && Date.now() < end; isOpen = ((await countStates()).claimed ?? 0) > 0) {
    const child = start();
    while (channels.some(({ channel }) => postedTo(channel).length < rounds) && Date.now() < end) await sleep(100);
    await sleep(5000);
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

say(`soak:digest: ${channels.length} subscriptions, at least ${wanted} kills between claim and record, seed ${seed}`);
let [between, all, rounds] = [0, 0, 0];
try {
  while (between < wanted) {
    rounds += 1;
    await makeDue();
    for (;;) {
      makeTrouble();
      const kind = await live();
      const states = await countStates();
      all += 1;
      if ((states.claimed ?? 0) > 0) {
        between += 1;
        kills[kind] += 1;
      }
      if (between >= wanted || (states.sent ?? 0) + (states.unknown ?? 0) >= rounds * channels.length) break;
    }
    await finish(rounds);
    say(
      `round ${rounds}: ${all} kills, ${between} of them between claim and record; ${JSON.stringify(await countStates())}`,
    );
  }
  const wrong = channels.filter(({ channel }) => {
    const keys = postedTo(channel);
    return keys.length !== rounds || new Set(keys).size !== rounds;
  });
  const states = await countStates();
  say(`kills with editions in hand: ${JSON.stringify(kills)}; states ${JSON.stringify(states)}`);
  if (wrong.length > 0 || states.sent !== rounds * channels.length) {
    for (const { channel } of wrong.slice(0, 10)) say(`${channel}: ${JSON.stringify(postedTo(channel))}`);
    throw new Error(`${wrong.length} channels have not had each of ${rounds} editions exactly once`);
  }
  say(`every one of ${channels.length} channels got each of ${rounds} editions exactly once`);
} finally {
  await slack.stop();
  await feishu.close();
  rmSync(folder, { recursive: true, force: true });
}
