import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { BOT_TOKEN, SIGNING_SECRET } from "../../slack-fake/server.ts";
import { Measured } from "./child.ts";
import { atRate, prepare, run, USERS } from "./client.ts";

const ROUNDS = 5;
const ALLOWED_MS = 0.3;
const RATE = 200;
const RATE_SECONDS = 10;
const P99_MS = 50;
const START_MS = 250;
const RSS_MB = 110;
/** How many requests the memory is watched over; another number as the first argument. */
const LONG = Number(process.argv[2] ?? 20_000);
const QUESTIONS = 350;
const SAMPLES = 10;
const FLAT = 0.05;
/** Of the loopback, for the starts. */
const PORT = 39_417;

const say = (line: string) => process.stdout.write(`${line}\n`);
const verdict = (ok: boolean) => (ok ? "ok" : "MISSED");
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const fixed = (value: number) => value.toFixed(2);

const texts = [
  ...new Set(
    ["dev", "examples"].flatMap((name) =>
      readFileSync(`tests/corpus/${name}.jsonl`, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).text as string),
    ),
  ),
].slice(0, QUESTIONS);
const fake = fork(new URL("./fake.js", import.meta.url));
const [{ apiUrl, sink }] = (await once(fake, "message")) as [{ apiUrl: string; sink: string }];
const questions = () => texts.map((text) => prepare(text, sink));

say(`${texts.length} distinct questions, node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
const ours = await Measured.start("./server.js", apiUrl);
const bare = await Measured.start("./bare.js", apiUrl);

// Everybody's first question asks Slack who they are; the pool of askers is known before anything is measured.
for (let asked = 0; asked < USERS; asked += texts.length) await run(ours.url, questions(), 16);
const { answers } = await run(ours.url, questions(), 4);
bare.give(Object.fromEntries(answers.map(({ text, body }) => [text, JSON.parse(body)])));
for (let times = 0; times < 8; times++) await run(bare.url, questions(), 16);

const added = new Map<number, { ours: number[]; bare: number[] }>([
  [1, { ours: [], bare: [] }],
  [16, { ours: [], bare: [] }],
]);
const core: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const [concurrency, times] of added) {
    const before = (await ours.usage()).coreMs;
    const one = await run(ours.url, questions(), concurrency);
    if (concurrency === 1) core.push(((await ours.usage()).coreMs - before) / texts.length);
    const other = await run(bare.url, questions(), concurrency);
    times.ours.push(one.ms / texts.length);
    times.bare.push(other.ms / texts.length);
  }
}
const own = median(core);
say(`core's own time: ${fixed(own)} ms a question`);
for (const [concurrency, times] of added) {
  const more = median(times.ours) - median(times.bare);
  say(
    `concurrency ${concurrency}: bot ${fixed(median(times.ours))} ms, bare ${fixed(median(times.bare))} ms, added ${fixed(more)} ms (goal ${fixed(own + ALLOWED_MS)}): ${verdict(more <= own + ALLOWED_MS)}`,
  );
}

const steady = Array.from({ length: RATE * RATE_SECONDS }, (_, at) => prepare(texts[at % texts.length] ?? "", sink));
const waits = (await atRate(ours.url, steady, RATE)).map(({ ms }) => ms);
const p99 = quantile(waits, 0.99);
say(
  `${RATE} a second: p50 ${fixed(quantile(waits, 0.5))} ms, p99 ${fixed(p99)} ms (goal ${P99_MS}): ${verdict(p99 < P99_MS)}`,
);

const heap: number[] = [];
for (let sample = 0; sample < SAMPLES; sample++) {
  for (const server of [ours, bare]) {
    await run(
      server.url,
      Array.from({ length: LONG / SAMPLES }, (_, at) => prepare(texts[at % texts.length] ?? "", sink)),
      16,
    );
  }
  heap.push((await ours.usage()).heapMb);
}
const half = heap.slice(SAMPLES / 2);
const drift = (Math.max(...half) - Math.min(...half)) / median(half);
const [rss, bareRss] = [(await ours.usage()).rssMb, (await bare.usage()).rssMb];
say(
  `after ${LONG} more: RSS ${fixed(rss)} MB, bare ${fixed(bareRss)} MB (goal +${RSS_MB}): ${verdict(rss - bareRss <= RSS_MB)}`,
);
say(
  `heap after collection over the last half ${half.map((mb) => mb.toFixed(0)).join(" ")} MB, ±${((drift / 2) * 100).toFixed(1)}% (goal ±${FLAT * 100}%): ${verdict(drift / 2 <= FLAT)}`,
);
await ours.stop();
await bare.stop();

/** From spawning until its port takes connections. */
async function startOf(file: string, args: string[], env: Record<string, string>): Promise<number> {
  const since = performance.now();
  const names = Object.entries({ ...env, PORT: String(PORT) }).map(([name, value]) => `${name}=${value}`);
  const child = spawn("env", [...names, process.execPath, file, ...args], { stdio: "ignore" });
  while (!(await isOpen(PORT))) await new Promise((resolve) => setTimeout(resolve, 5));
  const ms = performance.now() - since;
  child.kill();
  await once(child, "exit");
  return ms;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const close = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", close(true)).once("error", close(false));
  });

const data = mkdtempSync(join(tmpdir(), "llmprice-bench-"));
const bot = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: apiUrl };
const starts = { bot: [] as number[], bare: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  starts.bot.push(await startOf("dist/adapters/main.js", [], { ...bot, LLMPRICE_DATA: data, LOG_LEVEL: "silent" }));
  starts.bare.push(await startOf(new URL("./bare-start.js", import.meta.url).pathname, [apiUrl, String(PORT)], {}));
}
const later = median(starts.bot) - median(starts.bare);
say(
  `start to listening: bot ${median(starts.bot).toFixed(0)} ms, bare ${median(starts.bare).toFixed(0)} ms, later ${later.toFixed(0)} ms (goal ${START_MS}): ${verdict(later <= START_MS)}`,
);
rmSync(data, { recursive: true, force: true });
fake.kill();
