import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../../../src/lib/root.ts";
import { type Builder, message } from "../../feishu-fake/events.ts";
import { type Signed, signed } from "../../feishu-fake/sender.ts";
import type { FakeFeishu } from "../../feishu-fake/server.ts";
import { APP } from "./children.ts";

const builder: Builder = { ...APP, now: Date.now };
const CHATS = 25;
/** Nobody may ask more than 20 questions a minute. */
const PEOPLE = 500;
const DRAIN_MS = 10_000;

const questions = readFileSync(join(projectRoot(), "tests/corpus/examples.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

export interface Prepared extends Signed {
  id: string;
  chat: string;
}

/** The nth event: a mention in one of the groups, as Feishu sends it. */
export function prepared(n: number): Prepared {
  const id = `om_bench_${n}`;
  const chat = `oc_bench_${n % CHATS}`;
  const text = questions[n % questions.length] ?? "gpt-4o";
  const event = message(builder, { text, messageId: id, chat, user: `ou_bench${n % PEOPLE}` });
  return { ...signed(event, { encryptKey: APP.encryptKey, now: Date.now }), id, chat };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** @returns how long the acknowledgement took, in milliseconds */
function post(url: string, { body, headers }: Signed): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - start);
        else reject(new Error(`HTTP ${response.statusCode}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends so many events, `concurrency` at a time. */
export async function burst(url: string, events: readonly Signed[], concurrency: number): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let at = next++; at < events.length; at = next++) await post(url, events[at] as Signed);
  };
  await Promise.all(Array.from({ length: concurrency }, one));
}

export interface Course {
  acknowledged: number[];
  answered: number[];
  /** Events without an answer at the end. */
  left: number;
}

/** Events so far, so that none comes twice. */
let counted = 0;

/** `rate` events a second, evenly, for so long; then waits until all are answered, a while at most. */
export async function course(fake: FakeFeishu, url: string, rate: number, seconds: number): Promise<Course> {
  const sentAt = new Map<string, number>();
  const answered: number[] = [];
  fake.state.onPost = ({ root = "" }) => {
    const since = sentAt.get(root);
    if (since === undefined) return;
    sentAt.delete(root);
    answered.push(performance.now() - since);
  };
  const acknowledged: Promise<number>[] = [];
  const start = performance.now();
  const first = counted;
  counted += rate * seconds;
  for (let n = first; n < counted; n++) {
    const wait = start + ((n - first) * 1000) / rate - performance.now();
    if (wait > 0) await sleep(wait);
    const event = prepared(n);
    fake.state.heard.set(event.id, event.chat);
    sentAt.set(event.id, performance.now());
    acknowledged.push(post(url, event));
  }
  const end = performance.now() + DRAIN_MS;
  while (sentAt.size > 0 && performance.now() < end) await sleep(20);
  return { acknowledged: await Promise.all(acknowledged), answered, left: sentAt.size };
}
